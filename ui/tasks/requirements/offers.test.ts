import { expect, it } from 'vitest'
import type { OfferView } from '../../generated/types'
import { findOffers } from './offers'

const offer = (entry: string, rest: Partial<OfferView>) => ({ entry, summary: '', misfits: [], ...rest }) as OfferView
const offers = [
  offer('share', { theme: 'employment', title: 'Andel timmar av lärlingar', misfits: ['Värdet är för lågt.'] }),
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
