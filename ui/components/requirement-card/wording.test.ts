import { expect, it } from 'vitest'
import type { ParameterView } from './types'
import { wordingParts } from './wording'

const step: ParameterView = {
  id: 'step',
  name: 'steg',
  shown: '8 000 000 kr',
  value: 8e6,
  kind: 'money',
  state: 'computed'
}

it('puts parameters where the catalogue names them', () => {
  expect(wordingParts('{step} exklusive moms.', { step })).toEqual([step, ' exklusive moms.'])
})

it('leaves an unknown name to be seen', () => {
  expect(wordingParts('Ett {unknown}.', { step })).toEqual(['Ett ', '{unknown}', '.'])
})
