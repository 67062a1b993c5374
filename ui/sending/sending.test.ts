import { describe, expect, it } from 'vitest'
import { sampleProjects } from '$components/project-table/sample'
import type { Content, ProjectId, RefusalView } from '../generated/types'
import { Sending } from './sending.svelte'

const rows = sampleProjects.slice(0, 3).map((row, at) => ({ ...row, id: `p${at + 1}` }))

function sending(given: Partial<ConstructorParameters<typeof Sending>[0]> = {}) {
  const sent: [ProjectId, Content][] = []
  const desk: ConstructorParameters<typeof Sending>[0] = {
    notice: null,
    saveProjectFile: async (content) => void sent.push(['open', content]),
    chooseFolderToSend: async () => '/ut',
    sendProject: async (id, content) => (sent.push([id, content]), null),
    showSaved: async () => undefined,
    ...given
  }
  return { desk, sent, at: new Sending(desk) }
}

describe('the open project', () => {
  it('is saved with what the officer chose to have in it', async () => {
    const { at, sent } = sending()
    at.askAboutOpen()
    at.content = 'no_history'
    await at.save()
    expect([sent, at.asking]).toEqual([[['open', 'no_history']], false])
  })

  it('is asked about anew each time, and leaves out all that can be left out until something else is chosen', async () => {
    const { at } = sending()
    at.askAboutOpen()
    at.content = 'no_history'
    at.leave()
    at.askAboutOpen()
    expect([at.content, at.asking]).toEqual(['no_notes', true])
  })
})

describe('several projects', () => {
  it('are saved one after the other, without those that the officer took out', async () => {
    const { at, desk, sent } = sending()
    at.askAbout(rows)
    for (const row of rows.slice(1, 2)) at.choose(row, false)
    await at.save()
    expect(sent.map(([id]) => id)).toEqual(['p1', 'p3'])
    expect([at.asking, at.progress]).toEqual([false, null])
    expect(desk.notice?.text).toBe('2 projektfiler har sparats i /ut. Inget har skrivits över.')
  })

  it('are not saved when no folder was chosen, and the question stays', async () => {
    const { at, desk, sent } = sending({ chooseFolderToSend: async () => null })
    at.askAbout(rows)
    await at.save()
    expect([sent, at.asking, desk.notice]).toEqual([[], true, null])
  })

  it('stop when the officer has had enough, and those that were saved are told', async () => {
    const { at, desk } = sending({ sendProject: async () => (at.leave(), null) })
    at.askAbout(rows)
    await at.save()
    expect(desk.notice?.text).toBe('1 av 3 projekt har sparats i /ut. Inget har skrivits över.')
    expect([at.asking, at.progress]).toEqual([false, null])
  })

  it('are saved beside those that cannot be, and of these it is said why until the officer has read it', async () => {
    const tried: ProjectId[] = []
    const full: RefusalView = { kind: 'not_now', text: 'Disken är full.', hint: 'Frigör plats.' }
    const { at, desk } = sending({ sendProject: async (id) => (tried.push(id), id === 'p2' ? full : null) })
    at.askAbout(rows)
    await at.save()
    expect(tried).toEqual(['p1', 'p2', 'p3'])
    expect(desk.notice?.text).toBe('2 av 3 projekt har sparats i /ut. Inget har skrivits över.')
    expect([at.asking, at.progress, at.failed]).toEqual([true, null, [{ row: rows[1], why: full }]])
    at.leave()
    at.askAbout(rows)
    expect([at.asking, at.failed]).toEqual([true, []])
  })

  it('are all chosen or none with one press', () => {
    const { at } = sending()
    at.askAbout(rows)
    at.chooseAll(false)
    expect(at.chosen).toEqual([])
    at.chooseAll(true)
    expect(at.chosen).toEqual(rows)
  })
})
