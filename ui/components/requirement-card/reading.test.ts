import { expect, it } from 'vitest'
import { readParameter, typedForm } from './reading'
import type { ParameterView } from './types'

it.each<[ParameterView['kind'], string | number]>([
  ['money', 8_000_000],
  ['months', 3],
  ['number', 2.5],
  ['percent', 0.025],
  ['date', '2027-04-01'],
  ['text', 'arbetsmarknadsenheten'],
  ['choice', 'internship']
])('opens a parameter (%s) with a text that is read back as the same value', (kind, value) => {
  const text = typedForm({ id: '', name: '', shown: '', kind, value, state: 'given' })
  expect(readParameter(kind, text)).toEqual({ ok: true, value })
})
