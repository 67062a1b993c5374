/** What can be chosen among the settings, in the window's language. */
import { formatDecimal, keepTogether } from '$lib/format'
import { t } from '$lib/text.svelte'
import type { Colours, Language, ParameterView, TextSize } from '../generated/types'

/** Each language is named in itself. */
export const languages: readonly { value: Language; label: string }[] = [
  { value: 'sv', label: 'Svenska' },
  { value: 'en', label: 'English' }
]

export const colours = (): { value: Colours; label: string }[] =>
  (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.colours.${value}`) }))

export const textSizes = (): { value: TextSize; label: string }[] =>
  (['100', '115', '130', '150'] as const).map((value) => ({ value, label: t('settings.percent', { n: value }) }))

/** A value in figures, also where its sentence would have a word: "2", "25 000 kr". */
export function inFigures({ kind, value, shown }: ParameterView): string {
  const counts = kind === 'count' || kind === 'months' || kind === 'weeks' || kind === 'days' || kind === 'hours'
  return counts && typeof value === 'number' ? formatDecimal(value) : keepTogether(shown)
}
