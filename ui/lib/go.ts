/** Going somewhere in the window, also where one is already: what the link names gets the focus. */
import { tick } from 'svelte'
import { arriveAt } from './focus'
import { namedIn } from './route'

/** What keeps the focus when one has got there. */
let keeper: HTMLElement | undefined

/** Goes to a link. What was pressed for it may keep the focus, to be pressed again. */
export function goTo(href: string, keeps?: HTMLElement): void {
  keeper = keeps
  if (location.hash === href) window.dispatchEvent(new HashChangeEvent('hashchange'))
  else location.assign(href)
}

/**
 * Focus goes to what the link names, when the page is in place and focus has been on its heading. What had the focus may
 * be gone: then it goes to the heading, never to nothing.
 */
export async function focusNamed(): Promise<void> {
  const kept = keeper
  keeper = undefined
  await tick()
  requestAnimationFrame(() => {
    const named = document.getElementById(namedIn(location.hash) ?? '')
    if (named) arriveAt(named)
    kept?.focus()
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('#content h1')?.focus()
  })
}
