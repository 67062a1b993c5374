import { describe, expect, it } from 'vitest'
import handbook from '../../docs/handbok.md?raw'
import { readBlocks, WHAT_IS_REVIEWED, type Block, type Piece } from './read'

const words = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')

function plain(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text
    case 'paragraph':
      return words(block.words)
    case 'list':
      return block.items.map(words).join('\n')
    case 'table':
      return [block.head, ...block.rows].map((row) => row.map(words).join(' ')).join('\n')
  }
}

it('reads headings, paragraphs, lists and tables', () => {
  const blocks = readBlocks(
    '# Så här\n\nEn **viktig**\nrad.\n\n- ett\n- två,\n  med `kod`\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n'
  )
  expect(blocks).toEqual([
    { kind: 'heading', level: 1, text: 'Så här', id: 'h-så-här' },
    {
      kind: 'paragraph',
      words: [
        { kind: 'text', text: 'En ' },
        { kind: 'strong', text: 'viktig' },
        { kind: 'text', text: ' rad.' }
      ]
    },
    {
      kind: 'list',
      items: [
        [{ kind: 'text', text: 'ett' }],
        [
          { kind: 'text', text: 'två, med ' },
          { kind: 'code', text: 'kod' }
        ]
      ]
    },
    {
      kind: 'table',
      head: [[{ kind: 'text', text: 'A' }], [{ kind: 'text', text: 'B' }]],
      rows: [[[{ kind: 'text', text: '1' }], [{ kind: 'text', text: '2' }]]]
    }
  ])
})

describe('the handbook', () => {
  const blocks = readBlocks(handbook)

  it('is written in what can be read here, so that no sign of Markdown is shown', () => {
    for (const block of blocks) expect(plain(block)).not.toMatch(/[*`|#<>]|\]\(|^\d+\. /m)
  })

  it('says what the review looks for, where the review leads to', () => {
    expect(readBlocks(handbook).some((block) => block.kind === 'heading' && block.id === WHAT_IS_REVIEWED)).toBe(true)
  })

  it('has one first heading, a chapter for each task, and headings without a gap', () => {
    const headings = blocks.filter((block) => block.kind === 'heading')
    expect(headings.filter(({ level }) => level === 1)).toHaveLength(1)
    expect(headings.filter(({ text }) => /^[1-7] /.test(text))).toHaveLength(7)
    headings.forEach(({ level }, at) => expect(level - (headings[at - 1]?.level ?? 0)).toBeLessThanOrEqual(1))
    expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length)
  })
})
