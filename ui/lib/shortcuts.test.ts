import { expect, it } from 'vitest'
import { project } from '../fixtures/project'
import { railTasks } from './rail'
import { actOf } from './shortcuts'

const tasks = railTasks(project, 'procurement', undefined)

/** What has been done after a key was pressed. */
function press(key: string, held: Partial<KeyboardEvent> = {}, at = tasks): string {
  let done = ''
  const ways = {
    begin: () => (done = 'begin'),
    openFile: () => (done = 'openFile'),
    go: (href: string) => (done = href)
  }
  actOf({ key, ctrlKey: true, altKey: false, shiftKey: false, repeat: false, ...held }, at, ways)?.()
  return done
}

it('goes to a task by its number, and to the next that is not done', () => {
  expect([press('4'), press('j'), press('J')]).toEqual([
    '#/project/requirements',
    '#/project/readiness',
    '#/project/readiness'
  ])
})

it('begins a procurement and opens a file, also when no project is open', () => {
  expect([press('n', {}, []), press('o', {}, [])]).toEqual(['begin', 'openFile'])
})

it('opens the handbook with F1, which needs no Ctrl', () => {
  expect([press('F1', { ctrlKey: false }), press('F1', { ctrlKey: false, repeat: true })]).toEqual(['#/help', ''])
})

it('leaves alone what is typed, other keys, and a key that is held down', () => {
  expect([
    press('n', { ctrlKey: false }),
    press('4', { altKey: true }),
    press('J', { shiftKey: true }),
    press('n', { repeat: true }),
    press('9'),
    press('4', {}, [])
  ]).toEqual(['', '', '', '', '', ''])
})
