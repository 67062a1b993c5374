/** The officer's projects on the start page: finding one among many, and putting them aside. */
import { matching, nameOf, type Sorting } from '$components/project-table/rows'
import type { Desk } from '$lib/desk.svelte'
import { t, type TextKey } from '$lib/text.svelte'
import type { Mark, ProjectGroup, ProjectRow } from '../generated/types'

/** From how many projects on there is something to search among. */
const MANY = 2

export class Projects {
  search = $state('')
  sorting = $state.raw<Sorting>({ by: 'changed', descending: true })
  /** The removed project that the officer is asked about, before it is deleted for good. */
  erasing = $state.raw<ProjectRow | null>(null)
  /** The damaged files that would be deleted with it; nothing until they have been looked for. */
  damaged = $state.raw<string[] | null>(null)

  constructor(
    private readonly desk: Pick<
      Desk,
      'start' | 'notice' | 'copyProject' | 'markProject' | 'damagedFiles' | 'eraseProject'
    >
  ) {}

  get all(): readonly ProjectRow[] {
    return this.desk.start?.projects ?? []
  }

  get found(): ProjectRow[] {
    return matching(this.all, this.search)
  }

  get searchable(): boolean {
    return this.all.length >= MANY
  }

  get searching(): boolean {
    return this.search.trim() !== ''
  }

  /** The found projects that stand in one place of the page. */
  in(group: ProjectGroup): ProjectRow[] {
    return this.found.filter((project) => project.group === group)
  }

  /** All that was sought is seen: what is folded away opens when something in it was found. */
  opens(group: ProjectGroup): boolean {
    return this.searching && this.in(group).length > 0
  }

  async copy(project: ProjectRow): Promise<void> {
    if (await this.desk.copyProject(project.id)) this.desk.notice = { text: told('copied', project) }
  }

  /** Makes something of a project, or no longer, and says so with a way back. */
  async mark(project: ProjectRow, mark: Mark, on: boolean): Promise<void> {
    if (!(await this.desk.markProject(project.id, mark, on))) return
    const undo = () => void this.desk.markProject(project.id, mark, !on)
    this.desk.notice = { text: told(`${mark}.${on ? 'on' : 'off'}`, project), undo }
  }

  /** Asks before a removed project is deleted for good. */
  async ask(project: ProjectRow): Promise<void> {
    // What can be undone is told no longer beside what cannot.
    this.desk.notice = null
    this.erasing = project
    this.damaged = null
    this.damaged = await this.desk.damagedFiles()
  }

  keep(): void {
    this.erasing = null
  }

  /** Deletes the project that was asked about; when it could not be done the question stays, beside why. */
  async erase(): Promise<void> {
    const { erasing: project, damaged } = this
    if (!project || !damaged || !(await this.desk.eraseProject(project.id, damaged))) return
    this.erasing = null
    this.desk.notice = { text: told('erased', project) }
  }
}

const known = new WeakMap<Desk, Projects>()

/** The projects of a desk, found and sorted as they were when the officer left them for one of them. */
export function projectsAt(desk: Desk): Projects {
  const projects = known.get(desk) ?? new Projects(desk)
  known.set(desk, projects)
  return projects
}

/** What was done with a project: "”Lokalvård” togs bort." */
function told(what: 'copied' | 'erased' | `${Mark}.${'on' | 'off'}`, project: ProjectRow): string {
  return t(`start.told.${what}` satisfies TextKey, { title: nameOf(project) })
}
