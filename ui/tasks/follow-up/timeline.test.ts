import { expect, it } from 'vitest'
import { labelled, shared } from './timeline'

const mark = (at: number, entry: string) => ({ at, entries: [entry] })
const tick = (at: number) => ({ at, label: at === 0.99 ? 'slut aug 2031' : `sep ${2027 + at * 4}` })

it('lets days that lie over each other share a mark that says how many they are', () => {
  const marks = [mark(0.1, 'a'), mark(0.11, 'b'), mark(0.5, 'a'), mark(0.99, 'b'), mark(1, 'c')]
  expect(shared(marks, 540).map(({ days, entries }) => [days, entries.join(' ')])).toEqual([
    [2, 'a b'],
    [1, 'a'],
    [2, 'b c']
  ])
  expect(shared(marks, 5000).every(({ days }) => days === 1)).toBe(true)
})

it('writes no year that would run into the next', () => {
  const years = [0, 0.25, 0.5, 0.75, 0.99].map(tick)
  expect(labelled(years, 900).map(({ at }) => at)).toEqual([0, 0.25, 0.5, 0.75, 0.99])
  expect(labelled(years, 540).map(({ at }) => at)).toEqual([0, 0.25, 0.5, 0.75, 0.99])
  expect(labelled(years, 540).map(({ label }) => label)).toEqual([
    'sep 2027',
    'sep 2028',
    'sep 2029',
    '2030',
    'slut aug 2031'
  ])
  // As wide as the words are in the window, and no wider: "slut aug 2031" takes 71 pixels.
  expect(labelled(years, 500).map(({ label }) => label)).toContain('2030')
  expect(labelled(years, 240).map(({ at }) => at)).toEqual([0, 0.25, 0.5, 0.99])
  expect(labelled(years, 200).map(({ at }) => at)).toEqual([0, 0.99])
})
