import { describe, expect, it } from 'vitest'
import { matching, sorted, sortedBy, type Sorting } from './rows'
import { sampleProjects } from './sample'

const titles = (sorting: Sorting) => sorted(sampleProjects, sorting).map(({ title }) => title)
const found = (search: string) => matching(sampleProjects, search).map(({ id }) => id)

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

  it('sorts names as Swedish does, and by what stands for a name that is not there', () => {
    const names = ['Ängsskötsel', 'Zonering', '', 'Åkeri']
    const projects = sampleProjects.map((project, at) => ({ ...project, title: names[at] ?? '' }))
    const order = sorted(projects, { by: 'title', descending: false }).map(({ title }) => title)
    expect(order).toEqual(['', 'Zonering', 'Åkeri', 'Ängsskötsel'])
  })

  it('turns round when the same column is pressed again', () => {
    const first = sortedBy('title', { by: 'changed', descending: true })
    expect(first).toEqual({ by: 'title', descending: false })
    expect(sortedBy('title', first)).toEqual({ by: 'title', descending: true })
  })

  it('finds words in any order, in name, case number and authority, however they are written', () => {
    expect(found('')).toEqual(['1', '2', '3', '4'])
    expect(found('  SKOLOR lokalvård ')).toEqual(['2'])
    expect(found('åsvik 2025/0112')).toEqual(['3'])
    expect(found('utan namn')).toEqual(['4'])
    expect(found('lokalvård grönytor')).toEqual([])
  })
})
