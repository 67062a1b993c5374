import { defineConfig } from 'vitest/config'
import base from '../vite.config.ts'

/** The gallery, as it is built, in a real browser. Kept apart from the tests that need none. */
export default defineConfig({
  ...base,
  root: new URL('..', import.meta.url).pathname,
  test: { include: ['gallery/*.browser.ts'], testTimeout: 30_000, hookTimeout: 120_000, fileParallelism: false }
})
