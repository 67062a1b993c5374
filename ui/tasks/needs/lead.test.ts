import { expect, it } from 'vitest'
import { sampleQuestions } from '$components/question/sample'
import { leadOf } from './lead'

const [question] = sampleQuestions
const group = (n: number, left: number, waits = 0) => ({
  questions: question ? Array.from({ length: n }, () => question) : [],
  left,
  waits
})

it('says how many questions there are, and how many are left or wait', () => {
  expect(leadOf(group(4, 2))).toBe('Fyra frågor, två är kvar.')
  expect(leadOf(group(4, 0, 1))).toBe('Fyra frågor, en väntar på svar.')
  expect(leadOf(group(4, 0))).toBe('Fyra frågor, alla besvarade.')
})

it('keeps its room where there is one question, answered or not: the page does not move when a tick has more asked', () => {
  expect([leadOf(group(1, 1)), leadOf(group(1, 0))]).toEqual(['En fråga.', 'En fråga.'])
})
