import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { quiet } from './quiet'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

/** A page where a key comes each so many milliseconds, so many times; when it was quiet. */
async function after(every: number, keys: number): Promise<number> {
  const page = new EventTarget()
  const started = Date.now()
  let at = 0
  void quiet(page).then(() => (at = Date.now() - started))
  for (let key = 0; key < keys; key++) {
    await vi.advanceTimersByTimeAsync(every)
    page.dispatchEvent(new Event('input'))
  }
  await vi.runAllTimersAsync()
  return at
}

test('what was typed just before is waited for, and nothing else', async () => {
  expect(await after(0, 0)).toBe(150)
  expect(await after(40, 10)).toBe(550)
  expect(await after(200, 3), 'who begins anew is not waited for').toBe(150)
})

test('whoever goes on typing keeps no window open', async () => {
  expect(await after(100, 30)).toBe(1500)
})
