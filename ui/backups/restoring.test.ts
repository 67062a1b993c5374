import { expect, it } from 'vitest'
import { Desk } from '$lib/desk.svelte'
import { commands } from '../fixtures/commands'
import { project } from '../fixtures/project'
import type { BackupRow, BackupView } from '../generated/types'
import { byDay, Restoring } from './restoring.svelte'

const rows: BackupRow[] = ['2026-11-25T13:30:00', '2026-11-24T13:05:00', '2026-11-02T13:00:00'].map((at, changes) => ({
  name: at,
  at,
  changes
}))

const held = (name: string): BackupView => ({
  name,
  at: name,
  title: 'Städning, kopia',
  differences: []
})

function restoring(given: Parameters<typeof commands>[0]) {
  const desk = new Desk(
    commands({ backups: async () => ({ rows, damaged: [] }), lookInBackup: async (_, name) => held(name), ...given })
  )
  return { desk, at: new Restoring(desk) }
}

it('shows what the newest holds, then what another does', async () => {
  const { at } = restoring({})
  await at.show('p1')
  expect(at.held?.name).toBe(rows[0]?.name)
  await at.choose('2026-11-02T13:00:00')
  expect([at.chosen, at.held?.name]).toEqual(['2026-11-02T13:00:00', '2026-11-02T13:00:00'])
})

it('opens a project of its own', async () => {
  const { desk, at } = restoring({ restoreBackup: async () => ({ ...project, id: 'p9' }) })
  await at.show('p1')
  expect(await at.restore()).toBe('Städning, kopia')
  expect([desk.project?.id, at.rows]).toEqual(['p9', null])
})

it('says that a copy cannot be opened, and lets another be chosen', async () => {
  const broken = { kind: 'broken', text: 'Säkerhetskopian klarade inte kontrollen och räknas inte.', hint: null }
  const { desk, at } = restoring({
    lookInBackup: (_, name) => (name === rows[0]?.name ? Promise.reject(broken) : Promise.resolve(held(name)))
  })
  await at.show('p1')
  expect([at.refused, desk.problem, await at.restore()]).toEqual([true, broken, null])
  await at.choose('2026-11-24T13:05:00')
  expect([at.refused, at.held?.title]).toEqual([false, 'Städning, kopia'])
})

it('says which copies were damaged, and what has been done about it', async () => {
  const said = {
    kind: 'broken',
    text: 'Säkerhetskopian var skadad och är gjord på nytt av en hel.',
    hint: null
  } as const
  const { at } = restoring({ backups: async () => ({ rows: [], damaged: [said] }) })
  await at.show('p1')
  expect([at.rows, at.damaged]).toEqual([[], [said]])
})

it('sorts the copies by day', () => {
  const days = byDay(rows, new Date('2026-11-25T15:00:00'))
  expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([
    ['today', 1],
    ['yesterday', 1],
    ['earlier', 1]
  ])
})
