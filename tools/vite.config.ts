// How the pages are built: one entry, pages apart so that each is fetched when it is first seen, nothing inline (the content policy forbids it).
import react from '@vitejs/plugin-react'
import { dirname, join } from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  root: join(dirname(import.meta.dirname), 'web'),
  plugins: [react()],
  build: {
    target: 'es2023',
    outDir: 'dist',
    emptyOutDir: true,
    // An inlined font or picture would grow every page by what one of them shows.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // For work on the pages: the server of `npm start` answers /api beside it.
  server: { port: 7312, proxy: { '/api': 'http://127.0.0.1:7311', '/health': 'http://127.0.0.1:7311' } },
})
