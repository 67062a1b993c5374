import { expect, it } from 'vitest'
import type { PlanRow } from '../../generated/types'
import { Selection } from './selection.svelte'

const row = (entry: string) => ({ entry }) as PlanRow
const rows = ['visit', 'places', 'report'].map(row)

it('points out one requirement at a time, and none when it is pressed again', () => {
  const selection = new Selection()
  expect(selection.of(rows)).toBeUndefined()
  selection.toggle('places')
  expect(selection.of(rows)?.entry).toBe('places')
  selection.toggle('visit')
  expect(selection.of(rows)?.entry).toBe('visit')
  selection.toggle('visit')
  expect(selection.of(rows)).toBeUndefined()
})

it('goes from row to row with the arrows, and stays at the ends', () => {
  const selection = new Selection()
  expect(selection.step(rows, 'visit', 'ArrowDown')?.entry).toBe('places')
  expect(selection.step(rows, 'places', 'ArrowUp')?.entry).toBe('visit')
  expect(selection.step(rows, 'visit', 'ArrowUp')).toBeUndefined()
  expect(selection.step(rows, 'report', 'ArrowDown')).toBeUndefined()
  expect(selection.step(rows, 'visit', 'a')).toBeUndefined()
  expect(selection.of(rows)?.entry).toBe('visit')
})

it('points out nothing when the requirement is no longer in the plan', () => {
  const selection = new Selection()
  selection.toggle('places')
  expect(selection.of([row('visit')])).toBeUndefined()
})
