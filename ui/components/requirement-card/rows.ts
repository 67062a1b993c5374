/** The rows of a value that is a table. */
import type { ParameterValue, ParameterView } from '../../generated/types'

/** The rows as kept, each as long as the table is wide. */
export function rowsOf({ value, columns }: ParameterView): string[][] {
  if (!Array.isArray(value)) return []
  const rows = value.filter((row): row is string[] => Array.isArray(row))
  return rows.map((row) => columns.map((_, at) => row[at] ?? ''))
}

export function added(rows: string[][], width: number): string[][] {
  return [...rows, Array.from({ length: width }, () => '')]
}

export function replaced(rows: string[][], row: number, column: number, text: string): string[][] {
  return rows.map((cells, at) => (at === row ? cells.map((cell, x) => (x === column ? text : cell)) : cells))
}

export function without(rows: string[][], row: number): string[][] {
  return rows.filter((_, at) => at !== row)
}

/** What is kept: the rows with something in them; nothing when there are none. */
export function filled(rows: string[][]): ParameterValue | null {
  const full = rows.filter((row) => row.some((cell) => cell.trim() !== ''))
  return full.length > 0 ? full : null
}

/** Whether the rows are those that are kept, empty ones aside. */
export function isKept(rows: string[][], kept: string[][]): boolean {
  return rows.length > 0 && JSON.stringify(filled(rows)) === JSON.stringify(filled(kept))
}
