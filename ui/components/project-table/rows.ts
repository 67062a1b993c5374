import { t } from '$lib/text.svelte'
import type { ProjectRow } from '../../generated/types'

export const COLUMNS = ['title', 'state', 'nextDate', 'value', 'changed'] as const

export type Column = (typeof COLUMNS)[number]

/** The order of the rows. */
export interface Sorting {
  by: Column
  descending: boolean
}

/** What a project is called on screen. */
export function nameOf(project: Pick<ProjectRow, 'title'>): string {
  return project.title.trim() || t('shell.untitled')
}

/** The projects with every word of a search in their title, case number or authority. */
export function matching(projects: readonly ProjectRow[], search: string): ProjectRow[] {
  const words = search.toLocaleLowerCase('sv').split(/\s+/).filter(Boolean)
  return projects.filter((project) => {
    const text = `${nameOf(project)} ${project.reference} ${project.authority}`.toLocaleLowerCase('sv')
    return words.every((word) => text.includes(word))
  })
}

/** The projects in the asked order. */
export function sorted(projects: readonly ProjectRow[], sorting: Sorting): ProjectRow[] {
  return projects.toSorted((a, b) => (sorting.descending ? compare(b, a, sorting.by) : compare(a, b, sorting.by)))
}

/** The order after pressing a column's head: a new column begins as it is most useful, the same one turns round. */
export function sortedBy(column: Column, before: Sorting): Sorting {
  if (before.by === column) return { by: column, descending: !before.descending }
  return { by: column, descending: column === 'changed' || column === 'value' }
}

const swedish = new Intl.Collator('sv', { numeric: true })

function compare(a: ProjectRow, b: ProjectRow, by: Column): number {
  switch (by) {
    case 'title':
      return swedish.compare(nameOf(a), nameOf(b))
    case 'state':
      return swedish.compare(a.state, b.state)
    case 'nextDate':
      // A project without a date has nothing that is due: it comes after those that have.
      return (a.nextDate ?? '9999').localeCompare(b.nextDate ?? '9999')
    case 'value':
      return (a.valueSek ?? 0) - (b.valueSek ?? 0)
    case 'changed':
      return Date.parse(a.changed) - Date.parse(b.changed)
  }
}
