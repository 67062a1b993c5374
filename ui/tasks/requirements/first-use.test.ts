import { expect, it } from 'vitest'
import { firstUses } from './first-use'

it('explains each word on the card where it is first met', () => {
  const uses = firstUses([
    { entry: 'one', level: 'base', placement: 'contract_term' },
    { entry: 'two', level: 'advanced', placement: 'contract_term' },
    { entry: 'three', level: 'base', placement: 'technical_specification' }
  ])
  expect([...uses.values()]).toEqual([
    { level: true, placement: true },
    { level: true, placement: false },
    { level: false, placement: true }
  ])
})
