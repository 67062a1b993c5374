/**
 * Where in a text something is underlined, and where a value stands. The program counts whole characters; a field counts
 * UTF-16 units.
 */
import type { Replacement, Severity, Span, TrapView, WordingValue } from '../../generated/types'

export interface Part {
  text: string
  /** How grave what is found there is; none where nothing is. */
  severity: Severity | null
  /** It is a value, or within one. */
  value: boolean
}

/** A value in a text that is edited stands between two signs that are not seen. */
const SET_APART = /\u2068[^\u2068\u2069]*\u2069/g
const SIGNS = /[\u2068\u2069]/g

/** The text without the signs around its values. */
export function bare(text: string): string {
  return text.replace(SIGNS, '')
}

/** As [`bare`], with room for the signs: what is found in it stands where it does in the text. */
export function withRoom(text: string): string {
  return text.replace(SIGNS, ' ')
}

/** The text with something else in the place of each value; what is set apart and is none is text. */
export function withValues(
  text: string,
  values: readonly WordingValue[],
  instead: (value: WordingValue) => string
): string {
  return bare(
    text.replace(SET_APART, (words) => {
      const value = values.find(({ shown }) => shown === words)
      return value ? instead(value) : words
    })
  )
}

/** Where the values stand. */
export function valuesIn(text: string, values: readonly WordingValue[]): Span[] {
  const known = [...text.matchAll(SET_APART)].filter(([words]) => values.some(({ shown }) => shown === words))
  return known.map(({ 0: words, index }) => {
    const start = [...text.slice(0, index)].length
    return { start, end: start + [...words].length }
  })
}

const GRAVEST: readonly Severity[] = ['stop', 'warning', 'info']

/** A span as a field counts it. */
export function unitsOf(text: string, { start, end }: Span): Span {
  const characters = [...text]
  const units = (to: number) => characters.slice(0, to).join('').length
  return { start: units(start), end: units(end) }
}

/** The text with a remedy taken over. */
export function replaced(text: string, { span, text: words }: Replacement): string {
  const { start, end } = unitsOf(text, span)
  return text.slice(0, start) + words + text.slice(end)
}

/** The text in parts; where two finds overlap, the graver one underlines. */
export function partsOf(
  text: string,
  traps: readonly Pick<TrapView, 'span' | 'severity'>[],
  values: readonly Span[] = []
): Part[] {
  const characters = [...text]
  const ends = [...traps.map(({ span }) => span), ...values].flatMap(({ start, end }) => [start, end])
  const cuts = [...new Set([0, ...ends, characters.length])]
    .filter((at) => at <= characters.length)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? characters.length
    const covers = ({ start, end }: Span) => start <= from && to <= end
    const here = traps.filter(({ span }) => covers(span))
    const severity = GRAVEST.find((grave) => here.some((trap) => trap.severity === grave)) ?? null
    return { text: characters.slice(from, to).join(''), severity, value: values.some(covers) }
  })
}

/** What is found on a line of a text, from nought, counted from the beginning of that line. */
export function onLine(text: string, traps: readonly TrapView[], line: number): TrapView[] {
  const before = [...text.split('\n').slice(0, line).join('\n')].length + (line > 0 ? 1 : 0)
  const within = ({ start, end }: Span) => ({ start: start - before, end: end - before })
  return traps
    .filter((trap) => trap.line === line + 1)
    .map((trap) => ({
      ...trap,
      span: within(trap.span),
      replacement: trap.replacement && { ...trap.replacement, span: within(trap.replacement.span) }
    }))
}
