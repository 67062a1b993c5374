import { expect, it } from 'vitest'
import { dutiesByRequirement, partTaken } from './plan'

it('draws the plan against the answered time, and nothing against an unanswered one', () => {
  expect(partTaken({ hours: 30, answeredHours: 40 })).toBe(0.75)
  expect(partTaken({ hours: 60, answeredHours: 40 })).toBe(1)
  expect(partTaken({ hours: 3, answeredHours: 0 })).toBe(1)
  expect(partTaken({ hours: 3, answeredHours: null })).toBeNull()
})

it('puts the duties of one requirement together', () => {
  const duties = [
    { number: 'K1', text: 'Bjud in.' },
    { number: 'K2', text: 'Utse en handledare.' },
    { number: 'K1', text: 'Skriv en anteckning.' }
  ]
  expect(dutiesByRequirement(duties)).toEqual([
    { number: 'K1', texts: ['Bjud in.', 'Skriv en anteckning.'] },
    { number: 'K2', texts: ['Utse en handledare.'] }
  ])
})
