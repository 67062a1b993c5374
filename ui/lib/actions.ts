/** What the window is asked to do by name, from the menu or by a key. */
import type { Action } from '../generated/types'

/** Listens to the menu, whose items the program tells by name. Returns a way to stop listening. */
export function onAction(act: (action: Action) => void): () => void {
  const hear = (event: Event) => act((event as CustomEvent<Action>).detail)
  window.addEventListener('action', hear)
  return () => window.removeEventListener('action', hear)
}

/** What is done also while a dialog waits for its answer: it changes only how the window is seen. */
export function isOfTheFrame(action: Action): boolean {
  return action.startsWith('zoom_') || action.startsWith('colours_') || action === 'quit'
}

/** The steps of zoom, in per cent of the size that the officer has set. */
const ZOOMS = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200]

/** The next step of zoom up or down; stays at the ends. */
export function nextZoom(now: number, step: 1 | -1): number {
  const further = step === 1 ? ZOOMS.find((zoom) => zoom > now) : ZOOMS.findLast((zoom) => zoom < now)
  return further ?? now
}
