/** What the officer does with a mouse: what was pressed stays where it is while the page changes above it. */
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { openGallery, type Gallery } from './browser'

let gallery: Gallery
let page: Page

beforeAll(async () => void (gallery = await openGallery()))
afterAll(() => gallery.close())
afterEach(() => page.close())

const BOX = '#q15 label'
const top = () => page.$eval(BOX, (box) => box.getBoundingClientRect().top)

/** A line that comes above everything in the content, as one does when an answer makes a wording longer. */
const grow = () =>
  page.evaluate(() => {
    const line = document.createElement('p')
    line.style.height = '60px'
    document.getElementById('content')?.prepend(line)
  })
const scrolls = (by: number) => page.evaluate((by) => void document.getElementById('content')?.scrollBy(0, by), by)

async function presses() {
  page = (await gallery.open({ screen: 'Needs', height: 500 })).page
  await page.$eval(BOX, (box) => box.scrollIntoView({ block: 'center' }))
  await page.click(BOX)
}

it('holds what was pressed in its place when a line comes above it', async () => {
  await presses()
  const before = await top()
  await grow()
  expect(await top()).toBeCloseTo(before, 0)
  await grow()
  expect(await top()).toBeCloseTo(before, 0)
})

it.each([
  ['scrolls', () => scrolls(10)],
  ['types', () => page.keyboard.press('Shift')],
  ['presses elsewhere', () => page.mouse.click(4, 4)]
])('lets go of it when the officer %s', async (_, goesOn) => {
  await presses()
  await goesOn()
  const before = await top()
  await grow()
  expect(await top()).toBeCloseTo(before + 60, 0)
})
