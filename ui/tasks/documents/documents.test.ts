import { expect, it } from 'vitest'
import { Desk, type Commands } from '$lib/desk.svelte'
import type { DocumentView, Language, OutlineRow, ProjectView, Saved } from '../../generated/types'
import { DocumentsState, headingOn } from './documents.svelte'

const row = (number: string, page: number): OutlineRow => ({ number, title: number, line: number, page, entry: null })
const made = (language: Language) => ({ language, outline: [row('1', 1)] }) as unknown as DocumentView

/** A desk whose answers come when the test lets them. */
async function atDesk(commands: Partial<Commands>): Promise<Desk> {
  const project = { id: 'p', head: 'r1' } as ProjectView
  const desk = new Desk({ openProject: async () => project, ...commands } as unknown as Commands)
  await desk.openProject('p')
  return desk
}

it('shows the document in the language that was asked for last, whichever comes first', async () => {
  const answers: Record<string, (view: DocumentView) => void> = {}
  const preview: Commands['preview'] = (_id, _name, language) => new Promise((resolve) => (answers[language] = resolve))
  const state = new DocumentsState(await atDesk({ preview }))
  const swedish = state.make()
  state.language = 'en'
  const english = state.make()
  await expect.poll(() => Object.keys(answers)).toEqual(['sv', 'en'])
  answers['en']?.(made('en'))
  answers['sv']?.(made('sv'))
  await Promise.all([swedish, english])
  expect(state.view?.language).toBe('en')
  expect(state.working).toBe(false)
})

it('keeps the pages that are there when new ones cannot be made', async () => {
  let fails = false
  const preview: Commands['preview'] = async (_id, _name, language) => {
    if (fails) throw { kind: 'broken', text: 'Programmet gjorde fel.', hint: null }
    return made(language)
  }
  const desk = await atDesk({ preview })
  const state = new DocumentsState(desk)
  await state.make()
  fails = true
  await state.make()
  expect(state.view?.language).toBe('sv')
  expect(desk.problem?.text).toBe('Programmet gjorde fel.')
})

it('asks for one place at a time, and says where the file went', async () => {
  let asked = 0
  let answer: (saved: Saved) => void = () => {}
  const saveDocument: Commands['saveDocument'] = () => {
    asked++
    return new Promise((resolve) => (answer = resolve))
  }
  const desk = await atDesk({ saveDocument })
  const state = new DocumentsState(desk)
  const saved = state.save('pdf')
  await state.save('pdf')
  await expect.poll(() => asked).toBe(1)
  answer({ outcome: 'written', place: '/home/anna/Krav.pdf' })
  await saved
  expect(desk.notice?.text).toContain('/home/anna/Krav.pdf')
})

it('knows which heading one is at', () => {
  const outline = [row('1', 2), row('2', 2), row('K1', 3), row('K2', 5)]
  expect([1, 2, 3, 4, 6].map((page) => headingOn(outline, page)?.number)).toEqual([undefined, '1', 'K1', 'K1', 'K2'])
})
