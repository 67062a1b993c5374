import { expect, it } from 'vitest'
import type { BlockView, MisfitView, Role } from '../../generated/types'
import { brief, groupsOf, isSaid, isWaiting, placesOf } from './misfits'

const block = (id: string, waits: boolean, wanted = '', role: Role = 'needed'): BlockView => ({
  spot: { kind: 'question', id },
  what: id,
  now: '',
  wanted,
  waits,
  role
})
const misfit = (text: string, ...blocks: BlockView[]): MisfitView => ({ text, blocks })

it('says which answer is missing, or how many, when that is all that speaks against it', () => {
  const one = misfit('Kravet förutsätter att volymen är säker.', block('q04', true), block('q05', true))
  expect(brief([one])).toBe('Väntar på två svar')
  expect(brief([misfit('Annat.', block('q04', true))])).toBe('Väntar på svar: q04')
})

it('says what speaks against it when something does', () => {
  const volume = misfit('Kravet förutsätter att volymen är säker.', block('q04', false), block('q05', true))
  expect(brief([volume])).toBe('Passar inte: kravet förutsätter att volymen är säker')
  expect(brief([misfit('LOU gäller inte.')])).toBe('Passar inte: LOU gäller inte')
  expect([isWaiting([volume]), isWaiting([misfit('Annat.', block('q04', true))])]).toEqual([false, true])
})

it('names each place once, with all that would fit there', () => {
  const several = [
    misfit('Ett.', block('q04', false, 'svaret är ja'), block('q05', false)),
    misfit('Två.', block('q04', false, 'svaret är ja')),
    misfit('Tre.', block('q04', false, 'minst fem arbetar'))
  ]
  expect(placesOf(several).map(({ what, wanted }) => [what, wanted])).toEqual([
    ['q04', 'svaret är ja och minst fem arbetar'],
    ['q05', '']
  ])
})

it('says why in a sentence only where no place says what would fit', () => {
  expect(isSaid(misfit('Volymen är inte säker.', block('q04', false, 'svaret är ja')))).toBe(false)
  expect(isSaid(misfit('Kravet är till för andra CPV-koder.'))).toBe(true)
})

it('tells first what has to hold in any case, and then what one of several is enough for', () => {
  const told = (misfits: MisfitView[]) => groupsOf(misfits).map(({ line, places }) => [line, places.length])
  const needed = [misfit('Ett.', block('q02', false)), misfit('Två.', block('q04', false))]
  const ways = misfit('Tre.', block('q02b', true, '', 'enough'), block('value', false, '', 'enough'))
  const others = misfit('Fyra.', block('q05', true, '', 'enough'), block('months', false, '', 'enough'))
  expect(told(needed)).toEqual([['all', 2]])
  expect(told([ways])).toEqual([['any', 2]])
  expect(told([ways, ...needed])).toEqual([
    ['all', 2],
    ['anyToo', 2]
  ])
  expect(told([ways, others, misfit('Fem.', block('q04', false))])).toEqual([
    ['needed', 1],
    ['anyToo', 2],
    ['anyToo', 2]
  ])
  expect(told([misfit('Sex.', block('q02', false))])).toEqual([[undefined, 1]])
  expect(told([ways, misfit('Sju.', block('value', false))])).toEqual([[undefined, 2]])
  expect(told([misfit('Åtta.', block('q09', false, '', 'depends')), ...needed])).toEqual([[undefined, 3]])
})
