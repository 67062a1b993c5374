import { tick } from 'svelte'
import type { EntryId } from '../../generated/types'

/** Focus goes to a card that has just got its place. */
export async function focusCard(entry: EntryId): Promise<void> {
  await tick()
  document.getElementById(entry)?.querySelector<HTMLElement>('input, button')?.focus()
}

/** Focus goes to what can be added, where the list of it is shown. */
export function focusOffer(entry: EntryId): void {
  const row = document.getElementById(`offer-${entry}`)
  row?.scrollIntoView({ block: 'nearest' })
  row?.querySelector<HTMLElement>('button')?.focus()
}
