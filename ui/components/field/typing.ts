/**
 * The texts that a field has held since it was entered, so that typing there can be taken back a word or a pause at a time.
 * The browser's own undo will not do: it is the page's and not the field's, and knows nothing of what is put in from outside.
 */
export class Typing {
  /** Milliseconds of rest after which a new piece begins. */
  static readonly PAUSE = 1000

  #texts: string[]
  #at = 0
  #last = 0

  constructor(text: string) {
    this.#texts = [text]
  }

  add(text: string, now: number): void {
    const goesOn = this.#at > 0 && now - this.#last < Typing.PAUSE && this.#isOnePiece(text)
    this.#texts.length = this.#at + 1
    if (goesOn) this.#texts[this.#at] = text
    else this.#at = this.#texts.push(text) - 1
    this.#last = now
  }

  /** The text before what was typed last; none when nothing has been typed. */
  back(): string | undefined {
    return this.#at > 0 ? this.#texts[--this.#at] : undefined
  }

  /** The text that was taken back last. */
  forth(): string | undefined {
    return this.#at + 1 < this.#texts.length ? this.#texts[++this.#at] : undefined
  }

  /** Going on with one word, or going on deleting. */
  #isOnePiece(text: string): boolean {
    const [before = '', here = ''] = this.#texts.slice(this.#at - 1)
    const adds = text.length > here.length
    return adds === here.length > before.length && (!adds || words(text) === words(here))
  }
}

/** Where the cursor belongs when one text takes the place of another: after what is different. */
export function cursorIn(next: string, before: string): number {
  let same = 0
  while (same < Math.min(next.length, before.length) && next.at(-1 - same) === before.at(-1 - same)) same++
  return next.length - same
}

const words = (text: string) => text.split(/\s+/).length
