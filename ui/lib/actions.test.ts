import { expect, it } from 'vitest'
import { isOfTheFrame, nextZoom } from './actions'

it('zooms in steps and stops at the ends', () => {
  expect([nextZoom(100, 1), nextZoom(100, -1), nextZoom(200, 1), nextZoom(50, -1)]).toEqual([110, 90, 200, 50])
})

it('lets the frame of the window be changed while a dialog waits, and nothing else', () => {
  expect((['zoom_in', 'colours_dark', 'quit', 'new_project', 'undo'] as const).map(isOfTheFrame)).toEqual([
    true,
    true,
    true,
    false,
    false
  ])
})
