/** Answers as they are chosen and typed, read from and written to the form in which the project keeps them. */
import { t } from '$lib/text.svelte'
import type {
  Answer,
  BlockView,
  ClosedView,
  Code,
  FieldValue,
  FieldView,
  OptionView,
  QuestionView
} from '../../generated/types'

/** How a question is answered. Unanswered is a state of its own, never the same as "no". */
export type Stand =
  | { kind: 'unanswered' }
  | { kind: 'unknown'; whom: string }
  | { kind: 'not_relevant'; reason: string }
  | { kind: 'values'; values: Record<string, FieldValue> }

/** A field of this name holds the reason for the answer; it is printed. */
export const REASON = 'reason'

/** As the officer has answered; while nobody has, as is proposed. */
export function standOf(question: QuestionView): Stand {
  const answer = question.answer ?? question.proposal?.answer ?? null
  if (answer === null) return { kind: 'unanswered' }
  if (typeof answer !== 'object' || Array.isArray(answer)) return single(question, answer)
  if (isText(answer, 'unknown')) return { kind: 'unknown', whom: answer.unknown }
  if (isText(answer, 'not_relevant')) return { kind: 'not_relevant', reason: answer.not_relevant }
  return { kind: 'values', values: answer as Record<string, FieldValue> }
}

function single(question: QuestionView, value: FieldValue): Stand {
  return { kind: 'values', values: { [question.fields[0]?.name ?? '']: value } }
}

function isText<Name extends string>(answer: object, name: Name): answer is Record<Name, string> {
  return typeof (answer as Record<string, unknown>)[name] === 'string' && Object.keys(answer).length === 1
}

export function valueOf(stand: Stand, field: FieldView): FieldValue | undefined {
  return stand.kind === 'values' ? stand.values[field.name] : undefined
}

/** The codes that are chosen in a field. */
export function codesOf(value: FieldValue | undefined): readonly Code[] {
  if (Array.isArray(value)) return value
  return typeof value === 'string' && value !== '' ? [value] : []
}

/**
 * The answer with one field changed. It takes the place of Vet inte and Inte aktuellt; a last field that is emptied
 * leaves the question unanswered, since nothing is not the same as "none".
 */
export function withValue(question: QuestionView, field: FieldView, value: FieldValue | null): Answer | null {
  const stand = standOf(question)
  const before = stand.kind === 'values' ? stand.values : {}
  const all = question.fields.map(({ name }) => [name, name === field.name ? value : before[name]] as const)
  const given = all.filter((pair): pair is [string, FieldValue] => !isEmpty(pair[1]))
  if (given.length === 0) return null
  return question.fields.length === 1 ? (given[0]?.[1] ?? null) : Object.fromEntries(given)
}

function isEmpty(value: FieldValue | null | undefined): boolean {
  return value === undefined || value === null || (typeof value !== 'number' && value.length === 0)
}

/** Ticks or clears one box of many, in the order of the boxes. A ticked box takes "Inga" away. */
export function tick(question: QuestionView, field: FieldView, code: Code, ticked: boolean): Answer | null {
  const others = codesOf(valueOf(standOf(question), field)).filter((known) => known !== code)
  const wanted = ticked ? [...others.filter((known) => known !== question.noneOf), code] : others
  const codes = field.options.map((option) => option.code).filter((known) => wanted.includes(known))
  return withValue(question, field, codes)
}

/** The options that stand alone: all of a choice, "Inga" of many boxes, "Räknas fram ur värdet" beside a number. */
export function alone(question: QuestionView, field: FieldView): OptionView[] {
  return field.kind === 'multi' ? field.options.filter(({ code }) => code === question.noneOf) : field.options
}

/** The options that can be ticked together. */
export function boxes(question: QuestionView, field: FieldView): OptionView[] {
  return field.kind === 'multi' ? field.options.filter(({ code }) => code !== question.noneOf) : []
}

/** The line that says why an option cannot be chosen. */
export function closedId(question: QuestionView, code: Code): string {
  return `closed-${question.id}-${code}`
}

/** Why an option cannot be chosen: what it waits for, what would have to be another, or that no answer would open it. */
export function closedBy({ blocks }: ClosedView): 'closed' | 'closed.waits' | 'closed.because' {
  if (blocks.length === 0) return 'closed'
  return blocks.every(({ waits }) => waits) ? 'closed.waits' : 'closed.because'
}

/** What would fit at a place, where it is not just an answer that is missing. */
export function wished(option: ClosedView, { wanted }: BlockView): string {
  return wanted && closedBy(option) === 'closed.because' ? ` ${t('question.closed.wanted', { wanted })}` : ''
}

/** What stands between the places that an option depends on: "och", "eller", or a comma where that depends. */
export function between({ blocks }: ClosedView): string {
  if (blocks.every(({ role }) => role === 'needed')) return ` ${t('question.closed.and')} `
  return blocks.every(({ role }) => role === 'enough') ? ` ${t('question.closed.or')} ` : ', '
}

/** The value of an option that stands alone. */
export function aloneValue(field: FieldView, code: Code): FieldValue {
  return field.kind === 'multi' ? [code] : code
}

/** Whether no more boxes may be ticked. */
export function isFull(question: QuestionView, field: FieldView): boolean {
  const ticked = codesOf(valueOf(standOf(question), field)).filter((code) => code !== question.noneOf)
  return field.most !== null && ticked.length >= field.most
}

/** An assessment that is recorded: its answer is not whole without its reason. */
export function isAssessment(question: QuestionView): boolean {
  return question.fields.some(({ name, required }) => name === REASON && required)
}
