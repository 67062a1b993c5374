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

/** Whether all of several places have to be another, or one of them is enough; neither where that depends. */
export function weighed(misfits: readonly MisfitView[]): 'all' | 'any' | undefined {
  const places = placesOf(misfits)
  if (places.length < 2) return undefined
  if (places.every(({ role }) => role === 'needed')) return 'all'
  return misfits.length === 1 && places.every(({ role }) => role === 'enough') ? 'any' : undefined
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
