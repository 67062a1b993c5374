import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Countdown } from './countdown'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('takes the notice away after its time', () => {
  const done = vi.fn()
  new Countdown(10_000, done).start()
  vi.advanceTimersByTime(9_999)
  expect(done).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(done).toHaveBeenCalledOnce()
})

it('stays while somebody is there, and gives the whole time again afterwards', () => {
  const done = vi.fn()
  const countdown = new Countdown(10_000, done)
  countdown.start()
  vi.advanceTimersByTime(9_000)
  countdown.pause()
  vi.advanceTimersByTime(60_000)
  expect(done).not.toHaveBeenCalled()
  countdown.start()
  vi.advanceTimersByTime(9_999)
  expect(done).not.toHaveBeenCalled()
})
