import type { ProjectRow } from '../../generated/types'

export type Column = 'title' | 'state' | 'nextDate' | 'value' | 'changed'

/** The order of the rows. */
export interface Sorting {
  by: Column
  descending: boolean
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

function compare(a: ProjectRow, b: ProjectRow, by: Column): number {
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
      return Date.parse(a.changed) - Date.parse(b.changed)
  }
}
