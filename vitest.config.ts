// How the tests run: every x.test.ts of the house, each file apart, in worker processes.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/.git/**'],
    reporters: ['default'],
    testTimeout: 20_000,
  },
})
