/** A document as plain text, read back into what assistive technology can go through: headings, tables and lines. */
import type { DocumentView, OutlineRow } from '../../generated/types'

export type Passage =
  | { kind: 'heading'; heading: OutlineRow }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'line'; text: string }

/**
 * The passages of a document in reading order. A table has a tab between its cells, its heads in the first row, and ends where
 * a line has none.
 */
export function passages({ text, outline }: Pick<DocumentView, 'text' | 'outline'>): Passage[] {
  const headings = new Map(outline.map((row) => [row.line, row]))
  const found: Passage[] = []
  let table: string[][] | null = null
  for (const line of text.split('\n')) {
    const cells = line.split('\t')
    const heading = headings.get(line)
    if (cells.length === 1) table = null
    if (heading) found.push({ kind: 'heading', heading })
    else if (table) table.push(cells)
    else if (cells.length > 1) found.push({ kind: 'table', head: cells, rows: (table = []) })
    else if (line !== '') found.push({ kind: 'line', text: line })
  }
  return found
}
