import { plural, t } from '$lib/text.svelte'
import type { TaskStatus, TaskView } from './types'

/** The words of a status: "3 kvar", "1 stopp". */
export function statusText(status: TaskStatus): string {
  switch (status.kind) {
    case 'not_begun':
      return t('shell.notBegun')
    case 'left':
      return t('shell.left', { n: status.left })
    case 'waiting':
      return t('shell.waiting', { n: status.answers })
    case 'done':
      return t('shell.done')
    case 'stops':
      return plural('shell.stops', status.stops)
    case 'errors':
      return plural('shell.errors', status.errors)
  }
}

/** Stops and errors are said in red and bold; the words say it too. */
export function isUrgent(status: TaskStatus): boolean {
  return status.kind === 'stops' || status.kind === 'errors'
}

/** The task that Ctrl J goes to: the next after the current, round the list, in which there is something to do here. */
export function nextUnfinished(tasks: readonly TaskView[]): TaskView | undefined {
  const current = tasks.findIndex((task) => task.current)
  const round = [...tasks.slice(current + 1), ...tasks.slice(0, current + 1)]
  return round.find(({ status }) => status.kind !== 'done' && status.kind !== 'waiting')
}
