import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { sampleProjects } from '$components/project-table/sample'
import { commands } from '../fixtures/commands'
import { project } from '../fixtures/project'
import { settings } from '../fixtures/settings'
import type { Edit, Edited, ProjectView, RefusalView, StartView } from '../generated/types'
import { Desk, type Commands } from './desk.svelte'
import { Press } from './press'
import type { Shelf } from './typed.svelte'

// The window's own document is not here; the language of the page is all that is set on it.
vi.stubGlobal('document', { documentElement: { lang: '' } })

const titled = (title: string): Edit => ({ edit: 'fact', field: 'title', value: title })
const at = (head: string): ProjectView => ({ ...project, head })
const kept = (head: string): Edited => ({ outcome: 'kept', project: at(head), words: '' })
const refusal: RefusalView = { kind: 'bad_input', text: 'Det går inte.', hint: 'Gör så här.' }

async function deskWith(given: Partial<Commands>): Promise<Desk> {
  const desk = new Desk(commands(given))
  await desk.openProject('p1')
  return desk
}

describe('edits', () => {
  it('makes each on what the one before left, however fast they come', async () => {
    const heads: string[] = []
    const desk = await deskWith({
      edit: async (_, head) => {
        heads.push(head)
        return kept(`r${heads.length + 1}`)
      }
    })
    expect(await Promise.all([desk.edit(titled('a')), desk.edit(titled('b'))])).toEqual([true, true])
    expect(heads).toEqual(['r1', 'r2'])
    expect(desk.project?.head).toBe('r3')
  })

  it('moves nothing under a press that is on its way', async () => {
    const window = new EventTarget()
    const desk = new Desk(commands({ edit: async () => kept('r2') }), undefined, new Press(window))
    await desk.openProject('p1')
    window.dispatchEvent(new Event('pointerdown'))
    const edited = desk.edit(titled('a'))
    await new Promise((resolve) => setTimeout(resolve))
    expect(desk.project?.head).toBe('r1')
    window.dispatchEvent(new Event('pointerup'))
    expect([await edited, desk.project?.head]).toEqual([true, 'r2'])
  })

  it('says why an edit was refused, goes on with the next, and keeps the project as it was', async () => {
    let asked = 0
    const desk = await deskWith({
      edit: () => (asked++ === 0 ? Promise.reject(refusal) : Promise.resolve(kept('r2')))
    })
    const refused = desk.edit(titled('a'))
    expect(await refused).toBe(false)
    expect(desk.problem).toEqual(refusal)
    expect([desk.unsaved, desk.saving, desk.project?.head]).toEqual([true, false, 'r1'])

    expect(await desk.edit(titled('b'))).toBe(true)
    expect([desk.unsaved, desk.problem]).toEqual([false, null])
  })

  it('says no longer that anything is not saved, when what was refused is wanted no longer', async () => {
    const desk = await deskWith({ edit: () => Promise.reject(refusal) })
    await desk.edit(titled('a'))
    desk.letGo()
    expect([desk.unsaved, desk.problem]).toEqual([false, null])
  })

  it('makes the next when the window itself failed in the one before', async () => {
    const shelf: Shelf = {
      getItem: () => null,
      setItem: () => undefined,
      removeItem: () => {
        throw new Error('full')
      }
    }
    const open = { ...project, undo: 'Namn: a' }
    const spot = { kind: 'fact', id: 'title' } as const
    const desk = new Desk(
      commands({
        openProject: async () => open,
        undo: async () => ({ outcome: 'kept', project: open, words: '', spot }),
        edit: async () => kept('r2')
      }),
      shelf
    )
    await desk.openProject('p1')
    desk.typed.set('title', 'half')
    await expect(desk.step('undo')).rejects.toThrow('full')
    expect(await desk.edit(titled('b'))).toBe(true)
  })

  it('adds a code after those that are there, once', async () => {
    const edits: Edit[] = []
    const desk = await deskWith({ edit: async (_, __, edit) => (edits.push(edit), kept('r2')) })
    const before = project.facts.cpv.map(({ code }) => code)
    await desk.addCode('45453000')
    await desk.addCode(before[0] ?? '')
    expect(edits).toEqual([{ edit: 'fact', field: 'cpv', value: [...before, '45453000'] }])
    expect(desk.notice).toMatchObject({ text: '45453000 är tillagd bland CPV-koderna.', lastStep: true })
  })

  it('offers to take back the last step only while it is the last', async () => {
    const desk = await deskWith({ edit: async () => kept('r2') })
    desk.notice = { text: 'Kravet togs bort.', lastStep: true }
    await desk.edit(titled('a'))
    expect(desk.notice).toBeNull()
  })

  describe('that cannot be kept now', () => {
    const full: RefusalView = { kind: 'not_now', text: 'Disken är full.', hint: null }
    let isFull = true
    let made: Edit[] = []
    let desk: Desk
    beforeEach(async () => {
      vi.useFakeTimers()
      isFull = true
      made = []
      desk = await deskWith({
        edit: async (_, __, edit) => {
          if (isFull) throw full
          made.push(edit)
          return kept(`r${made.length + 1}`)
        },
        newProject: async () => ({ ...project, id: 'p2' })
      })
    })
    afterEach(() => void vi.useRealTimers())

    it('are made before the next one, the latest about each thing, and are said to be unsaved until then', async () => {
      await desk.edit(titled('a'))
      await desk.edit(titled('ab'))
      expect([desk.unsaved, desk.problem]).toEqual([true, full])
      isFull = false
      expect(await desk.edit({ edit: 'remove', entry: 'x' })).toBe(true)
      expect(made).toEqual([titled('ab'), { edit: 'remove', entry: 'x' }])
      expect([desk.unsaved, desk.problem]).toEqual([false, null])
    })

    it('are tried again by themselves', async () => {
      await desk.edit(titled('a'))
      isFull = false
      await vi.advanceTimersByTimeAsync(Desk.RETRY)
      expect([made, desk.unsaved]).toEqual([[titled('a')], false])
    })

    it('keep their project open until they are kept', async () => {
      await desk.edit(titled('a'))
      expect([await desk.newProject(), desk.project?.id, desk.problem]).toEqual([false, 'p1', full])
      expect(await desk.openProject('p1')).toBe(true)
      isFull = false
      expect([await desk.newProject(), made]).toEqual([true, [titled('a')]])
    })
  })

  it('takes the project as another window left it, and says that the edit was not made', async () => {
    const desk = await deskWith({ edit: async () => ({ outcome: 'stale', project: at('r9') }) })
    expect(await desk.edit(titled('a'))).toBe(false)
    expect(desk.project?.head).toBe('r9')
    expect(desk.notice?.text).toContain('ändrats i ett annat fönster')
  })

  it('says that another window had changed something else, and that both are kept', async () => {
    const desk = await deskWith({ edit: async () => ({ outcome: 'beside', project: at('r9'), words: 'Namn: a' }) })
    expect(await desk.edit(titled('a'))).toBe(true)
    expect(desk.notice?.text).toBe('Projektet hade också ändrats i ett annat fönster. Båda ändringarna är sparade.')
  })

  it('says that the program failed when it does not answer as it should', async () => {
    const desk = await deskWith({ edit: () => Promise.reject(new Error('no such command')) })
    await desk.edit(titled('a'))
    expect(desk.problem).toMatchObject({ kind: 'broken', hint: 'Error: no such command' })
  })
})

