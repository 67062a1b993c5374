/** So long without a key, in milliseconds, that none is on its way. */
const STILL = 150
/** So long is waited at most: whoever goes on typing while the window closes has seen that it does. */
const LONGEST = 1500

/** Done when nothing more is being typed: keys that were pressed just before may still be on their way to the page. */
export function quiet(page: EventTarget = document): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      page.removeEventListener('input', again, true)
      clearTimeout(still)
      clearTimeout(longest)
      resolve()
    }
    const again = () => {
      clearTimeout(still)
      still = setTimeout(done, STILL)
    }
    let still = setTimeout(done, STILL)
    const longest = setTimeout(done, LONGEST)
    page.addEventListener('input', again, true)
  })
}
