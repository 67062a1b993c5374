import { describe, expect, it } from 'vitest'
import { nextUnfinished, statusText } from './status'
import type { TaskStatus, TaskView } from './types'

const task = (number: number, kind: 'done' | 'not_begun', current = false): TaskView => ({
  id: String(number),
  number,
  name: String(number),
  href: '#',
  status: { kind },
  current,
  parts: []
})

describe('status of a task', () => {
  it.each<[TaskStatus, string]>([
    [{ kind: 'not_begun' }, 'Inte börjad'],
    [{ kind: 'left', left: 3, share: 0.5 }, '3 kvar'],
    [{ kind: 'done' }, 'Klar'],
    [{ kind: 'waiting', answers: 2 }, '2 väntar'],
    [{ kind: 'stops', stops: 1 }, '1 stopp'],
    [{ kind: 'errors', errors: 2 }, '2 fel']
  ])('says %j', (status, words) => expect(statusText(status)).toBe(words))

  it('finds the next unfinished task, past finished ones and round the list', () => {
    expect(nextUnfinished([task(1, 'not_begun', true), task(2, 'done'), task(3, 'not_begun')])?.number).toBe(3)
    expect(nextUnfinished([task(1, 'not_begun'), task(2, 'done', true), task(3, 'done')])?.number).toBe(1)
    expect(nextUnfinished([task(1, 'done', true), task(2, 'done')])).toBeUndefined()
  })
})
