/** The officer answers questions: what becomes an edit, and what stays as it was typed. */
import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { Desk, Notice } from '$lib/desk.svelte'
import { listed } from '$lib/format'
import { goTo } from '$lib/go'
import { plural, t } from '$lib/text.svelte'
import type {
  Answer,
  FactName,
  ProjectView,
  QuestionGroup,
  QuestionGroupView,
  QuestionId,
  QuestionView
} from '../generated/types'
import { questionHref } from './needs/place'

export class Answering {
  /** Answers on their way, and those that were refused: the officer sees them, and the next change builds on them. */
  readonly #sent = new SvelteMap<QuestionId, Answer | null>()
  /** Questions that the officer has emptied: what is proposed is not filled in again under their hand. */
  readonly #emptied = new SvelteSet<QuestionId>()

  constructor(
    private readonly desk: Pick<Desk, 'edit' | 'step' | 'typed' | 'problem' | 'project' | 'grown'> & {
      notice: Notice | null
    }
  ) {}

  /** The question as the officer has answered it, also before the answer is kept. */
  shown(question: QuestionView): QuestionView {
    const now = this.#now(question)
    const emptied = now.answer === null && this.#emptied.has(question.id)
    return emptied ? { ...now, proposal: null, state: 'unanswered' } : now
  }

  #now(question: QuestionView): QuestionView {
    const sent = this.#sent.get(question.id)
    if (sent === undefined) return this.#marked(question)
    const unanswered = question.proposal ? 'prefilled' : 'unanswered'
    return { ...question, answer: sent, state: sent === null ? unanswered : 'answered' }
  }

  /** One that came in what was done says so, until it is answered. */
  #marked(question: QuestionView): QuestionView {
    const { id, mark, answer } = question
    const isNew = mark !== null && answer === null && this.desk.grown.has(id)
    return isNew ? { ...question, mark: t('question.new', { mark }) } : question
  }

  /** No answer takes the answer away; of what was only proposed there is nothing to keep. */
  async answer(question: QuestionView, answer: Answer | null): Promise<boolean> {
    const isKept = answer === null && this.shown(question).answer === null
    if (answer === null) this.#emptied.add(question.id)
    return isKept || this.#send(question, answer)
  }

  async #send(question: QuestionView, answer: Answer | null): Promise<boolean> {
    if (answer !== null) this.#emptied.delete(question.id)
    this.#sent.set(question.id, answer)
    const before = this.desk.project
    const kept = await this.desk.edit({ edit: 'answer', question: question.id, answer })
    const refused = !kept && this.desk.problem !== null
    if (!refused && this.#sent.get(question.id) === answer) this.#sent.delete(question.id)
    if (before) this.#tellGrown(before, question)
    return kept
  }

  /** Questions that came where all were answered are told of: nobody looks there again by themselves. */
  #tellGrown(before: ProjectView, question: QuestionView): void {
    const now = this.desk.project
    const grown = now?.id === before.id ? grownIn(before, now, question.id) : []
    const ids = grown.flatMap(({ ids }) => ids)
    const [first] = ids
    const href = now && first !== undefined && questionHref(now, first)
    if (!href) return
    for (const id of ids) this.desk.grown.add(id)
    const groups = listed(grown.map(({ name }) => name))
    const text = plural('question.grown', ids.length, { groups, question: question.text })
    this.desk.notice = { text, show: { label: t('question.grown.show'), go: () => goTo(href) } }
  }

  /** Takes the answer away, says so, and offers it back. What is proposed is filled in again. */
  async takeBack(question: QuestionView): Promise<void> {
    this.#emptied.delete(question.id)
    if (!(await this.#send(question, null))) return
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

/** The questions that came in groups that were done and do not hold the one that was answered. */
function grownIn(before: ProjectView, now: ProjectView, answered: QuestionId): { name: string; ids: QuestionId[] }[] {
  const known = new Set(before.needs.flatMap(({ questions }) => questions.map(({ id }) => id)))
  const isDone = ({ left, questions }: QuestionGroupView) =>
    left === 0 && questions.some(({ answer }) => answer !== null)
  const wasDone = (group: QuestionGroup) => before.needs.some((one) => one.group === group && isDone(one))
  const elsewhere = now.needs.filter(({ group, questions }) => {
    return wasDone(group) && !questions.some(({ id }) => id === answered)
  })
  const grown = elsewhere.map(({ name, questions }) => {
    return { name, ids: questions.filter(({ id, mark }) => mark !== null && !known.has(id)).map(({ id }) => id) }
  })
  return grown.filter(({ ids }) => ids.length > 0)
}

function key(question: QuestionView, field: FactName): string {
  return `${question.id}.${field}`
}
