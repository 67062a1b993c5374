import { expect, it } from 'vitest'
import { readRoute } from '$lib/route'
import type { ProjectView } from '../../generated/types'
import { namedIn } from '$lib/route'
import { questionHref } from './place'

const project = {
  readiness: { questions: [{ id: 'r01' }] },
  needs: [{ group: 'employment', questions: [{ id: 'q07' }] }]
} as unknown as ProjectView

it('leads to a question, in a link that is also the link to its group', () => {
  const href = questionHref(project, 'q07') ?? ''
  expect(readRoute(href)).toEqual({ place: 'task', task: 'needs', part: 'employment' })
  expect(namedIn(href)).toBe('q07')
})

it('leads to the readiness questions, and nowhere for a question that is not asked', () => {
  expect(readRoute(questionHref(project, 'r01') ?? '')).toEqual({
    place: 'task',
    task: 'readiness',
    part: 'questions'
  })
  expect(questionHref(project, 'q36')).toBeUndefined()
})

it('names no question when the link is to a group', () => {
  expect(namedIn('#/project/needs/employment')).toBeUndefined()
})
