/** What there is to say of each task, in a sentence. */
import { listed } from '$lib/format'
import { countWord, plural, t } from '$lib/text.svelte'
import type { ProjectView, Task } from '../../generated/types'
import { emptyPlan } from '../follow-up/plan'
import { openStops } from '../review/place'

/** More themes than this are counted, and not named. */
const MOST_NAMED = 3

/** How many tasks are done, and what the review has against it. */
export function lead(project: Pick<ProjectView, 'tasks' | 'tasksDone' | 'findings'>): string {
  const stops = openStops(project).length
  return [
    doneWords(project.tasksDone, project.tasks.length),
    ...(stops > 0 ? [counted('overview.stops', stops)] : [])
  ].join(' ')
}

export function about(project: ProjectView, task: Task): string {
  switch (task) {
    case 'procurement':
      return sentence(project.regime.name)
    case 'readiness':
      return questions(project, task, ['readiness'])
    case 'needs':
      return questions(
        project,
        task,
        project.needs.map(({ group }) => group)
      )
    case 'requirements':
      return requirements(project)
    case 'follow_up':
      return project.followUp.rows.length === 0
        ? emptyPlan(project)
        : sentence(t('followUp.taken', { hours: project.followUp.hoursWords }))
    case 'review':
      return openStops(project)[0]?.message ?? withoutStops(project)
    case 'documents':
      return project.fixed.versions[0]?.words ?? t('overview.notFixed', { count: countWord(project.documents.length) })
  }
}

/** What is left without Stops: a warning, or a Stop that has a reason to go on. Before anything is reviewed nothing is all clear. */
function withoutStops({ findings, tasks }: ProjectView): string {
  const begun = tasks.find(({ task }) => task === 'review')?.state.state !== 'not_begun'
  if (!begun) return t('overview.notReviewed')
  const warnings = findings.filter(({ severity }) => severity === 'warning').length
  if (warnings > 0) return counted('overview.warnings', warnings)
  const kept = findings.filter(({ kept }) => kept).length
  return kept === 0 ? t('overview.noFindings') : counted('overview.setAside', kept)
}

function doneWords(done: number, all: number): string {
  if (done === 0) return t('overview.done.none')
  return done === all ? t('overview.done.all') : plural('overview.done', done, { n: countWord(done) })
}

/** What is counted beside it: what is left to answer, and what others are to answer. */
function questions({ waiting, tasks }: ProjectView, task: Task, groups: string[]): string {
  const state = tasks.find((known) => known.task === task)?.state
  if (state?.state === 'left') return counted('overview.questions', state.left)
  const here = waiting.filter(({ group }) => groups.includes(group)).length
  return here === 0 ? t('overview.toFindOut.none') : counted('overview.toFindOut', here)
}

function requirements({ themes }: ProjectView): string {
  const chosen = themes.reduce((sum, { decision }) => sum + (decision?.chosen ?? 0), 0)
  const open = themes.filter(({ decision }) => decision?.open).map(({ name }) => name)
  const said = chosen === 0 ? t('overview.chosen.none') : counted('overview.chosen', chosen)
  if (open.length === 0) return said
  const waits =
    open.length > MOST_NAMED
      ? t('overview.openMany', { count: countWord(open.length) })
      : counted('overview.open', open.length, { themes: listed(open) })
  return `${said} ${waits}`
}

/** The days that are known, in order, with the next one of the follow-up. */
export function datesOf({ facts, followUp }: ProjectView): { name: string; date: string }[] {
  const days = [
    { name: t('overview.notice'), date: facts.noticeDate },
    { name: t('overview.tenders'), date: facts.tenderDeadline },
    { name: t('overview.start'), date: facts.start },
    { name: followUp.next?.what ?? '', date: followUp.next?.date ?? null },
    { name: t('overview.end'), date: facts.end }
  ]
  const known = days.flatMap(({ name, date }) => (date === null ? [] : [{ name, date }]))
  return known.toSorted((a, b) => a.date.localeCompare(b.date))
}

function counted(
  stem:
    | 'overview.stops'
    | 'overview.setAside'
    | 'overview.warnings'
    | 'overview.toFindOut'
    | 'overview.questions'
    | 'overview.chosen'
    | 'overview.open',
  n: number,
  more = {}
): string {
  return plural(stem, n, { count: countWord(n), ...more })
}

function sentence(words: string): string {
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`
}
