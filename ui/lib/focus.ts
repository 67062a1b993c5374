/** Where focus goes: to what was asked for, or near what is gone. */
import { tick } from 'svelte'

/**
 * Focus on what was gone to, with its ring whatever the way there: after a press of the mouse the browser would draw none,
 * and one would have to look for it.
 */
export function arriveAt(place: HTMLElement): void {
  place.dataset['arrived'] = ''
  place.addEventListener('blur', () => delete place.dataset['arrived'], { once: true })
  place.focus()
}

/** Focus on the first field that says what is missing or wrong, when it has said it; what it says is in view too. */
export async function focusWrong(): Promise<void> {
  await tick()
  const first = document.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] input')
  if (!first) return
  arriveAt(first)
  first.closest('.frame, [data-wrong]')?.scrollIntoView({ block: 'nearest' })
}

/**
 * Does work that may take `at` away: focus then goes to the next of its kind, else to the one before, else to the heading.
 * Without it whoever uses the keyboard would begin again at the top of the window.
 */
export async function withFocusNear(at: HTMLElement, kind: string, work: () => unknown): Promise<void> {
  const all = [...document.querySelectorAll<HTMLElement>(kind)]
  const place = all.indexOf(at)
  const near = [...all.slice(place + 1), ...all.slice(0, Math.max(place, 0)).reverse()]
  await work()
  await tick()
  if (at.isConnected) return
  const next = near.find((other) => other.isConnected) ?? document.querySelector<HTMLElement>('main h1')
  next?.focus()
}
