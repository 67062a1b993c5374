import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { whenAnswered } from './answer'

/** How many dialogs stand on the page, and who is told of what changes there. */
let dialogs = 0
const told = new Set<() => void>()

beforeEach(() => {
  dialogs = 0
  vi.stubGlobal('document', { querySelector: () => (dialogs > 0 ? {} : null), body: {} })
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(readonly tell: () => void) {}
      observe = () => told.add(this.tell)
      disconnect = () => told.delete(this.tell)
    }
  )
})
afterEach(() => vi.unstubAllGlobals())

function stand(now: number) {
  dialogs = now
  told.forEach((tell) => tell())
}

it('does its work at once where nothing waits, and once when the last dialog has closed', () => {
  const work = vi.fn()
  whenAnswered(work)
  expect(work).toHaveBeenCalledTimes(1)
  stand(2)
  whenAnswered(work)
  stand(1)
  expect(work).toHaveBeenCalledTimes(1)
  stand(0)
  stand(1)
  stand(0)
  expect(work).toHaveBeenCalledTimes(2)
})

it('is given up', () => {
  const work = vi.fn()
  stand(1)
  whenAnswered(work)()
  stand(0)
  expect(work).not.toHaveBeenCalled()
})
