/** Where in a text something is underlined. The program counts whole characters; a field counts UTF-16 units. */
import type { Replacement, Severity, Span, TrapView } from '../../generated/types'

export interface Part {
  text: string
  /** How grave what is found there is; none where nothing is. */
  severity: Severity | null
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
export function partsOf(text: string, traps: readonly Pick<TrapView, 'span' | 'severity'>[]): Part[] {
  const characters = [...text]
  const ends = traps.flatMap(({ span }) => [span.start, span.end])
  const cuts = [...new Set([0, ...ends, characters.length])]
    .filter((at) => at <= characters.length)
    .sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? characters.length
    const here = traps.filter(({ span }) => span.start <= from && to <= span.end)
    const severity = GRAVEST.find((grave) => here.some((trap) => trap.severity === grave)) ?? null
    return { text: characters.slice(from, to).join(''), severity }
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
