import { expect, it } from 'vitest'
import { Desk } from '$lib/desk.svelte'
import { commands } from '../../fixtures/commands'
import { project } from '../../fixtures/project'
import type { HistoryRow } from '../../generated/types'
import { History, versionOf } from './history.svelte'

const row = (revision: string, words: string, name: string | null = null): HistoryRow => ({
  revision,
  at: '2026-11-25T13:30:00Z',
  officer: 'Karin Ek',
  words,
  name
})

const latest = row('r3', 'Värde: 20 000 000 kr')
const named = row('r2', 'Namn: Städning', 'Skickad på remiss')
const first = row('r1', 'Ny upphandling')
const rows = [latest, named, first]

async function history(given: Parameters<typeof commands>[0]) {
  const desk = new Desk(commands({ history: async () => rows, ...given }))
  await desk.openProject('p1')
  const at = new History(desk)
  at.rows = (await desk.history()) ?? []
  return { desk, at }
}

it('is told by its name or else what was done, after the time', () => {
  const told = (version: HistoryRow) => versionOf(version).replace(/^.*?: /, '')
  expect([told(named), told(first)]).toEqual(['Skickad på remiss', 'Ny upphandling'])
})

it('is found by what was done, who did it and what the version is called', async () => {
  const { at } = await history({})
  const found = (words: string) => {
    at.search = words
    return at.found.map(({ revision }) => revision)
  }
  expect([found('värde'), found('remiss EK'), found(''), found('finns inte')]).toEqual([
    ['r3'],
    ['r2'],
    ['r3', 'r2', 'r1'],
    []
  ])
})

it('shows what differs from now, or from another version', async () => {
  const asked: unknown[] = []
  const { at } = await history({ compareVersions: async (...given) => (asked.push(given), []) })
  await at.compare(named, null)
  await at.compare(named, 'r3')
  expect(asked).toEqual([
    ['p1', 'r2', null],
    ['p1', 'r2', 'r3']
  ])
  expect([at.compared?.before.revision, at.compared?.after]).toEqual(['r2', 'r3'])
})

it('gets a name, and brings a version back with a way to undo it', async () => {
  const after = [row('r3', 'Värde: 20 000 000 kr', 'Klar')]
  const { desk, at } = await history({
    nameVersion: async () => after,
    bringBack: async () => ({ outcome: 'kept', project: { ...project, head: 'r4' }, words: 'Tillbaka' })
  })
  at.naming = latest
  await at.name('Klar')
  expect([at.rows, at.naming]).toEqual([after, null])
  await at.bringBack(first)
  expect([desk.project?.head, desk.notice?.text]).toEqual(['r4', 'Den tidigare versionen är tillbaka.'])
})
