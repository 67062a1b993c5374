/** Which words of the trade a card explains: each where it is first met on the page, and nowhere after it. */
import type { EntryId, RequirementCard } from '../../generated/types'

export interface Explains {
  level: boolean
  placement: boolean
}

export function firstUses(
  cards: readonly Pick<RequirementCard, 'entry' | 'level' | 'placement'>[]
): Map<EntryId, Explains> {
  const met = new Set<string>()
  const isFirst = (word: string) => !met.has(word) && met.add(word) !== undefined
  return new Map(
    cards.map(({ entry, level, placement }) => [entry, { level: isFirst(level), placement: isFirst(placement) }])
  )
}
