/** An own requirement while the officer writes it: nothing is kept until it is whole. */
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

export class OwnDraft {
  written: CustomRequirement
  /** The duties as they are typed, one a line. */
  lines: string
  #done = $state(false)

  constructor(start: CustomRequirement) {
    this.written = $state(start)
    this.lines = $state(start.duties.join('\n'))
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

  #duties(): string[] {
    return this.lines.split('\n').filter((line) => line.trim() !== '')
  }
}
