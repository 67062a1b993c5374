import { expect, it } from 'vitest'
import { added, filled, isKept, replaced, rowsOf, without } from './rows'
import { sampleParameter } from './sample'

const pay = sampleParameter({ kind: 'table', columns: ['Yrke', 'Lön'], value: [['Målare', '31 000'], ['Snickare']] })

it('gives every row a cell for each column', () => {
  expect(rowsOf(pay)).toEqual([
    ['Målare', '31 000'],
    ['Snickare', '']
  ])
  expect(rowsOf({ ...pay, value: null })).toEqual([])
})

it('changes one cell, and leaves a new empty row out of what is kept', () => {
  const rows = added(replaced(rowsOf(pay), 1, 1, '30 000'), 2)
  expect(rows).toHaveLength(3)
  expect(filled(rows)).toEqual([
    ['Målare', '31 000'],
    ['Snickare', '30 000']
  ])
})

it('keeps nothing when the last row is taken away', () => {
  expect(filled(without(without(rowsOf(pay), 0), 0))).toBeNull()
})

it('knows its own rows when they come back, also while a new one is empty', () => {
  expect(isKept(added(rowsOf(pay), 2), rowsOf(pay))).toBe(true)
  expect(isKept(replaced(rowsOf(pay), 0, 1, '32 000'), rowsOf(pay))).toBe(false)
  expect(isKept([], [])).toBe(false)
})