describe('undo and redo', () => {
  const undone = { ...at('r3'), undo: null, redo: 'Namn: a' }
  const spot = { kind: 'fact', id: 'value_sek' } as const

  it('build on the last revision, say what was done, and lead to where it stands', async () => {
    const heads: string[] = []
    const desk = await deskWith({
      openProject: async () => ({ ...project, undo: 'Namn: a' }),
      edit: async () => ({ outcome: 'kept', project: { ...at('r2'), undo: 'Namn: b' }, words: '' }),
      undo: async (_, head) => (heads.push(head), { outcome: 'kept', project: undone, words: 'Ångrat: Namn: b', spot })
    })
    desk.typed.set('value_sek', 'cirka 20')
    const [, step] = await Promise.all([desk.edit(titled('b')), desk.step('undo')])
    expect([heads, step, desk.project, desk.polite.text]).toEqual([['r2'], spot, undone, 'Ångrat: Namn: b'])
    expect(desk.typed.get('value_sek'), 'what could not be read gives way to what is there again').toBeUndefined()
  })

  it('ask for nothing when there is nothing to undo', async () => {
    const desk = await deskWith({})
    expect([await desk.step('undo'), await desk.step('redo'), desk.problem]).toEqual([null, null, null])
  })

  it('show the project as another window left it, and undo nothing that has not been seen', async () => {
    const desk = await deskWith({
      openProject: async () => ({ ...project, redo: 'Namn: a' }),
      redo: async () => ({ outcome: 'stale', project: at('r9') })
    })
    expect([await desk.step('redo'), desk.project?.head]).toEqual([null, 'r9'])
    expect(desk.notice?.text).toContain('ändrats i ett annat fönster')
  })
})

