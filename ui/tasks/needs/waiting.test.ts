import { expect, it } from 'vitest'
import type { WaitingView } from '../../generated/types'
import { asLetter } from './waiting'

const waiting = (question: string, text: string, whom: string): WaitingView => {
  return { question, group: 'employment', text, whom }
}

it('puts the questions under whom they go to, as text that pastes clean', () => {
  const asked = [
    waiting('q02', 'Hur många arbetar samtidigt?', 'verksamheten'),
    waiting('q09', 'Hur många kandidater finns?', ''),
    waiting('q05', 'Vilka uppgifter kan en nybörjare göra?', 'verksamheten')
  ]
  expect(asLetter({ title: 'Lokalvård', waiting: asked })).toBe(
    `Frågor om upphandlingen Lokalvård

Till verksamheten:
- Hur många arbetar samtidigt?
- Vilka uppgifter kan en nybörjare göra?

Till den som vet:
- Hur många kandidater finns?
`
  )
})
