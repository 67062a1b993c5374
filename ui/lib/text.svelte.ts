import { english, swedish, type PluralKey, type TextKey } from './screens'

export type { PluralKey, TextKey } from './screens'
export type Language = 'sv' | 'en'
export type Values = Record<string, string | number>

const texts: Record<Language, Record<string, string>> = { sv: flatten(swedish), en: flatten(english) }

let chosen = $state<Language>('sv')

export function language(): Language {
  return chosen
}

/** Changes the language of the window; everything that shows a text follows by itself. */
export function setLanguage(next: Language): void {
  chosen = next
  document.documentElement.lang = next
}

/** The text of a key in the window's language, with its `{placeholders}` filled in. */
export function t(key: TextKey, values: Values = {}): string {
  return fill(texts[chosen][key] ?? key, values)
}

/** As `t`, for a text that depends on a number; the number fills `{n}`. */
export function plural(stem: PluralKey, n: number, values: Values = {}): string {
  const form = new Intl.PluralRules(chosen).select(n) === 'one' ? 'one' : 'other'
  return t(`${stem}.${form}` as TextKey, { n, ...values })
}

/** A number as it begins a sentence: in words to twelve, then in figures. One has a text of its own wherever it is said. */
export function countWord(n: number): string {
  return n >= 2 && n <= 12 ? t(`common.count.${n}` as TextKey) : String(n)
}

export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}

function flatten(screens: Record<string, Record<string, string>>): Record<string, string> {
  const entries = Object.entries(screens).flatMap(([screen, lines]) =>
    Object.entries(lines).map(([key, line]) => [`${screen}.${key}`, line] as const)
  )
  return Object.fromEntries(entries)
}
