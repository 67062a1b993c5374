/** A project half-way with something in each task, and a program around it, for the screens of the gallery. Invented. */
import { sampleCards } from '$components/requirement-card/sample'
import { sampleQuestions } from '$components/question/sample'
import { Desk } from '$lib/desk.svelte'
import { railTasks } from '$lib/rail'
import { commands } from '../fixtures/commands'
import { project } from '../fixtures/project'
import type { ConflictRow, CopyView, FindingView, ProjectView, ReceivedView, Task, TextRun } from '../generated/types'

const finding = (rest: Partial<FindingView>): FindingView => ({
  finding: { code: 'G06', case: 'fill_in', place: { kind: 'requirement', id: 'emp-framework-step' } },
  severity: 'stop',
  severityWord: 'Stopp',
  place: 'K1 Plats när fakturerat värde passerar ett steg',
  theme: 'Sysselsättning',
  also: [],
  gaps: [
    { value: 'start', label: 'Första dagen' },
    { value: 'pay', label: 'Lägsta lön per yrkesgrupp' }
  ],
  mustBeFilled: true,
  message:
    'K1 Plats när fakturerat värde passerar ett steg har värden som inte är ifyllda. Det som saknas är två värden.',
  remedy: 'Fyll i dem i kravet.',
  because: [],
  legalBasis: '4 kap. 1 § LOU',
  basis: 'law',
  kept: null,
  ...rest
})

const warning = finding({
  finding: { code: 'R12', case: 'share', place: { kind: 'theme', id: 'employment' } },
  severity: 'warning',
  severityWord: 'Varning',
  place: 'Sysselsättning',
  theme: null,
  gaps: [],
  mustBeFilled: false,
  message: 'Platserna tar 8 procent av arbetstiden. Över sex procent behöver ni kunna förklara.',
  remedy: 'Minska antalet, eller skriv varför det går.',
  because: [],
  legalBasis: 'Ingen lag.',
  basis: 'practice'
})

const kept = finding({
  finding: { code: 'G01', case: 'missing', place: { kind: 'theme', id: 'labour_terms' } },
  place: 'Arbetsvillkor',
  theme: null,
  gaps: [],
  mustBeFilled: false,
  message: 'Lagen kräver arbetsrättsliga villkor i den här upphandlingen, men kravet är inte valt. Välj det.',
  remedy: 'Välj kravet.',
  kept: { reason: 'Villkoren ställs i ett avtal som redan gäller.', by: 'Anna Lindqvist', on: '2026-11-25' }
})

export const galleryProject: ProjectView = {
  ...project,
  undo: 'steg 5 → 7,5 Mkr',
  tasks: project.tasks.map((task) =>
    task.task === 'readiness' ? { ...task, state: { state: 'done' }, note: '1 väntar', waits: 1 } : task
  ),
  needs: [
    { group: 'object', name: 'Det som köps', left: 0, waits: 0, note: 'Klar', questions: [] },
    { group: 'labour_terms', name: 'Arbetsvillkor', left: 3, waits: 0, note: '3 kvar', questions: sampleQuestions }
  ],
  waiting: [
    { group: 'readiness', question: 'r03', text: 'Är en matchningsansvarig utsedd?', whom: 'arbetsmarknadsenheten' }
  ],
  themes: [
    {
      theme: 'employment',
      name: 'Sysselsättning',
      note: '1 att fylla i',
      left: 1,
      decision: {
        outcome: 'chosen',
        reason: '',
        open: false,
        chosen: 1,
        recommended: 2,
        duties: 1,
        whyNone: null,
        ruledOut: false,
        said: null,
        along: 0
      },
      blocked: [],
      openers: [],
      cards: sampleCards
    },
    {
      theme: 'labour_terms',
      name: 'Arbetsvillkor',
      note: 'Kvar',
      left: 1,
      decision: null,
      blocked: [],
      openers: [],
      cards: []
    }
  ],
  findings: [finding({}), warning, kept]
}

export const galleryDesk = new Desk(
  commands({
    offers: () => Promise.resolve({ rows: [], total: 0, fitting: 0 }),
    checkText: () => Promise.resolve([])
  })
)

/** The rail while a task is current; in the overview none is. */
export const galleryTasks = (task: Task | null, part?: string) => railTasks(galleryProject, task, part)

const copy = (by: string, changed: string): CopyView => ({
  id: 'p1',
  title: project.title,
  reference: project.reference,
  changed,
  by
})
const run = (text: string, changed = false): TextRun => ({ text, changed })
const row = (rest: Partial<ConflictRow>): ConflictRow => ({
  field: 'procurement.title',
  label: 'Namn på upphandlingen',
  wording: false,
  base: ['Städning av skolor och förskolor'],
  mine: [[run('Städning '), run('i', true), run(' skolor')]],
  theirs: [[run('Lokalvård', true), run(' av skolor och förskolor')]],
  own: { mine: ['Städning i skolor'], theirs: ['Lokalvård av skolor och förskolor'], values: [] },
  chosen: 'mine',
  ...rest
})

/** Two copies that have gone apart. */
export const galleryFile: ReceivedView = {
  name: 'Byggtjänster.samkrav',
  standing: 'diverged',
  file: copy('Erik Sandström', '2026-11-24T15:05:00Z'),
  here: copy('Anna Lindqvist', '2026-11-25T13:32:00Z'),
  removed: false,
  baseAt: '2026-11-20T08:12:00Z',
  hasBase: true,
  holds: [
    { part: 'requirements', n: 9 },
    { part: 'answers', n: 24 }
  ],
  together: {
    changes: [],
    conflicts: [
      row({}),
      row({
        field: 'wording',
        label: 'Dialog om sysselsättningsfrämjande insatser, kravtext',
        wording: true,
        base: [
          'Leverantören ska delta i två dialogmöten per påbörjat avtalsår.',
          'Det första hålls vid startmötet, senast 45 dagar efter avtalsstart.',
          'Leverantören ska företrädas av någon som kan besluta om insatser i arbetet.',
          'Beställaren kallar senast två veckor i förväg.'
        ],
        mine: [[run('Leverantören ska '), run('ta emot fyra språkpraktikanter varje år.', true)]],
        theirs: [[run('Leverantören ska '), run('ta emot två språkpraktikanter och utse en handledare.', true)]],
        chosen: null
      })
    ],
    unchanged: 12
  },
  apart: null,
  left: 0
}
