/** Restoring from a backup: what one holds is seen first, and it comes back as a project of its own. */
import type { Desk } from '$lib/desk.svelte'
import { daysBetween } from '$lib/format'
import type { BackupRow, BackupView, ProjectId, RefusalView } from '../generated/types'

type Day = 'today' | 'yesterday' | 'earlier'

type Asked = Pick<Desk, 'backups' | 'lookInBackup' | 'restoreBackup'>

export class Restoring {
  /** The backups that the project is in, the newest first; nothing while none are shown. */
  rows = $state.raw<readonly BackupRow[] | null>(null)
  /** What was found damaged of all backups, and what has been done about it. */
  damaged = $state.raw<readonly RefusalView[]>([])
  /** The name of the one that is chosen. */
  chosen = $state<string | null>(null)
  /** What it holds, when it has been opened and checked. */
  held = $state.raw<BackupView | null>(null)
  /** It could not be opened; why is said beside. */
  refused = $state(false)
  #project: ProjectId | null = null

  constructor(private readonly desk: Asked) {}

  /** Shows the backups of a project, with what the newest holds. */
  async show(project: ProjectId): Promise<void> {
    this.#project = project
    const backups = await this.desk.backups(project)
    this.rows = backups?.rows ?? null
    this.damaged = backups?.damaged ?? []
    const newest = this.rows?.[0]
    if (newest) await this.choose(newest.name)
  }

  /** Opens and checks one of them. */
  async choose(name: string): Promise<void> {
    this.chosen = name
    this.held = null
    this.refused = false
    const held = this.#project === null ? null : await this.desk.lookInBackup(this.#project, name)
    if (this.chosen !== name) return
    this.held = held
    this.refused = held === null
  }

  /** Makes a project of its own of what the chosen one holds. The name of that; nothing when it was not done. */
  async restore(): Promise<string | null> {
    const { held } = this
    if (!this.#project || !held || !(await this.desk.restoreBackup(this.#project, held.name))) return null
    this.leave()
    return held.title
  }

  leave(): void {
    this.rows = null
    this.chosen = null
    this.held = null
    this.refused = false
  }
}

/** The backups by day, as seen from `now`. */
export function byDay(rows: readonly BackupRow[], now: Date): { day: Day; rows: BackupRow[] }[] {
  const dayOf = (row: BackupRow): Day => {
    const passed = daysBetween(row.at, now)
    if (passed === 0) return 'today'
    return passed === 1 ? 'yesterday' : 'earlier'
  }
  const days: Day[] = ['today', 'yesterday', 'earlier']
  return days
    .map((day) => ({ day, rows: rows.filter((row) => dayOf(row) === day) }))
    .filter(({ rows }) => rows.length > 0)
}
