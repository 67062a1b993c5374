import { expect, it } from 'vitest'
import { english, swedish } from '$lib/screens'
import { GLOSSARY, WORDS_OF } from './terms'

const explained = Object.keys(swedish.terms).filter((key) => key.endsWith('.meaning'))

it('lists every word that is explained, once', () => {
  expect(GLOSSARY.map((id) => `${id}.meaning`).toSorted()).toEqual(explained.toSorted())
})

it('says what a word means in whole sentences, in both languages', () => {
  for (const key of explained) {
    for (const texts of [swedish.terms, english.terms] as Record<string, string>[]) {
      expect(texts[key], key).toMatch(/^[A-ZÅÄÖ].{20,}\.$/)
      expect(texts[key.replace('.meaning', '')], key).toBeTruthy()
    }
  }
})

it('points from questions only to words that are explained', () => {
  for (const words of Object.values(WORDS_OF)) expect(GLOSSARY).toEqual(expect.arrayContaining([...(words ?? [])]))
})
