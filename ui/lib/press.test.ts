import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Press } from './press'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const settled = async (press: Press) => {
  let over = false
  void press.over().then(() => (over = true))
  await vi.advanceTimersByTimeAsync(0)
  return () => over
}

it('is over when nothing is held down, and waits while something is', async () => {
  const where = new EventTarget()
  const press = new Press(where)
  expect((await settled(press))()).toBe(true)
  where.dispatchEvent(new Event('pointerdown'))
  const over = await settled(press)
  expect(over()).toBe(false)
  where.dispatchEvent(new Event('pointerup'))
  expect(over(), 'what is pressed is told first').toBe(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(over()).toBe(true)
})

it('waits no longer than anybody presses, though the end never comes', async () => {
  const where = new EventTarget()
  const press = new Press(where)
  where.dispatchEvent(new Event('pointerdown'))
  const over = await settled(press)
  await vi.advanceTimersByTimeAsync(Press.LONGEST)
  expect(over()).toBe(true)
  expect((await settled(press))(), 'nor does the next').toBe(true)
})
