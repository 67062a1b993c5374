import { expect, it } from 'vitest'
import { LeftOff } from './left-off'

class FakeShelf {
  readonly texts = new Map<string, string>()
  getItem = (key: string) => this.texts.get(key) ?? null
  setItem = (key: string, text: string) => void this.texts.set(key, text)
  removeItem = (key: string) => void this.texts.delete(key)
}

it('knows where one was in each project, also after the window has been closed', () => {
  const shelf = new FakeShelf()
  const before = new LeftOff(shelf)
  before.keep('one', '#/project/needs/employment')
  before.keep('two', '#/project/overview')
  const after = new LeftOff(shelf)
  expect(after.at('one')).toBe('#/project/needs/employment')
  expect(after.at('two')).toBe('#/project/overview')
  expect(after.at('three')).toBeUndefined()
})

it('leaves nothing of a project that is deleted for good', () => {
  const shelf = new FakeShelf()
  const left = new LeftOff(shelf)
  left.keep('one', '#/project/review')
  left.forget('one')
  expect(left.at('one')).toBeUndefined()
  expect(shelf.texts.size).toBe(0)
})
