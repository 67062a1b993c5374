import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { english, swedish } from './screens'
import { fill, plural, t } from './text.svelte'

const folder = (language: string) => new URL(`../../assets/text/${language}`, import.meta.url)
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()
const shown = (texts: object) => Object.entries(texts).filter(([key]) => !key.startsWith('@')) as [string, string][]
const screens = Object.keys(swedish) as (keyof typeof swedish)[]

describe('texts on screen', () => {
  it.each(['sv', 'en'])('has every file of %s in the table of screens', (language) => {
    const files = readdirSync(folder(language)).map((file) => file.replace('.json', ''))
    expect(files.sort()).toEqual([...screens].sort())
  })

  it.each(screens)('has the same keys and placeholders in both languages: %s', (screen) => {
    const outline = (texts: object) => Object.fromEntries(shown(texts).map(([key, text]) => [key, placeholders(text)]))
    expect(outline(english[screen])).toEqual(outline(swedish[screen]))
  })

  it.each(screens)('leaves no text empty or with loose spaces: %s', (screen) => {
    const loose = [...shown(swedish[screen]), ...shown(english[screen])].filter(
      ([, text]) => text !== text.trim() || !text
    )
    expect(loose).toEqual([])
  })

  it('fills placeholders and leaves an unknown one to be seen', () => {
    expect(t('shell.left', { n: 3 })).toBe('3 kvar')
    expect(fill('{a} av {b}', { a: 1 })).toBe('1 av {b}')
  })

  it('chooses singular and plural by the number', () => {
    expect(plural('fields.summary', 1)).toBe('En uppgift behöver rättas')
    expect(plural('fields.summary', 2)).toBe('2 uppgifter behöver rättas')
  })
})
