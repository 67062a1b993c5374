/**
 * Opens the gallery and its screens in headless Chromium, in light and dark, and fails on any axe violation or error on
 * the page. With a folder as argument it also leaves a picture of each there.
 *
 *   npm run gallery [-- FOLDER]        CHROMIUM names the browser, /usr/bin/chromium unless set
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import puppeteer from 'puppeteer-core'
import { build, preview } from 'vite'

const folder = process.argv[2]
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const screens = readdirSync(new URL('screens', import.meta.url)).map((file) => file.replace('.svelte', ''))
/** @type {{ name: string, query: string, width: number, height: number }[]} */
const views = [
  { name: 'components', query: '', width: 1280, height: 900 },
  ...screens.flatMap((screen) => [
    { name: screen, query: `screen=${screen}`, width: 1280, height: 800 },
    { name: `${screen}-1024`, query: `screen=${screen}`, width: 1024, height: 700 },
    { name: `${screen}-640`, query: `screen=${screen}`, width: 640, height: 700 }
  ])
]

const outDir = mkdtempSync(`${tmpdir()}/samkrav-gallery-`)
await build({ build: { outDir, rolldownOptions: { input: 'gallery.html' } }, logLevel: 'error' })
const server = await preview({ build: { outDir }, preview: { port: 0, strictPort: false }, logLevel: 'error' })
const address = `${server.resolvedUrls?.local[0]}gallery.html`
const browser = await puppeteer.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync'
  ]
})

let failures = 0
try {
  if (folder) mkdirSync(folder, { recursive: true })
  for (const view of views) for (const theme of ['light', 'dark']) failures += await inspect(view, theme)
} finally {
  await browser.close()
  await server.close()
  rmSync(outDir, { recursive: true })
}
console.log(`${views.length * 2} views, ${failures} failures`)
process.exitCode = failures > 0 ? 1 : 0

/**
 * @param {(typeof views)[number]} view
 * @param {string} theme
 */
async function inspect(view, theme) {
  const page = await browser.newPage()
  /** @type {string[]} */
  const problems = []
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()))
  await page.setViewport(view)
  await page.goto(`${address}?${view.query}&theme=${theme}`, { waitUntil: 'load' })
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(axe)
  problems.push(...(await page.evaluate(violations)))
  if (folder) await page.screenshot({ path: `${folder}/${view.name}-${theme}.png`, fullPage: view.query === '' })
  await page.close()
  for (const problem of problems) console.error(`${view.name}, ${theme}: ${problem}`)
  return problems.length
}

/** Runs in the page. An axe that has run no rules has found no faults either, which is a fault. */
async function violations() {
  // @ts-expect-error: axe is put into the page above
  const results = await window.axe.run()
  if (results.passes.length < 10) return ['axe ran too few rules']
  return results.violations.flatMap((/** @type {any} */ rule) =>
    rule.nodes.map((/** @type {any} */ node) => `${rule.id}: ${node.target.join(' ')}: ${node.failureSummary}`)
  )
}
