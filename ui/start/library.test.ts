import { describe, expect, it } from 'vitest'
import { Desk } from '$lib/desk.svelte'
import { commands } from '../fixtures/commands'
import type { LibraryView, CatalogueFileView } from '../generated/types'
import { Importing } from './library.svelte'

const library: LibraryView = { words: 'Utgåva 2027:1 med 97 krav.', imported: ['edition'], troubles: [] }

const proposal: CatalogueFileView = {
  name: 'ny.toml',
  words: 'Filen är hel.',
  whole: true,
  faults: [],
  moreFaults: 0,
  groups: [{ label: 'Ett krav är ändrat', titles: ['Studiebesök'] }],
  note: null
}

function importing(given: Parameters<typeof commands>[0]): { desk: Desk; importing: Importing } {
  const desk = new Desk(commands({ chooseCatalogue: async () => proposal, ...given }))
  return { desk, importing: new Importing(desk) }
}

describe('a catalogue file', () => {
  it('is shown before anything of it is taken in', async () => {
    const { desk, importing: at } = importing({})
    await at.choose()
    expect(at.proposal).toEqual(proposal)
    expect(desk.library).toBeNull()
  })

  it('holds when the officer says so', async () => {
    const { desk, importing: at } = importing({ takeInCatalogue: async () => library })
    await at.choose()
    await at.takeIn()
    expect(at.proposal).toBeNull()
    expect(desk.library).toEqual(library)
    expect(desk.notice?.text).toBe('Kravbiblioteket är importerat.')
  })

  it('changes nothing when the officer changes their mind', async () => {
    const { desk, importing: at } = importing({})
    await at.choose()
    at.cancel()
    expect(at.proposal).toBeNull()
    expect(desk.library).toBeNull()
  })

  it('stays in view when it cannot be taken in now', async () => {
    const full = { kind: 'not_now', text: 'Disken är full.', hint: null }
    const { desk, importing: at } = importing({ takeInCatalogue: () => Promise.reject(full) })
    await at.choose()
    await at.takeIn()
    expect(at.proposal).toEqual(proposal)
    expect(desk.problem).toEqual(full)
  })
})
