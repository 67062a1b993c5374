import { expect, it } from 'vitest'
import type { OutlineRow } from '../../generated/types'
import { passages } from './reading'

const row = (number: string, title: string, entry: string | null = null): OutlineRow => ({
  number,
  title,
  line: `${number} ${title}`,
  page: 2,
  entry
})

it('finds headings, tables and lines in the order of the document', () => {
  const summary = row('2', 'Kraven i korthet')
  const dialogue = row('K1', 'Dialog enligt 19 kap.', 'emp-dialogue')
  const text = [
    '2 Kraven i korthet',
    '',
    'Tabell 1. Ett krav',
    'Krav\tRubrik',
    'K1\tDialog',
    '',
    'Roll\tAnsvar',
    'Leverantör\tRapporterar',
    '',
    'K1 Dialog enligt 19 kap.',
    'K1 a Leverantören ska delta.'
  ].join('\n')
  expect(passages({ text, outline: [summary, dialogue] })).toEqual([
    { kind: 'heading', heading: summary },
    { kind: 'line', text: 'Tabell 1. Ett krav' },
    { kind: 'table', head: ['Krav', 'Rubrik'], rows: [['K1', 'Dialog']] },
    { kind: 'table', head: ['Roll', 'Ansvar'], rows: [['Leverantör', 'Rapporterar']] },
    { kind: 'heading', heading: dialogue },
    { kind: 'line', text: 'K1 a Leverantören ska delta.' }
  ])
})
