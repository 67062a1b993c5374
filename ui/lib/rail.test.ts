import { describe, expect, it } from 'vitest'
import { project } from '../fixtures/project'
import { railTasks, savedView, shownPart } from './rail'

describe('the rail of a project', () => {
  it('shows how far each task has come', () => {
    const statuses = railTasks(project, 'needs', undefined).map(({ status }) => status)
    expect(statuses.slice(0, 2)).toEqual([{ kind: 'done' }, { kind: 'left', left: 1, share: 0.75 }])
    expect(statuses[5]).toEqual({ kind: 'stops', stops: 1 })
  })

  it('shows no task as done in which answers are awaited from others', () => {
    const waiting = project.tasks.map((task) => ({ ...task, note: '1 väntar', waits: 1 }))
    const tasks = railTasks({ ...project, tasks: waiting }, null, undefined)
    expect(tasks[0]?.status).toEqual({ kind: 'waiting', answers: 1 })
  })

  it('marks the current task and its part, and links to each part', () => {
    const needs = railTasks(project, 'needs', 'labour_terms').find(({ current }) => current)
    expect(needs?.id).toBe('needs')
    expect(needs?.parts.map(({ href, current }) => [href, current])).toEqual([
      ['#/project/needs/object', false],
      ['#/project/needs/labour_terms', true]
    ])
  })

  it('goes to the first part when the asked one is not there, as when its questions no longer matter', () => {
    expect(shownPart(project, 'needs', 'goods')).toBe('object')
    expect(shownPart(project, 'needs', undefined)).toBe('object')
    expect(shownPart(project, 'readiness', undefined)).toBe('')
  })
})

describe('the saved line', () => {
  const savedAt = new Date(2026, 10, 25, 14, 32).toISOString()

  it('says when the project was last saved, in local time', () => {
    expect(savedView({ saving: false, unsaved: false, savedAt })).toEqual({ kind: 'saved', time: '14:32' })
  })

  it('never says saved of what is on its way or was refused', () => {
    expect(savedView({ saving: true, unsaved: false, savedAt })).toEqual({ kind: 'saving' })
    expect(savedView({ saving: false, unsaved: true, savedAt })).toEqual({ kind: 'failed' })
  })
})
