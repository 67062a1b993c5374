import { describe, expect, it } from 'vitest'
import type { ParameterKind, ParameterValue, Piece } from '../../generated/types'
import { asRead, outsideText, readParameter, textAt, typedForm, valueIn } from './reading'
import { sampleParameter } from './sample'

it.each<[ParameterKind, ParameterValue]>([
  ['money', 8_000_000],
  ['months', 3],
  ['count', 2],
  ['hours', 2.5],
  ['percent', 5],
  ['date', '2027-04-01'],
  ['text', 'arbetsmarknadsenheten'],
  ['choice', 'internship']
])('opens a value (%s) with a text that is read back as the same value', (kind, value) => {
  const parameter = sampleParameter({ kind, value })
  expect(readParameter(parameter, typedForm(parameter))).toEqual({ ok: true, value })
})

it('is a share alone that is pressed, and not what it is a share of', () => {
  const hours = sampleParameter({ kind: 'percent', value: 80, shown: '80 procent' })
  const phrase = 'Minst 80 procent av de arbetade timmarna'
  expect(valueIn(phrase, hours)).toEqual(['Minst ', '80 procent', ' av de arbetade timmarna'])
  const all = sampleParameter({ ...hours, value: 100, shown: '100 procent' })
  expect(valueIn('Alla arbetade timmar', all)).toEqual(['', 'Alla arbetade timmar', ''])
  const missing = sampleParameter({ ...hours, value: null, shown: '', origin: 'missing' })
  expect(valueIn('fyll i', missing)).toEqual(['', 'fyll i', ''])
})

describe('a typed value', () => {
  it.each<[ParameterKind, string, ParameterValue]>([
    ['weeks', '12 veckor', 12],
    ['percent', '5 %', 5],
    ['percent', '2,5 procent', 2.5],
    ['hours', '40h', 40],
    ['money', '8 Mkr', 8_000_000],
    ['months', '1,5 år', 18]
  ])('may be typed with its unit (%s: %s)', (kind, text, value) => {
    expect(readParameter(sampleParameter({ kind }), text)).toEqual({ ok: true, value })
  })

  it('falls back to what is proposed when it is emptied', () => {
    expect(readParameter(sampleParameter({ kind: 'money', value: 8_000_000 }), ' ')).toEqual({ ok: true, value: null })
  })

  it('is refused with the range that it has to lie in', () => {
    const weeks = sampleParameter({ kind: 'weeks', range: [4, 52] })
    expect(readParameter(weeks, '60')).toEqual({ ok: false, problem: 'Skriv ett tal från 4 till 52.' })
    expect(readParameter(weeks, 'några')).toMatchObject({ ok: false })
  })
})

describe('a wording that is read for traps', () => {
  const text = (text: string): Piece => ({ kind: 'text', text })
  const value = (parameter: string, text: string): Piece => ({ kind: 'value', parameter, text, origin: 'officer' })
  const duties = [
    [text('🙂 Ta emot '), value('visits', 'två')],
    [text('Från '), value('place', 'orten'), text('.')]
  ]
  const place = sampleParameter({ name: 'place', kind: 'text', value: 'orten', origin: 'officer' })
  const visits = sampleParameter({ name: 'visits', value: 2, origin: 'officer' })

  it('has the text as it is being typed, and knows where it stands', () => {
    const read = asRead(duties, [place, visits], { name: 'place', text: 'Åsviks kommun', over: 'orten' })
    expect(read.text).toBe('🙂 Ta emot två\nFrån Åsviks kommun.')
    expect(read.typed).toEqual([{ name: 'place', span: { start: 19, end: 32 } }])
    expect(textAt(read, { start: 14, end: 25 })?.name).toBe('place')
    expect(textAt(read, { start: 2, end: 19 })).toBeUndefined()
  })

  it('is not read for words that nobody has typed', () => {
    expect(asRead(duties, [{ ...place, origin: 'default' }, visits], null).typed).toEqual([])
  })
})

describe('outside the sentences', () => {
  const names = (parameters: { name: string }[]) => parameters.map(({ name }) => name)

  it('stands what can be set there, and not what the sentences have', () => {
    const visits = sampleParameter({ name: 'visits' })
    const parts = sampleParameter({ name: 'parts', kind: 'multi' })
    const duty: Piece[] = [{ kind: 'value', parameter: 'visits', text: 'två', origin: 'default' }]
    const { beside, unsaid } = outsideText([duty], [visits, parts, sampleParameter({ name: 'hours' })])
    expect([names(beside), names(unsaid)]).toEqual([['parts', 'hours'], []])
  })

  it("is what the officer's own text has left out told apart, and what decides nothing in it not at all", () => {
    const left = sampleParameter({ name: 'hours', unsaid: true })
    const flag = sampleParameter({ name: 'one', kind: 'flag', unsaid: true })
    const { beside, unsaid } = outsideText([], [left, flag, sampleParameter({ name: 'spell' })])
    expect([names(beside), names(unsaid)]).toEqual([['spell'], ['hours']])
  })
})
