import { beforeEach, expect, it, vi } from 'vitest'
import { Desk, type Commands } from '$lib/desk.svelte'
import type { Edit, FindingView, Place, ProjectView, Setting } from '../../generated/types'
import { findingKey } from './place'
import { ReviewState } from './review.svelte'

// The name is kept as a setting, and with the settings the language is set.
vi.stubGlobal('document', { documentElement: { lang: '' } })

const finding = (change: Partial<FindingView>): FindingView => ({
  finding: { code: 'R12', case: 'share', place: { kind: 'theme', id: 'employment' } },
  severity: 'stop',
  severityWord: 'Stopp',
  place: 'Sysselsättning',
  theme: null,
  message: 'Platserna tar 12 % av arbetstiden.',
  remedy: 'Minska antalet.',
  because: [],
  legalBasis: 'Proportionalitetsprincipen.',
  basis: 'practice',
  also: [],
  gaps: [],
  mustBeFilled: false,
  kept: null,
  ...change
})

const project = (findings: FindingView[]) =>
  ({
    id: 'p',
    head: 'r1',
    facts: { officer: 'Anna Lindqvist' },
    themes: [{ theme: 'employment', cards: [{ entry: 'emp-internship' }] }],
    needs: [{ group: 'labour_terms', questions: [{ id: 'q18a' }] }],
    readiness: { questions: [] },
    offers: [],
    findings
  }) as unknown as ProjectView

const kept = { reason: 'Platserna är få och långa.', by: 'Anna Lindqvist', on: '2026-11-25' }
const REASON = 'Arbetslagen är stora och handledare finns redan.'

let edits: Edit[]
let desk: Desk
let refuses: boolean

beforeEach(async () => {
  edits = []
  refuses = false
  const edit: Commands['edit'] = async (_id, _head, edit) => {
    edits.push(edit)
    if (refuses) throw { kind: 'bad_input', text: 'Skälet är för kort.', hint: 'Skriv minst 30 tecken.' }
    return { outcome: 'kept', project: project([]), words: '' }
  }
  desk = new Desk({ edit, openProject: async () => project([]) } as unknown as Commands)
  await desk.openProject('p')
})

function review(...findings: FindingView[]): ReviewState {
  return new ReviewState(desk, () => project(findings))
}

it('parts open Stops, warnings, advice and what is kept', () => {
  const all = review(finding({}), finding({ kept }), finding({ severity: 'warning' }), finding({ severity: 'info' }))
  expect([all.stops, all.warnings, all.infos, all.kept].map((part) => part.length)).toEqual([1, 1, 1, 1])
})

it('leads to where each finding is mended', () => {
  const at = (place: Place) => review().hrefOf(place)
  expect(at({ kind: 'requirement', id: 'emp-internship' })).toBe('#/project/requirements/employment/emp-internship')
  expect(at({ kind: 'requirement', id: 'nowhere' })).toBe('#/project/requirements')
  expect(at({ kind: 'theme', id: 'employment' })).toBe('#/project/requirements/employment')
  expect(at({ kind: 'question', id: 'q18a' })).toBe('#/project/needs/labour_terms/q18a')
  expect(at({ kind: 'question', id: 'q99' })).toBe('#/project/needs')
  expect(at({ kind: 'fact', id: 'option_value_sek' })).toBe('#/project/procurement/facts/option_value_sek')
  expect(at({ kind: 'whole' })).toBe('#/project/requirements')
})

it('keeps a Stop with the reason, and leaves name and day to whoever signs', async () => {
  const state = review(finding({}))
  state.write(finding({}))
  state.reason = ` ${REASON} `
  expect(await state.keep(finding({}))).toBe(true)
  expect(edits).toEqual([{ edit: 'override', finding: finding({}).finding, reason: REASON }])
  expect(state.writing).toBeNull()
})

it('asks for a name where none is known, keeps no Stop without it, and remembers it', async () => {
  const settings: Setting[] = []
  desk = new Desk({
    edit: async (_id: string, _head: string, edit: Edit) => {
      edits.push(edit)
      return { outcome: 'kept', project: project([]), words: '' }
    },
    openProject: async () => project([]),
    changeSetting: async (setting: Setting) => {
      settings.push(setting)
      return { ...desk.settings, officer: 'Karin Ek' }
    }
  } as unknown as Commands)
  await desk.openProject('p')
  const nobody = { ...project([finding({})]), facts: { officer: ' ' } } as ProjectView
  const state = new ReviewState(desk, () => nobody)
  state.write(finding({}))
  state.reason = REASON
  expect([state.asksName, await state.keep(finding({})), state.nameless, edits]).toEqual([true, false, true, []])
  state.name = ' Karin Ek '
  expect(await state.keep(finding({}))).toBe(true)
  expect(settings).toEqual([{ setting: 'officer', value: 'Karin Ek' }])
  expect([edits.length, state.asksName]).toEqual([1, false])
})

it('says at the field why a reason is not taken, and leaves the text there', async () => {
  refuses = true
  const state = review(finding({}))
  state.write(finding({}))
  state.reason = 'Kort.'
  expect(await state.keep(finding({}))).toBe(false)
  expect(state.problem?.text).toBe('Skälet är för kort.')
  expect(desk.problem).toBeNull()
  expect([state.reason, state.writing]).toEqual(['Kort.', 'R12/share/theme/employment'])
})

it('keeps what is written while one goes to look at the requirement, and lets go of it when cancelled', () => {
  const before = review(finding({}))
  before.write(finding({}))
  before.reason = 'Arbetslagen är'
  const after = review(finding({}))
  after.write(finding({}))
  expect(after.reason).toBe('Arbetslagen är')
  after.cancel()
  after.write(finding({}))
  expect(after.reason).toBe('')
})

it('takes back what was kept', async () => {
  await review().takeBack(finding({ kept }))
  expect(edits).toEqual([{ edit: 'reinstate', finding: finding({}).finding }])
})

it('tells the cases and the places of one rule apart', () => {
  const other = finding({ finding: { code: 'R12', case: 'headcount', place: { kind: 'whole' } } })
  expect(findingKey(other)).toBe('R12/headcount/whole/')
  expect(findingKey(other)).not.toBe(findingKey(finding({})))
})
