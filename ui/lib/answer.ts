/** A dialog waits for its answer before anything else is shown. */

export const waitsForAnswer = () => document.querySelector('[role="dialog"]') !== null

/** Does the work when no dialog waits for its answer: now, or when the last one closes. Gives the way to give it up. */
export function whenAnswered(work: () => void): () => void {
  const page = new MutationObserver(look)
  function look() {
    if (waitsForAnswer()) return
    page.disconnect()
    work()
  }
  page.observe(document.body, { childList: true, subtree: true })
  look()
  return () => page.disconnect()
}
