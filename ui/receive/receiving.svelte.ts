/** Project files that come in: what one holds is shown, and nothing is changed before the officer has chosen. */
import { SvelteMap } from 'svelte/reactivity'
import type { Desk, Notice } from '$lib/desk.svelte'
import { t } from '$lib/text.svelte'
import { asKept } from '$components/requirement-card/rewriting.svelte'
import type { Settled, Choices, ConflictRow, DamagedView, FileView, ReceivedView, Side, Way } from '../generated/types'

const NONE: Choices = { all: null, each: {} }

type Asked = Pick<Desk, 'chooseProjectFile' | 'lookAtAskedFile' | 'lookAtFile' | 'takeInFile' | 'step'>

export class Receiving {
  /** What the file holds, while the officer decides. */
  file = $state.raw<ReceivedView | null>(null)
  /** Why the file cannot be read. */
  damaged = $state.raw<DamagedView | null>(null)
  /** The officer asked to merge while a conflict was open: the first of them. */
  missing = $state.raw<ConflictRow | null>(null)
  /** How many files more wait to be looked at. */
  waiting = $state(0)
  /** A file is being chosen or read. */
  looking = $state(false)
  readonly #written = new SvelteMap<string, string>()
  #choices = NONE
  /** The project here was updated, rather than merged. */
  #updates = false

  constructor(private readonly desk: Asked & { notice: Notice | null }) {}

  /** Asks which file. */
  choose(): Promise<void> {
    return this.#look(() => this.desk.chooseProjectFile(() => void this.choose()))
  }

  /** Looks at the file that was dropped on the window, or that the program was started with. */
  async lookAtAsked(): Promise<void> {
    if (this.looking) return
    // What is told of while it looks is counted again.
    this.waiting = 0
    return this.#look(() => this.desk.lookAtAskedFile(() => void this.choose()))
  }

  /** Looks once more at the file that is shown, as what is here may have changed. */
  async again(): Promise<void> {
    if (!this.file) return
    const seen = await this.desk.lookAtFile(this.#choices)
    if (seen) this.#show(seen)
  }

  /** The conflicts that are not decided. */
  readonly open = $derived(this.file?.together?.conflicts.filter(({ chosen }) => chosen === null) ?? [])

  /** Chooses in one conflict. A choice can bring another to light. */
  async take(field: string, choice: Settled): Promise<void> {
    this.#choices = { ...this.#choices, each: { ...this.#choices.each, [field]: choice } }
    await this.again()
  }

  /** The officer's own text in a conflict, a paragraph a line; it begins as what stands here. */
  written({ field, own }: ConflictRow): string {
    return this.#written.get(field) ?? own?.mine.join('\n') ?? ''
  }

  /** Writes an own text in a conflict. */
  write(row: ConflictRow, text = this.written(row)): Promise<void> {
    this.#written.set(row.field, text)
    return this.take(row.field, { own: asKept(text.split('\n'), row.own?.values ?? []).join('\n') })
  }

  /** Chooses the same side in all of them. */
  async takeAll(side: Side): Promise<void> {
    this.#choices = { all: side, each: {} }
    await this.again()
  }

  /** True when it was done. When it could not be, what is here is shown as it is, beside why. */
  async takeIn(way: Way): Promise<boolean> {
    this.missing = (way === 'merge' && this.open[0]) || null
    if (this.missing) return false
    this.#updates = this.file?.standing === 'newer'
    if (!(await this.desk.takeInFile(way, this.#choices))) {
      await this.again()
      return false
    }
    this.leave()
    return true
  }

  /** Says, where the project is shown, what became of it, with a way to take it all back. */
  tell(): void {
    const text = t(this.#updates ? 'receive.done.updated' : 'receive.done.merged')
    this.desk.notice = { text, undo: () => void this.desk.step('undo'), lastStep: true }
  }

  /** Leaves the file as it is, and all here as it was. */
  leave(): void {
    this.file = null
    this.damaged = null
    this.missing = null
    this.#choices = NONE
  }

  async #look(look: () => Promise<FileView | null>): Promise<void> {
    if (this.looking) return
    this.looking = true
    const seen = await look()
    this.looking = false
    if (!seen) return
    this.waiting = Math.max(this.waiting, seen.file.left)
    this.leave()
    if (seen.outcome === 'held') this.file = seen.file
    else this.damaged = seen.file
  }

  #show(file: ReceivedView): void {
    this.file = file
    const { missing } = this
    if (missing && !this.open.some(({ field }) => field === missing.field)) this.missing = null
  }
}
