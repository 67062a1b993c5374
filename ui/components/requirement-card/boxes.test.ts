import { expect, it } from 'vitest'
import { ticked } from './boxes'

const options = ['grip', 'height', 'fit'].map((code) => ({ code, label: code, disabled: false }))

it('is a list of codes from the first box that is ticked', () => {
  expect(ticked({ options, value: null }, 'fit', true)).toEqual(['fit'])
})

it('keeps the order of the options, whichever was ticked first', () => {
  expect(ticked({ options, value: ['fit'] }, 'grip', true)).toEqual(['grip', 'fit'])
})

it('falls back to what is proposed when no box is left', () => {
  expect(ticked({ options, value: ['fit'] }, 'fit', false)).toBeNull()
})
