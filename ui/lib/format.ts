/**
 * Numbers, dates and references in Swedish form, in the window's both languages; money as the language writes it.
 * Every space inside a value is non-breaking, so that a value never breaks over a line.
 */
import { language, t } from './text.svelte'

const NBSP = '\u00a0'
/** Forbids a line break and shows nothing. */
const WORD_JOINER = '\u2060'
/** Is shown where a word is divided, and nowhere else. */
const SOFT_HYPHEN = '\u00ad'
const whole = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 0 })
const oneDecimal = new Intl.NumberFormat('sv-SE', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const oneDecimalInEnglish = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const upToOneDecimal = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 1 })
const asPrecise = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 6 })
const twoDigits = (n: number) => String(n).padStart(2, '0')

/** 22222 → "22 222" */
export function formatNumber(n: number): string {
  return whole.format(n)
}

/** With the decimals it has: 2.5 → "2,5" */
export function formatDecimal(n: number): string {
  return asPrecise.format(n)
}

/** Million kronor, for lists and charts only: 4200000 → "4,2 Mkr", "SEK 4.2m" */
export function formatMillions(kronor: number): string {
  if (language() === 'en') return `SEK${NBSP}${oneDecimalInEnglish.format(kronor / 1_000_000)}m`
  return `${oneDecimal.format(kronor / 1_000_000)}${NBSP}Mkr`
}

/** A share as per cent, at most one decimal: 0.022 → "2,2 %" */
export function formatPercent(share: number): string {
  return `${upToOneDecimal.format(share * 100)}${NBSP}%`
}

/** Local date as ISO: "2026-11-25" */
export function formatDate(date: Date): string {
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`
}

/** Local time: "14:32" */
export function formatTime(date: Date): string {
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}

/** When something was saved: "2026-11-25 14:32" */
export function formatMoment(at: string): string {
  return keepTogether(`${formatDate(new Date(at))}${NBSP}${formatTime(new Date(at))}`)
}

/** A message as a heading, without the full stop of a sentence, and the rest of it. */
export function headline(message: string): { head: string; rest: string } {
  const { head, rest } = firstSentence(message)
  return { head: head.replace(/(?<!\.)\.$/, ''), rest }
}

/** A message in its first sentence, which says what is so, and the rest of it. */
export function firstSentence(message: string): { head: string; rest: string } {
  const [head = '', ...rest] = message.split(/(?<=[.!?][”“]?)\s+(?=[\p{Lu}”“])/u)
  return { head, rest: rest.join(' ') }
}

/** Names as one says them in a sentence: "Barn och unga, Etiska varor och Likabehandling" */
export function listed(names: string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(names)
}

/** When something was changed, as seen from `now`: "I dag 14:32", "I går 16:10", else the date. */
export function formatChanged(changed: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1)
  const time = formatTime(changed)
  if (formatDate(changed) === formatDate(now)) return t('start.today', { time })
  if (formatDate(changed) === formatDate(yesterday)) return t('start.yesterday', { time })
  return formatDate(changed)
}

/** The same with the time of day whatever the day: "2026-11-25 14:32". */
export function formatChangedAt(changed: Date, now: Date): string {
  const said = formatChanged(changed, now)
  return said === formatDate(changed) ? `${said}${NBSP}${formatTime(changed)}` : said
}

/** How many midnights lie between a moment and now, where the officer sits. */
export function daysBetween(at: string, now: Date): number {
  const midnight = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return (midnight(now) - midnight(new Date(at))) / 86_400_000
}

/** The same within a sentence: "i dag 14:32". */
export function formatChangedWithin(changed: Date, now: Date): string {
  const said = formatChanged(changed, now)
  return said.charAt(0).toLowerCase() + said.slice(1)
}

/** A name or a sentence within another; one that begins with an abbreviation keeps its capitals. */
export function within(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
}

/** A word as it begins a sentence or stands by itself. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Keeps references to law, numbers with units, and dates on one line: "19 a kap. 3 §", "20 Mkr", "2027-04-01". */
export function keepTogether(text: string): string {
  return text
    .replace(/(\d) ([a-z]) (?=kap\.|§)/g, `$1${NBSP}$2 `)
    .replace(/(\d(?:\u00a0[a-z])?) (?=kap\.|§)/g, `$1${NBSP}`)
    .replace(/(kap\.|§) (?=\d|LOU|LUF|LUK)/g, `$1${NBSP}`)
    .replace(/(\d{4})-(\d\d)-(?=\d\d)/g, `$1-${WORD_JOINER}$2-${WORD_JOINER}`)
    .replace(/(\d) (?=\d{3}\b|kr\b|Mkr\b|%|euro\b)/g, `$1${NBSP}`)
    .replace(/([×÷=]) (?=\d)/g, `$1${NBSP}`)
    .replace(/–(?=\d)/g, `–${WORD_JOINER}`)
    .replace(/(?<![\p{L}-])(CPV|MBL|e)-(?=\p{L})/gu, `$1-${WORD_JOINER}`)
}

/** Who is responsible for something, in a word that may be divided where it is put together. */
export function divisible(text: string): string {
  return text.replace(/(\p{L}s)(ansvarig)/gu, `$1${SOFT_HYPHEN}$2`)
}
