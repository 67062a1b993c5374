import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Polite } from './polite.svelte'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('says the first at once, and of what comes in the next ten seconds only the last', () => {
  const polite = new Polite()
  polite.say('Sparat 14:32')
  polite.say('Ångrat: Titel')
  polite.say('Ångrat: Värde')
  expect(polite.text).toBe('Sparat 14:32')
  vi.advanceTimersByTime(Polite.PAUSE)
  expect(polite.text).toBe('Ångrat: Värde')
})

it('says nothing twice, and is ready again after a rest', () => {
  const polite = new Polite()
  polite.say('Sparat 14:32')
  vi.advanceTimersByTime(Polite.PAUSE)
  polite.say('Sparat 14:33')
  expect(polite.text).toBe('Sparat 14:33')
})
