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
