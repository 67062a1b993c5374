import { describe, expect, it, vi } from 'vitest'
import {
  divisible,
  firstSentence,
  formatChanged,
  formatChangedAt,
  formatChangedWithin,
  formatMillions,
  formatNumber,
  formatPercent,
  headline,
  keepTogether,
  listed
} from './format'
import { readDate } from './read'
import { setLanguage } from './text.svelte'

// The window's own document is not here; the language of the page is all that is set on it.
vi.stubGlobal('document', { documentElement: { lang: '' } })

/** Shows a non-breaking space as _ and fails on no other kind of space. */
const seen = (text: string) => text.replaceAll('\u00a0', '_')

describe('Swedish form', () => {
  it('groups thousands', () => {
    expect(seen(formatNumber(22_222.4))).toBe('22_222')
  })

  it('writes millions with one decimal', () => {
    expect(seen(formatMillions(20_000_000))).toBe('20,0_Mkr')
    expect(seen(formatMillions(4_160_000))).toBe('4,2_Mkr')
    setLanguage('en')
    expect(seen(formatMillions(4_160_000))).toBe('SEK_4.2m')
    setLanguage('sv')
  })

  it('writes per cent with a comma, and no empty decimal', () => {
    expect(seen(formatPercent(0.022))).toBe('2,2_%')
    expect(seen(formatPercent(0.03))).toBe('3_%')
  })

  it('says today and yesterday, also over a month', () => {
    const now = new Date(2026, 11, 1, 9, 0)
    expect(formatChanged(new Date(2026, 11, 1, 8, 5), now)).toBe('I dag 08:05')
    expect(formatChanged(new Date(2026, 10, 30, 16, 10), now)).toBe('I går 16:10')
    expect(formatChanged(new Date(2026, 10, 19, 16, 10), now)).toBe('2026-11-19')
    expect(formatChangedAt(new Date(2026, 10, 19, 16, 10), now)).toBe('2026-11-19\u00a016:10')
    expect(formatChangedAt(new Date(2026, 10, 30, 16, 10), now)).toBe('I går 16:10')
    expect(formatChangedWithin(new Date(2026, 10, 30, 16, 10), now)).toBe('i går 16:10')
  })

  it('never breaks a reference to law', () => {
    expect(seen(keepTogether('Enligt 19 kap. 3 § LOU och 19 a kap. 2 b §.'))).toBe(
      'Enligt 19_kap._3_§_LOU och 19_a_kap._2_b_§.'
    )
    expect(seen(keepTogether('hela 19 kap. LOU'))).toBe('hela 19_kap._LOU')
    expect(seen(keepTogether('under 5 404 000 euro'))).toBe('under 5_404_000_euro')
  })

  it('never breaks a word that begins with an abbreviation', () => {
    expect(keepTogether('Fyll i CPV-koden.')).toBe('Fyll i CPV-\u2060koden.')
    expect(keepTogether('telefon och e-postadress')).toBe('telefon och e-\u2060postadress')
    expect(keepTogether('kontrakts- och idé-byte')).toBe('kontrakts- och idé-byte')
  })

  it('divides a long word for who does something where it is put together', () => {
    expect(divisible('Matchningsansvarig')).toBe('Matchnings\u00adansvarig')
    expect(divisible('Ansvarig chef')).toBe('Ansvarig chef')
  })

  it('keeps an equation and a span with what they lead to', () => {
    expect(seen(keepTogether('480 timmar ÷ 20 000 timmar × 2'))).toBe('480 timmar ÷_20_000 timmar ×_2')
    expect(keepTogether('2027–2030')).toBe('2027–\u20602030')
  })

  it('never breaks a date, and reads it back as it was', () => {
    const shown = keepTogether('senast 2027-04-01')
    expect(shown).toBe('senast 2027-\u206004-\u206001')
    expect(readDate(shown.slice(7))).toEqual({ ok: true, value: '2027-04-01' })
  })
})

it('takes the first sentence of a message apart from the rest', () => {
  expect(firstSentence('Avtalet är på 3 månader. Det är kort, se 4 kap. 1 § LOU. Ta bort kravet.')).toEqual({
    head: 'Avtalet är på 3 månader.',
    rest: 'Det är kort, se 4 kap. 1 § LOU. Ta bort kravet.'
  })
  expect(firstSentence('K3 har t.ex. inget tak.')).toEqual({ head: 'K3 har t.ex. inget tak.', rest: '' })
})

it('makes a heading of the first sentence, without its full stop', () => {
  expect(headline('Kravet är inte valt. Välj det, eller behåll stoppet.')).toEqual({
    head: 'Kravet är inte valt',
    rest: 'Välj det, eller behåll stoppet.'
  })
  expect(headline('Gäller 19 kap. här?').head).toBe('Gäller 19 kap. här?')
})

it('names several as one says them', () => {
  expect(listed(['Barn och unga', 'Etiska varor', 'Arbetsmiljö'])).toBe('Barn och unga, Etiska varor och Arbetsmiljö')
})
