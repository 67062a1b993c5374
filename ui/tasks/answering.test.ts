import { expect, it, vi } from 'vitest'
import { sampleQuestion } from '$components/question/sample'
import { Answering } from './answering.svelte'

function at() {
  const desk = { edit: vi.fn(() => Promise.resolve(true)), typed: new Map<string, string>() }
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
