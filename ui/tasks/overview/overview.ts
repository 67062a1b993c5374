/** What there is to say of each task, in a sentence. */
import { listed } from '$lib/format'
import { countWord, plural, t } from '$lib/text.svelte'
import type { ProjectView, Task } from '../../generated/types'
import { openStops } from '../review/place'

/** How many tasks are done, and what the review has against it. */
export function lead(project: Pick<ProjectView, 'tasks' | 'findings'>): string {
  const done = project.tasks.filter(({ state, waits }) => state.state === 'done' && waits === 0).length
  const stops = openStops(project).length
  return [doneWords(done, project.tasks.length), ...(stops > 0 ? [counted('overview.stops', stops)] : [])].join(' ')
}

export function about(project: ProjectView, task: Task): string {
  switch (task) {
    case 'procurement':
      return sentence(project.regime.name)
    case 'readiness':
      return toFindOut(project, ['readiness'])
    case 'needs':
      return toFindOut(
        project,
        project.needs.map(({ group }) => group)
      )
    case 'requirements':
      return requirements(project)
    case 'follow_up':
      return sentence(project.followUp.hoursWords)
    case 'review':
      return openStops(project)[0]?.message ?? setAside(project)
    case 'documents':
      return project.fixed.versions[0]?.words ?? t('overview.notFixed')
  }
}

/** A Stop that stands with a reason is still there. */
function setAside({ findings }: ProjectView): string {
  const kept = findings.filter(({ kept }) => kept).length
  return kept === 0 ? t('overview.noFindings') : counted('overview.setAside', kept)
}

function doneWords(done: number, all: number): string {
  if (done === 0) return t('overview.done.none')
  return done === all ? t('overview.done.all') : plural('overview.done', done, { n: countWord(done) })
}

function toFindOut({ waiting }: ProjectView, groups: string[]): string {
  const here = waiting.filter(({ group }) => groups.includes(group)).length
  return here === 0 ? t('overview.toFindOut.none') : counted('overview.toFindOut', here)
}

function requirements({ themes }: ProjectView): string {
  const chosen = themes.reduce((sum, { decision }) => sum + (decision?.chosen ?? 0), 0)
  const open = themes.filter(({ decision }) => decision?.open).map(({ name }) => name)
  const said = chosen === 0 ? t('overview.chosen.none') : counted('overview.chosen', chosen)
  return open.length === 0 ? said : `${said} ${counted('overview.open', open.length, { themes: listed(open) })}`
}

function counted(
  stem: 'overview.stops' | 'overview.setAside' | 'overview.toFindOut' | 'overview.chosen' | 'overview.open',
  n: number,
  more = {}
): string {
  return plural(stem, n, { count: countWord(n), ...more })
}

function sentence(words: string): string {
  return words === '' || /[.!?]$/.test(words) ? words : `${words}.`
}
