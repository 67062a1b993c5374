import { expect, it } from 'vitest'
import { Typed } from '$lib/typed.svelte'
import { newOwn, OwnDraft } from './own-requirement.svelte'

it('begins with an id of its own, in the theme that is shown', () => {
  const [one, other] = [newOwn('children'), newOwn('children')]
  expect(one.entry).toMatch(/^own-[0-9a-f]{16}$/)
  expect(one.entry).not.toBe(other.entry)
  expect(one.start.theme).toBe('children')
})

it('makes a duty of each line that says something', () => {
  const draft = new OwnDraft(newOwn('children'), new Typed())
  draft.set({ title: 'Lekplats' })
  draft.lines = 'Det ena.\n \nDet andra.\n'
  expect(draft.finish()).toMatchObject({ title: 'Lekplats', duties: ['Det ena.', 'Det andra.'] })
})

it('says what is missing when one is done, and keeps nothing until it is there', () => {
  const draft = new OwnDraft(newOwn('children'), new Typed())
  expect([draft.unnamed, draft.dutiless]).toEqual([false, false])
  expect(draft.finish()).toBeNull()
  expect([draft.unnamed, draft.dutiless]).toEqual([true, true])
  draft.set({ title: 'Lekplats' })
  expect([draft.unnamed, draft.dutiless]).toEqual([false, true])
})

it('remembers when it is checked while it is changed who does', () => {
  const draft = new OwnDraft(newOwn('children'), new Typed())
  draft.set({ title: 'Lekplats' })
  draft.lines = 'Det ena.'
  draft.checkedAt({ first_after_days: 30, every_months: null })
  draft.checkedBy('officer')
  expect(draft.finish()?.follow_up).toEqual({ who: 'officer', first_after_days: 30, every_months: null })
  draft.checkedBy('nobody')
  expect(draft.finish()?.follow_up).toBeNull()
})

it('goes on where the officer left, until they begin anew', () => {
  const typed = new Typed()
  const before = new OwnDraft(newOwn('children'), typed)
  expect(before.resumed).toBe(false)
  before.set({ title: 'Lekplats' })
  before.lines = 'Det ena.'
  const after = new OwnDraft(newOwn('employment'), typed)
  expect([after.resumed, after.written.title, after.lines]).toEqual([true, 'Lekplats', 'Det ena.'])
  after.beginAnew()
  expect([after.resumed, after.written.title, after.lines]).toEqual([false, '', ''])
  expect(new OwnDraft(newOwn('children'), typed).resumed).toBe(false)
})
