/**
 * Reads the handbook, which is written in a small part of Markdown: headings, paragraphs, lists, tables, **strong** words and
 * `code`. It comes with the program; nothing that others wrote is read here, and nothing becomes markup.
 */

/** A piece of a sentence. */
export interface Piece {
  kind: 'text' | 'strong' | 'code'
  text: string
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string; id: string }
  | { kind: 'paragraph'; words: Piece[] }
  | { kind: 'list'; items: Piece[][] }
  | { kind: 'table'; head: Piece[][]; rows: Piece[][][] }

/** The blocks of a text, in order; a blank line ends a block. */
export function readBlocks(markdown: string): Block[] {
  const chunks = markdown.split(/\n{2,}/).map((chunk) => chunk.trim())
  return chunks.filter(Boolean).map(readBlock)
}

function readBlock(chunk: string): Block {
  const heading = /^(#{1,3}) (.*)$/.exec(chunk)
  if (heading?.[1] && heading[2]) return readHeading(heading[1].length as 1 | 2 | 3, heading[2])
  if (chunk.startsWith('|')) return readTable(chunk.split('\n'))
  if (chunk.startsWith('- ')) return { kind: 'list', items: chunk.slice(2).split(/\n- /).map(readWords) }
  return { kind: 'paragraph', words: readWords(chunk) }
}

function readHeading(level: 1 | 2 | 3, text: string): Block {
  return { kind: 'heading', level, text, id: headingId(text) }
}

/** The name that a link to a heading has. */
export function headingId(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-zåäö0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `h-${name}`
}

/** The first row is the head, and the second the line under it. */
function readTable(lines: string[]): Block {
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => readWords(cell.trim()))
  const [head = '', , ...rows] = lines
  return { kind: 'table', head: cells(head), rows: rows.map(cells) }
}

/** Where the handbook, which is in Swedish, says what the review looks for. */
export const WHAT_IS_REVIEWED = headingId('Vad granskningen ser')

/** A line break within a paragraph is a space. */
function readWords(text: string): Piece[] {
  const parts = text.replace(/\s*\n\s*/g, ' ').split(/(\*\*[^*]+\*\*|`[^`]+`)/)
  return parts.filter(Boolean).map((part): Piece => {
    if (part.startsWith('**')) return { kind: 'strong', text: part.slice(2, -2) }
    if (part.startsWith('`')) return { kind: 'code', text: part.slice(1, -1) }
    return { kind: 'text', text: part }
  })
}
