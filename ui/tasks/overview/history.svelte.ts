/** What has been done to a project: found by its words, compared, named and brought back. Nothing of it is ever erased. */
import type { Desk, Notice } from '$lib/desk.svelte'
import { formatMoment } from '$lib/format'
import { t } from '$lib/text.svelte'
import type { DifferenceRow, HistoryRow, RevisionId } from '../../generated/types'

type Asked = Pick<Desk, 'history' | 'compareVersions' | 'nameVersion' | 'bringBack' | 'step'>

/** Two versions beside each other. */
export interface Compared {
  before: HistoryRow
  /** The later one; none is the project as it is now. */
  after: RevisionId | null
  rows: readonly DifferenceRow[]
}

/** Which version it is: when it was saved, and its name or else what was done. */
export function versionOf(row: HistoryRow): string {
  return `${formatMoment(row.at)}: ${row.name ?? row.words}`
}

export class History {
  rows = $state.raw<readonly HistoryRow[]>([])
  search = $state('')
  compared = $state.raw<Compared | null>(null)
  /** The version that is to be named. */
  naming = $state.raw<HistoryRow | null>(null)

  constructor(private readonly desk: Asked & { notice: Notice | null }) {}

  /** Those with every word of the search in what was done, who did it or what the version is called. */
  readonly found = $derived.by(() => {
    const words = this.search.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
    const text = (row: HistoryRow) => `${row.words} ${row.officer} ${row.name ?? ''}`.toLocaleLowerCase('sv')
    return this.rows.filter((row) => words.every((word) => text(row).includes(word)))
  })

  async compare(before: HistoryRow, after: RevisionId | null): Promise<void> {
    const rows = await this.desk.compareVersions(before.revision, after)
    if (rows) this.compared = { before, after, rows }
  }

  /** An empty name takes it away. */
  async name(name: string): Promise<void> {
    const row = this.naming
    const rows = row && (await this.desk.nameVersion(row.revision, name))
    if (!rows) return
    this.rows = rows
    this.naming = null
  }

  async bringBack(row: HistoryRow): Promise<void> {
    if (!(await this.desk.bringBack(row.revision))) return
    this.compared = null
    this.desk.notice = { text: t('overview.broughtBack'), undo: () => void this.desk.step('undo'), lastStep: true }
  }
}
