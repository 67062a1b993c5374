import { describe, expect, it } from 'vitest'
import { gapHref, gapIn, HELP, helpHref, namedIn, OVERVIEW, readRoute, SETTINGS, START, taskHref, TASKS } from './route'

describe('links', () => {
  it.each(TASKS)('leads to the task it was made for: %s', (task) => {
    expect(readRoute(taskHref(task))).toEqual({ place: 'task', task })
    expect(readRoute(taskHref(task, 'labour_terms'))).toEqual({ place: 'task', task, part: 'labour_terms' })
  })

  it('writes a task with a hyphen, as addresses are written', () => {
    expect(taskHref('follow_up')).toBe('#/project/follow-up')
  })

  it('leads to the handbook', () => {
    expect(readRoute(HELP)).toEqual({ place: 'help' })
    expect(readRoute(helpHref('h-sök'))).toEqual({ place: 'help' })
    expect(namedIn(helpHref('h-sök'))).toBe('h-sök')
  })

  it('begins with the first task of a project', () => {
    expect(readRoute('#/project')).toEqual({ place: 'task', task: 'procurement' })
  })

  it('leads to the whole of the project', () => {
    expect(readRoute(OVERVIEW)).toEqual({ place: 'overview' })
  })

  it('leads to the settings', () => {
    expect(readRoute(SETTINGS)).toEqual({ place: 'settings' })
  })

  it.each(['', '#', START, '#/unknown', '#/project/unknown'])('leads to the start page: %j', (hash) => {
    expect(readRoute(hash)).toEqual({ place: 'start' })
  })
})

it('leads to a value in a requirement, or to the requirement', () => {
  const href = gapHref(taskHref('requirements', 'labour_terms') + '/lab-terms-duty', 'agreement')
  expect(readRoute(href)).toEqual({ place: 'task', task: 'requirements', part: 'labour_terms' })
  expect(gapIn(namedIn(href) ?? '')).toEqual({ entry: 'lab-terms-duty', value: 'agreement' })
  expect(gapIn('lab-terms-duty')).toEqual({ entry: 'lab-terms-duty' })
})
