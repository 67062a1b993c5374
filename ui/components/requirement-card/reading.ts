/** Values of requirements, read as they are typed in the wording. */
import { formatDecimal, formatNumber } from '$lib/format'
import { readDate, readMoney, readMonths, readNumber, within, type Reading } from '$lib/read'
import type { ParameterKind, ParameterName, ParameterValue, ParameterView, Piece, Span } from '../../generated/types'

/** What was typed for a value. Nothing typed means that the value falls back to what the program proposes. */
export function readParameter({ kind, range }: ParameterView, text: string): Reading<ParameterValue | null> {
  if (text.trim() === '') return { ok: true, value: null }
  if (kind === 'date') return readDate(text)
  if (!isNumber(kind)) return { ok: true, value: text.trim() }
  return within(readCounted(kind, text), range)
}

function readCounted(kind: ParameterKind, text: string): Reading<number> {
  if (kind === 'money') return readMoney(text)
  if (kind === 'months') return readMonths(text)
  return readNumber(withoutUnit(text))
}

/** "12 veckor" is twelve, "5 %" is five: the unit belongs to the value and need not be typed. */
function withoutUnit(text: string): string {
  return text.replace(/(?<=\d)\s*(%|\p{L}+)\s*$/u, '')
}

function isNumber(kind: ParameterKind): boolean {
  return ['count', 'months', 'weeks', 'days', 'hours', 'percent', 'money'].includes(kind)
}

/** The text that the field opens with. */
export function typedForm({ kind, value }: ParameterView): string {
  if (typeof value === 'number') return kind === 'money' ? formatNumber(value) : formatDecimal(value)
  return typeof value === 'string' ? value : ''
}

/** Whether a value is edited inside the sentence; boxes and tables stand under it. */
export function isInline({ kind, locked }: ParameterView): boolean {
  return !locked && kind !== 'multi' && kind !== 'table' && kind !== 'flag'
}

/** The value with what stands before and after it: a share in "Minst 80 procent av de"; all of a phrase that names none. */
export function valueIn(phrase: string, { kind, shown }: ParameterView): [string, string, string] {
  const at = kind === 'percent' && shown !== '' ? phrase.indexOf(shown) : -1
  return at < 0 ? ['', phrase, ''] : [phrase.slice(0, at), shown, phrase.slice(at + shown.length)]
}

/** What is set beside the sentences, and what the officer's own have left out, where a yes or no decides nothing. */
export function outsideText(duties: Piece[][], parameters: ParameterView[]) {
  const said = duties.flat().flatMap((piece) => (piece.kind === 'value' ? [piece.parameter] : []))
  const stands = (one: ParameterView) => isInline(one) && said.includes(one.name)
  const beside = parameters.filter((one) => !one.locked && !one.unsaid && !stands(one))
  return { beside, unsaid: parameters.filter((one) => one.unsaid && isInline(one)) }
}

/** A text that is being typed in a wording, or has been and is on its way. */
export interface TypedText {
  name: ParameterName
  text: string
  /** The value that it takes the place of. */
  over: ParameterValue | null
}

/** A wording as it is read for traps, a line a duty, with where the officer's own texts stand in it. */
export interface ReadWording {
  text: string
  typed: { name: ParameterName; span: Span }[]
}

/** The wording with a text as it is being typed; the catalogue's words are read elsewhere. */
export function asRead(duties: Piece[][], parameters: ParameterView[], typing: TypedText | null): ReadWording {
  const isTyped = ({ name, kind, origin }: ParameterView) =>
    kind === 'text' && (origin === 'officer' || name === typing?.name)
  const typed: ReadWording['typed'] = []
  let text = ''
  duties.forEach((duty, at) => {
    if (at > 0) text += '\n'
    for (const piece of duty) {
      const name = piece.kind === 'value' ? piece.parameter : undefined
      const words = typing && name === typing.name ? typing.text : piece.text
      const start = [...text].length
      text += words
      if (name !== undefined && parameters.some((known) => known.name === name && isTyped(known)))
        typed.push({ name, span: { start, end: start + [...words].length } })
    }
  })
  return { text, typed }
}

/** Which of the officer's texts something is found in. */
export function textAt({ typed }: ReadWording, { start, end }: Span): ReadWording['typed'][number] | undefined {
  return typed.find(({ span }) => start < span.end && span.start < end)
}
