/** Builds the gallery, serves it on this machine only, and opens it in headless Chromium. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import puppeteer, { type Page } from 'puppeteer-core'
import { build, preview } from 'vite'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

export interface View {
  /** A screen of the gallery; without it every component is shown. */
  screen?: string
  theme?: 'light' | 'dark'
  width?: number
  height?: number
  /** The system's own few colours, as high contrast in Windows has them. */
  forcedColours?: boolean
}

export interface Opened {
  page: Page
  /** Errors on the page so far. */
  errors: string[]
}

export async function openGallery() {
  const outDir = mkdtempSync(`${tmpdir()}/samkrav-gallery-`)
  await build({ build: { outDir, rolldownOptions: { input: 'gallery.html' } }, logLevel: 'error' })
  const server = await preview({ build: { outDir }, preview: { port: 0, strictPort: false }, logLevel: 'error' })
  const browser = await puppeteer.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: FLAGS
  })

  async function open({
    screen = '',
    theme = 'light',
    width = 1280,
    height = 800,
    forcedColours = false
  }: View): Promise<Opened> {
    const page = await browser.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    await page.setViewport({ width, height })
    const forced = { name: 'forced-colors', value: forcedColours ? 'active' : 'none' }
    const scheme = { name: 'prefers-color-scheme', value: theme }
    const session = await page.createCDPSession()
    await session.send('Emulation.setEmulatedMedia', { features: [forced, scheme] })
    const query = new URLSearchParams({ screen, theme })
    await page.goto(`${server.resolvedUrls?.local[0]}gallery.html?${query}`)
    await page.evaluate(() => document.fonts.ready)
    return { page, errors }
  }

  async function close() {
    await browser.close()
    await server.close()
    rmSync(outDir, { recursive: true })
  }

  return { open, close }
}

export type Gallery = Awaited<ReturnType<typeof openGallery>>
