import { describe, expect, it } from 'vitest'
import readings from '../../tests/readings.json'
import {
  readAddedMonths,
  readDate,
  readFirmMonths,
  readMoney,
  readMonths,
  readNumber,
  readTerm,
  readYearly,
  within,
  type Reading
} from './read'

const outcome = <T>(reading: Reading<T>) => (reading.ok ? reading.value : reading.problem.replaceAll('\u00a0', ' '))

/** What the command line and the sheet read and refuse too: the domain goes through the same. */
describe('money', () => {
  const reads = readings.money.reads as [string, number][]
  it.each(reads)('reads %s', (typed, kronor) => expect(outcome(readMoney(typed))).toBe(kronor))

  it.each(readings.money.notWhole)('refuses %j and says what is lacking', (typed) =>
    expect(outcome(readMoney(typed))).toBe('Värdet är mindre än en krona. Skriv beloppet i hela kronor.')
  )

  it.each(readings.money.refuses)('refuses %j and shows how to write', (typed) =>
    expect(outcome(readMoney(typed))).toBe('Skriv värdet med siffror, till exempel 20 000 000.')
  )
})

describe('money a year', () => {
  const yearly = readings.money.yearly as [string, number][]
  it.each(yearly)('reads %s as what it is, and not as a whole amount', (typed, kronor) => {
    expect(readYearly(typed)).toBe(kronor)
    expect(outcome(readMoney(typed))).toBe('Det är värdet för ett år. Räkna med hela avtalstiden.')
  })

  it.each(readings.money.refuses)('does not read %j', (typed) => expect(readYearly(typed)).toBeNull())
})

describe('months', () => {
  it.each(readings.months.reads as [string, number][])('reads %s', (typed, months) =>
    expect(outcome(readMonths(typed))).toBe(months)
  )

  it.each(readings.months.refuses)('refuses %j', (typed) =>
    expect(outcome(readMonths(typed))).toBe('Skriv antal månader, till exempel 48.')
  )
})

describe('a term with extensions', () => {
  it.each([
    ['1+1 år', 12, 12],
    ['2 + 1 + 1 år', 24, 24],
    ['2 år + 1 år + 1 år', 24, 24],
    ['2 år + 12 mån', 24, 12],
    ['24+12+12 mån', 24, 24],
    ['24+12', 24, 12],
    ['48', 48, null]
  ])('reads %s', (typed, firm, added) => {
    expect(outcome(readTerm(typed))).toEqual({ firm, added })
    expect(outcome(readFirmMonths(typed))).toBe(firm)
  })

  it('adds up the terms where only extensions are asked for', () => {
    expect(['1+1 år', '24'].map((typed) => outcome(readAddedMonths(typed)))).toEqual([24, 24])
  })

  it('asks for the unit where years and months are as likely, and refuses extensions where there is no field for them', () => {
    expect(outcome(readTerm('1+1'))).toBe('Skriv enheten också, till exempel 2+1+1 år eller 24+12 månader.')
    expect(outcome(readAddedMonths('1+1'))).toBe('Skriv enheten också, till exempel 1+1 år eller 12+12 månader.')
    expect(outcome(readTerm('2+ett år'))).toContain('Skriv enheten också')
    expect(outcome(readMonths('1+1 år'))).toBe('Skriv antal månader, till exempel 48.')
  })
})

describe('numbers', () => {
  it('reads decimals with a point too', () => {
    expect(outcome(readNumber('2.5'))).toBe(2.5)
  })

  it.each(readings.numbers.reads as [string, number][])('reads %s', (typed, value) =>
    expect(outcome(readNumber(typed))).toBe(value)
  )

  it.each(readings.numbers.refuses)('refuses %j', (typed) =>
    expect(outcome(readNumber(typed))).toBe('Skriv med siffror, till exempel 12.')
  )

  it.each(readings.numbers.between as [string, string][])('says of %s which of the two to write', (typed, lower) =>
    expect(outcome(readNumber(typed))).toBe(
      `Skriv ett tal. Räkna med det lägre, till exempel ${lower}, om antalet varierar.`
    )
  )

  it('says which range a number has to lie in, ends included', () => {
    expect(['1', '12'].map((typed) => outcome(within(readNumber(typed), [1, 12])))).toEqual([1, 12])
    expect(outcome(within(readNumber('13'), [1, 12]))).toBe('Skriv ett tal från 1 till 12.')
    expect(outcome(within(readNumber('13'), null))).toBe(13)
  })
})

describe('dates', () => {
  it.each(['2027-04-01', '20270401', '2027-4-1', '1/4 2027', '1.4.2027', '1 april 2027', '1 apr. 2027'])(
    'reads %s',
    (typed) => expect(outcome(readDate(typed))).toBe('2027-04-01')
  )

  it('reads the months in both languages', () => {
    expect(
      ['1 maj 2027', '1 May 2027', '1 okt 2027', '1 October 2027'].map((typed) => outcome(readDate(typed)))
    ).toEqual(['2027-05-01', '2027-05-01', '2027-10-01', '2027-10-01'])
  })

  it('says what is wrong with a date that does not exist', () => {
    expect(outcome(readDate('2027-04-31'))).toBe('April har 30 dagar. Skriv till exempel 2027-04-01.')
    expect(outcome(readDate('2027-02-29'))).toBe('Februari har 28 dagar. Skriv till exempel 2027-02-01.')
    expect(outcome(readDate('2028-02-29'))).toBe('2028-02-29')
    expect(outcome(readDate('2027-13-01'))).toBe('Året har tolv månader. Skriv till exempel 2027-04-01.')
    for (const typed of ['december 2026', 'dec 2026', '2026-12']) {
      expect(outcome(readDate(typed))).toBe(
        'Skriv dagen också, till exempel 2026-12-01. Den går att ändra när dagen är bestämd.'
      )
    }
    expect(outcome(readDate('i vår'))).toBe('Skriv datumet med år, månad och dag, till exempel 2027-04-01.')
  })
})
