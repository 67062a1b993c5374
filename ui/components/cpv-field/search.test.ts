import { describe, expect, it } from 'vitest'
import { CpvSearch } from './search.svelte'
import type { CpvHits } from '../../generated/types'

const answer = (label: string): CpvHits => ({
  hits: [{ item: { code: '45453000', printed: '45453000-7', label }, printed: [], label: [], meant: [] }],
  total: 1,
  otherCheckDigit: null
})

describe('the search for codes', () => {
  it('drops an answer that comes after newer words', async () => {
    const waiting: Record<string, (hits: CpvHits) => void> = {}
    const search = new CpvSearch((words) => new Promise((resolve) => (waiting[words] = resolve)))
    const first = search.type('re')
    const second = search.type('rep')
    waiting['rep']?.(answer('Reparation'))
    waiting['re']?.(answer('Renovering'))
    await Promise.all([first, second])
    expect(search.found.hits[0]?.item.label).toBe('Reparation')
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
