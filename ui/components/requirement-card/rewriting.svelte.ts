/** The duties of a requirement while the officer rewrites them: a row each, kept whole at every change. */
import { tick } from 'svelte'
import { withValues } from '$components/checked-text/marks'
import type { WordingValue, WordingView } from '../../generated/types'

export interface Row {
  /** The same while the row is there, wherever it is moved. */
  id: number
  text: string
}

/** What is typed, with each value as it is kept. One that has been typed in is no value any more. */
export function asKept(duties: string[], values: WordingValue[]): string[] {
  return duties.map((duty) => withValues(duty, values, ({ slot }) => slot))
}

export class Rewriting {
  rows = $state<Row[]>([])
  /** All values that can stand in the text, or have: one that is cut out reads otherwise in the meantime, and can be put back. */
  values = $state.raw<WordingValue[]>([])

  #next = 0
  /** The duties as they were last seen outside. */
  #seen = ''
  /** How many changes are on their way. */
  #sent = 0
  /** The text as it now stands outside. */
  #outside: WordingView

  constructor(
    wording: WordingView,
    /** True when it was kept. */
    private readonly keep: (duties: string[]) => Promise<boolean>
  ) {
    this.#outside = wording
    this.follow(wording)
  }

  /**
   * Called when the text has changed outside, as by undo; what was just sent comes back and changes nothing. While changes are
   * on their way, what comes back is older than what is seen here.
   */
  follow(wording: WordingView): void {
    this.#outside = wording
    const gone = this.values.filter(({ shown }) => !wording.values.some((value) => value.shown === shown))
    this.values = [...wording.values, ...gone]
    if (this.#sent > 0) return
    const { duties } = wording
    const seen = JSON.stringify(duties)
    if (seen === this.#seen) return
    this.#seen = seen
    if (seen === JSON.stringify(this.#said())) return
    this.rows = duties.map((text, at) => ({ id: this.rows[at]?.id ?? this.#id(), text }))
  }

  write({ id }: Row, text: string): void {
    this.rows = this.rows.map((row) => (row.id === id ? { id, text } : row))
    void this.#keep()
  }

  /** An empty row, kept when something is written in it. */
  addAfter(row: Row | undefined): Row {
    const added = { id: this.#id(), text: '' }
    this.rows = this.rows.toSpliced(row ? this.#at(row) + 1 : this.rows.length, 0, added)
    return added
  }

  remove(row: Row): void {
    this.rows = this.rows.filter(({ id }) => id !== row.id)
    if (row.text.trim() !== '') void this.#keep()
  }

  /** Moves a row one step: -1 is up. */
  move(row: Row, step: -1 | 1): void {
    const from = this.#at(row)
    const others = this.rows.filter(({ id }) => id !== row.id)
    this.rows = others.toSpliced(from + step, 0, row)
    void this.#keep()
  }

  async #keep(): Promise<void> {
    this.#sent += 1
    const kept = await this.keep(asKept(this.#said(), this.values))
    await tick()
    this.#sent -= 1
    // What could not be kept stays as it was typed.
    if (!kept) this.#seen = JSON.stringify(this.#outside.duties)
    this.follow(this.#outside)
  }

  #said(): string[] {
    return this.rows.map(({ text }) => text.trim()).filter((text) => text !== '')
  }

  #at(row: Row): number {
    return this.rows.findIndex(({ id }) => id === row.id)
  }

  #id(): number {
    this.#next += 1
    return this.#next
  }
}
