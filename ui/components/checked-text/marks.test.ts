import { expect, it } from 'vitest'
import type { TrapView, WordingValue } from '../../generated/types'
import { bare, onLine, partsOf, replaced, unitsOf, valuesIn, withRoom } from './marks'

const trap = (change: Partial<TrapView>): TrapView => ({
  code: 'R06',
  severity: 'stop',
  severityWord: 'Stopp',
  span: { start: 0, end: 0 },
  line: 1,
  words: '',
  message: '',
  remedy: '',
  replacement: null,
  legalBasis: '',
  basis: 'law',
  ...change
})

it('underlines what is found, and lets the graver of two that overlap be seen', () => {
  const traps = [trap({ span: { start: 4, end: 9 }, severity: 'warning' }), trap({ span: { start: 7, end: 12 } })]
  expect(partsOf('ska ha kollektivavtal', traps)).toEqual([
    { text: 'ska ', severity: null, value: false },
    { text: 'ha ', severity: 'warning', value: false },
    { text: 'ko', severity: 'stop', value: false },
    { text: 'lle', severity: 'stop', value: false },
    { text: 'ktivavtal', severity: null, value: false }
  ])
})

it('tints a value, and no words of the officer, whatever is found in it', () => {
  const visits: WordingValue = { shown: '\u2068två besök\u2069', slot: '{visits}', label: 'Antal besök' }
  const text = 'ta 🙂 emot \u2068två besök\u2069, \u2068tre besök\u2069'
  expect(valuesIn(text, [visits])).toEqual([{ start: 10, end: 21 }])
  const found = [trap({ span: { start: 15, end: 20 } })]
  const tinted = partsOf(text, found, valuesIn(text, [visits])).filter(({ value }) => value)
  expect(tinted.map((part) => [bare(part.text), part.severity])).toEqual([
    ['två ', null],
    ['besök', 'stop'],
    ['', null]
  ])
  expect([...withRoom(text)]).toHaveLength([...text].length)
})

it('counts whole characters where a field counts halves', () => {
  expect(unitsOf('🙂 ha avtal', { start: 2, end: 4 })).toEqual({ start: 3, end: 5 })
  expect(replaced('🙂 ha avtal', { span: { start: 2, end: 4 }, text: 'följa' })).toBe('🙂 följa avtal')
})

it('puts in what is lacking, and takes out what is too much', () => {
  expect(replaced('ett märke', { span: { start: 9, end: 9 }, text: ' eller likvärdigt' })).toBe(
    'ett märke eller likvärdigt'
  )
  expect(replaced('på orten nu', { span: { start: 2, end: 8 }, text: '' })).toBe('på nu')
})

it('gives each duty what is found in it, counted from its own beginning', () => {
  const text = 'En praktikant.\nHa kollektivavtal.'
  const found = trap({
    line: 2,
    span: { start: 15, end: 32 },
    replacement: { span: { start: 15, end: 17 }, text: 'Följ' }
  })
  expect(onLine(text, [found], 0)).toEqual([])
  const [here] = onLine(text, [found], 1)
  expect(here?.span).toEqual({ start: 0, end: 17 })
  expect(here?.replacement?.span).toEqual({ start: 0, end: 2 })
})
