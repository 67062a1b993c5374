/** Which keys ask for what, wherever one is in the window. The menu shows the same keys. */
import type { Action } from '../generated/types'

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'repeat'>

/** Keys with Ctrl. Plus is there with and without Shift, since keyboards have it in different places. */
const KEYS: Readonly<Record<string, Action>> = {
  n: 'new_project',
  o: 'open_file',
  'shift s': 'save_project_file',
  1: 'task1',
  2: 'task2',
  3: 'task3',
  4: 'task4',
  5: 'task5',
  6: 'task6',
  7: 'task7',
  j: 'next_task',
  k: 'search',
  q: 'quit',
  '+': 'zoom_in',
  'shift +': 'zoom_in',
  '-': 'zoom_out',
  0: 'zoom_reset'
}

/** What a key asks for; nothing when it is none of these. F1 needs no Ctrl. A key that is held down asks once. */
export function actionOf(pressed: Pressed): Action | undefined {
  if (pressed.key === 'F1' && !pressed.repeat) return 'handbook'
  if (!pressed.ctrlKey || pressed.altKey || pressed.repeat) return undefined
  return KEYS[`${pressed.shiftKey ? 'shift ' : ''}${pressed.key.toLowerCase()}`]
}

/** Ctrl Z takes back; Ctrl Shift Z and Ctrl Y do again. A key held down goes on. */
export function undoKey({ key, ctrlKey, altKey, shiftKey }: Omit<Pressed, 'repeat'>): 'undo' | 'redo' | undefined {
  if (!ctrlKey || altKey) return undefined
  const pressed = key.toLowerCase()
  if (pressed === 'z') return shiftKey ? 'redo' : 'undo'
  return pressed === 'y' && !shiftKey ? 'redo' : undefined
}

/** Whether what is typed there is no part of the project, as in a search: then its own undo comes first. */
export function hasOwnUndo(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement
  return isField && target.matches(':read-write:not([data-draft])') && target.value !== ''
}
