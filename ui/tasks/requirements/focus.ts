import { tick } from 'svelte'
import type { EntryId } from '../../generated/types'

/** Focus goes to a card that has just got its place. */
export async function focusCard(entry: EntryId): Promise<void> {
  await tick()
  document.getElementById(entry)?.querySelector<HTMLElement>('input, button')?.focus()
}
