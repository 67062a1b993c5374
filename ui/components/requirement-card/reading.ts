/** Values of requirements, read as they are typed in the wording. */
import { formatDecimal, formatNumber } from '$lib/format'
import { readDate, readMoney, readMonths, readNumber, within, type Reading } from '$lib/read'
import type { ParameterKind, ParameterValue, ParameterView } from '../../generated/types'

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
