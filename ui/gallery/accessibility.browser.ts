/** Every component and screen, light and dark, wide and narrow, through axe. PICTURES=folder also leaves a picture of each. */
import axe from 'axe-core'
import { mkdirSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openGallery, type Gallery, type View } from './browser'

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
  ...screens.flatMap((screen) => sizes.map((size) => ({ screen, theme, ...size })))
])

let gallery: Gallery
const pictures = process.env['PICTURES']

beforeAll(async () => {
  if (pictures) mkdirSync(pictures, { recursive: true })
  gallery = await openGallery()
})
afterAll(() => gallery.close())

it.each(views)('has no fault that axe finds: $screen $theme $width', async (view) => {
  const { page, errors } = await gallery.open(view)
  await page.evaluate(axe.source)
  const results = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (pictures) {
    const name = `${view.screen ?? 'components'}-${view.width ?? 'all'}-${view.theme}`
    await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: !view.screen })
  }
  await page.close()

  expect(results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`))).toEqual([])
  // An axe that has run no rules has found no faults either.
  expect(results.passes.length).toBeGreaterThan(10)
  expect(errors).toEqual([])
  expect(sideways).toBeLessThanOrEqual(0)
})
