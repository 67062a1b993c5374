/** The officer answers questions: what becomes an edit, and what stays as it was typed. */
import type { Desk } from '$lib/desk.svelte'
import type { Answer, FactName, QuestionView } from '../generated/types'

export class Answering {
  constructor(private readonly desk: Pick<Desk, 'edit' | 'typed'>) {}

  /** No answer takes the answer away. */
  answer(question: QuestionView, answer: Answer | null): Promise<boolean> {
    return this.desk.edit({ edit: 'answer', question: question.id, answer })
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
