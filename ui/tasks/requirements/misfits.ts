/** Why a requirement does not fit, on one line, and where that is answered, each place once. */
import { listed, within } from '$lib/format'
import { countWord, plural, t } from '$lib/text.svelte'
import type { BlockView, MisfitView } from '../../generated/types'

/** "Väntar på tre svar", "Väntar på svar: Vad är målet?", or else the first reason. */
export function brief(misfits: readonly MisfitView[]): string {
  const blocks = placesOf(misfits)
  const [awaited] = blocks
  if (awaited && isWaiting(misfits))
    return plural('requirements.misfit.missing', blocks.length, {
      count: countWord(blocks.length).toLowerCase(),
      what: awaited.what
    })
  const [first] = misfits
  return t('requirements.misfit', { why: first ? asClause(first.text) : '' })
}

/** Nothing but answers is missing: what does not fit as it is may come to fit. */
export function isWaiting(misfits: readonly MisfitView[]): boolean {
  const blocks = placesOf(misfits)
  return blocks.length > 0 && blocks.every(({ waits }) => waits)
}

/** The places that decide it: one that decides several things stands once, with all that would fit there. */
export function placesOf(misfits: readonly MisfitView[]): BlockView[] {
  const places = new Map<string, BlockView>()
  for (const block of misfits.flatMap(({ blocks }) => blocks)) {
    const key = JSON.stringify(block.spot)
    const known = places.get(key)
    const role = known?.role === 'needed' ? known.role : block.role
    places.set(key, known ? { ...block, role, wanted: together(known.wanted, block.wanted) } : block)
  }
  return [...places.values()]
}

/** Places that go together: all of them have to be another, or one of them is enough; no line where that depends. */
export interface Group {
  line: 'needed' | 'all' | 'any' | 'anyToo' | undefined
  places: BlockView[]
}

/** First what has to hold in any case, then each choice between several. Where they share a place it depends. */
export function groupsOf(misfits: readonly MisfitView[]): Group[] {
  const places = placesOf(misfits)
  const plays = (role: BlockView['role']) => (block: BlockView) => block.role === role
  const ways = misfits.filter(({ blocks }) => blocks.length > 1 && blocks.every(plays('enough')))
  const needed = placesOf(misfits.filter(({ blocks }) => blocks.every(plays('needed'))))
  const apart = needed.length + ways.reduce((sum, { blocks }) => sum + blocks.length, 0)
  if (apart !== places.length || places.length < 2) return [{ line: undefined, places }]
  const alone = ways.length === 0 || needed.length > 1 ? 'all' : 'needed'
  const first: Group[] = needed.length > 0 ? [{ line: alone, places: needed }] : []
  const rest = ways.map(({ blocks }, at): Group => ({ line: first.length + at > 0 ? 'anyToo' : 'any', places: blocks }))
  return [...first, ...rest]
}

/** The sentence says something that the places do not. */
export function isSaid({ blocks }: MisfitView): boolean {
  return !blocks.some(({ wanted }) => wanted !== '')
}

function together(one: string, other: string): string {
  return one.includes(other) ? one : listed([one, other].filter(Boolean))
}

/** A sentence within another. */
function asClause(sentence: string): string {
  return within(sentence).replace(/\.$/, '')
}