describe('projects', () => {
  let desk: Desk
  beforeEach(async () => {
    desk = await deskWith({
      edit: async () => kept('r2'),
      openProject: async (id) => ({ ...project, id }),
      chooseProjectFile: async () => null
    })
    desk.typed.set('value_sek', 'cirka 20')
    desk.grown.add('q08')
  })

  it('lets go of what was typed only when the project has been deleted for good', async () => {
    const lies = new Map([['typed/p1', '[["value_sek","cirka 20"]]']])
    const shelf: Shelf = {
      getItem: (name) => lies.get(name) ?? null,
      setItem: (name, text) => void lies.set(name, text),
      removeItem: (name) => void lies.delete(name)
    }
    const held = new Desk(commands({ eraseProject: () => Promise.reject(refusal) }), shelf)
    expect([await held.eraseProject('p1', []), lies.size]).toEqual([false, 1])
    const gone = new Desk(commands({ eraseProject: async () => ({ projects: [] }) as unknown as StartView }), shelf)
    expect([await gone.eraseProject('p1', []), lies.size]).toEqual([true, 0])
  })

  it('keeps what could not be read while the project is open, and forgets it with another', async () => {
    await desk.openProject('p1')
    expect([desk.typed.get('value_sek'), desk.grown.has('q08')]).toEqual(['cirka 20', true])
    await desk.openProject('p2')
    expect([desk.typed.get('value_sek'), desk.grown.has('q08')]).toEqual([undefined, false])
  })

  it('finishes the edits of one project before it opens another', async () => {
    const edited = desk.edit(titled('a'))
    await desk.openProject('p2')
    expect(await edited).toBe(true)
    expect(desk.project?.id).toBe('p2')
  })

  it('begins one project when the button is pressed twice', async () => {
    let begun = 0
    const desk = new Desk(commands({ newProject: async () => ({ ...project, id: `p${++begun}` }) }))
    expect(await Promise.all([desk.newProject(), desk.newProject()])).toEqual([true, false])
    expect(begun).toBe(1)
    expect(await desk.newProject()).toBe(true)
  })

  it('stays where it is when no file was chosen', async () => {
    expect(await desk.chooseProjectFile(() => undefined)).toBeNull()
    expect([desk.project?.id, desk.problem]).toEqual(['p1', null])
  })
})

it('asks again, in the new language, for what the program has said', async () => {
  const asked: string[] = []
  const desk = await deskWith({
    changeSetting: async (setting) => ({ ...settings, language: setting.value as 'sv' | 'en' }),
    startView: async () => ({ projects: [], examples: [], recovered: null, unbacked: null }),
    openProject: async (id) => (asked.push(id), project)
  })
  await desk.setLanguage('en')
  expect(asked).toEqual(['p1', 'p1'])
  expect([desk.settings.language, document.documentElement.lang]).toEqual(['en', 'en'])
  await desk.setLanguage('sv')
})

it('tells where a file was saved, and nothing when the officer changed their mind', async () => {
  const desk = await deskWith({
    saveDocument: async () => ({ outcome: 'written', place: 'Krav.pdf' }),
    saveProjectFile: async () => ({ outcome: 'cancelled' })
  })
  await desk.saveProjectFile('all')
  expect(desk.notice).toBeNull()
  await desk.saveDocument('specification', 'pdf', 'sv')
  expect(desk.notice?.text).toBe('Sparat: Krav.pdf')
})

describe('the start page', () => {
  const rows = sampleProjects.map((row, at) => ({ ...row, id: `p${at + 1}` }))

  it('says why it cannot be read until it can, whatever else succeeds, and leaves said why a file was not opened', async () => {
    const missing: RefusalView = { kind: 'not_found', text: 'Filen finns inte.', hint: null }
    const full: RefusalView = { kind: 'not_now', text: 'Disken är full.', hint: null }
    let isFull = true
    const desk = new Desk(
      commands({
        lookAtAskedFile: () => (isFull ? Promise.resolve(null) : Promise.reject(missing)),
        startView: async () =>
          isFull ? Promise.reject(full) : { projects: [], examples: [], recovered: null, unbacked: null }
      })
    )
    await desk.openStart()
    await desk.lookAtAskedFile(() => undefined)
    expect([desk.hindered, desk.problem]).toEqual([full, null])
    isFull = false
    await desk.openStart()
    expect(desk.hindered).toBeNull()
    expect(await desk.lookAtAskedFile(() => undefined)).toBeNull()
    await desk.openStart()
    expect(desk.problem).toEqual(missing)
  })

  it('leaves no removed project open behind it', async () => {
    const desk = await deskWith({
      markProject: async (_, mark) => ({
        projects: rows.map((row) => ({ ...row, group: mark === 'removed' ? ('removed' as const) : row.group })),
        examples: [],
        recovered: null,
        unbacked: null
      })
    })
    await desk.markProject('p1', 'template', true)
    expect(desk.project?.id).toBe('p1')
    await desk.markProject('p1', 'removed', true)
    expect(desk.project).toBeNull()
  })
})
