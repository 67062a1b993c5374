import { expect, it } from 'vitest'
import { namedIn } from '$lib/route'
import type { ProjectView, Spot } from '../generated/types'
import { findingKey } from './review/place'
import { spotHref } from './spot'

const project = {
  themes: [{ theme: 'employment', cards: [{ entry: 'emp-internship' }] }],
  offers: [{ entry: 'emp-language', theme: 'employment' }],
  needs: [{ group: 'labour_terms', questions: [{ id: 'q18a' }] }],
  readiness: { questions: [{ id: 'r01' }] }
} as unknown as ProjectView
const finding = { code: 'R12', case: 'share', place: { kind: 'theme', id: 'employment' } } as const

it.each<[Spot, string]>([
  [{ kind: 'task', id: 'follow_up' }, '#/project/follow-up'],
  [{ kind: 'fact', id: 'value_sek' }, '#/project/procurement/facts/value_sek'],
  [{ kind: 'cpv', id: '90910000' }, '#/project/procurement/facts/cpv'],
  [{ kind: 'question', id: 'r01' }, '#/project/readiness/questions/r01'],
  [{ kind: 'question', id: 'q18a' }, '#/project/needs/labour_terms/q18a'],
  [{ kind: 'question', id: 'q99' }, '#/project/needs'],
  [{ kind: 'theme', id: 'children' }, '#/project/requirements/children'],
  [{ kind: 'requirement', id: 'emp-internship' }, '#/project/requirements/employment/emp-internship'],
  [{ kind: 'requirement', id: 'emp-language' }, '#/project/requirements/employment/emp-language']
])('leads to %o', (spot, href) => expect(spotHref(project, spot)).toBe(href))

it('names a finding as the page does', () => {
  const named = namedIn(spotHref(project, { kind: 'finding', id: finding }))
  expect(named).toBe(findingKey({ finding }))
})
