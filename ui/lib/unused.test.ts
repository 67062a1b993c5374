/** Nothing is kept that nobody sees: each text is shown somewhere, and each component is part of the window. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { swedish } from './screens'

const ui = new URL('..', import.meta.url)
const folders = ['backups', 'components', 'help', 'lib', 'receive', 'sending', 'settings', 'start', 'tasks', 'wording']
const files = folders.flatMap((folder) =>
  readdirSync(new URL(folder, ui), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)
)
const source = [...files, 'App.svelte']
  .filter((name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$|(examples\.svelte|sample\.ts)$/.test(name))
  .map((name) => readFileSync(new URL(name, ui), 'utf8'))
  .join('\n')

/** "procurement.nature.": the beginning of keys whose end is put in, as in `procurement.nature.${value}`. */
const openEnded = [...source.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning]) => beginning ?? '')

function isShown(key: string): boolean {
  const named = [key, key.replace(/\.(one|other)$/, '')].some((name) => source.includes(`'${name}'`))
  return named || openEnded.some((beginning) => key.startsWith(beginning))
}

it('shows every text', () => {
  const keys = Object.entries(swedish).flatMap(([screen, texts]) =>
    Object.keys(texts)
      .filter((key) => !key.startsWith('@'))
      .map((key) => `${screen}.${key}`)
  )
  expect(keys.filter((key) => !isShown(key))).toEqual([])
})

it('uses every component', () => {
  const components = files.filter((name) => name.endsWith('.svelte') && !name.endsWith('examples.svelte'))
  const unused = components.filter((name) => !source.includes(`/${name.split('/').at(-1)}'`))
  expect(unused).toEqual([])
})
