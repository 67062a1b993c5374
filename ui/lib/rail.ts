/** The tasks of a project as rows of the rail. */
import type { SavedView, TaskStatus, TaskView as RailTask, PartView } from '$components/rail/types'
import type { ProjectView, Task, TaskState, TaskView } from '../generated/types'
import { formatTime } from './format'
import { plural } from './text.svelte'
import { EDITIONS, taskHref } from './route'

/** What a task is divided in: the groups of questions, the themes, the documents. */
function partsOf(project: ProjectView, task: Task): { id: string; name: string; note: string }[] {
  if (task === 'needs') return project.needs.map(({ group, name, note }) => ({ id: group, name, note }))
  if (task === 'documents') {
    // They are fixed together, so that what is said of the task holds for each.
    return project.documents.map(({ document, name }) => ({ id: document, name, note: '' }))
  }
  if (task === 'requirements') return project.themes.map(({ theme, name, note }) => ({ id: theme, name, note }))
  return []
}

/** The part that is shown: the asked one while there is such a part, else the first. */
export function shownPart(project: ProjectView, task: Task, asked: string | undefined): string {
  if (task === 'requirements' && asked === EDITIONS && project.editions.length > 0) return EDITIONS
  const parts = partsOf(project, task)
  return (parts.find(({ id }) => id === asked) ?? parts[0])?.id ?? ''
}

/** None of them is current in the overview. `wrong` is how many facts are written and cannot be kept. */
export function railTasks(
  project: ProjectView,
  current: Task | null,
  asked: string | undefined,
  wrong = 0
): RailTask[] {
  const part = current ? shownPart(project, current, asked) : ''
  const tasks = project.tasks.map((view) => railTask(project, view, current, part))
  return tasks.map((task) => (task.id === 'procurement' && wrong > 0 ? withWrong(task, wrong) : task))
}

/** What is wrong comes before what is left. */
function withWrong(task: RailTask, wrong: number): RailTask {
  return { ...task, note: plural('shell.errors', wrong), status: { kind: 'errors', errors: wrong } }
}

function railTask(project: ProjectView, view: TaskView, current: Task | null, part: string): RailTask {
  const { task, number, name, note } = view
  const parts = partsOf(project, task).map((known): PartView => {
    return { ...known, href: taskHref(task, known.id), current: task === current && known.id === part }
  })
  const status: TaskStatus = view.waits > 0 ? { kind: 'waiting', answers: view.waits } : statusOf(view.state)
  return { id: task, number, name, note, href: taskHref(task), status, current: task === current, parts }
}

function statusOf(state: TaskState): TaskStatus {
  switch (state.state) {
    case 'left':
      return { kind: 'left', left: state.left, share: state.of > 0 ? 1 - state.left / state.of : 0 }
    case 'stops':
      return { kind: 'stops', stops: state.count }
    default:
      return { kind: state.state }
  }
}

/** The saved line: what is on its way, what failed, and else when the project was last saved, in local time. */
export function savedView(desk: { saving: boolean; unsaved: boolean; savedAt: string | null }): SavedView {
  if (desk.unsaved) return { kind: 'failed' }
  if (desk.saving || desk.savedAt === null) return { kind: 'saving' }
  return { kind: 'saved', time: formatTime(new Date(desk.savedAt)) }
}
