/** What F1 and Ctrl with a key do, wherever one is in the window. */
import { nextUnfinished } from '$components/rail/status'
import type { TaskView } from '$components/rail/types'
import { HELP } from './route'

export interface Ways {
  begin: () => void
  openFile: () => void
  go: (href: string) => void
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'repeat'>

/** F1 opens the handbook. With Ctrl: N begins a procurement, O opens a file, 1 to 7 go to the tasks, J to the next unfinished one. A key held down acts once. */
export function actOf(pressed: Pressed, tasks: readonly TaskView[], ways: Ways): (() => void) | undefined {
  if (pressed.key === 'F1' && !pressed.repeat) return () => ways.go(HELP)
  if (!pressed.ctrlKey || pressed.altKey || pressed.shiftKey || pressed.repeat) return undefined
  const key = pressed.key.toLowerCase()
  if (key === 'n') return ways.begin
  if (key === 'o') return ways.openFile
  const task = key === 'j' ? nextUnfinished(tasks) : tasks.find(({ number }) => String(number) === key)
  return task && (() => ways.go(task.href))
}
