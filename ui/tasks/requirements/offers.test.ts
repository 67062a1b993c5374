import { expect, it } from 'vitest'
import type { OfferView } from '../../generated/types'
import { findOffers, fits } from './offers'

const offer = (entry: string, rest: Partial<OfferView>) =>
  ({ entry, summary: '', misfits: [], excludes: [], ...rest }) as unknown as OfferView
const offers = [
  offer('share', {
    theme: 'employment',
    title: 'Andel timmar av lärlingar',
    misfits: [{ text: 'Värdet är för lågt.', blocks: [] }]
  }),
  offer('apprentice', { theme: 'employment', title: 'Lärlingsplatser', summary: 'Platser för yrkeslärlingar.' }),
  offer('school', { theme: 'children', title: 'Yrkesinformation', summary: 'För lärlingar i skolan.' })
]
const found = (text: string, theme: OfferView['theme'] | null) =>
  findOffers(offers, text, theme).map(({ entry }) => entry)

it('finds words in any order, in title and summary, whatever their case', () => {
  expect(found('PLATSER lärling', null)).toEqual(['apprentice'])
  expect(found('lärling', null)).toEqual(['apprentice', 'school', 'share'])
})

it('keeps to a theme, and shows what fits first', () => {
  expect(found('', 'employment')).toEqual(['apprentice', 'share'])
})

it('lets what a recommendation excludes fit until that is chosen', () => {
  const beside = (chosen: boolean) =>
    fits(offer('step', { theme: 'employment', excludes: [{ entry: 'emp-holiday-job', name: 'Feriejobb', chosen }] }))
  expect([beside(false), beside(true)]).toEqual([true, false])
})
