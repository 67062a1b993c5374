/** Values of several codes, each with its box. */
import type { Code, EntryId, ParameterName, ParameterValue, ParameterView } from '../../generated/types'

/** The codes with one more or one less, in the order of the options; none left falls back to what is proposed. */
export function ticked(
  { options, value }: Pick<ParameterView, 'options' | 'value'>,
  code: Code,
  on: boolean
): ParameterValue | null {
  const before = Array.isArray(value) ? value.flat() : []
  const wanted = on ? [...before, code] : before.filter((known) => known !== code)
  const codes = options.map((option) => option.code).filter((known) => wanted.includes(known))
  return codes.length > 0 ? codes : null
}

/** Where a box is, wherever on the card it stands. */
export function boxId(entry: EntryId, name: ParameterName, code: Code): string {
  return `box-${entry}-${name}-${code}`
}
