import { tick } from 'svelte'
import { arriveAt } from '$lib/focus'
import type { EntryId } from '../../generated/types'

/** Focus goes to a card that has just got its place. */
export async function focusCard(entry: EntryId): Promise<void> {
  await tick()
  const first = document.getElementById(entry)?.querySelector<HTMLElement>('input, button')
  if (first) arriveAt(first)
}

/** Focus goes to what can be added, where the list of it is shown. */
export function focusOffer(entry: EntryId): void {
  const row = document.getElementById(`offer-${entry}`)
  row?.scrollIntoView({ block: 'nearest' })
  const first = row?.querySelector<HTMLElement>('button')
  if (first) arriveAt(first)
}
