/** What can be chosen among the settings, in the window's language. */
import { t } from '$lib/text.svelte'
import type { Colours, Language, TextSize } from '../generated/types'

/** Each language is named in itself. */
export const languages: readonly { value: Language; label: string }[] = [
  { value: 'sv', label: 'Svenska' },
  { value: 'en', label: 'English' }
]

export const colours = (): { value: Colours; label: string }[] =>
  (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.colours.${value}`) }))

export const textSizes = (): { value: TextSize; label: string }[] =>
  (['100', '115', '130', '150'] as const).map((value) => ({ value, label: t('settings.percent', { n: value }) }))
