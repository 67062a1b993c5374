/** What has changed in the catalogue since the requirements were chosen: kept, taken over, or left for later. */
import { SvelteSet } from 'svelte/reactivity'
import type { Desk, Notice } from '$lib/desk.svelte'
import { t } from '$lib/text.svelte'
import type { EditionView, EntryId, ProjectView } from '../../generated/types'

type Titled = Pick<EditionView, 'entry' | 'title'>

export class Deciding {
  /** What the officer has put off: folded until shown again, and asked about the next time. */
  readonly #later = new SvelteSet<EntryId>()

  constructor(private readonly desk: Pick<Desk, 'edit'> & { notice: Notice | null }) {}

  async accept(edition: Titled): Promise<boolean> {
    if (!(await this.desk.edit({ edit: 'accept_edition', entry: edition.entry }))) return false
    this.desk.notice = { text: t('editions.accepted', { title: edition.title }) }
    return true
  }

  async keep(edition: Titled): Promise<boolean> {
    if (!(await this.desk.edit({ edit: 'keep_edition', entry: edition.entry }))) return false
    this.desk.notice = { text: t('editions.keptNotice', { title: edition.title }) }
    return true
  }

  putOff(edition: Titled): void {
    this.#later.add(edition.entry)
  }

  show(edition: Titled): void {
    this.#later.delete(edition.entry)
  }

  isPutOff(edition: Titled): boolean {
    return this.#later.has(edition.entry)
  }
}

/** What waits for a decision, what is kept, and what this catalogue does not have. */
export function sorted({ editions }: Pick<ProjectView, 'editions'>) {
  return {
    asked: editions.filter(({ asks }) => asks),
    kept: editions.filter(({ kept }) => kept),
    elsewhere: editions.filter(({ asks, kept }) => !asks && !kept)
  }
}
