/** An own requirement while the officer writes it: nothing is kept in the project until it is whole. */
import type { Typed } from '$lib/typed.svelte'
import type { Checker, CustomRequirement, EntryId, FollowUp, Theme } from '../../generated/types'

/** What is being written, and the requirement that it is kept as. */
export interface Writing {
  entry: EntryId
  start: CustomRequirement
  /** It is in the project already. */
  known: boolean
}

const CHECKED: FollowUp = { who: 'contract_manager', first_after_days: 180, every_months: 12 }

/** A new one, with what most requirements have: a contract term that the contract manager checks once a year. */
export function newOwn(theme: Theme): Writing {
  const start: CustomRequirement = {
    theme,
    level: 'base',
    placement: 'contract_term',
    title: '',
    duties: [],
    motive: '',
    evidence_tender: '',
    evidence_contract: '',
    follow_up: CHECKED,
    how_checked: '',
    follow_up_hours: 2,
    sanction: 'cure'
  }
  return { entry: newId(), start, known: false }
}

/** An id that no copy of the project gives to another requirement. */
function newId(): EntryId {
  const random = crypto.getRandomValues(new Uint8Array(8))
  return `own-${Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** Where a requirement that is not whole lies among what is typed. A new one has no place of its own until it is kept. */
export function draftField({ entry, known }: Writing): string {
  return known ? `own.${entry}` : 'own'
}

export class OwnDraft {
  written: CustomRequirement
  /** It was begun before, and left. */
  resumed: boolean
  #lines: string
  #done = $state(false)

  /** Goes on where the officer left. */
  constructor(
    private readonly writing: Writing,
    private readonly typed: Pick<Typed, 'get' | 'set' | 'delete'>
  ) {
    const left = readDraft(typed.get(draftField(writing)), writing.start)
    this.resumed = $state(left !== null)
    this.written = $state(left?.written ?? writing.start)
    this.#lines = $state(left?.lines ?? writing.start.duties.join('\n'))
  }

  /** The duties as they are typed, one a line. */
  get lines(): string {
    return this.#lines
  }

  set lines(lines: string) {
    this.#lines = lines
    this.#lay()
  }

  /** Lets go of what was left, and begins from the beginning. */
  beginAnew(): void {
    const { start } = this.writing
    this.typed.delete(draftField(this.writing))
    this.written = start
    this.#lines = start.duties.join('\n')
    this.resumed = this.#done = false
  }

  /** Nothing is said to be missing until the officer is done. */
  get unnamed(): boolean {
    return this.#done && this.written.title.trim() === ''
  }

  get dutiless(): boolean {
    return this.#done && this.#duties().length === 0
  }

  set(part: Partial<CustomRequirement>): void {
    this.written = { ...this.written, ...part }
    this.#lay()
  }

  /** Who checks; nobody leaves no days to check on. */
  checkedBy(who: Checker | 'nobody'): void {
    const before = this.written.follow_up ?? CHECKED
    this.set({ follow_up: who === 'nobody' ? null : { ...before, who } })
  }

  /** When it is checked. */
  checkedAt(when: Partial<Pick<FollowUp, 'first_after_days' | 'every_months'>>): void {
    const { follow_up } = this.written
    if (follow_up) this.set({ follow_up: { ...follow_up, ...when } })
  }

  /** What is kept, with a duty for each line that says something; nothing while it is not whole. */
  finish(): CustomRequirement | null {
    this.#done = true
    if (this.unnamed || this.dutiless) return null
    return { ...$state.snapshot(this.written), duties: this.#duties() }
  }

  #lay(): void {
    const draft: Draft = { written: $state.snapshot(this.written), lines: this.#lines }
    this.typed.set(draftField(this.writing), JSON.stringify(draft))
  }

  #duties(): string[] {
    return this.lines.split('\n').filter((line) => line.trim() !== '')
  }
}

/** What lies of a requirement that is not whole. */
interface Draft {
  written: CustomRequirement
  lines: string
}

/** A draft of another version of the program, which knows other parts, is not gone on with. */
function readDraft(text: string | undefined, start: CustomRequirement): Draft | null {
  if (text === undefined) return null
  const left = JSON.parse(text) as Draft
  return Object.keys(start).every((part) => part in left.written) ? left : null
}
