/** Projects leave as files: the open one without all that is in it, or many at once. What goes along is chosen first. */
import { SvelteSet } from 'svelte/reactivity'
import type { Desk } from '$lib/desk.svelte'
import { plural, t } from '$lib/text.svelte'
import type { Content, ProjectId, ProjectRow, RefusalView } from '../generated/types'

/** How many have been saved, of how many. */
export interface Progress {
  done: number
  all: number
}

/** A project that could not be saved. */
export interface Failed {
  row: ProjectRow
  why: RefusalView
}

type Asked = Pick<Desk, 'saveProjectFile' | 'chooseFolderToSend' | 'sendProject' | 'showSaved'>

export class Sending {
  /** The officer is asked what is to go along. */
  asking = $state(false)
  /** The projects to choose among; none when the open one is to be saved. */
  rows = $state.raw<readonly ProjectRow[] | null>(null)
  content = $state<Content>('all')
  /** While it goes on. */
  progress = $state.raw<Progress | null>(null)
  /** Those that could not be saved, until the officer has read why. */
  failed = $state.raw<readonly Failed[]>([])
  /** Those that are to stay. */
  readonly #staying = new SvelteSet<ProjectId>()
  #stopped = false
  #busy = false

  constructor(private readonly desk: Asked & Pick<Desk, 'notice'>) {}

  /** Asks what is to be left out of the open project. */
  askAboutOpen(): void {
    this.#ask(null, 'no_notes')
  }

  /** Asks about several, all of them chosen. */
  askAbout(rows: readonly ProjectRow[]): void {
    this.#ask(rows, 'all')
  }

  #ask(rows: readonly ProjectRow[] | null, content: Content): void {
    if (this.#busy) return
    this.#staying.clear()
    this.rows = rows
    this.content = content
    this.failed = []
    this.asking = true
  }

  goes({ id }: ProjectRow): boolean {
    return !this.#staying.has(id)
  }

  choose({ id }: ProjectRow, goes: boolean): void {
    if (goes) this.#staying.delete(id)
    else this.#staying.add(id)
  }

  /** Chooses all, or none when all are chosen. */
  chooseAll(goes: boolean): void {
    for (const row of this.rows ?? []) this.choose(row, goes)
  }

  get chosen(): readonly ProjectRow[] {
    return (this.rows ?? []).filter((row) => this.goes(row))
  }

  /** Leaves the question; what has been saved stays where it is. */
  leave(): void {
    this.#stopped = true
    if (this.progress === null) this.asking = false
  }

  /** Asks where, and saves. One dialog at a time, however often the button is pressed. */
  async save(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    if (this.rows === null) await this.#saveOpen()
    else await this.#saveAll(this.chosen)
    this.#busy = false
  }

  async #saveOpen(): Promise<void> {
    this.asking = false
    await this.desk.saveProjectFile(this.content)
  }

  /** One after the other, until the officer has had enough. One that cannot be saved keeps no other from it. */
  async #saveAll(rows: readonly ProjectRow[]): Promise<void> {
    const place = await this.desk.chooseFolderToSend()
    if (place === null) return
    this.#stopped = false
    const failed: Failed[] = []
    let done = 0
    for (const row of rows) {
      this.progress = { done, all: rows.length }
      if (this.#stopped) break
      const why = await this.desk.sendProject(row.id, this.content)
      if (why) failed.push({ row, why })
      else done += 1
    }
    this.progress = null
    this.failed = failed
    this.asking = failed.length > 0
    if (done > 0) this.#tell(done, rows.length, place)
  }

  #tell(done: number, all: number, place: string): void {
    const text = done === all ? plural('sending.done', done, { place }) : t('sending.stopped', { done, all, place })
    this.desk.notice = { text, show: { label: t('about.show'), go: () => void this.desk.showSaved() } }
  }
}

const known = new WeakMap<Desk, Sending>()

/** What is being sent from a desk. */
export function sendingFrom(desk: Desk): Sending {
  const sending = known.get(desk) ?? new Sending(desk)
  known.set(desk, sending)
  return sending
}
