import type { ProjectView } from './types'

/** The gallery's fixed day, so that "I dag" and the pictures stay the same. */
export const sampleNow = new Date(2026, 10, 25, 15, 0)

const project = (title: string, reference: string, rest: Omit<ProjectView, 'id' | 'href' | 'title' | 'reference'>) => ({
  id: reference,
  href: `#${reference}`,
  title,
  reference,
  ...rest
})

export const sampleProjects: ProjectView[] = [
  project('Mindre byggtjänster, reparationer och underhåll', 'KS 2026/0417', {
    phase: 'preparing',
    state: '4 av 7 klara',
    stateNote: '1 stopp i granskningen',
    nextDate: '2026-12-11',
    nextNote: 'Annonsering',
    late: false,
    valueSek: 20_000_000,
    changed: new Date(2026, 10, 25, 14, 32)
  }),
  project('Lokalvård i skolor och förskolor', 'KS 2026/0388', {
    phase: 'preparing',
    state: '6 av 7 klara',
    stateNote: 'Redo att fastställas',
    nextDate: '2027-01-18',
    nextNote: 'Annonsering',
    late: false,
    valueSek: 36_000_000,
    changed: new Date(2026, 10, 24, 16, 10)
  }),
  project('Skötsel av grönytor', 'KS 2025/0112', {
    phase: 'running',
    state: '3 åtaganden',
    stateNote: '1 försenat',
    nextDate: '2026-11-13',
    nextNote: 'Halvårsrapport, 12 dagar sen',
    late: true,
    valueSek: 9_600_000,
    changed: new Date(2026, 10, 20, 9, 0)
  }),
  project('Måltider till äldreboenden', 'KS 2025/0044', {
    phase: 'running',
    state: '4 åtaganden',
    stateNote: 'Alla i tid',
    nextDate: '2027-01-15',
    nextNote: 'Halvårsrapport',
    late: false,
    valueSek: 28_000_000,
    changed: new Date(2026, 10, 3, 9, 0)
  }),
  project('Takarbeten 2022–2026', 'KS 2022/0071', {
    phase: 'completed',
    state: 'Slututvärderat',
    stateNote: '7 av 8 platser',
    late: false,
    valueSek: 11_000_000,
    changed: new Date(2026, 5, 30, 9, 0)
  })
]
