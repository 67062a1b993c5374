import { describe, expect, it } from 'vitest'
import type { Answer, BlockView, ClosedView, FieldView, QuestionView } from '../../generated/types'
import { between, closedBy, isFull, standOf, tick, withValue } from './answer'
import { sampleField, sampleQuestion } from './sample'

const signs = sampleField({ name: 'signs', kind: 'multi', most: 2 }, ['price', 'chains', 'posted', 'none'])
const risks = (answer: Answer | null) => sampleQuestion({ fields: [signs], noneOf: 'none', answer })

describe('a question with many answers', () => {
  it('keeps the order of the boxes, however they were ticked', () => {
    expect(tick(risks(['posted']), signs, 'price', true)).toEqual(['price', 'posted'])
  })

  it.each<Answer | null>([['none'], { unknown: 'enheten' }, { not_relevant: 'bara varor' }, null])(
    'replaces %j with the ticked box',
    (before) => expect(tick(risks(before), signs, 'price', true)).toEqual(['price'])
  )

  it('is unanswered, not "none", when the last box is cleared', () => {
    expect(tick(risks(['price']), signs, 'price', false)).toBeNull()
  })

  it('knows when no more may be ticked', () => {
    expect(isFull(risks(['price', 'posted']), signs)).toBe(true)
    expect(isFull(risks(['none']), signs)).toBe(false)
  })

  it('adds to what is proposed, which is what the officer sees', () => {
    const proposed = { answer: ['price'], shown: '', source: '' }
    expect(tick({ ...risks(null), proposal: proposed }, signs, 'posted', true)).toEqual(['price', 'posted'])
  })
})

describe('a question with several fields', () => {
  const pattern = sampleField({ name: 'pattern', kind: 'choice' }, ['even', 'season'])
  const months = sampleField({ name: 'months', kind: 'number' })
  const need = (answer: Answer | null): QuestionView => sampleQuestion({ fields: [pattern, months], answer })

  it('names its fields, and leaves the empty ones out', () => {
    expect(withValue(need(null), pattern, 'season')).toEqual({ pattern: 'season' })
    expect(withValue(need({ pattern: 'season' }), months, 5)).toEqual({ pattern: 'season', months: 5 })
    expect(withValue(need({ pattern: 'season', months: 5 }), months, null)).toEqual({ pattern: 'season' })
  })

  it('is unanswered when every field is emptied', () => {
    expect(withValue(need({ months: 5 }), months, null)).toBeNull()
  })

  it('takes a value for its first field alone as an answer', () => {
    expect(standOf(need('even'))).toEqual({ kind: 'values', values: { pattern: 'even' } })
  })
})

it.each<[string, FieldView['kind'], Answer, unknown]>([
  ['a number, also nought', 'number', 0, { kind: 'values', values: { field: 0 } }],
  ['vet inte', 'choice', { unknown: '' }, { kind: 'unknown', whom: '' }],
  ['inte aktuellt', 'choice', { not_relevant: 'skäl' }, { kind: 'not_relevant', reason: 'skäl' }]
])('reads %s', (_, kind, answer, stand) => {
  const field = sampleField({ name: 'field', kind })
  expect(standOf(sampleQuestion({ fields: [field], answer }))).toEqual(stand)
})

describe('an option that cannot be chosen', () => {
  const block = (waits: boolean, role: BlockView['role'] = 'needed'): BlockView => ({
    spot: { kind: 'question', id: 'q09' },
    what: 'Hur många?',
    now: '',
    wanted: '',
    waits,
    role
  })
  const closed = (...blocks: BlockView[]): ClosedView => ({ code: 'fixed_number', label: 'Fast antal', blocks })

  it('waits where nothing but answers is missing, and does not fit where one speaks against it', () => {
    expect(closedBy(closed(block(true), block(true)))).toBe('closed.waits')
    expect(closedBy(closed(block(true), block(false)))).toBe('closed.because')
    expect(closedBy(closed())).toBe('closed')
  })

  it('joins places that all decide by och, and those of which one is enough by eller', () => {
    expect(between(closed(block(true), block(true)))).toBe(' och ')
    expect(between(closed(block(true, 'enough'), block(true, 'enough')))).toBe(' eller ')
    expect(between(closed(block(true), block(true, 'depends')))).toBe(', ')
  })
})
