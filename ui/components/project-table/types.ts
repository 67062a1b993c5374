export type Phase = 'preparing' | 'running' | 'completed'

export interface ProjectView {
  id: string
  href: string
  title: string
  reference: string
  phase: Phase
  /** "4 av 7 klara" */
  state: string
  /** "1 stopp i granskningen" */
  stateNote: string
  /** ISO date of what comes next. */
  nextDate?: string
  /** "Annonsering" */
  nextNote?: string
  late: boolean
  valueSek: number | null
  changed: Date
}

export type Column = 'title' | 'state' | 'nextDate' | 'value' | 'changed'

/** The order of the rows within each phase. */
export interface Sorting {
  by: Column
  descending: boolean
}
