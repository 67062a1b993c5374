/**
 * Reads what people type. What cannot be read for certain is refused with a sentence that shows how to write it;
 * nothing is guessed, and what was typed is never changed.
 */
import { formatDecimal, formatNumber } from './format'
import { language, t } from './text.svelte'

export type Reading<T> = { ok: true; value: T } | { ok: false; problem: string }

const THOUSAND = /^(tkr|kkr|tusen)$/
const MILLION = /^(mkr|mnkr|msek|mn|milj\.?|miljon|miljoner|million|millions)$/
const BILLION = /^(mdr|mdkr|miljard|miljarder)$/
/** The first three letters, in Swedish, and in English where they differ. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj may', 'jun', 'jul', 'aug', 'sep', 'okt oct', 'nov', 'dec']

/** Whole kronor from "20 000 000", "20 000 000 kr", "20 Mkr", "20,5 miljoner kronor". */
export function readMoney(text: string): Reading<number> {
  if (readYearly(text) !== null) return { ok: false, problem: t('fields.money.yearly') }
  const refused = { ok: false, problem: t('fields.money.unreadable', { example: formatNumber(20_000_000) }) } as const
  const parts = /^([\d ,.]*\d) ?(tkr|kkr|tusen|m[a-zö]*\.?)? ?(kr|kronor|sek|:-)?$/.exec(tidy(text))
  if (!parts) return refused
  const factor = factorOf(parts[2])
  const amount = decimal(parts[1] ?? '', factor === 1)
  const kronor = Math.round((amount ?? NaN) * (factor ?? NaN))
  // What is something never becomes nothing.
  if (kronor === 0 && amount !== 0) return { ok: false, problem: t('fields.money.notWhole') }
  return Number.isSafeInteger(kronor) ? { ok: true, value: kronor } : refused
}

/** The kronor a year of "2,8 mnkr per år", which is no whole amount until it has been multiplied. */
export function readYearly(text: string): number | null {
  const amount = /^(.+?) ?(?:per år|om året|\/ ?år|a year|per year|\/ ?year)$/.exec(tidy(text))?.[1]
  const reading = amount === undefined ? undefined : readMoney(amount)
  return reading?.ok ? reading.value : null
}

/** Whole months from "48", "48 månader", "4 år", "1,5 år". */
export function readMonths(text: string): Reading<number> {
  const [months, ...more] = terms(tidy(text))
  if (months !== undefined && more.length === 0) return { ok: true, value: months }
  return { ok: false, problem: t('fields.months.unreadable', { example: 48 }) }
}

/** The firm months: as months are read, or the first term of "2+1+1 år". */
export function readFirmMonths(text: string): Reading<number> {
  const term = readTerm(text)
  return term.ok ? { ok: true, value: term.value.firm } : term
}

/** What may be added: as months are read, or all terms of "1+1 år" together. */
export function readAddedMonths(text: string): Reading<number> {
  const term = readTerm(text, 'fields.months.unreadable.plus.added')
  return term.ok ? { ok: true, value: term.value.firm + (term.value.added ?? 0) } : term
}

/** The firm months and what may be added to them, from "2+1+1 år" or "24 + 12 mån"; nothing is added where no plus stands. */
export function readTerm(
  text: string,
  withoutUnit: 'fields.months.unreadable.plus' | 'fields.months.unreadable.plus.added' = 'fields.months.unreadable.plus'
): Reading<{ firm: number; added: number | null }> {
  const plain = tidy(text)
  const [firm, ...more] = terms(plain)
  const added = more.length > 0 ? more.reduce((sum, one) => sum + one, 0) : null
  if (firm !== undefined) return { ok: true, value: { firm, added } }
  const withPlus = plain.includes('+')
  return {
    ok: false,
    problem: t(withPlus ? withoutUnit : 'fields.months.unreadable', { example: 48 })
  }
}

/**
 * The months of each term. A term without a unit has that of the last: "2+1+1 år". Where none has, a row of single digits
 * may be years as well as months, and nothing is read.
 */
function terms(text: string): number[] {
  const parts = text
    .split('+')
    .map((part) => /^(\d+(?:,\d+)?) ?(mån|mån\.|månad|månader|år|months?|years?)?$/.exec(part.trim()))
  const last = parts.at(-1)?.[2]
  if (parts.length > 1 && last === undefined && parts.every((part) => part?.[1]?.length === 1)) return []
  const months = parts.map((part) => {
    return (decimal(part?.[1] ?? '', false) ?? NaN) * (/^(år|year)/.test(part?.[2] ?? last ?? '') ? 12 : 1)
  })
  return months.every(Number.isSafeInteger) ? months : []
}

