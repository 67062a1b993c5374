/** A text that is read while it is written: what is found in it comes when the typing rests. */
import type { TrapView } from '../../generated/types'

/** Finds traps in a text; nothing when it could not be read. */
export type Check = (text: string) => Promise<TrapView[] | null>

export class Checking {
  /** Milliseconds of rest before a text is read. */
  static readonly REST = 300

  /** What was found in the text as it was last read. */
  traps = $state.raw<TrapView[]>([])
  /** The text as it is now has been read, and nothing was found. */
  clear = $state(false)

  #text: string | undefined
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly check: Check) {}

  /** Called with the text as it is now. What was found in another text is let go of at once. */
  look(text: string): void {
    if (text === this.#text) return
    this.#text = text
    this.traps = []
    this.clear = false
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => void this.#read(text), Checking.REST)
  }

  leave(): void {
    clearTimeout(this.#rest)
  }

  /** An answer about a text that has changed since is of no use. */
  async #read(text: string): Promise<void> {
    const found = text.trim() === '' ? [] : await this.check(text)
    if (text !== this.#text) return
    this.traps = found ?? []
    this.clear = text.trim() !== '' && found?.length === 0
  }
}
