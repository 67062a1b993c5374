import { describe, expect, it, vi } from 'vitest'
import { tick, withValue } from '$components/question/answer'
import { sampleField, sampleQuestion } from '$components/question/sample'
import type { Notice } from '$lib/desk.svelte'
import { project } from '../fixtures/project'
import type { ProjectView, QuestionView } from '../generated/types'
import { Answering } from './answering.svelte'

function at() {
  const desk = {
    edit: vi.fn(() => Promise.resolve(true)),
    step: vi.fn(() => Promise.resolve(null)),
    typed: new Map<string, string>(),
    problem: null as unknown,
    project: null as ProjectView | null,
    grown: new Set<string>(),
    notice: null as Notice | null
  }
  return { desk, answering: new Answering(desk as never) }
}

it('confirms a proposal by answering with it', async () => {
  const { desk, answering } = at()
  const proposal = { answer: 'yes', shown: 'Ja', source: '' }
  expect(await answering.confirm(sampleQuestion({ id: 'q15', proposal }))).toBe(true)
  expect(desk.edit).toHaveBeenCalledExactlyOnceWith({ edit: 'answer', question: 'q15', answer: 'yes' })
})

it('confirms nothing when nothing is proposed', async () => {
  const { desk, answering } = at()
  expect(await answering.confirm(sampleQuestion({}))).toBe(false)
  expect(desk.edit).not.toHaveBeenCalled()
})

it('keeps a number that cannot be read, each field for itself, until it is mended', () => {
  const { answering } = at()
  const question = sampleQuestion({ id: 'q04' })
  answering.keepTyped(question, 'season_months', 'fyra')
  expect(answering.typed(question, 'season_months')).toBe('fyra')
  expect(answering.typed(question, 'need_pattern')).toBeUndefined()
  answering.keepTyped(question, 'season_months', null)
  expect(answering.typed(question, 'season_months')).toBeUndefined()
})

describe('a question with what is proposed', () => {
  const risks = sampleField({ name: 'risks', kind: 'multi', most: null }, ['textiles', 'gloves'])
  const proposal = { answer: ['textiles'], shown: 'Textil', source: '' }
  const proposed = sampleQuestion({ id: 'q26', fields: [risks], proposal, state: 'prefilled' })

  it('has nothing filled in when the last box is cleared, and the next one is ticked alone', async () => {
    const { desk, answering } = at()
    await answering.answer(proposed, tick(answering.shown(proposed), risks, 'textiles', false))
    expect(desk.edit).not.toHaveBeenCalled()
    expect(answering.shown(proposed)).toMatchObject({ answer: null, proposal: null, state: 'unanswered' })
    await answering.answer(proposed, tick(answering.shown(proposed), risks, 'gloves', true))
    expect(desk.edit).toHaveBeenCalledExactlyOnceWith({ edit: 'answer', question: 'q26', answer: ['gloves'] })
  })

  it('has it not filled in again when an own answer is emptied, but when it is taken back', async () => {
    const { desk, answering } = at()
    const own: QuestionView = { ...proposed, answer: ['gloves'], state: 'answered' }
    await answering.answer(own, tick(answering.shown(own), risks, 'gloves', false))
    expect(desk.edit).toHaveBeenCalledExactlyOnceWith({ edit: 'answer', question: 'q26', answer: null })
    expect(answering.shown(proposed)).toMatchObject({ proposal: null, state: 'unanswered' })
    await answering.takeBack(own)
    expect(answering.shown(proposed)).toBe(proposed)
  })

  it('can still be confirmed after it was emptied', async () => {
    const { desk, answering } = at()
    await answering.answer(proposed, null)
    expect(await answering.confirm(proposed)).toBe(true)
    expect(desk.edit).toHaveBeenCalledExactlyOnceWith({ edit: 'answer', question: 'q26', answer: ['textiles'] })
  })
})

it('shows an answer before it is kept, so that a change right after builds on it', async () => {
  const { answering } = at()
  const question = sampleQuestion({ id: 'q18a' })
  const kept = answering.answer(question, { reason: 'Skäl.' })
  expect(answering.shown(question)).toMatchObject({ answer: { reason: 'Skäl.' }, state: 'answered' })
  await kept
  expect(answering.shown(question)).toBe(question)
})

