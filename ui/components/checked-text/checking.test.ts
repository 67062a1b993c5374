import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TrapView } from '../../generated/types'
import { Checking } from './checking.svelte'

const found = (words: string) => [{ words } as TrapView]

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('reads the text when the typing rests, and once', async () => {
  const check = vi.fn((text: string) => Promise.resolve(found(text)))
  const checking = new Checking(check)
  checking.look('på ort')
  checking.look('på orten')
  await vi.advanceTimersByTimeAsync(Checking.REST)
  expect(check.mock.calls).toEqual([['på orten']])
  expect(checking.traps).toEqual(found('på orten'))
})

it('underlines nothing by what was found in another text', async () => {
  const checking = new Checking((text) => Promise.resolve(found(text)))
  checking.look('på orten')
  await vi.advanceTimersByTimeAsync(Checking.REST)
  checking.look('på platsen')
  expect(checking.traps).toEqual([])
})

it('lets go of an answer that comes when the text is another', async () => {
  const answers: ((traps: TrapView[]) => void)[] = []
  const checking = new Checking(() => new Promise((resolve) => answers.push(resolve)))
  checking.look('på orten')
  await vi.advanceTimersByTimeAsync(Checking.REST)
  checking.look('på platsen')
  answers[0]?.(found('på orten'))
  await vi.advanceTimersByTimeAsync(0)
  expect(checking.traps).toEqual([])
})

it('asks nothing about an empty text', async () => {
  const check = vi.fn(() => Promise.resolve([]))
  new Checking(check).look('  ')
  await vi.advanceTimersByTimeAsync(Checking.REST)
  expect(check).not.toHaveBeenCalled()
})

it('says that nothing was found only of a text that has been read', async () => {
  const checking = new Checking(() => Promise.resolve([]))
  checking.look('Leverantören ska rapportera.')
  expect(checking.clear).toBe(false)
  await vi.advanceTimersByTimeAsync(Checking.REST)
  expect(checking.clear).toBe(true)
  checking.look('Leverantören ska')
  expect(checking.clear).toBe(false)
})
