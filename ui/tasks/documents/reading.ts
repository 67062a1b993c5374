/** A document as plain text, read back into what assistive technology can go through: headings, tables and lines. */
import type { DocumentView, OutlineRow } from '../../generated/types'

export type Passage =
  | { kind: 'heading'; heading: OutlineRow }
  | { kind: 'table'; head: string[]; rows: string[][] }
  | { kind: 'line'; text: string }

/** The passages of a document in reading order. A table has a tab between its cells, and its heads in the first row. */
export function passages({ text, outline }: Pick<DocumentView, 'text' | 'outline'>): Passage[] {
  const headings = new Map(outline.map((row) => [plain(`${row.number} ${row.title}`), row]))
  const found: Passage[] = []
  for (const line of text.split('\n').filter((line) => line !== '')) {
    const heading = headings.get(line)
    const last = found.at(-1)
    if (heading) found.push({ kind: 'heading', heading })
    else if (!line.includes('\t')) found.push({ kind: 'line', text: line })
    else if (last?.kind === 'table') last.rows.push(line.split('\t'))
    else found.push({ kind: 'table', head: line.split('\t'), rows: [] })
  }
  return found
}

/** As the text is written: without the signs that only pages need. */
function plain(words: string): string {
  return words
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/[\u00ad\u2060]/g, '')
    .replaceAll('\u2011', '-')
    .trim()
}
