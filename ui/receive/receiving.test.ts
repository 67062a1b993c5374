import { describe, expect, it } from 'vitest'
import { Desk } from '$lib/desk.svelte'
import { commands } from '../fixtures/commands'
import { project } from '../fixtures/project'
import type { Choices, ConflictRow, DamagedView, ReceivedView } from '../generated/types'
import { Receiving } from './receiving.svelte'
import { partsInWords, sideNames, whoAndWhen } from './words'

const copy = { id: 'p1', title: 'Städning', reference: '', changed: '2026-11-24T15:05:00Z', by: 'Erik Sandström' }

const title: ConflictRow = {
  field: 'procurement.title',
  label: 'Namn på upphandlingen',
  wording: false,
  base: ['Städning'],
  mine: [[{ text: 'Lokalvård', changed: true }]],
  theirs: [[{ text: 'Renhållning', changed: true }]],
  own: { mine: ['Lokalvård'], theirs: ['Renhållning'], values: [] },
  chosen: null
}

const unit: ConflictRow = { ...title, field: 'procurement.unit', label: 'Enhet' }

function received(standing: ReceivedView['standing'], conflicts: ConflictRow[] = []): ReceivedView {
  return {
    name: 'Städning.samkrav',
    standing,
    file: copy,
    here: standing === 'new' ? null : { ...copy, by: 'Anna Lindqvist' },
    removed: false,
    baseAt: null,
    hasBase: true,
    holds: [],
    together: standing === 'new' ? null : { changes: [], conflicts, unchanged: 3 },
    apart: null,
    left: 0
  }
}

/** What the program shows after a choice. */
function decided({ all, each }: Choices): ReceivedView {
  return received(
    'diverged',
    [title, unit].map((row) => ({ ...row, chosen: each[row.field] ?? all }))
  )
}

function receiving(given: Parameters<typeof commands>[0], file = received('diverged', [title, unit])) {
  const desk = new Desk(
    commands({
      chooseProjectFile: async () => ({ outcome: 'held', file }),
      lookAtFile: async (choices) => decided(choices),
      ...given
    })
  )
  return { desk, at: new Receiving(desk) }
}

describe('a project file', () => {
  it('is shown, and nothing is done when the officer leaves it', async () => {
    const { desk, at } = receiving({})
    await at.choose()
    expect(at.file?.standing).toBe('diverged')
    at.leave()
    expect([at.file, desk.project]).toEqual([null, null])
  })

  it('that cannot be read is said, in place of any that was shown before', async () => {
    const why: DamagedView['why'] = { kind: 'bad_input', text: 'Filen är inte hel.', hint: null }
    const damaged: DamagedView = { name: 'a.samkrav', why, known: null, left: 2 }
    const { at } = receiving({ lookAtAskedFile: async () => ({ outcome: 'damaged', file: damaged }) })
    await at.choose()
    await at.lookAtAsked()
    expect([at.file, at.damaged, at.waiting]).toEqual([null, damaged, 2])
  })

  it('that is asked for while another is read is not forgotten, nor when the officer changes their mind', async () => {
    const file = received('same')
    const { at } = receiving({
      lookAtAskedFile: async () => ((at.waiting = 1), { outcome: 'held', file }),
      chooseProjectFile: async () => null
    })
    await at.lookAtAsked()
    await at.choose()
    expect([at.file, at.waiting]).toEqual([file, 1])
  })

  it('is not asked for again when it could not be shown', async () => {
    const full = { kind: 'not_now', text: 'Disken är full.', hint: null }
    const { at } = receiving({ lookAtAskedFile: () => Promise.reject(full) })
    at.waiting = 2
    await at.lookAtAsked()
    expect(at.waiting).toBe(0)
  })

  it('is not asked for twice at once', async () => {
    let asked = 0
    const { at } = receiving({ chooseProjectFile: async () => (asked++, null) })
    await Promise.all([at.choose(), at.choose()])
    expect(asked).toBe(1)
  })
})

describe('merging', () => {
  it('says which conflict is open, until that is decided, and merges then', async () => {
    const taken: Choices[] = []
    const { desk, at } = receiving({ takeInFile: async (_, choices) => (taken.push(choices), project) })
    await at.choose()
    expect(await at.takeIn('merge')).toBe(false)
    expect(at.missing?.label).toBe('Namn på upphandlingen')
    await at.take(title.field, 'theirs')
    expect([at.missing, at.open.map(({ field }) => field)]).toEqual([null, [unit.field]])
    await at.take(unit.field, 'mine')
    expect(await at.takeIn('merge')).toBe(true)
    expect(taken).toEqual([{ all: null, each: { [title.field]: 'theirs', [unit.field]: 'mine' } }])
    expect([at.file, desk.project?.id]).toEqual([null, project.id])
    at.tell()
    expect(desk.notice?.text).toBe('Projektet är ihopslaget med filen.')
    expect(desk.notice?.undo).toBeDefined()
  })

  it('writes a text out of both, that begins as it stands here', async () => {
    const taken: Choices[] = []
    const wording: ConflictRow = {
      ...title,
      field: 'requirements.emp-study-visit.own_wording',
      own: {
        mine: ['Ta emot \u20682 besök\u2069.'],
        theirs: ['Visa platsen.'],
        values: [{ shown: '\u20682 besök\u2069', slot: '{visits|besök}', label: 'Antal' }]
      }
    }
    const { at } = receiving(
      {
        takeInFile: async (_, choices) => (taken.push(choices), project),
        lookAtFile: async ({ each }) => received('diverged', [{ ...wording, chosen: each[wording.field] ?? null }])
      },
      received('diverged', [wording])
    )
    await at.choose()
    await at.write(wording)
    expect([at.open, at.written(wording)]).toEqual([[], 'Ta emot \u20682 besök\u2069.'])
    await at.write(wording, 'Ta emot \u20682 besök\u2069.\nVisa platsen.')
    await at.takeIn('merge')
    expect(taken[0]?.each).toEqual({ [wording.field]: { own: 'Ta emot {visits|besök}.\nVisa platsen.' } })
  })

  it('takes the same side in all, and another in one of them', async () => {
    const { at } = receiving({})
    await at.choose()
    await at.takeAll('theirs')
    expect(at.open).toEqual([])
    await at.take(unit.field, 'mine')
    expect(at.file?.together?.conflicts.map(({ chosen }) => chosen)).toEqual(['theirs', 'mine'])
  })

  it('shows what is here as it is when the project changed in the meantime, and why nothing was merged', async () => {
    const changed = { kind: 'not_now', text: 'Projektet ändrades medan du såg på filen.', hint: null }
    const { desk, at } = receiving(
      { takeInFile: () => Promise.reject(changed), lookAtFile: async () => received('diverged', [title]) },
      received('newer')
    )
    await at.choose()
    expect(await at.takeIn('merge')).toBe(false)
    expect([at.file?.standing, at.open.length, desk.problem]).toEqual(['diverged', 1, changed])
  })
})

it('is told in words', () => {
  const parts = [
    { part: 'answers', n: 6 },
    { part: 'requirements', n: 1 }
  ] as const
  expect(partsInWords(parts)).toBe('6 svar, 1 krav')
  expect(sideNames({ file: copy }).theirs).toBe('Filen från Erik Sandström')
  expect(sideNames({ file: { ...copy, by: '' } }).theirs).toBe('Filen')
  expect(whoAndWhen({ ...copy, changed: null })).toBe('Erik Sandström')
})
