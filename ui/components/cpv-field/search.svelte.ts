import { NO_CODES } from '$lib/cpv'
import type { CpvHits } from '../../generated/types'

/** Searches the codes. */
export type CpvSource = (words: string) => Promise<CpvHits>

/** The search as it is typed. An answer that comes late, for words that are no longer there, is dropped. */
export class CpvSearch {
  words = $state('')
  found = $state<CpvHits>(NO_CODES)
  searching = $state(false)

  #source: CpvSource
  #latest = 0

  constructor(source: CpvSource) {
    this.#source = source
  }

  get idle(): boolean {
    return this.words.trim() === ''
  }

  async type(words: string): Promise<void> {
    this.words = words
    const asked = ++this.#latest
    if (this.idle) return this.#show(NO_CODES)
    this.searching = true
    const found = await this.#source(words.trim())
    if (asked === this.#latest) this.#show(found)
  }

  clear(): void {
    void this.type('')
  }

  #show(found: CpvHits): void {
    this.found = found
    this.searching = false
  }
}
