import { tick } from 'svelte'
import { arriveAt } from '$lib/focus'
import type { EntryId } from '../../generated/types'

/** Focus goes to a card that has just got its place, or to a value in it. */
export async function focusCard(entry: EntryId, value?: string): Promise<void> {
  await tick()
  const card = document.getElementById(entry)
  const at = card?.querySelector<HTMLElement>(`[data-parameter="${value ?? ''}"]`) ?? card
  const first = at?.matches('button') ? at : at?.querySelector<HTMLElement>('input, button')
  if (first) arriveAt(first)
}

/** Focus goes to what can be added, where the list of it is shown: what does not fit is opened, and says why first. */
export function focusOffer(entry: EntryId): void {
  const row = document.getElementById(`offer-${entry}`)
  row?.querySelector('details')?.setAttribute('open', '')
  row?.scrollIntoView({ block: 'nearest' })
  const first = row?.querySelector<HTMLElement>('button')
  if (first) arriveAt(first)
}