/** A number that may have decimals: "3", "2,5", "1 200". Of "6-8" it says which of the two to write. */
export function readNumber(text: string): Reading<number> {
  const value = decimal(tidy(text), false)
  if (value !== undefined) return { ok: true, value }
  const lower = lowerOf(tidy(text))
  if (lower === undefined) return { ok: false, problem: t('fields.number.unreadable', { example: 12 }) }
  return { ok: false, problem: t('fields.number.between', { lower: formatDecimal(lower) }) }
}

/** The lower of two numbers that something lies between, since what is asked of a supplier has to fit also then. */
function lowerOf(text: string): number | undefined {
  const [lower, upper, more] = text.split(/ ?[-–—] ?| (?:till|to) /).map((part) => decimal(part, false))
  return upper !== undefined && more === undefined && lower !== undefined && lower < upper ? lower : undefined
}

/** A number that lies from the least to the largest of a range; without one any number. */
export function within(reading: Reading<number>, range: [number, number] | null): Reading<number> {
  if (!range || !reading.ok || (range[0] <= reading.value && reading.value <= range[1])) return reading
  const [least, most] = range.map(formatDecimal)
  return { ok: false, problem: t('fields.number.outside', { least: least ?? '', most: most ?? '' }) }
}

/** An ISO date from "2027-04-01", "20270401", "1/4 2027", "1.4.2027" or "1 april 2027". */
export function readDate(text: string): Reading<string> {
  const parts = dateParts(tidy(text))
  const first = parts ? undefined : firstOfMonth(tidy(text))
  if (first) return { ok: false, problem: t('fields.date.monthOnly', { example: first }) }
  if (!parts) return { ok: false, problem: t('fields.date.unreadable', { example: '2027-04-01' }) }
  const [year, month, day] = parts
  if (month < 1 || month > 12) return { ok: false, problem: t('fields.date.noMonth', { example: iso(year, 4, 1) }) }
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day >= 1 && day <= days) return { ok: true, value: iso(year, month, day) }
  return { ok: false, problem: t('fields.date.noDay', { month: monthName(month), days, example: iso(year, month, 1) }) }
}

/** Lower case, one plain space between words, whatever kind of space was typed, or pasted from the window itself. */
function tidy(text: string): string {
  return text.replaceAll('\u2060', '').trim().toLowerCase().replace(/\s+/g, ' ')
}

function factorOf(unit: string | undefined): number | undefined {
  if (unit === undefined) return 1
  if (THOUSAND.test(unit)) return 1_000
  if (MILLION.test(unit)) return 1_000_000
  return BILLION.test(unit) ? 1_000_000_000 : undefined
}

/**
 * A number in Swedish form. `inFull` says that no unit multiplies it: then points may group thousands and at most two
 * decimals make sense, so that "150.000" is read, and "1,500" (either 1 500 or 1,5) is not guessed at.
 */
function decimal(text: string, inFull: boolean): number | undefined {
  if (/^\d{1,3}( \d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll(' ', '').replace(',', '.'))
  if (inFull && /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  const plain = inFull ? /^\d+([,.]\d{1,2})?$/ : /^\d+(,\d+|\.\d{1,2})?$/
  return plain.test(text) ? Number(text.replace(',', '.')) : undefined
}

function dateParts(text: string): [number, number, number] | undefined {
  const yearFirst = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
  const dayFirst = /^(\d{1,2})[/.](\d{1,2})[ /.-](\d{4})$/.exec(text)
  if (dayFirst) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])]
  const inWords = /^(\d{1,2}) ([a-z]{3})[a-z]*\.? (\d{4})$/.exec(text)
  const month = MONTHS.findIndex((known) => known.includes(inWords?.[2] ?? '-')) + 1
  return inWords && month > 0 ? [Number(inWords[3]), month, Number(inWords[1])] : undefined
}

/** The first day of "december 2026" or "2026-12": a month is no day, and no day is guessed. */
function firstOfMonth(text: string): string | undefined {
  const [year, month] = dateParts(`1 ${text}`) ?? dateParts(`${text}-1`) ?? []
  return year === undefined || month === undefined ? undefined : iso(year, month, 1)
}

function iso(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

function monthName(month: number): string {
  const name = new Date(Date.UTC(2027, month - 1, 1)).toLocaleString(language(), { month: 'long', timeZone: 'UTC' })
  return name.charAt(0).toUpperCase() + name.slice(1)
}
