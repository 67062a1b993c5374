/** A project half-way, for the gallery. Invented. */
import type { PartView, TaskView } from './types'

const part = (name: string, note: string, current = false): PartView => ({
  id: name,
  name,
  href: `#${name}`,
  note,
  current
})

export const needsParts = [
  part('Det som köps', 'Klar'),
  part('Sysselsättning', 'Klar'),
  part('Arbetsvillkor', '3 kvar', true),
  part('Tillgänglighet', 'Klar'),
  part('Varor och leveranskedjor', 'Klar'),
  part('Människor som berörs', 'Klar'),
  part('Reservation', 'Klar'),
  part('Orka följa upp', 'Klar')
]

export const requirementParts = [
  part('Sysselsättning', '3 valda', true),
  part('Arbetsvillkor', '1 kvar'),
  part('Tillgänglighet', '1 valt'),
  part('Arbetsmiljö', 'Inte nu'),
  part('Barn och unga', '1 valt'),
  part('Likabehandling', 'Inte relevant'),
  part('Leveranskedjor', 'Inte relevant'),
  part('Gemensamma villkor', '8 följer med')
]

export function sampleTasks(current: number): TaskView[] {
  const tasks: Omit<TaskView, 'current' | 'href' | 'id'>[] = [
    { number: 1, name: 'Upphandlingen', status: { kind: 'done' }, parts: [] },
    { number: 2, name: 'Förutsättningar', status: { kind: 'done' }, parts: [] },
    { number: 3, name: 'Behov och risker', status: { kind: 'left', left: 3, share: 0.85 }, parts: needsParts },
    { number: 4, name: 'Krav', status: { kind: 'left', left: 1, share: 0.8 }, parts: requirementParts },
    { number: 5, name: 'Uppföljning', status: { kind: 'done' }, parts: [] },
    { number: 6, name: 'Granskning', status: { kind: 'stops', stops: 1 }, parts: [] },
    { number: 7, name: 'Dokument', status: { kind: 'not_begun' }, note: 'Utkast', parts: [] }
  ]
  return tasks.map((task) => ({ ...task, id: task.name, href: `#${task.name}`, current: task.number === current }))
}

export const sampleProject = { title: 'Mindre byggtjänster, reparationer och underhåll', reference: 'KS 2026/0417' }
