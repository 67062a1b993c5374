/** Every component and screen, light and dark, wide and narrow, and in forced colours, through axe. PICTURES=folder also leaves a picture of each. */
import axe from 'axe-core'
import { mkdirSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openGallery, type Gallery, type Opened, type View } from './browser'

const screens = readdirSync(new URL('screens', import.meta.url)).map((file) => file.replace('.svelte', ''))
const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 640, height: 700 },
  { width: 320, height: 640 }
]
const themes = ['light', 'dark'] as const
const views: View[] = themes.flatMap((theme) => [
  { theme },
  ...screens.flatMap((screen) => sizes.map((size) => ({ screen, theme, ...size }))),
  { theme, forcedColours: true },
  ...screens.map((screen) => ({ screen, theme, forcedColours: true }))
])

let gallery: Gallery
const pictures = process.env['PICTURES']

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true })
  gallery = await openGallery()
})
afterAll(() => gallery.close())

/** The faults that axe finds, and what else is wrong with the page. */
async function expectNoFault({ page, errors }: Opened) {
  await page.evaluate(axe.source)
  const results = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([])
  // An axe that has run no rules has found no faults either.
  expect(results.passes.length).toBeGreaterThan(10)
  expect(errors).toEqual([])
  expect(sideways).toBeLessThanOrEqual(0)
}

it.each(views)('has no fault that axe finds: $screen $theme $width, forced colours $forcedColours', async (view) => {
  const opened = await gallery.open(view)
  if (pictures) {
    const colours = view.forcedColours ? 'forced' : 'own'
    const name = `${view.screen ?? 'components'}-${view.width ?? 'all'}-${view.theme}-${colours}`
    await opened.page.screenshot({ path: `${pictures}/${name}.png`, fullPage: !view.screen })
  }
  await expectNoFault(opened)
  await opened.page.close()
})

it('has none with the menu of a narrow window open', async () => {
  const opened = await gallery.open({ screen: 'Needs', width: 640, height: 700 })
  await opened.page.click('.menu')
  await opened.page.waitForSelector('#rail')
  await expectNoFault(opened)
  await opened.page.close()
})
