/** What has been typed and is not kept in the project: what could not be read, what is only half written. */
import { SvelteMap } from 'svelte/reactivity'
import type { ProjectId } from '../generated/types'

/** Where it lies while the window is closed. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export class Typed {
  readonly #texts = new SvelteMap<string, string>()
  readonly #shelf: Shelf | undefined
  #project: ProjectId | null = null

  /** Without a shelf nothing outlives the window. */
  constructor(shelf?: Shelf) {
    this.#shelf = shelf
  }

  /** Takes out what was left in a project; what belongs to another lies until that one is opened. */
  open(project: ProjectId): void {
    if (project === this.#project) return
    this.#project = project
    this.#texts.clear()
    for (const [field, text] of left(this.#shelf?.getItem(place(project)))) this.#texts.set(field, text)
  }

  get(field: string): string | undefined {
    return this.#texts.get(field)
  }

  set(field: string, text: string): void {
    this.#texts.set(field, text)
    this.#lay()
  }

  delete(field: string): void {
    if (this.#texts.delete(field)) this.#lay()
  }

  /** Lets go of a field and of the parts of it. */
  deleteAll(field: string): void {
    for (const name of [...this.#texts.keys()]) if (name === field || name.startsWith(`${field}.`)) this.delete(name)
  }

  /** A project is deleted for good: nothing of it is left here either. */
  forget(project: ProjectId): void {
    this.#shelf?.removeItem(place(project))
    if (project !== this.#project) return
    this.#project = null
    this.#texts.clear()
  }

  #lay(): void {
    if (this.#project === null) return
    if (this.#texts.size === 0) this.#shelf?.removeItem(place(this.#project))
    else this.#shelf?.setItem(place(this.#project), JSON.stringify([...this.#texts]))
  }
}

function place(project: ProjectId): string {
  return `typed/${project}`
}

/** What another version of the program has left is not read. */
function left(text: string | null | undefined): [string, string][] {
  try {
    const found: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(found) ? found.filter(isPair) : []
  } catch {
    return []
  }
}

function isPair(found: unknown): found is [string, string] {
  return Array.isArray(found) && found.length === 2 && found.every((part) => typeof part === 'string')
}
