import { formatDecimal, formatNumber } from '$lib/format'
import { readDate, readMoney, readMonths, readNumber, readPercent, type Reading } from '$lib/read'
import type { ParameterView } from './types'

const readers: Record<ParameterView['kind'], (text: string) => Reading<string | number>> = {
  money: readMoney,
  months: readMonths,
  number: readNumber,
  percent: readPercent,
  date: readDate,
  text: (text) => ({ ok: true, value: text.trim() }),
  choice: (code) => ({ ok: true, value: code })
}

/** What was typed for a parameter, read by its kind. */
export function readParameter(kind: ParameterView['kind'], text: string): Reading<string | number> {
  return readers[kind](text)
}

/** The text that the field opens with. */
export function typedForm({ kind, value }: ParameterView): string {
  if (typeof value !== 'number') return value ?? ''
  if (kind === 'percent') return formatDecimal(value * 100)
  return kind === 'money' ? formatNumber(value) : formatDecimal(value)
}
