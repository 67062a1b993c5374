import { describe, expect, it } from 'vitest'
import type { Notice } from '$lib/desk.svelte'
import type { Edit, EditionView } from '../../generated/types'
import { Deciding, sorted } from './editions.svelte'

const visit: EditionView = {
  entry: 'emp-study-visit',
  title: 'K3 Studiebesök',
  state: 'Ändrat',
  changes: 'kravtext',
  why: null,
  successors: [],
  rows: [
    { label: 'Kravtext', old: [[{ text: 'två besök', changed: true }]], new: [[{ text: 'tre besök', changed: true }]] }
  ],
  lost: null,
  ownText: null,
  kept: false,
  asks: true
}

/** A desk that takes every edit, or none. */
function at(takes: boolean) {
  const edits: Edit[] = []
  const desk = {
    notice: null as Notice | null,
    edit: async (edit: Edit) => {
      edits.push(edit)
      return takes
    }
  }
  return { desk, edits, deciding: new Deciding(desk) }
}

describe('a requirement that has changed', () => {
  it('is taken over, and that is told', async () => {
    const { desk, edits, deciding } = at(true)
    expect(await deciding.accept(visit)).toBe(true)
    expect(edits).toEqual([{ edit: 'accept_edition', entry: 'emp-study-visit' }])
    expect(desk.notice?.text).toBe('K3 Studiebesök godtogs.')
  })

  it('is kept as it is', async () => {
    const { desk, edits, deciding } = at(true)
    await deciding.keep(visit)
    expect(edits).toEqual([{ edit: 'keep_edition', entry: 'emp-study-visit' }])
    expect(desk.notice?.text).toBe('K3 Studiebesök behålls som det är.')
  })

  it('is left for later without a trace in the project', () => {
    const { edits, deciding } = at(true)
    deciding.putOff(visit)
    expect(deciding.isPutOff(visit)).toBe(true)
    deciding.show(visit)
    expect(deciding.isPutOff(visit)).toBe(false)
    expect(edits).toEqual([])
  })

  it('is not said to be taken over when it was refused', async () => {
    const { desk, deciding } = at(false)
    expect(await deciding.accept(visit)).toBe(false)
    expect(desk.notice).toBeNull()
  })

  it('waits, is kept, or is not in this catalogue', () => {
    const kept = { ...visit, kept: true, asks: false }
    const elsewhere = { ...visit, asks: false }
    expect(sorted({ editions: [visit, kept, elsewhere] })).toEqual({
      asked: [visit],
      kept: [kept],
      elsewhere: [elsewhere]
    })
  })
})
