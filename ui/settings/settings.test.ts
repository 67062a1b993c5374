import { expect, it, vi } from 'vitest'
import { Desk, type Commands } from '$lib/desk.svelte'
import { commands } from '../fixtures/commands'
import { project } from '../fixtures/project'
import { settings } from '../fixtures/settings'
import type { RefusalView, Setting } from '../generated/types'
import { SettingsState, UNSET } from './settings.svelte'

// The window's own document is not here; the language of the page is all that is set on it.
vi.stubGlobal('document', { documentElement: { lang: '' } })

const leads = {
  question: 'Vem föreslår och stöder kandidater?',
  options: [{ code: 'both', label: 'Båda', disabled: false }]
}

/** The page, and all that has been asked of the program. */
function page(given: Partial<Commands> = {}) {
  const asked: Setting[] = []
  const changeSetting: Commands['changeSetting'] = async (setting) => (asked.push(setting), settings)
  const desk = new Desk(commands({ changeSetting, matchingLeads: async () => leads, ...given }))
  return { desk, asked, state: new SettingsState(desk) }
}

it('keeps a text when its field is left, and a choice at once', async () => {
  const { desk, asked, state } = page()
  state.text('officer').onchange('Karin Ek')
  state.set({ setting: 'colours', value: 'dark' })
  await vi.waitFor(() => expect(desk.settings).toEqual(settings))
  expect(asked).toEqual([
    { setting: 'officer', value: 'Karin Ek' },
    { setting: 'colours', value: 'dark' }
  ])
})

it('asks the catalogue who can be the matching lead, and takes none for an answer', async () => {
  const { asked, state } = page()
  await state.open()
  expect(state.leads).toEqual(leads)
  expect(state.lead).toBe(UNSET)
  state.setLead('both')
  state.setLead(UNSET)
  expect(asked.map(({ value }) => value)).toEqual(['both', null])
})

it('says why something could not be set, and leaves what was set', async () => {
  const full: RefusalView = { kind: 'not_now', text: 'Disken är full.', hint: null }
  const { desk } = page({ changeSetting: () => Promise.reject(full) })
  const before = desk.settings
  expect(await desk.changeSetting({ setting: 'officer', value: 'Karin' })).toBe(false)
  expect([desk.settings, desk.problem]).toEqual([before, full])
})

it('shows the folder that was chosen, and asks no more when the officer changed their mind', async () => {
  const chosen = { ...settings, exportFolder: '/home/karin/Krav' }
  const { desk, state } = page({ chooseExportFolder: async () => chosen })
  state.chooseFolder()
  await vi.waitFor(() => expect(desk.settings.exportFolder).toBe('/home/karin/Krav'))
})

it('goes back to the size that was set when another is set', async () => {
  const zooms: number[] = []
  const zoom = async (percent: number) => (zooms.push(percent), null)
  const { desk } = page({ zoom })
  await desk.zoomTo(125)
  await desk.changeSetting({ setting: 'text_size', value: '130' })
  expect([desk.zoom, zooms]).toEqual([100, [125, 100]])
})

it('closes when what was changed is kept', async () => {
  const done: string[] = []
  const { desk } = page({
    edit: async () => (done.push('kept'), { outcome: 'stale', project }),
    quit: async () => (done.push('closed'), null)
  })
  await desk.openProject('p1')
  void desk.edit({ edit: 'fact', field: 'title', value: 'Städ' })
  await desk.quit()
  expect(done).toEqual(['kept', 'closed'])
})

it('tries once more to keep what could not be kept, before it closes', async () => {
  const done: string[] = []
  const full = { kind: 'not_now', text: 'Disken är full.', hint: null }
  const edit = async () => {
    if (done.push('tried') === 1) throw full
    return { outcome: 'kept' as const, project, words: '' }
  }
  const { desk } = page({ edit, quit: async () => (done.push('closed'), null) })
  await desk.openProject('p1')
  await desk.edit({ edit: 'fact', field: 'title', value: 'Städ' })
  await desk.quit()
  expect(done).toEqual(['tried', 'tried', 'closed'])
})
