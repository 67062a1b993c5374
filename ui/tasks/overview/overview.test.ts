import { expect, it } from 'vitest'
import { project } from '../../fixtures/project'
import type { FindingView, ProjectView, TaskView } from '../../generated/types'
import { about, datesOf, lead } from './overview'

const stop = (kept: boolean) =>
  ({ severity: 'stop', message: 'K5 har tomma värden.', kept: kept ? { reason: 'Avtalat.' } : null }) as FindingView

it('counts what is done, and the stops that stand without a reason', () => {
  const { tasks } = project
  expect(lead({ tasks, tasksDone: 2, findings: [] })).toBe('Två av sju uppgifter är klara.')
  expect(lead({ tasks, tasksDone: 2, findings: [stop(false), stop(true)] })).toBe(
    'Två av sju uppgifter är klara. Ett stopp är kvar innan dokumenten kan fastställas.'
  )
  expect(lead({ tasks, tasksDone: 0, findings: [] })).toBe('Ingen av sju uppgifter är klar.')
  expect(lead({ tasks, tasksDone: tasks.length, findings: [] })).toBe('Alla sju uppgifter är klara.')
})

it('says the first stop of the review, those that stand with a reason, and when there is none', () => {
  const withFindings = (findings: FindingView[]): ProjectView => ({ ...project, findings })
  expect(about(withFindings([stop(true), stop(false)]), 'review')).toBe('K5 har tomma värden.')
  expect(about(withFindings([stop(true)]), 'review')).toBe('Du går vidare trots ett stopp, med skäl.')
  expect(about(withFindings([]), 'review')).toBe('Granskningen har inga stopp.')
  const warning = { severity: 'warning', message: 'Beslut saknas.', kept: null } as FindingView
  expect(about(withFindings([warning, warning]), 'review')).toBe('Två varningar är kvar.')
})

it('names the themes that wait for a decision', () => {
  const theme = (name: string, chosen: number, open: boolean) => ({ name, decision: { chosen, open } })
  const themes = [theme('Sysselsättning', 2, false), theme('Arbetsvillkor', 0, true)] as ProjectView['themes']
  expect(about({ ...project, themes }, 'requirements')).toBe(
    'Två krav är valda. Ett tema väntar på beslut: Arbetsvillkor.'
  )
  const many = Array.from({ length: 4 }, (_, at) => theme(`Tema ${at}`, 0, true)) as ProjectView['themes']
  expect(about({ ...project, themes: many }, 'requirements')).toBe('Inget krav är valt. Fyra teman väntar på beslut.')
})

it('says of questions and of the review what is counted beside the task', () => {
  const state = (of: string, state: TaskView['state']) =>
    ({
      ...project,
      findings: [],
      tasks: project.tasks.map((task) => (task.task === of ? { ...task, state } : task))
    }) as ProjectView
  expect(about(state('needs', { state: 'left', left: 3, of: 9 }), 'needs')).toBe('Tre frågor är kvar.')
  expect(about(state('review', { state: 'not_begun' }), 'review')).toBe(
    'Börjar när regimen är känd och ett tema är avslutat.'
  )
})

it('tells what the plan takes, and when there is no plan why', () => {
  const planned = (rows: number, state: TaskView['state']): ProjectView => ({
    ...project,
    tasks: project.tasks.map((task) => (task.task === 'follow_up' ? { ...task, state } : task)),
    followUp: { ...project.followUp, hoursWords: '12 av 40 timmar per år', rows: Array(rows) as never[] }
  })
  expect(about(planned(1, { state: 'done' }), 'follow_up')).toBe('Uppföljningen tar 12 av 40 timmar per år.')
  expect(about(planned(0, { state: 'not_begun' }), 'follow_up')).toBe(
    'Inget att följa upp än. Planen fylls när du väljer krav.'
  )
  expect(about(planned(0, { state: 'done' }), 'follow_up')).toMatch(/^Inget att följa upp\. Inget krav är valt/)
})

it('lists the days in order, with the next one of the follow-up among them', () => {
  const next = { date: '2028-03-01', what: 'Kontroll K5, K7' }
  const dates = datesOf({ ...project, followUp: { ...project.followUp, next } })
  expect(dates.map(({ name }) => name)).toEqual(['Annonsering', 'Avtalsstart', 'Kontroll K5, K7', 'Sista avtalsdag'])
})
