import type { Answer, QuestionView } from './types'

/** The codes that are chosen; none unless the answer is a choice. */
export function chosenCodes(answer: Answer): readonly string[] {
  return answer.kind === 'chosen' ? answer.codes : []
}

/** One own answer in place of whatever was answered before. */
export function choose(code: string): Answer {
  return { kind: 'chosen', codes: [code] }
}

/**
 * Ticks or clears one box of many. A ticked box takes away "Inga", Vet inte and Inte aktuellt; the last box cleared
 * leaves the question unanswered, since no tick is not the same as "Inga". The order of the options is kept.
 */
export function tick(question: QuestionView, answer: Answer, code: string, ticked: boolean): Answer {
  const others = chosenCodes(answer).filter((known) => known !== code && known !== question.none?.code)
  const wanted = ticked ? [...others, code] : others
  const codes = question.options.map((option) => option.code).filter((known) => wanted.includes(known))
  return codes.length > 0 ? { kind: 'chosen', codes } : { kind: 'unanswered' }
}

/** Whether one more box may be ticked. */
export function isFull(question: QuestionView, answer: Answer): boolean {
  const ticked = chosenCodes(answer).filter((code) => code !== question.none?.code)
  return question.most !== undefined && ticked.length >= question.most
}
