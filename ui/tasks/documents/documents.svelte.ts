/** Task 7: the document as it would be printed now, in the language that the officer chose for it. */
import type { Desk } from '$lib/desk.svelte'
import type { DocumentName, DocumentView, Form, Language, OutlineRow } from '../../generated/types'

export class DocumentsState {
  /** The document that is shown. */
  name = $state<DocumentName>('specification')
  language = $state<Language>('sv')
  /** The last pages that were made; they are shown until there are new ones. */
  view = $state.raw<DocumentView | null>(null)
  working = $state(false)
  /** The page in view, from 1. */
  page = $state(1)
  /** The heading that one is at. */
  readonly current = $derived(this.view && headingOn(this.view.outline, this.page))

  #desk: Desk
  #asked = 0
  #saving = false

  constructor(desk: Desk) {
    this.#desk = desk
    this.language = desk.settings.language
  }

  /** Makes the pages anew. An answer to an older question is left aside. */
  async make(): Promise<void> {
    const asked = ++this.#asked
    this.working = true
    const view = await this.#desk.document(this.name, this.language)
    if (asked !== this.#asked) return
    this.working = false
    if (view) this.view = view
  }

  save(form: Form): Promise<void> {
    return this.#once(() => this.#desk.saveDocument(this.name, form, this.language))
  }

  print(): Promise<void> {
    return this.#once(() => this.#desk.printDocument(this.name, this.language))
  }

  saveFixed(version: string): Promise<void> {
    return this.#once(() => this.#desk.saveFixed(version, this.name, this.language))
  }

  saveProjectFile(): Promise<void> {
    return this.#once(() => this.#desk.saveProjectFile('all'))
  }

  /** One dialog at a time, however often the button is pressed. */
  async #once(save: () => Promise<void>): Promise<void> {
    if (this.#saving) return
    this.#saving = true
    await save()
    this.#saving = false
  }
}

/** The first heading on a page, or the last one before it. */
export function headingOn(outline: readonly OutlineRow[], page: number): OutlineRow | null {
  return outline.find((row) => row.page === page) ?? outline.findLast((row) => row.page < page) ?? null
}
