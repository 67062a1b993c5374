/** How far a task has come. The program has no more statuses than these. */
export type TaskStatus =
  | { kind: 'not_begun' }
  | { kind: 'left'; left: number; /** Part that is done, 0 to 1. */ share: number }
  | { kind: 'done' }
  | { kind: 'waiting'; /** Answers that others are to give; nothing else is left. */ answers: number }
  | { kind: 'stops'; stops: number }
  | { kind: 'errors'; errors: number }

/** A theme or a document under the active task. */
export interface PartView {
  id: string
  name: string
  href: string
  /** "3 kvar", "Inte relevant" */
  note: string
  current: boolean
}

export interface TaskView {
  id: string
  /** 1 to 7, also the digit of its shortcut. */
  number: number
  name: string
  href: string
  status: TaskStatus
  /** Shown instead of the words of the status, for example "Utkast". */
  note?: string
  current: boolean
  /** Shown only while the task is current. */
  parts: PartView[]
}

export type SavedView = { kind: 'saving' } | { kind: 'saved'; time: string } | { kind: 'failed' }

/** What can be undone and redone, in the words of the edits: "steg 5 → 7,5 Mkr". */
export interface UndoView {
  undo?: string
  redo?: string
  /** Each is told which button was pressed. */
  onundo: (button: HTMLElement) => void
  onredo: (button: HTMLElement) => void
}
