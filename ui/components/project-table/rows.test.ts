import { describe, expect, it } from 'vitest'
import { sorted, sortedBy, type Sorting } from './rows'
import { sampleProjects } from './sample'

const titles = (sorting: Sorting) => sorted(sampleProjects, sorting).map(({ title }) => title)

describe('the list of projects', () => {
  it('sorts by when they were changed, what they are worth and what is next', () => {
    expect(titles({ by: 'changed', descending: true })).toEqual([
      'Mindre byggtjänster, reparationer och underhåll',
      'Lokalvård i skolor och förskolor',
      'Skötsel av grönytor',
      ''
    ])
    expect(titles({ by: 'value', descending: true })[0]).toBe('Lokalvård i skolor och förskolor')
    expect(titles({ by: 'nextDate', descending: false })).toEqual([
      'Skötsel av grönytor',
      'Mindre byggtjänster, reparationer och underhåll',
      'Lokalvård i skolor och förskolor',
      ''
    ])
  })

  it('turns round when the same column is pressed again', () => {
    const first = sortedBy('title', { by: 'changed', descending: true })
    expect(first).toEqual({ by: 'title', descending: false })
    expect(sortedBy('title', first)).toEqual({ by: 'title', descending: true })
  })
})
