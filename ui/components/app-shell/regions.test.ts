import { expect, it } from 'vitest'
import { nextRegion } from './regions'

const region = (name: string) => ({ name, contains: (other: unknown) => other === name })
const regions = [region('rail'), region('content'), region('aside')]

it('goes round the regions in both directions', () => {
  expect(nextRegion(regions, 'rail', 1)?.name).toBe('content')
  expect(nextRegion(regions, 'aside', 1)?.name).toBe('rail')
  expect(nextRegion(regions, 'rail', -1)?.name).toBe('aside')
})

it('begins at an end when focus is nowhere', () => {
  expect(nextRegion(regions, 'body', 1)?.name).toBe('rail')
  expect(nextRegion(regions, 'body', -1)?.name).toBe('aside')
  expect(nextRegion([], 'body', 1)).toBeUndefined()
})

it('goes on from a region that lies within another', () => {
  const outer = { name: 'content', contains: (other: unknown) => other === 'content' || other === 'aside' }
  const nested = [region('rail'), outer, region('aside')]
  expect(nextRegion(nested, 'aside', 1)?.name).toBe('rail')
  expect(nextRegion(nested, 'content', 1)?.name).toBe('aside')
})
