/** Where the officer was in each project, so that one that is opened again opens there. */
import type { ProjectId } from '../generated/types'
import type { Shelf } from './typed.svelte'

export class LeftOff {
  readonly #shelf: Shelf | undefined

  /** Without a shelf nothing outlives the window. */
  constructor(shelf?: Shelf) {
    this.#shelf = shelf
  }

  /** The link to where the officer is. */
  keep(project: ProjectId, href: string): void {
    this.#shelf?.setItem(place(project), href)
  }

  /** The link to where the officer was; none when the project has not been worked in here. */
  at(project: ProjectId): string | undefined {
    return this.#shelf?.getItem(place(project)) ?? undefined
  }

  /** A project is deleted for good: nothing of it is left here either. */
  forget(project: ProjectId): void {
    this.#shelf?.removeItem(place(project))
  }
}

function place(project: ProjectId): string {
  return `left-off/${project}`
}
