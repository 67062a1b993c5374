import { expect, it } from 'vitest'
import { added, filled, replaced, rowsOf, without } from './rows'
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
