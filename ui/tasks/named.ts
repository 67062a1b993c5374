import { tick } from 'svelte'
import { namedIn } from '$lib/route'

/** Goes to the field or the question that the link names, when it is in place and focus has been on the heading. */
export async function goToNamed(): Promise<void> {
  const id = namedIn(location.hash)
  if (id === undefined) return
  await tick()
  requestAnimationFrame(() => document.getElementById(id)?.focus())
}
