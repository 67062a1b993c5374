/** Invented projects, for the gallery and the tests. */
import type { ProjectRow } from '../../generated/types'

/** The gallery's fixed moment, so that "I dag" and the pictures stay the same. */
export const sampleNow = new Date(2026, 10, 25, 15, 0)

const local = (day: number, hour: number, minute: number) => new Date(2026, 10, day, hour, minute).toISOString()

const common = { authority: 'Åsviks kommun', group: 'current', template: false, since: null, damaged: false } as const

export const sampleProjects: ProjectRow[] = [
  {
    ...common,
    id: '1',
    title: 'Mindre byggtjänster, reparationer och underhåll',
    reference: 'KS 2026/0417',
    state: '4 av 7 uppgifter klara',
    stateNote: '1 stopp i granskningen',
    nextDate: '2026-12-11',
    nextNote: 'Annonsering',
    late: false,
    valueSek: 20_000_000,
    changed: local(25, 14, 32)
  },
  {
    ...common,
    id: '2',
    title: 'Lokalvård i skolor och förskolor',
    reference: 'KS 2026/0388',
    state: '7 av 7 uppgifter klara',
    stateNote: 'Inget kvar att göra',
    nextDate: '2027-01-18',
    nextNote: 'Annonsering',
    late: false,
    valueSek: 36_000_000,
    changed: local(24, 16, 10)
  },
  {
    ...common,
    id: '3',
    title: 'Skötsel av grönytor',
    reference: 'KS 2025/0112',
    state: '3 av 7 uppgifter klara',
    stateNote: '',
    nextDate: '2026-11-13',
    nextNote: 'Annonsering',
    late: true,
    valueSek: 9_600_000,
    changed: local(20, 9, 0)
  },
  {
    ...common,
    id: '4',
    title: '',
    reference: '',
    state: '0 av 7 uppgifter klara',
    stateNote: '',
    nextDate: null,
    nextNote: null,
    late: false,
    valueSek: null,
    changed: local(3, 9, 0)
  }
]