it('builds on a reason that was emptied just before, and not on the one that is still kept', () => {
  const { desk, answering } = at()
  desk.edit.mockReturnValue(new Promise(() => undefined))
  const need = sampleField({ name: 'need' }, ['yes', 'no'])
  const reason = sampleField({ name: 'reason', kind: 'text' })
  const question = sampleQuestion({ id: 'q18a', fields: [need, reason], answer: { reason: 'Gammalt skäl.' } })
  void answering.answer(question, withValue(answering.shown(question), reason, ''))
  expect(withValue(answering.shown(question), need, 'yes')).toEqual({ need: 'yes' })
})

it('leaves a refused answer in its field', async () => {
  const { desk, answering } = at()
  const question = sampleQuestion({ id: 'q02' })
  desk.edit.mockResolvedValueOnce(false)
  desk.problem = { kind: 'broken', text: 'Disken är full.', hint: null }
  expect(await answering.answer(question, 4)).toBe(false)
  expect(answering.shown(question).answer).toBe(4)
})

it('shows the project as it is when it had changed in another window', async () => {
  const { desk, answering } = at()
  const question = sampleQuestion({ id: 'q02' })
  desk.edit.mockResolvedValueOnce(false)
  await answering.answer(question, 4)
  expect(answering.shown(question)).toBe(question)
})

it('says that an answer was taken away, and offers it back', async () => {
  const { desk, answering } = at()
  const question = sampleQuestion({ id: 'q02', text: 'Hur många?', answer: 4 })
  await answering.takeBack(question)
  expect(desk.edit).toHaveBeenCalledExactlyOnceWith({ edit: 'answer', question: 'q02', answer: null })
  expect(desk.notice).toMatchObject({ text: 'Svaret på frågan ”Hur många?” är borttaget.', lastStep: true })
  desk.notice?.undo?.()
  expect(desk.step).toHaveBeenCalledExactlyOnceWith('undo')
})

it('says nothing of an answer that could not be taken away', async () => {
  const { desk, answering } = at()
  desk.edit.mockResolvedValueOnce(false)
  await answering.takeBack(sampleQuestion({ id: 'q02', answer: 4 }))
  expect(desk.notice).toBeNull()
})

it('tells of questions that came where all were answered, leads to the first, and marks them until they are answered', async () => {
  const { desk, answering } = at()
  const asked = sampleQuestion({ id: 'q01', text: 'Arbete eller varor?' })
  const known = sampleQuestion({ id: 'q07', answer: 'yes', mark: null })
  const came = sampleQuestion({ id: 'q08' })
  const object = { group: 'object' as const, name: 'Det som köps', left: 1, waits: 0, note: '', questions: [asked] }
  const employment = { ...object, group: 'employment' as const, name: 'Sysselsättning', left: 0, questions: [known] }
  const before = { ...project, needs: [object, employment] } as ProjectView
  desk.project = before
  desk.edit.mockImplementationOnce(async () => {
    desk.project = { ...before, needs: [object, { ...employment, left: 1, questions: [known, came] }] } as ProjectView
    return true
  })
  await answering.answer(asked, 'yes')
  expect(desk.notice?.text).toBe(
    'En ny fråga i Sysselsättning, för att svaret på ”Arbete eller varor?” ändrar vad som passar.'
  )
  expect(desk.notice?.show?.label).toBe('Visa frågan')
  expect(answering.shown(sampleQuestion({ id: 'q08' })).mark).toBe('Ny · Kvar')
  expect(answering.shown(sampleQuestion({ id: 'q08', answer: 'yes', mark: null })).mark).toBeNull()
})

it('tells of no question that came in what was not begun, or beside the one that was answered', async () => {
  const { desk, answering } = at()
  const asked = sampleQuestion({ id: 'q01' })
  const came = sampleQuestion({ id: 'q08' })
  const group = { group: 'object' as const, name: '', left: 1, waits: 0, note: '', questions: [asked] }
  const other = { ...group, group: 'employment' as const, left: 0, questions: [] }
  desk.project = { ...project, needs: [group, other] } as ProjectView
  desk.edit.mockImplementationOnce(async () => {
    desk.project = { ...project, needs: [group, { ...other, left: 1, questions: [came] }] } as ProjectView
    return true
  })
  await answering.answer(asked, 'yes')
  expect(desk.notice).toBeNull()
})
