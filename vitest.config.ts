// How the tests run: every x.test.ts of the house, each file apart, in worker processes. Those that need a database
// share one PostgreSQL, which is started only when one of them runs.
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const nowhere = ['**/node_modules/**', '**/.git/**']
// `npm run check` runs these by themselves (tools/parts.ts).
const tidy = ['tools/tidy.test.ts', 'tools/rules-tidy.test.ts']
// In a real Chromium, on pages that were built before.
const inBrowser = ['web/stories/**/*.test.ts']
const withDatabase = ['server/**/*.test.ts', 'bench/**/*.test.ts', 'cli/stories/database/**/*.test.ts']

export default defineConfig({
  test: {
    exclude: nowhere,
    reporters: ['default'],
    testTimeout: 20_000,
    // Much of a test is waiting for PostgreSQL or a process, so that two work side by side even on two cores.
    maxWorkers: Math.max(2, Math.floor(availableParallelism() / 2)),
    projects: [
      { extends: true, test: { name: 'tidy', include: tidy } },
      {
        extends: true,
        test: { name: 'house', include: ['**/*.test.ts'], exclude: [...tidy, ...withDatabase, ...inBrowser] },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: withDatabase,
          globalSetup: ['server/stories/cluster.ts'],
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser,
          globalSetup: ['server/stories/cluster.ts', 'web/stories/pages-copy.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
