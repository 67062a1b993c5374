import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { countWord, fill, plural, t } from './text.svelte'

const folder = new URL('../../assets/text/', import.meta.url)
const files = readdirSync(new URL('sv', folder))
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()

/** The texts of a file, without the notes to whoever translates. */
function texts(language: string, file: string): Record<string, string> {
  const all = JSON.parse(readFileSync(new URL(`${language}/${file}`, folder), 'utf8')) as Record<string, string>
  return Object.fromEntries(Object.entries(all).filter(([key]) => !key.startsWith('@')))
}

describe('texts on screen', () => {
  it('has the same files in both languages', () => {
    expect(readdirSync(new URL('en', folder))).toEqual(files)
  })

  it.each(files)('has the same keys and placeholders in both languages: %s', (file) => {
    const outline = (language: string) =>
      Object.fromEntries(Object.entries(texts(language, file)).map(([key, text]) => [key, placeholders(text)]))
    expect(outline('en')).toEqual(outline('sv'))
  })

  it.each(files)('leaves no text empty or with loose spaces: %s', (file) => {
    const all = [...Object.values(texts('sv', file)), ...Object.values(texts('en', file))]
    expect(all.filter((text) => text !== text.trim() || text === '')).toEqual([])
  })

  it.each(files)(
    'calls a version finalised in English, as everywhere else, since what is fixed is mended: %s',
    (file) => {
      expect(Object.values(texts('en', file)).filter((text) => /\bfix(ed)?\b/i.test(text))).toEqual([])
    }
  )

  it('fills placeholders and leaves an unknown one to be seen', () => {
    expect(t('shell.left', { n: 3 })).toBe('3 kvar')
    expect(fill('{a} av {b}', { a: 1 })).toBe('1 av {b}')
  })

  it('chooses singular and plural by the number', () => {
    expect(plural('needs.questions', 1)).toBe('En fråga')
    expect(plural('shell.stops', 2)).toBe('2 stopp')
    expect(plural('needs.questions', 2, { count: countWord(2) })).toBe('Två frågor')
    expect(countWord(13)).toBe('13')
  })
})
