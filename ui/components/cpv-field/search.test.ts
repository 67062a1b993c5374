import { describe, expect, it } from 'vitest'
import { CpvSearch, marked } from './search.svelte'
import type { CpvHits } from './types'

const answer = (label: string): CpvHits => ({ hits: [{ code: '45453000-7', label }], total: 1 })

describe('the search for codes', () => {
  it('drops an answer that comes after newer words', async () => {
    const waiting: Record<string, (hits: CpvHits) => void> = {}
    const search = new CpvSearch((words) => new Promise((resolve) => (waiting[words] = resolve)))
    const first = search.type('re')
    const second = search.type('rep')
    waiting['rep']?.(answer('Reparation'))
    waiting['re']?.(answer('Renovering'))
    await Promise.all([first, second])
    expect(search.found.hits[0]?.label).toBe('Reparation')
    expect(search.searching).toBe(false)
  })

  it('asks nothing for an empty field', async () => {
    const asked: string[] = []
    const search = new CpvSearch(async (words) => {
      asked.push(words)
      return answer(words)
    })
    await search.type('tak ')
    await search.type('  ')
    expect(asked).toEqual(['tak'])
    expect(search.found.hits).toEqual([])
  })
})

describe('marked hits', () => {
  it('marks every searched word, wherever it stands', () => {
    expect(marked('Takreparation', 'REPAR tak')).toEqual([
      { text: 'Tak', hit: true },
      { text: 'repar', hit: true },
      { text: 'ation', hit: false }
    ])
  })

  it('takes signs as signs', () => {
    expect(marked('a.b (c)', '(c)')).toEqual([
      { text: 'a.b ', hit: false },
      { text: '(c)', hit: true }
    ])
    expect(marked('abc', '.')).toEqual([{ text: 'abc', hit: false }])
  })
})
