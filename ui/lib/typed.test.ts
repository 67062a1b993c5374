import { expect, it } from 'vitest'
import { type Shelf, Typed } from './typed.svelte'

function shelf(): Shelf & { lies: Map<string, string> } {
  const lies = new Map<string, string>()
  return {
    lies,
    getItem: (name) => lies.get(name) ?? null,
    setItem: (name, text) => void lies.set(name, text),
    removeItem: (name) => void lies.delete(name)
  }
}

function opened(on: Shelf, project = 'p1'): Typed {
  const typed = new Typed(on)
  typed.open(project)
  return typed
}

it('has what was typed in a project when the window opens again, and nothing of it in another', () => {
  const on = shelf()
  opened(on).set('value_sek', 'tjugo ungefär')
  expect(opened(on).get('value_sek')).toBe('tjugo ungefär')
  expect(opened(on, 'p2').get('value_sek')).toBeUndefined()
})

it('keeps what was typed when the same project is opened anew', () => {
  const typed = opened(shelf())
  typed.set('value_sek', 'tjugo ungefär')
  typed.open('p1')
  expect(typed.get('value_sek')).toBe('tjugo ungefär')
})

it('leaves nothing on the shelf when all is kept, or when the project is deleted for good', () => {
  const on = shelf()
  const typed = opened(on)
  typed.set('q02.people', 'många')
  typed.set('q02', 'x')
  typed.deleteAll('q02')
  expect(on.lies.size).toBe(0)
  typed.set('value_sek', 'x')
  typed.forget('p1')
  typed.set('value_sek', 'y')
  expect(on.lies.size).toBe(0)
})

it.each(['', '{', 'null', '[1]', '[["a"]]', '[["a", 1]]'])('takes nothing from a shelf that holds %s', (text) => {
  const on = shelf()
  on.setItem('typed/p1', text)
  expect(opened(on).get('a')).toBeUndefined()
})
