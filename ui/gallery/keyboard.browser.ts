/** What the officer does without a mouse. */
import type { Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openGallery, type Gallery, type View } from './browser'

let gallery: Gallery
let page: Page

beforeAll(async () => void (gallery = await openGallery()))
afterAll(() => gallery.close())
afterEach(() => page.close())

const open = async (view: View = {}) => void (page = (await gallery.open(view)).page)
/** What has focus, as it is named to whoever listens. */
const focused = () =>
  page.evaluate(() => {
    const at = document.activeElement
    const isField = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement
    const label = isField ? at.labels?.[0]?.innerText : at?.textContent
    return (at?.getAttribute('aria-label') ?? label ?? '').trim()
  })
const text = (selector: string) => page.$eval(selector, (element) => element.textContent ?? '')

describe('the window', () => {
  it('offers a way past the rail first of all', async () => {
    await open({ screen: 'Needs' })
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Hoppa till innehållet')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('Innehåll')
  })

  it('goes round its regions with F6', async () => {
    await open({ screen: 'Requirements' })
    const seen: string[] = []
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press('F6')
      seen.push(await focused())
    }
    expect(seen).toEqual(['Uppgiftslista', 'Innehåll', 'Lägg till krav', 'Uppgiftslista'])
  })

  it('goes past a region that there is no room for', async () => {
    await open({ screen: 'Requirements', width: 1024 })
    const seen: string[] = []
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('F6')
      seen.push(await focused())
    }
    expect(seen).toEqual(['Uppgiftslista', 'Innehåll', 'Uppgiftslista'])
  })
})

describe('the search for codes', () => {
  it('adds with Enter, stays in the field and tells how many hits there are', async () => {
    await open()
    await page.focus('#cpv-field input')
    await page.keyboard.type('repar')
    await page.waitForSelector('.cpv-hit')
    await vi.waitFor(async () => expect(await text('#cpv-field [role=status]')).toBe('5 av 5 träffar'))
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await vi.waitFor(async () => expect(await text('#cpv-field ul')).toContain('Takreparation'))
    expect(await focused()).toBe('CPV-koder')
    expect(await page.$eval('#cpv-field input', (input) => (input as HTMLInputElement).value)).toBe('')
  })

  it('opens the list under the field, within the window, however low the field stands', async () => {
    await open()
    await page.$eval('#cpv-field .field-box', (box) => box.scrollIntoView({ block: 'end' }))
    await page.focus('#cpv-field input')
    await page.keyboard.type('repar')
    await page.waitForSelector('.cpv-hit')
    await vi.waitFor(async () => {
      const [field, list, window] = await page.evaluate(
        () =>
          [
            document.querySelector('#cpv-field .field-box')?.getBoundingClientRect().bottom ?? NaN,
            document.querySelector('.cpv-list')?.getBoundingClientRect().toJSON() as DOMRect,
            innerHeight
          ] as const
      )
      expect(list.top).toBeGreaterThanOrEqual(field)
      expect(list.bottom).toBeLessThanOrEqual(window)
    })
  })

  it('closes the list with Esc and keeps the words', async () => {
    await open()
    await page.focus('#cpv-field input')
    await page.keyboard.type('tak')
    await page.waitForSelector('.cpv-hit')
    await page.keyboard.press('Escape')
    await vi.waitFor(async () => expect(await page.$('.cpv-hit')).toBeNull())
    expect(await page.$eval('#cpv-field input', (input) => (input as HTMLInputElement).value)).toBe('tak')
  })
})

describe('a value in a wording', () => {
  const step = '#requirement-card [aria-label$=beräknat]'
  const field = '#requirement-card .wording input'

  it('opens with Enter, is restored by Esc, and gets focus back', async () => {
    await open()
    await page.focus(step)
    await page.keyboard.press('Enter')
    await page.waitForSelector(field)
    await page.keyboard.type('tio')
    await page.keyboard.press('Escape')
    await page.waitForSelector(step)
    expect((await focused()).replaceAll('\u00a0', ' ')).toBe('Steg, 8 000 000 kr, beräknat')
  })

  it('keeps what cannot be read as typed, with a sentence', async () => {
    await open()
    await page.focus(step)
    await page.keyboard.press('Enter')
    await page.waitForSelector(field)
    await page.keyboard.type('tio')
    await page.keyboard.press('Enter')
    await vi.waitFor(async () =>
      expect(await text('#requirement-card [role=alert]')).toContain('Skriv värdet med siffror')
    )
    expect(await page.$eval(field, (input) => (input as HTMLInputElement).value)).toBe('tio')
  })
})

