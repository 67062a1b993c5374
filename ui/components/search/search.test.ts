import { describe, expect, it } from 'vitest'
import { Search } from './search.svelte'
import { sampleFound } from './sample'
import type { SearchView } from '../../generated/types'

describe('the search', () => {
  it('marks the best hit first, and goes round the rows of all groups', async () => {
    const search = new Search(async () => sampleFound)
    await search.type('vite')
    const named = () => search.marked?.title.map(({ text }) => text).join('')
    expect(named()).toBe('K3 Plats när fakturerat värde passerar ett steg')
    search.move(-1)
    expect(named()).toBe('Skapa PDF')
    search.move(1)
    search.move(1)
    expect(named()).toBe('Vite utan tak')
  })

  it('drops an answer that comes after newer words', async () => {
    const waiting: Record<string, (found: SearchView) => void> = {}
    const search = new Search((words) => new Promise((resolve) => (waiting[words] = resolve)))
    const first = search.type('vi')
    const second = search.type('vite ')
    waiting['vite']?.(sampleFound)
    waiting['vi']?.({ groups: [], total: 0 })
    await Promise.all([first, second])
    expect([search.found.total, search.searching]).toEqual([6, false])
  })

  it('has nothing to mark when nothing is found', async () => {
    const search = new Search(async () => ({ groups: [], total: 0 }))
    await search.type('xyz')
    search.move(1)
    expect(search.marked).toBeUndefined()
  })
})
