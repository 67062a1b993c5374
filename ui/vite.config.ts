import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

const here = (path: string) => new URL(path, import.meta.url).pathname

export default defineConfig({
  plugins: [svelte()],
  resolve: { alias: { $lib: here('./lib'), $components: here('./components'), $text: here('../assets/text') } },
  server: { port: 5173, strictPort: true, fs: { allow: [here('..')] } },
  build: {
    // light-dark() and nesting are kept as written: WebView2 updates itself, WebKitGTK and WKWebView have both since 17.5.
    target: ['chrome123', 'safari17.5'],
    // The window's content security policy has no data: for fonts, so that nothing is inlined.
    assetsInlineLimit: 0
  },
  test: { include: ['**/*.test.ts'], exclude: ['node_modules', 'dist'] }
})
