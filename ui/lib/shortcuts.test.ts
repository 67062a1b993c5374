import { expect, it } from 'vitest'
import { actionOf, undoKey } from './shortcuts'

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  actionOf({ key, ctrlKey: true, altKey: false, shiftKey: false, repeat: false, ...held })

it('goes to a task by its number, and to the next that is not done', () => {
  expect([press('4'), press('j'), press('J')]).toEqual(['task4', 'next_task', 'next_task'])
})

it('begins a procurement, opens a file and saves one', () => {
  expect([press('n'), press('o'), press('S', { shiftKey: true })]).toEqual([
    'new_project',
    'open_file',
    'save_project_file'
  ])
})

it('closes the program', () => {
  expect(press('q')).toBe('quit')
})

it('zooms, on every keyboard', () => {
  expect([press('+'), press('+', { shiftKey: true }), press('-'), press('0')]).toEqual([
    'zoom_in',
    'zoom_in',
    'zoom_out',
    'zoom_reset'
  ])
})

it('opens the handbook with F1, which needs no Ctrl', () => {
  expect([press('F1', { ctrlKey: false }), press('F1', { ctrlKey: false, repeat: true })]).toEqual([
    'handbook',
    undefined
  ])
})

it('leaves alone what is typed, other keys, and a key that is held down', () => {
  expect([
    press('n', { ctrlKey: false }),
    press('4', { altKey: true }),
    press('J', { shiftKey: true }),
    press('s'),
    press('n', { repeat: true }),
    press('9')
  ]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined])
})

it('searches', () => {
  expect([press('k'), press('K', { shiftKey: true })]).toEqual(['search', undefined])
})

it('takes back and does again with the keys that people know', () => {
  const way = (key: string, held: Partial<KeyboardEvent> = {}) =>
    undoKey({ key, ctrlKey: true, altKey: false, shiftKey: false, ...held })
  expect([way('z'), way('Z', { shiftKey: true }), way('y')]).toEqual(['undo', 'redo', 'redo'])
  expect([way('z', { ctrlKey: false }), way('y', { shiftKey: true }), way('x')]).toEqual([
    undefined,
    undefined,
    undefined
  ])
})
