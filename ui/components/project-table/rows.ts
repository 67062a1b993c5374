import type { Column, Phase, ProjectView, Sorting } from './types'

export const PHASES: readonly Phase[] = ['preparing', 'running', 'completed']

export interface Group {
  phase: Phase
  projects: ProjectView[]
}

/** The projects by phase, those phases that have any, each in the asked order. */
export function groups(projects: readonly ProjectView[], sorting: Sorting): Group[] {
  const ordered = projects.toSorted((a, b) =>
    sorting.descending ? compare(b, a, sorting.by) : compare(a, b, sorting.by)
  )
  const all = PHASES.map((phase) => ({ phase, projects: ordered.filter((project) => project.phase === phase) }))
  return all.filter((group) => group.projects.length > 0)
}

/** The order after pressing a column's head: a new column begins as it is most useful, the same one turns round. */
export function sortedBy(column: Column, before: Sorting): Sorting {
  if (before.by === column) return { by: column, descending: !before.descending }
  return { by: column, descending: column === 'changed' || column === 'value' }
}

function compare(a: ProjectView, b: ProjectView, by: Column): number {
  switch (by) {
    case 'title':
      return a.title.localeCompare(b.title, 'sv')
    case 'state':
      return a.state.localeCompare(b.state, 'sv', { numeric: true })
    case 'nextDate':
      // A project without a date has nothing that is due: it comes after those that have.
      return (a.nextDate ?? '9999').localeCompare(b.nextDate ?? '9999')
    case 'value':
      return (a.valueSek ?? 0) - (b.valueSek ?? 0)
    case 'changed':
      return a.changed.getTime() - b.changed.getTime()
  }
}
