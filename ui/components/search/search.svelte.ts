import type { HitView, SearchView } from '../../generated/types'

/** Searches the project and all beside it. */
export type SearchSource = (words: string) => Promise<SearchView>

const NOTHING: SearchView = { groups: [], total: 0 }

/** The search as it is typed, with the row that Enter takes. An answer for words that are no longer there is dropped. */
export class Search {
  words = $state('')
  found = $state.raw<SearchView>(NOTHING)
  searching = $state(false)
  /** The row that is marked. */
  at = $state(0)

  readonly hits = $derived.by(() => this.found.groups.flatMap(({ hits }) => hits))

  #source: SearchSource
  #latest = 0

  constructor(source: SearchSource) {
    this.#source = source
  }

  get marked(): HitView | undefined {
    return this.hits[this.at]
  }

  async type(words: string): Promise<void> {
    this.words = words
    const asked = ++this.#latest
    this.searching = true
    const found = await this.#source(words.trim())
    if (asked !== this.#latest) return
    this.found = found
    this.at = 0
    this.searching = false
  }

  /** Marks the next row or the one before, round the list. */
  move(step: 1 | -1): void {
    const rows = this.hits.length
    if (rows > 0) this.at = (this.at + step + rows) % rows
  }
}
