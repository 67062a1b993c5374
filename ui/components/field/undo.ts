/** Ctrl Z and Ctrl Y in a field: what is typed there comes first. */
import { tick } from 'svelte'
import { undoKey } from '$lib/shortcuts'
import { cursorIn } from './typing'

type Field = HTMLInputElement | HTMLTextAreaElement

/** What a field needs so that its own typing can be undone. */
export interface Undoable {
  readonly text: string
  /** One piece of what was typed; false when there is none, and the key is for the whole project. */
  step: (way: 'undo' | 'redo') => boolean
}

export async function onUndoKey(draft: Undoable, event: KeyboardEvent & { currentTarget: Field }): Promise<void> {
  const field = event.currentTarget
  const [way, before] = [undoKey(event), draft.text]
  if (!way || !draft.step(way)) return
  event.preventDefault()
  await tick()
  const cursor = cursorIn(draft.text, before)
  field.setSelectionRange(cursor, cursor)
}
