import { expect, it } from 'vitest'
import { drawnAt, nextZoom, pageInView } from './scroll'

const pages = [0, 1000, 2000].map((top) => ({ top, height: 980 }))

it('says which page fills most of the view', () => {
  expect(pageInView(pages, 0, 600)).toBe(0)
  expect(pageInView(pages, 900, 600)).toBe(1)
  expect(pageInView(pages, 2380, 600)).toBe(2)
  expect(pageInView([], 0, 600)).toBe(0)
})

it('zooms in steps and stops at the ends', () => {
  expect(nextZoom(1, 1)).toBe(1.25)
  expect(nextZoom(1.13, -1)).toBe(1)
  expect(nextZoom(3, 1)).toBe(3)
  expect(nextZoom(0.5, -1)).toBe(0.5)
})

it('draws a page as sharp as it is shown, in few steps', () => {
  expect(drawnAt(0.83, 1)).toBe(100)
  expect(drawnAt(1, 1)).toBe(100)
  expect(drawnAt(1.01, 1)).toBe(150)
  expect(drawnAt(1, 2)).toBe(200)
  expect(drawnAt(3, 2)).toBe(400)
})