describe('a table in a requirement', () => {
  it('gets a new row, with focus in its first cell', async () => {
    await open()
    const add = await page.waitForSelector('#requirement-card .table p button')
    await add?.focus()
    await page.keyboard.press('Enter')
    await vi.waitFor(async () => expect(await focused()).toBe('Yrkesgrupp, rad 2'))
  })
})

describe('choices', () => {
  it('changes a segmented choice with the arrow keys', async () => {
    await open()
    await page.focus('#segmented input:checked')
    await page.keyboard.press('ArrowRight')
    await vi.waitFor(async () => expect(await text('#segmented .chosen')).toContain('Spjutspets'))
  })

  it('opens a requirement with Enter and chooses it with Space', async () => {
    await open()
    const box = '#emp-study-visit input[type=checkbox]'
    await page.focus(box)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#emp-study-visit .wording')
    await page.keyboard.press('Space')
    expect(await page.$eval(box, (input) => (input as HTMLInputElement).checked)).toBe(true)
  })
})

describe('the value of the contract', () => {
  it('is multiplied in sight when that of one year is typed', async () => {
    await open({ screen: 'Procurement' })
    await page.$eval('#value_sek', (input) => ((input as HTMLInputElement).value = ''))
    await page.focus('#value_sek')
    await page.keyboard.type('2,8 mnkr per år')
    await page.keyboard.press('Tab')
    await vi.waitFor(async () => {
      const seen = await page.$$eval('[role=status]', (all) => all.map((one) => one.textContent).join(' '))
      expect(seen.replaceAll('\u00a0', ' ')).toContain('2 800 000 kr per år × 4 år = 11 200 000 kr.')
    })
    expect(await page.$eval('#value_sek', (input) => input.getAttribute('aria-invalid'))).not.toBe('true')
  })
})

describe('a question', () => {
  it('leads from the answer to its reason and on to the next question, not to taking it away', async () => {
    await open()
    await page.focus('#q18a input:checked')
    const question = () => page.evaluate(() => document.activeElement?.closest('.question')?.id)
    const seen: unknown[] = []
    for (let press = 0; press < 3; press++) {
      await page.keyboard.press('Tab')
      seen.push([await question(), await focused()])
    }
    expect(seen).toEqual([
      ['q18a', 'Skäl'],
      ['q18a', 'Vet inte'],
      ['q17', 'Vet inte']
    ])
  })

  it('gets focus back in what was answered when the answer is taken away', async () => {
    await open()
    await page.focus('#q04 .clear')
    await page.keyboard.press('Space')
    await vi.waitFor(async () => expect(await page.$('#q04 .clear')).toBeNull())
    expect(await focused()).toBe('I säsong')
  })

  it('keeps its place when an answer is given beside what is proposed', async () => {
    await open()
    const top = () => page.$eval('#q15 input', (input) => input.getBoundingClientRect().top)
    await page.focus('#q15 input')
    const before = await top()
    await page.keyboard.press('ArrowRight')
    await vi.waitFor(async () => expect(await text('#q15')).toContain('Ditt svar gäller'))
    expect(await top()).toBeCloseTo(before, 0)
  })
})

describe('a dialog', () => {
  it('puts focus in the first choice, and back where it was after Esc', async () => {
    await open()
    await page.focus('#dialog button')
    await page.keyboard.press('Enter')
    await vi.waitFor(async () => expect(await focused()).toBe('Öppna som kopia'))
    await page.keyboard.press('Escape')
    await vi.waitFor(async () => expect(await focused()).toBe('Öppna en dialog …'))
  })
})
