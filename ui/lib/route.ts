/** Where in the program the window is, as a hash link: `#/`, `#/settings`, `#/project/needs/employment`. */
import type { Task } from '../generated/types'

export const TASKS: readonly Task[] = [
  'procurement',
  'readiness',
  'needs',
  'requirements',
  'follow_up',
  'review',
  'documents'
]

export type Route =
  | { place: 'start' }
  | { place: 'help' }
  | { place: 'text' }
  | { place: 'settings' }
  | { place: 'overview' }
  | { place: 'merge' }
  | { place: 'task'; task: Task; /** A group or a theme; none is the first. */ part?: string }

/** The start page. */
export const START = '#/'

/** The handbook and the words of the trade. */
export const HELP = '#/help'

/** The link to a heading of the help, by its name. */
export function helpHref(name: string): string {
  return `${HELP}/${encodeURIComponent(name)}`
}

/** Where a text from anywhere is checked. */
export const TEXT = '#/text'

/** What the officer sets once for the program. */
export const SETTINGS = '#/settings'

/** A project file beside the project here that it is a copy of. */
export const MERGE = '#/merge'

/** The open project as a whole. */
export const OVERVIEW = '#/project/overview'

/** Among the parts of Krav: what has changed in the catalogue since the requirements were chosen. */
export const EDITIONS = 'editions'

/** The link to a task, or to a part of it. */
export function taskHref(task: Task, part?: string): string {
  const path = `#/project/${slug(task)}`
  return part === undefined ? path : `${path}/${part}`
}

/** The link to a fact of the procurement, in its field. */
export function factHref(field: string): string {
  return `${taskHref('procurement', 'facts')}/${field}`
}

/** The link to a value that is to be filled in, in the requirement that a link leads to. */
export function gapHref(requirement: string, value: string): string {
  return `${requirement}.${value}`
}

/** The requirement that a link names, and the value in it when it names one. */
export function gapIn(named: string): { entry: string; value?: string } {
  const [entry = '', value] = named.split('.')
  return value === undefined ? { entry } : { entry, value }
}

/** What a hash link leads to. The project alone leads to its first task; what leads nowhere leads to the start page. */
export function readRoute(hash: string): Route {
  const [root, name = 'procurement', part] = hash
    .replace(/^#?\/?/, '')
    .split('/')
    .filter(Boolean)
  const task = TASKS.find((known) => slug(known) === name)
  if (root === 'help') return { place: 'help' }
  if (root === 'text') return { place: 'text' }
  if (root === 'settings') return { place: 'settings' }
  if (root === 'merge') return { place: 'merge' }
  if (root === 'project' && name === 'overview') return { place: 'overview' }
  if (root !== 'project' || !task) return { place: 'start' }
  return { place: 'task', task, ...(part !== undefined && { part }) }
}

/** What a hash link names within a part: a fact, a question, a requirement, a finding; within the help, a heading. */
export function namedIn(hash: string): string | undefined {
  const name = hash.split('/')[hash.startsWith(HELP) ? 2 : 4]
  return name === undefined ? undefined : decodeURIComponent(name)
}

function slug(task: Task): string {
  return task.replaceAll('_', '-')
}
