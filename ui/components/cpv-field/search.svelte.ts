import type { CpvHits, CpvSource } from './types'

/** The search as it is typed. An answer that comes late, for words that are no longer there, is dropped. */
export class CpvSearch {
  words = $state('')
  found = $state<CpvHits>({ hits: [], total: 0 })
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
    if (this.idle) return this.#show({ hits: [], total: 0 })
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

/** A text in pieces, where those that match a searched word are marked. */
export function marked(text: string, words: string): { text: string; hit: boolean }[] {
  const wanted = words.trim().split(/\s+/).filter(Boolean).map(escape)
  if (wanted.length === 0) return [{ text, hit: false }]
  const pieces = text.split(new RegExp(`(${wanted.join('|')})`, 'i'))
  return pieces.map((piece, at) => ({ text: piece, hit: at % 2 === 1 })).filter((piece) => piece.text !== '')
}

function escape(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
