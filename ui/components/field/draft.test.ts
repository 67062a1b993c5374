import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { formatNumber } from '$lib/format'
import { readMoney } from '$lib/read'
import { Draft, type Entry } from './draft.svelte'

const seen = (text: string) => text.replaceAll('\u00a0', ' ')

function field(value: number | null, typed?: string) {
  const outside: { value: number | null; typed?: string | undefined } = { value, typed }
  const kept: Entry<number>[] = []
  const draft = new Draft<number>({
    outside: () => outside,
    read: readMoney,
    show: formatNumber,
    keep: (entry) => kept.push(entry)
  })
  draft.enter()
  return { draft, kept, outside }
}

describe('a field', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('shows the value in Swedish form', () => {
    expect(seen(field(20_000_000).draft.text)).toBe('20 000 000')
    expect(field(null).draft.text).toBe('')
  })

  it('takes back what was typed there, and keeps that as it keeps what is typed', () => {
    const { draft, kept } = field(5)
    draft.type('7')
    vi.advanceTimersByTime(Draft.REST)
    expect([draft.step('undo'), draft.text, draft.step('undo')]).toEqual([true, '5', false])
    vi.advanceTimersByTime(Draft.REST)
    expect(kept.map(({ value }) => value)).toEqual([7, 5])
    expect([draft.step('redo'), draft.text, draft.step('redo')]).toEqual([true, '7', false])
  })

  it('has nothing of its own to take back when the value has changed outside', () => {
    const { draft, outside } = field(5)
    draft.type('7')
    draft.leave()
    outside.value = 3
    draft.follow()
    expect([draft.step('undo'), draft.text]).toEqual([false, '3'])
  })

  it('reads on leaving and shows what was understood', () => {
    const { draft, kept } = field(null)
    draft.type('20 Mkr')
    draft.leave()
    expect(kept).toEqual([{ typed: '20 Mkr', value: 20_000_000 }])
    expect(seen(draft.text)).toBe('20 000 000')
  })

  it('keeps nothing when the same is typed in another way', () => {
    const { draft, kept } = field(20_000_000)
    draft.type('20 Mkr')
    vi.advanceTimersByTime(Draft.REST)
    draft.leave()
    expect([kept, seen(draft.text)]).toEqual([[], '20 000 000'])
  })

  it('keeps an unreadable text as typed and says what to do, but not while typing', () => {
    const { draft, kept } = field(5)
    draft.type('cirka 20')
    expect(draft.problem).toBeUndefined()
    draft.leave()
    expect(kept).toEqual([{ typed: 'cirka 20', value: null }])
    expect(draft.text).toBe('cirka 20')
    expect(seen(draft.problem ?? '')).toBe('Skriv värdet med siffror, till exempel 20 000 000.')
  })

  it('says so also when an unreadable text comes back from an earlier day', () => {
    expect(field(null, 'cirka 20').draft.problem).toContain('Skriv värdet med siffror')
  })

  it('keeps what can be read after half a second of rest, and only once', () => {
    const { draft, kept } = field(null)
    draft.type('20')
    draft.type('200')
    vi.advanceTimersByTime(Draft.REST)
    expect(kept).toEqual([{ typed: '200', value: 200 }])
    draft.leave()
    expect(kept).toHaveLength(1)
  })

  it('keeps what is typed within a second, also when one never rests', () => {
    const { draft, kept } = field(null)
    for (const text of ['1', '12', '123', '1234', '12345']) {
      draft.type(text)
      vi.advanceTimersByTime(200)
    }
    expect(kept).toEqual([{ typed: '1234', value: 1234 }])
  })

  it('shows what was there before when what is typed is let go of', () => {
    const { draft, kept } = field(5)
    draft.type('6')
    draft.drop()
    vi.runAllTimers()
    expect([draft.text, kept]).toEqual(['5', []])
  })

  it('does not keep a half-typed text that cannot be read', () => {
    const { draft, kept } = field(null)
    draft.type('20 m')
    vi.advanceTimersByTime(Draft.REST)
    expect(kept).toEqual([])
  })

  it('keeps nothing when nothing was changed', () => {
    const { draft, kept } = field(5)
    draft.leave()
    expect(kept).toEqual([])
  })

  it('keeps once what is left and then goes away with its form', () => {
    const { draft, kept } = field(null)
    draft.type('20 Mkr')
    draft.leave()
    draft.leave()
    expect(kept).toHaveLength(1)
  })

  it('empties the value with the text', () => {
    const { draft, kept } = field(5)
    draft.type('')
    draft.leave()
    expect(kept).toEqual([{ typed: '', value: null }])
    expect(draft.problem).toBeUndefined()
  })

  it('follows undo, but leaves a text that is being typed', () => {
    const { draft, outside } = field(5)
    draft.type('7')
    outside.value = 6
    draft.follow()
    expect(draft.text).toBe('7')
    draft.leave()
    draft.follow()
    expect(draft.text).toBe('6')
  })
})

/** Numbers that look random and are the same each time. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

describe('a field on a slow machine, where what was kept comes back late', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A text field whose edits come back, one by one, when `arrive` says so. */
  function slow() {
    const outside = { value: '' }
    const onTheWay: string[] = []
    const draft = new Draft<string>({
      outside: () => outside,
      read: (text) => ({ ok: true, value: text }),
      show: (text) => text,
      keep: ({ typed }) => onTheWay.push(typed)
    })
    const arrive = () => {
      const next = onTheWay.shift()
      if (next === undefined || next === outside.value) return
      outside.value = next
      draft.follow()
    }
    return { draft, outside, onTheWay, arrive }
  }

  it('keeps the end of the sentence when its beginning comes back', () => {
    const { draft, outside, onTheWay, arrive } = slow()
    draft.enter()
    draft.type('stod i t')
    vi.advanceTimersByTime(Draft.LONGEST)
    draft.type('stod i tidningen')
    draft.leave()
    arrive()
    expect(draft.text).toBe('stod i tidningen')
    draft.enter()
    draft.type(`${draft.text}.`)
    draft.leave()
    while (onTheWay.length > 0) arrive()
    expect([draft.text, outside.value]).toEqual(['stod i tidningen.', 'stod i tidningen.'])
  })

  it('loses no letter, however typing, resting, leaving and coming back follow on each other', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { draft, outside, onTheWay, arrive } = slow()
      const roll = dice(seed)
      const steps = [
        () => draft.type((seen = `${draft.text}${'abc'.charAt(roll(3))}`)),
        () => vi.advanceTimersByTime(roll(900)),
        () => draft.leave(),
        () => draft.enter(),
        arrive
      ]
      let seen = ''
      draft.enter()
      for (let step = 0; step < 60; step++) {
        steps[roll(steps.length)]?.()
        expect(draft.text, `seed ${seed}`).toBe(seen)
      }
      draft.leave()
      while (onTheWay.length > 0) arrive()
      expect([draft.text, outside.value], `seed ${seed}`).toEqual([seen, seen])
    }
  })

  it('takes what others have written, also while its own is on its way', () => {
    const { draft, outside } = slow()
    draft.type('mitt')
    draft.leave()
    outside.value = 'ditt'
    draft.follow()
    expect(draft.text).toBe('ditt')
  })
})
