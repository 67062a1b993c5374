import { expect, it } from 'vitest'
import { cursorIn, Typing } from './typing'

/** Types letter for letter, a tenth of a second apart. */
function typed(...texts: string[]): Typing {
  const typing = new Typing('')
  let now = 0
  for (const text of texts) typing.add(text, (now += 100))
  return typing
}

it('takes back a word at a time, and gives it again', () => {
  const typing = typed('L', 'Lo', 'Lok', 'Lok ', 'Lok i', 'Lok i ', 'Lok i s')
  expect([typing.back(), typing.back(), typing.back(), typing.back()]).toEqual(['Lok i', 'Lok', '', undefined])
  expect([typing.forth(), typing.forth(), typing.forth(), typing.forth()]).toEqual([
    'Lok',
    'Lok i',
    'Lok i s',
    undefined
  ])
})

it('begins anew after a pause, and when one turns from typing to deleting', () => {
  const typing = typed('sko', 'skol', 'sko', 'sk')
  expect([typing.back(), typing.back()]).toEqual(['skol', ''])
  typing.add('s', 0)
  typing.add('st', Typing.PAUSE)
  expect([typing.back(), typing.forth()]).toEqual(['s', 'st'])
})

it('forgets what was taken back when something else is typed', () => {
  const typing = typed('a')
  typing.back()
  typing.add('b', 5000)
  expect([typing.forth(), typing.back()]).toEqual([undefined, ''])
})

it('puts the cursor after what came back', () => {
  expect(cursorIn('ett två tre', 'ett tre')).toBe(7)
  expect(cursorIn('', 'a')).toBe(0)
  expect(cursorIn('aa', 'a')).toBe(1)
})
