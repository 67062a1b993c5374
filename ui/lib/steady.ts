/**
 * Holds what was pressed in its place in the window while what stands above it grows or shrinks: pressed again in the same
 * place, it is the same that is pressed. What scrolls would else carry it away; Chromium does as much by itself, WebKit not.
 */
export function steady(region: HTMLElement): () => void {
  let held: { at: Element; top: number } | null = null
  /** Where the region was scrolled to last by this; elsewhere, somebody else has scrolled. */
  let scrolled = 0

  const topOf = (at: Element) => at.getBoundingClientRect().top
  const letGo = () => (held = null)

  /** What is gone to by a press leads elsewhere, and is not held. */
  function hold({ target }: Event) {
    const at = target instanceof Element && !target.closest('a') ? target : null
    held = at && { at, top: topOf(at) }
    scrolled = region.scrollTop
  }

  function follow() {
    if (!held?.at.checkVisibility() || region.scrollTop !== scrolled) return letGo()
    const moved = topOf(held.at) - held.top
    // So far nothing is pushed by what grows: it has been put elsewhere.
    if (Math.abs(moved) > region.clientHeight) return letGo()
    region.scrollTop += moved
    scrolled = region.scrollTop
  }

  /** The press itself gives focus to what it is on, in WebKit after the click. */
  function leave({ target }: Event) {
    if (!held?.at.contains(target as Node)) letGo()
  }

  const done = new AbortController()
  const { signal } = done
  region.addEventListener('click', hold, { capture: true, signal })
  // Whoever goes on presses elsewhere, types or scrolls, and focus that is moved leads the eye.
  region.addEventListener('focusin', leave, { signal })
  for (const other of ['pointerdown', 'keydown', 'wheel', 'resize'])
    window.addEventListener(other, letGo, { capture: true, passive: true, signal })
  const changes = new MutationObserver(follow)
  changes.observe(region, { subtree: true, childList: true, characterData: true, attributes: true })
  return () => {
    done.abort()
    changes.disconnect()
  }
}
