/** How far a group of questions has come, in the line under its name. */
import { countWord, plural, t } from '$lib/text.svelte'
import type { QuestionGroupView } from '../../generated/types'

/**
 * "Fyra frågor, alla besvarade.", or "En fråga." where the mark at the question says the rest. There is always a line: one
 * that came when more are asked would move the page under the mouse.
 */
export function leadOf({ questions, left, waits }: Pick<QuestionGroupView, 'questions' | 'left' | 'waits'>): string {
  if (questions.length === 1) return t('needs.lead.single')
  const [stem, n] = state(questions.length, left, waits)
  return t('needs.lead', {
    questions: plural('needs.questions', questions.length, { count: countWord(questions.length) }),
    state: plural(`needs.lead.${stem}`, n, { count: countWord(n).toLowerCase() })
  })
}

function state(all: number, left: number, waits: number) {
  if (left > 0) return ['left', left] as const
  return waits > 0 ? (['waits', waits] as const) : (['done', all] as const)
}
