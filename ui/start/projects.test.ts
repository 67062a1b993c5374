import { describe, expect, it } from 'vitest'
import { sampleProjects } from '$components/project-table/sample'
import { Desk, type Commands } from '$lib/desk.svelte'
import { commands } from '../fixtures/commands'
import type { Mark, ProjectRow, RefusalView, StartView } from '../generated/types'
import { Projects, projectsAt } from './projects.svelte'
import { verbsFor } from './verbs'

const [building, cleaning, gardens] = sampleProjects as [ProjectRow, ProjectRow, ProjectRow]
const busy: RefusalView = { kind: 'not_now', text: 'Databasen är upptagen.', hint: null }

async function startWith(rows: ProjectRow[], given: Partial<Commands> = {}): Promise<{ desk: Desk; at: Projects }> {
  const desk = new Desk(commands({ startView: async () => view(rows), ...given }))
  await desk.openStart()
  return { desk, at: new Projects(desk) }
}

const view = (projects: ProjectRow[]): StartView => ({ projects, examples: [], recovered: null, unbacked: null })

/** Answers as the program does: a removed project stands among the removed. */
function marking(asked: [Mark, boolean][]): Partial<Commands> {
  return {
    markProject: async (_, mark, on) => {
      asked.push([mark, on])
      return view([{ ...building, group: on ? 'removed' : 'current' }])
    }
  }
}

describe('the projects on the start page', () => {
  it('are searched wherever they stand, and what is folded away opens when something in it is found', async () => {
    const { at } = await startWith([building, { ...cleaning, group: 'archived' }, { ...gardens, group: 'templates' }])
    expect([at.in('current').length, at.in('templates').length, at.opens('archived')]).toEqual([1, 1, false])
    at.search = 'lokalvård'
    expect([at.found.length, at.in('current').length, at.opens('archived'), at.opens('removed')]).toEqual([
      1,
      0,
      true,
      false
    ])
  })

  it('are found and sorted as they were when the officer comes back from one of them', async () => {
    const { desk } = await startWith([building, cleaning])
    projectsAt(desk).search = 'lokalvård'
    expect(projectsAt(desk).found).toHaveLength(1)
  })

  it('have no search when there is nothing to search among', async () => {
    expect((await startWith([building])).at.searchable).toBe(false)
    expect((await startWith([building, cleaning])).at.searchable).toBe(true)
  })

  it('can be removed, and come back by the notice that says so', async () => {
    const asked: [Mark, boolean][] = []
    const { desk, at } = await startWith([building], marking(asked))
    await at.mark(building, 'removed', true)
    expect(at.in('removed')).toHaveLength(1)
    expect(desk.notice?.text).toBe('”Mindre byggtjänster, reparationer och underhåll” togs bort.')
    desk.notice?.undo?.()
    await expect.poll(() => at.in('current')).toHaveLength(1)
    expect(asked).toEqual([
      ['removed', true],
      ['removed', false]
    ])
  })

  it('say nothing was done when it was not', async () => {
    const { desk, at } = await startWith([building], { markProject: () => Promise.reject(busy) })
    await at.mark(building, 'archived', true)
    expect([desk.notice, desk.problem, at.in('current').length]).toEqual([null, busy, 1])
  })

  it('are deleted for good only after a question', async () => {
    const removed = { ...building, group: 'removed' as const }
    const { desk, at } = await startWith([removed], {
      damagedFiles: async () => [],
      eraseProject: async () => view([])
    })
    await at.ask(removed)
    at.keep()
    expect([at.erasing, at.all.length]).toEqual([null, 1])
    await at.ask(removed)
    await at.erase()
    expect([at.erasing, at.all.length]).toEqual([null, 0])
    expect(desk.notice?.undo).toBeUndefined()
  })

  it('keep the question in view when it could not be done', async () => {
    const { desk, at } = await startWith([building], {
      damagedFiles: async () => [],
      eraseProject: () => Promise.reject(busy)
    })
    await at.ask(building)
    await at.erase()
    expect([at.erasing, desk.problem]).toEqual([building, busy])
  })

  it('are deleted with the damaged files that the question named, and with no others', async () => {
    const told: string[][] = []
    const { at } = await startWith([building], {
      damagedFiles: async () => ['samkrav-skadad-1.sqlite'],
      eraseProject: async (_, damaged) => (told.push(damaged), view([]))
    })
    const asked = at.ask(building)
    await at.erase()
    expect(told, 'nothing before they have been looked for').toEqual([])
    await asked
    expect(at.damaged).toEqual(['samkrav-skadad-1.sqlite'])
    await at.erase()
    expect(told).toEqual([['samkrav-skadad-1.sqlite']])
  })

  it('are offered what can be done where they stand', async () => {
    const { at } = await startWith([])
    const ways = { open: () => undefined, begin: () => undefined, backups: () => undefined }
    const verbs = (project: ProjectRow) => verbsFor(project, at, ways).map(({ text }) => text)
    expect(verbs(building)).toEqual(['Öppna', 'Kopiera', 'Gör till mall', 'Arkivera', 'Säkerhetskopior …', 'Ta bort'])
    expect(verbs({ ...building, group: 'templates', template: true })).toEqual([
      'Ny upphandling från mall',
      'Öppna',
      'Kopiera',
      'Gör inte längre till mall',
      'Arkivera',
      'Säkerhetskopior …',
      'Ta bort'
    ])
    expect(verbs({ ...building, group: 'archived' })[3]).toBe('Ta fram ur arkivet')
  })
})
