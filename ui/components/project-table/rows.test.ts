import { describe, expect, it } from 'vitest'
import { groups, sortedBy } from './rows'
import { sampleProjects } from './sample'
import type { Sorting } from './types'

const titles = (sorting: Sorting) =>
  groups(sampleProjects, sorting).map((group) => group.projects.map(({ title }) => title))

describe('the list of projects', () => {
  it('keeps the phases in order and leaves out an empty one', () => {
    const running = sampleProjects.filter((project) => project.phase !== 'preparing')
    expect(groups(running, { by: 'title', descending: false }).map(({ phase }) => phase)).toEqual([
      'running',
      'completed'
    ])
  })

  it('sorts within a phase', () => {
    expect(titles({ by: 'changed', descending: true })[0]).toEqual([
      'Mindre byggtjänster, reparationer och underhåll',
      'Lokalvård i skolor och förskolor'
    ])
    expect(titles({ by: 'value', descending: true })[1]).toEqual(['Måltider till äldreboenden', 'Skötsel av grönytor'])
    expect(titles({ by: 'nextDate', descending: false })[1]).toEqual([
      'Skötsel av grönytor',
      'Måltider till äldreboenden'
    ])
  })

  it('turns round when the same column is pressed again', () => {
    const first = sortedBy('title', { by: 'changed', descending: true })
    expect(first).toEqual({ by: 'title', descending: false })
    expect(sortedBy('title', first)).toEqual({ by: 'title', descending: true })
  })
})
