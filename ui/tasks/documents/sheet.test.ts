import { expect, it } from 'vitest'
import type { Edit, SheetView } from '../../generated/types'
import { ReturnedSheet } from './sheet.svelte'

const edit: Edit = { edit: 'sheet', edits: [] }
const view: SheetView = { changes: [], notes: [], edit }

function at(view: SheetView | null, keeps = true) {
  const done: Edit[] = []
  const desk = { chooseSheet: async () => view, edit: async (edit: Edit) => (done.push(edit), keeps) }
  return { sheet: new ReturnedSheet(desk), done }
}

it('shows what the sheet would change, and changes it in one go', async () => {
  const { sheet, done } = at(view)
  await sheet.choose()
  expect([sheet.view, done]).toEqual([view, []])
  await sheet.takeIn()
  expect([sheet.view, done]).toEqual([null, [edit]])
})

it('changes nothing when the officer leaves it, or when one of the changes cannot be made', async () => {
  const { sheet, done } = at(view)
  await sheet.choose()
  sheet.leave()
  await sheet.takeIn()
  const refused = at({ ...view, edit: null })
  await refused.sheet.choose()
  await refused.sheet.takeIn()
  expect([done, refused.done, refused.sheet.view?.edit]).toEqual([[], [], null])
})

it('goes on showing it when it could not be kept', async () => {
  const { sheet } = at(view, false)
  await sheet.choose()
  await sheet.takeIn()
  expect(sheet.view).toEqual(view)
})
