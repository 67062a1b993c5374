import type { EntryId, PlanRow } from '../../generated/types'

/** The row of the plan whose checks are pointed out on the time line: one at a time, or none. */
export class Selection {
  #entry = $state<EntryId | null>(null)

  /** The row, as long as it is in the plan. */
  of(rows: readonly PlanRow[]): PlanRow | undefined {
    return rows.find(({ entry }) => entry === this.#entry)
  }

  /** Chooses a row; the one that is chosen is let go. */
  toggle(entry: EntryId): void {
    this.#entry = this.#entry === entry ? null : entry
  }

  /** The row that an arrow leads to from this one, chosen; none at the ends and for other keys. */
  step(rows: readonly PlanRow[], from: EntryId, key: string): PlanRow | undefined {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[key]
    const at = rows.findIndex(({ entry }) => entry === from)
    const next = step === undefined || at < 0 ? undefined : rows[at + step]
    if (next) this.#entry = next.entry
    return next
  }
}
