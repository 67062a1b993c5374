import { beforeEach, expect, it, vi } from 'vitest'
import { Desk, type Commands } from '$lib/desk.svelte'
import type { Edit, FindingView, ProjectView } from '../../generated/types'
import { ReviewState } from './review.svelte'

const finding = (change: Partial<FindingView>): FindingView => ({
  code: 'R12',
  severity: 'stop',
  severityWord: 'Stopp',
  place: 'Hela upphandlingen',
  entry: null,
  message: 'Platserna tar 12 % av arbetstiden.',
  remedy: 'Minska antalet.',
  legalBasis: 'Proportionalitetsprincipen.',
  basis: 'law',
  basisWord: 'lag',
  kept: null,
  ...change
})

const project = (findings: FindingView[]) =>
  ({
    id: 'p',
    head: 'r1',
    facts: { officer: 'Anna Lindqvist' },
    themes: [{ theme: 'employment', cards: [{ entry: 'emp-internship' }] }],
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

it('leads to the theme of the requirement, or to the requirements as a whole', () => {
  expect(review().hrefOf(finding({ entry: 'emp-internship' }))).toBe('#/project/requirements/employment')
  expect(review().hrefOf(finding({}))).toBe('#/project/requirements')
})

it('keeps a Stop with the reason, the officer’s name and the day', async () => {
  vi.useFakeTimers({ now: new Date(2026, 10, 25, 14, 32) })
  const state = review(finding({}))
  state.write(finding({}))
  state.reason = ` ${REASON} `
  expect(await state.keep(finding({}))).toBe(true)
  vi.useRealTimers()
  const expected = { code: 'R12', entry: null, reason: REASON, by: 'Anna Lindqvist', on: '2026-11-25' }
  expect(edits).toEqual([{ edit: 'override', finding: expected }])
  expect(state.writing).toBeNull()
})

it('says at the field why a reason is not taken, and leaves the text there', async () => {
  refuses = true
  const state = review(finding({}))
  state.write(finding({}))
  state.reason = 'Kort.'
  expect(await state.keep(finding({}))).toBe(false)
  expect(state.problem?.text).toBe('Skälet är för kort.')
  expect(desk.problem).toBeNull()
  expect([state.reason, state.writing]).toEqual(['Kort.', 'R12//Platserna tar 12 % av arbetstiden.'])
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
  await review().takeBack(finding({ kept, entry: 'emp-internship' }))
  expect(edits).toEqual([{ edit: 'reinstate', code: 'R12', entry: 'emp-internship' }])
})
