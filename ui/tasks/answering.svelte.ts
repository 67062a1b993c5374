/** The officer answers questions: what becomes an edit, and what stays as it was typed. */
import { SvelteMap } from 'svelte/reactivity'
import type { Desk, Notice } from '$lib/desk.svelte'
import { t } from '$lib/text.svelte'
import type { Answer, FactName, QuestionId, QuestionView } from '../generated/types'

export class Answering {
  /** Answers on their way, and those that were refused: the officer sees them, and the next change builds on them. */
  readonly #sent = new SvelteMap<QuestionId, Answer | null>()

  constructor(private readonly desk: Pick<Desk, 'edit' | 'step' | 'typed' | 'problem'> & { notice: Notice | null }) {}

  /** The question as the officer has answered it, also before the answer is kept. */
  shown(question: QuestionView): QuestionView {
    const sent = this.#sent.get(question.id)
    if (sent === undefined) return question
    const unanswered = question.proposal ? 'prefilled' : 'unanswered'
    return { ...question, answer: sent, state: sent === null ? unanswered : 'answered' }
  }

  /** No answer takes the answer away. */
  async answer(question: QuestionView, answer: Answer | null): Promise<boolean> {
    this.#sent.set(question.id, answer)
    const kept = await this.desk.edit({ edit: 'answer', question: question.id, answer })
    const refused = !kept && this.desk.problem !== null
    if (!refused && this.#sent.get(question.id) === answer) this.#sent.delete(question.id)
    return kept
  }

  /** Takes the answer away, says so, and offers it back. */
  async takeBack(question: QuestionView): Promise<void> {
    if (!(await this.answer(question, null))) return
    const text = t('question.cleared', { question: question.text })
    this.desk.notice = { text, undo: () => void this.desk.step('undo'), lastStep: true }
  }

  /** What is proposed becomes the officer's own answer. */
  async confirm(question: QuestionView): Promise<boolean> {
    return question.proposal !== null && this.answer(question, question.proposal.answer)
  }

  /** What was typed in a field and could not be read. */
  typed(question: QuestionView, field: FactName): string | undefined {
    return this.desk.typed.get(key(question, field))
  }

  /** Keeps what could not be read; null when there is no such text any more. */
  keepTyped(question: QuestionView, field: FactName, typed: string | null): void {
    if (typed === null) this.desk.typed.delete(key(question, field))
    else this.desk.typed.set(key(question, field), typed)
  }
}

function key(question: QuestionView, field: FactName): string {
  return `${question.id}.${field}`
}
