import { expect, it } from 'vitest'
import { Desk } from '$lib/desk.svelte'
import { railTasks } from '$lib/rail'
import { commands } from '../../fixtures/commands'
import { project } from '../../fixtures/project'
import { wrongFacts } from './wrong'

function desk(): Desk {
  const desk = new Desk(commands({}))
  desk.typed.set('start', '2027-04-31')
  desk.typed.set('value_sek', 'cirka 20')
  desk.typed.set('months', '48')
  return desk
}

it('tells what cannot be read, in the order of the form, and what was refused last', () => {
  const known = desk()
  known.refused = { field: 'title', name: 'Namn på upphandlingen', problem: 'Texten har fler än 1000 tecken.' }
  expect(wrongFacts(known).map(({ field, name }) => [field, name])).toEqual([
    ['value_sek', 'Värde exklusive moms'],
    ['start', 'Avtalsstart'],
    ['title', 'Namn på upphandlingen']
  ])
  expect(wrongFacts(known)[1]?.problem).toBe('April har 30 dagar. Skriv till exempel 2027-04-01.')
})

it('tells of a field once, when what stood there is refused anew', () => {
  const known = desk()
  known.refused = { field: 'value_sek', name: 'Värde exklusive moms', problem: 'Hela värdet är för litet.' }
  expect(wrongFacts(known).filter(({ field }) => field === 'value_sek')).toEqual([known.refused])
})

it('is seen beside the task before what is left in it', () => {
  const [first] = railTasks(project, null, undefined, wrongFacts(desk()).length)
  expect([first?.note, first?.status]).toEqual(['2 fel', { kind: 'errors', errors: 2 }])
})
