import { describe, expect, it } from 'vitest'
import { choose, isFull, tick } from './answer'
import type { Answer, QuestionView } from './types'

const risks: QuestionView = {
  id: 'q16',
  text: 'Vilka tecken på risk finns i just detta köp?',
  why: '',
  mark: 'left',
  kind: 'many',
  options: ['price', 'chains', 'posted'].map((code) => ({ code, label: code })),
  none: { code: 'none', label: 'Inga tecken' },
  most: 2
}
const chosen = (...codes: string[]): Answer => ({ kind: 'chosen', codes })

describe('a question with many answers', () => {
  it('keeps the order of the boxes, however they were ticked', () => {
    expect(tick(risks, chosen('posted'), 'price', true)).toEqual(chosen('price', 'posted'))
  })

  it.each<Answer>([
    chosen('none'),
    { kind: 'unknown', whomToAsk: 'enheten' },
    { kind: 'not_relevant', reason: 'bara varor' },
    { kind: 'unanswered' }
  ])('replaces %j with the ticked box', (before) => {
    expect(tick(risks, before, 'price', true)).toEqual(chosen('price'))
  })

  it('replaces the boxes with Inga', () => {
    expect(choose('none')).toEqual(chosen('none'))
  })

  it('is unanswered, not "none", when the last box is cleared', () => {
    expect(tick(risks, chosen('price'), 'price', false)).toEqual({ kind: 'unanswered' })
  })

  it('knows when no more may be ticked', () => {
    expect(isFull(risks, chosen('price', 'posted'))).toBe(true)
    expect(isFull(risks, chosen('none'))).toBe(false)
  })
})
