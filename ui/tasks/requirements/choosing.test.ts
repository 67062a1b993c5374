import { beforeEach, expect, it } from 'vitest'
import { sampleCard, sampleParameter } from '$components/requirement-card/sample'
import type { Notice } from '$lib/desk.svelte'
import { Typed } from '$lib/typed.svelte'
import type { Edit, ProjectView, RefusalView, RequirementCard } from '../../generated/types'
import { Choosing } from './choosing.svelte'

const base = { entry: 'emp-dialogue', title: 'Dialog', level: 'base', levelWord: 'Bas', loses: null } as const
const advanced = {
  entry: 'emp-step',
  title: 'Studiebesök',
  level: 'advanced',
  levelWord: 'Avancerad',
  loses: null
} as const
const weeks = sampleParameter({ name: 'weeks', kind: 'weeks', value: 8, origin: 'officer' })
const ladder = [base, advanced]

const WHY: RefusalView = { kind: 'bad_input', text: 'Namnet är för långt.', hint: null }

/** A desk that remembers its edits, and refuses those about what is named. */
class FakeDesk {
  notice: Notice | null = null
  edits: Edit[] = []
  project: ProjectView | null
  constructor(cards: RequirementCard[]) {
    this.project = { themes: [{ cards }] } as unknown as ProjectView
  }
  readonly typed = new Typed()
  refused = ''
  /** What the edit makes of the cards. */
  then: RequirementCard[] | null = null
  steps: string[] = []
  step = (way: 'undo' | 'redo') => {
    this.steps.push(way)
    return Promise.resolve(null)
  }
  #why: RefusalView | null = null
  takeRefused = () => this.#why
  edit = (edit: Edit) => {
    this.#why = 'entry' in edit && edit.entry === this.refused ? WHY : null
    if (this.#why) return Promise.resolve(false)
    this.edits.push(edit)
    if (this.then) this.project = { themes: [{ cards: this.then }] } as unknown as ProjectView
    return Promise.resolve(true)
  }
}

let desk: FakeDesk
let choosing: Choosing
const dialogue = sampleCard({ ...base, chosen: true, ladder, parameters: [weeks] })

beforeEach(() => {
  desk = new FakeDesk([
    dialogue,
    sampleCard({ ...advanced, parameters: [sampleParameter({ name: 'weeks', kind: 'weeks', value: 12 })] })
  ])
  choosing = new Choosing(desk)
})

it('takes a requirement away, and puts it back with Ångra', async () => {
  await choosing.remove(dialogue)
  expect(desk.notice?.text).toBe('Dialog togs bort.')
  desk.notice?.undo?.()
  expect(desk.edits).toEqual([
    { edit: 'remove', entry: 'emp-dialogue' },
    { edit: 'choose', entry: 'emp-dialogue' }
  ])
})

it('says which number was counted anew elsewhere, and which cannot be any more', async () => {
  const places = (value: number | null) =>
    sampleParameter({
      name: 'places',
      label: 'Antal platser',
      value,
      shown: String(value),
      origin: value === null ? 'missing' : 'computed'
    })
  const training = (value: number | null) =>
    sampleCard({ entry: 'emp-work-training', title: 'Arbetsträning', number: 'K2', parameters: [places(value)] })
  for (const [now, said] of [
    [1, 'Arbetsträning räknades om: antal platser är nu 1 i stället för 3.'],
    [
      null,
      'Arbetsträning har inte längre något uträknat antal, för utrymmet räcker inte till båda. Fyll i antal platser.'
    ]
  ] as const) {
    desk = new FakeDesk([training(3), dialogue])
    desk.then = [training(now), dialogue]
    await new Choosing(desk).setParameter('emp-dialogue', 'weeks', 4)
    expect(desk.notice?.text).toBe(said)
    desk.notice?.undo?.()
    expect(desk.steps).toEqual(['undo'])
  }
})

it('counts in words what was chosen and what came along', async () => {
  const along = ['gen-contact', 'gen-reports'].map((entry) => sampleCard({ entry, chosen: false, number: 'K2' }))
  desk.then = [dialogue, ...along]
  await choosing.chooseAll([dialogue, { ...dialogue, entry: 'env-intro' }])
  expect(desk.notice?.text).toBe('Två krav valdes. Två krav följer med.')
})

it('says nothing was done when the edit was refused', async () => {
  desk.refused = 'emp-dialogue'
  await choosing.remove(dialogue)
  expect(await choosing.choose(dialogue)).toBe(false)
  expect(desk.notice).toBeNull()
})

it('changes level to the neighbour on the ladder, says what does not go along, and goes back with Ångra', async () => {
  const step = { ...advanced, loses: 'Den egna texten följer inte med.' }
  expect(await choosing.changeLevel(dialogue, step)).toBe(true)
  expect(choosing.open).toBe('emp-step')
  expect(desk.notice?.text).toBe('Dialog byttes mot Studiebesök, nivå Avancerad. Den egna texten följer inte med.')
  desk.notice?.undo?.()
  expect(desk.edits).toEqual([
    { edit: 'change_level', entry: 'emp-dialogue', level: 'advanced' },
    { edit: 'change_level', entry: 'emp-step', level: 'base' }
  ])
})

it('goes back to the text of the catalogue, and has the own one again with Ångra', async () => {
  const values = [{ shown: '\u20688 veckor\u2069', slot: '{weeks}', label: 'Veckor' }]
  await choosing.useCatalogueText({ ...dialogue, wording: { duties: ['I \u20688 veckor\u2069.'], values } })
  desk.notice?.undo?.()
  expect(desk.edits).toEqual([
    { edit: 'reword', entry: 'emp-dialogue', duties: null },
    { edit: 'reword', entry: 'emp-dialogue', duties: ['I {weeks}.'] }
  ])
})

it('keeps what is written as long as it is refused, and opens an own requirement when it is kept', async () => {
  choosing.write('children')
  const { writing } = choosing
  if (writing === null) throw new Error('nothing is being written')
  desk.refused = writing.entry
  expect(await choosing.keepOwn(writing, writing.start)).toBe(false)
  expect([choosing.writing, choosing.refused]).toEqual([writing, WHY])
  desk.refused = ''
  expect(await choosing.keepOwn(writing, writing.start)).toBe(true)
  expect([choosing.writing, choosing.refused, choosing.open]).toEqual([null, null, writing.entry])
})

it('takes an own requirement away, and has it again as it was with Ångra', async () => {
  await choosing.discard(sampleCard({ entry: 'own-1', title: 'Lekplats' }))
  expect(desk.edits).toEqual([{ edit: 'write_own', entry: 'own-1', requirement: null }])
  desk.notice?.undo?.()
  expect([desk.steps, desk.notice?.lastStep]).toEqual([['undo'], true])
})

it('lets go of what was refused when nothing is written after all', async () => {
  choosing.write('children')
  if (choosing.writing === null) throw new Error('nothing is being written')
  desk.refused = choosing.writing.entry
  await choosing.keepOwn(choosing.writing, choosing.writing.start)
  choosing.cancelOwn()
  expect([choosing.writing, choosing.refused]).toEqual([null, null])
})

it('keeps the old level when the new one is refused', async () => {
  desk.refused = 'emp-dialogue'
  expect(await choosing.changeLevel(dialogue, advanced)).toBe(false)
  expect(desk.edits).toEqual([])
})

it('keeps the reason when a theme ends in another way, and takes no reason without an ending', async () => {
  const decision = {
    outcome: 'chosen',
    reason: 'Skäl.',
    open: false,
    chosen: 0,
    recommended: 0,
    duties: 0,
    whyNone: null,
    ruledOut: false,
    said: null,
    along: 0
  } as const
  await choosing.decide('children', decision, 'not_now')
  expect(desk.edits).toEqual([{ edit: 'decide', theme: 'children', decision: { outcome: 'not_now', reason: 'Skäl.' } }])
  expect(await choosing.giveReason('children', { ...decision, outcome: null }, 'Ett skäl.')).toBe(false)
})

it('loses no reason when an ending is chosen before it is kept', async () => {
  const decision = {
    outcome: 'not_relevant',
    reason: '',
    open: true,
    chosen: 0,
    recommended: 0,
    duties: 0,
    whyNone: null,
    ruledOut: false,
    said: null,
    along: 0
  } as const
  const reason = choosing.giveReason('children', decision, 'Inga barn berörs.')
  await choosing.decide('children', decision, 'not_now')
  await reason
  expect(desk.edits.at(-1)).toEqual({
    edit: 'decide',
    theme: 'children',
    decision: { outcome: 'not_now', reason: 'Inga barn berörs.' }
  })
})

it('shows a value before it is kept', async () => {
  const kept = choosing.setParameter('emp-dialogue', 'weeks', 10)
  expect(choosing.shown(dialogue).parameters[0]?.value).toBe(10)
  await kept
  expect(choosing.shown(dialogue).parameters[0]?.value).toBe(8)
})

it('makes no step of a value that is so already: a proposed one that is cleared, an own one that is set again', async () => {
  const stages = sampleParameter({ name: 'stages', kind: 'multi', value: ['sewing'], origin: 'default' })
  const pay = sampleParameter({ name: 'pay', kind: 'table', value: [['Städare', '150']], origin: 'officer' })
  const missing = sampleParameter({ name: 'rows', kind: 'table', value: null, origin: 'missing' })
  desk = new FakeDesk([sampleCard({ entry: 'eth-textile', parameters: [stages, pay, missing] })])
  choosing = new Choosing(desk)
  expect(await choosing.setParameter('eth-textile', 'stages', null)).toBe(true)
  await choosing.setParameter('eth-textile', 'pay', [['Städare', '150']])
  await choosing.setParameter('eth-textile', 'rows', null)
  expect(desk.edits).toEqual([])
})

it('takes a value away that was set just now and is still on its way', async () => {
  const stages = sampleParameter({ name: 'stages', kind: 'multi', value: ['sewing'], origin: 'default' })
  desk = new FakeDesk([sampleCard({ entry: 'eth-textile', parameters: [stages] })])
  choosing = new Choosing(desk)
  const set = choosing.setParameter('eth-textile', 'stages', ['sewing', 'weaving'])
  await Promise.all([set, choosing.setParameter('eth-textile', 'stages', null)])
  expect(desk.edits.map((edit) => 'value' in edit && edit.value)).toEqual([['sewing', 'weaving'], null])
})

it('says that a decision to have none no longer holds, and takes all of it back in one step', async () => {
  const decision = { outcome: 'not_relevant', reason: 'Berör inte temat.' }
  desk.project = { themes: [{ theme: 'employment', decision, cards: [dialogue] }] } as unknown as ProjectView
  await choosing.choose(dialogue)
  expect(desk.notice?.text).toBe('Dialog valdes. Beslutet Inte relevant gäller inte längre: temat är nu Valt.')
  desk.notice?.undo?.()
  expect([desk.steps, desk.edits]).toEqual([['undo'], [{ edit: 'choose', entry: 'emp-dialogue' }]])
})

it('ends what the answers rule out in one step, with no reason of its own, and takes it back in one', async () => {
  await choosing.endRuledOut([{ theme: 'children' }, { theme: 'ethical_goods' }])
  expect(desk.edits).toEqual([
    {
      edit: 'decide_several',
      themes: ['children', 'ethical_goods'],
      decision: { outcome: 'not_relevant', reason: '' }
    }
  ])
  desk.notice?.undo?.()
  expect(desk.steps).toEqual(['undo'])
})
