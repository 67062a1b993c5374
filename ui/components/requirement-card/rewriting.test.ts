import { beforeEach, expect, it } from 'vitest'
import { asKept, Rewriting, type Row } from './rewriting.svelte'

const visits = { shown: '\u2068två besök\u2069', slot: '{visits|ett besök|besök}', label: 'Antal besök' }
const values = [visits]
const wording = { duties: ['Ta emot \u2068två besök\u2069.', 'Besöken är gratis.'], values }

let kept: string[][]
let rewriting: Rewriting
const texts = () => rewriting.rows.map(({ text }) => text)
/** What was sent has come back. */
const settled = () => new Promise((rest) => setTimeout(rest))
const row = (at: number) => rewriting.rows.at(at) as Row

beforeEach(() => {
  kept = []
  rewriting = new Rewriting(wording, async (duties) => kept.push(duties) > 0)
})

it('keeps a value as a value until somebody types in it', () => {
  expect(asKept(['\u2068två besök\u2069 och \u2068två besök\u2069'], values)).toEqual([
    '{visits|ett besök|besök} och {visits|ett besök|besök}'
  ])
  expect(asKept(['\u2068tre besök\u2069, \u2068två besök'], values)).toEqual(['tre besök, två besök'])
})

it('keeps every duty at each change', () => {
  rewriting.write(row(1), 'Besöken är kostnadsfria. ')
  expect(kept).toEqual([['Ta emot {visits|ett besök|besök}.', 'Besöken är kostnadsfria.']])
})

it('adds a duty that is kept when something is written in it', () => {
  const added = rewriting.addAfter(row(0))
  expect(texts()).toEqual(['Ta emot \u2068två besök\u2069.', '', 'Besöken är gratis.'])
  expect(kept).toEqual([])
  rewriting.write(added, 'Ny.')
  expect(kept[0]).toEqual(['Ta emot {visits|ett besök|besök}.', 'Ny.', 'Besöken är gratis.'])
})

it('moves and removes', () => {
  rewriting.move(row(1), -1)
  expect(texts()).toEqual(['Besöken är gratis.', 'Ta emot \u2068två besök\u2069.'])
  rewriting.remove(row(0))
  expect(kept.at(-1)).toEqual(['Ta emot {visits|ett besök|besök}.'])
  rewriting.remove(rewriting.addAfter(undefined))
  expect(kept).toHaveLength(2)
})

it('leaves the rows alone when what was sent comes back, and follows what is changed outside', async () => {
  const added = rewriting.addAfter(undefined)
  rewriting.write(row(0), 'Ta emot \u2068två besök\u2069 om året.')
  rewriting.follow({ duties: ['Ta emot \u2068två besök\u2069 om året.', 'Besöken är gratis.'], values })
  expect(rewriting.rows.at(-1)).toEqual(added)
  await settled()
  rewriting.follow(wording)
  expect(texts()).toEqual(wording.duties)
})

it('shows what is written also while an earlier change comes back', async () => {
  const arrive: ((kept: boolean) => void)[] = []
  const slow = new Rewriting(wording, () => new Promise<boolean>((arrived) => arrive.push(arrived)))
  const [first, second] = slow.rows as [Row, Row]
  slow.write(first, 'Ett.')
  slow.remove(second)
  slow.follow({ duties: ['Ett.', 'Besöken är gratis.'], values })
  arrive[0]?.(true)
  await settled()
  expect(slow.rows.map(({ text }) => text)).toEqual(['Ett.'])
  slow.follow({ duties: ['Ett.'], values })
  arrive[1]?.(true)
  await settled()
  slow.follow({ duties: ['Ångrat.'], values })
  expect(slow.rows.map(({ text }) => text)).toEqual(['Ångrat.'])
})

it('leaves what was typed where it stands when it cannot be kept', async () => {
  const answers = [true, false]
  const full = new Rewriting(wording, async () => answers.shift() ?? false)
  const [first, second] = full.rows as [Row, Row]
  full.write(first, 'Ett.')
  full.write(second, 'Två.')
  full.follow({ duties: ['Ett.', 'Besöken är gratis.'], values })
  await settled()
  expect(full.rows.map(({ text }) => text)).toEqual(['Ett.', 'Två.'])
})

it('knows a value again that was cut out and is put in again, though it reads otherwise in the meantime', async () => {
  rewriting.write(row(0), 'Ta emot.')
  rewriting.follow({
    duties: ['Ta emot.', 'Besöken är gratis.'],
    values: [{ ...visits, shown: '\u2068två\u2069', slot: '{visits}' }]
  })
  await settled()
  rewriting.write(row(0), 'Ta emot \u2068två besök\u2069.')
  expect(kept.at(-1)?.[0]).toBe('Ta emot {visits|ett besök|besök}.')
})
