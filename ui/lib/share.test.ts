import { expect, it } from 'vitest'
import { share } from './share'

const cards = () => [
  { entry: 'emp-dialogue', title: 'Dialog', values: [8], facts: { evidence: 'Rapport' } },
  { entry: 'emp-step', title: 'Stegkrav', values: [12], facts: { evidence: 'Intyg' } }
]

it('is the same thing when nothing has changed', () => {
  const before = { head: '1', cards: cards() }
  expect(share(before, { head: '1', cards: cards() })).toBe(before)
})

it('keeps what has not changed beside what has', () => {
  const before = cards()
  const changed = cards().map((card) => (card.entry === 'emp-dialogue' ? { ...card, values: [9] } : card))
  const now = share(before, structuredClone(changed))
  expect(now[1]).toBe(before[1])
  expect(now[0]).not.toBe(before[0])
  expect(now[0]?.facts).toBe(before[0]?.facts)
  expect(now).toEqual(changed)
})

it('knows what has moved in a list', () => {
  const before = cards()
  const first = { entry: 'emp-new', title: 'Ny', values: [], facts: { evidence: '' } }
  const now = share(before, [first, ...cards()])
  expect(now[0]).toBe(first)
  expect(now.slice(1)).toEqual(before)
  expect(now[1]).toBe(before[0])
  expect(now[2]).toBe(before[1])
})

it('takes nothing over that is there no longer', () => {
  expect(share({ a: 1, gone: 2 }, { a: 1 })).toEqual({ a: 1 })
  expect(share([1, 2, 3], [1, 2])).toEqual([1, 2])
  expect(share({ a: [1] }, { a: { b: 1 } })).toEqual({ a: { b: 1 } })
  expect(share({ a: 1 }, { a: null })).toEqual({ a: null })
})
