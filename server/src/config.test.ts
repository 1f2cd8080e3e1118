// Settings: what each may be, and that each has its line where people read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSettings } from './config.ts'

const read = (environment: Readonly<Record<string, string>>) => readSettings(environment, '/somewhere')

describe('settings', () => {
  test('that nobody gave are those of one practice on its own computer', () => {
    expect(read({})).toMatchObject({
      ok: true,
      settings: {
        host: '127.0.0.1',
        port: 7311,
        dataFolder: '/somewhere/data',
        databaseAddress: null,
        trustProxy: 0,
      },
    })
  })

  test.each<[string, Readonly<Record<string, string>>]>([
    ['a port that is no number', { PORT: '80a' }],
    ['a port beyond the last', { PORT: '65536' }],
    ['a negative port', { PORT: '-1' }],
    ['a database that is none', { DATABASE_URL: 'mysql://localhost/x' }],
    ['a level nobody knows', { LOG_LEVEL: 'loud' }],
    ['an origin that is none', { PUBLIC_ORIGIN: 'practice.example' }],
    ['an idle time of a second', { IDLE_SECONDS: '1' }],
    ['a proxy that may be', { TRUST_PROXY: 'perhaps' }],
    ['any proxy there is', { TRUST_PROXY: 'true' }],
    ['others served in the clear', { HOST: '0.0.0.0' }],
  ])('refuse %s in one sentence', (_name, environment) => {
    const found = read(environment)
    expect(found.ok).toBe(false)
    expect(found.ok ? '' : found.says).toMatch(/^[A-Z].*\.$/)
  })

  test('let others be served behind a proxy that ends encryption', () => {
    expect(read({ HOST: '0.0.0.0', TRUST_PROXY: '1' })).toMatchObject({
      ok: true,
      settings: { host: '0.0.0.0', trustProxy: 1 },
    })
  })

  test('stand each with a line in docs/settings.md', () => {
    const source = readFileSync(join(import.meta.dirname, 'config.ts'), 'utf8')
    const page = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'settings.md'), 'utf8')
    const names = [...new Set([...source.matchAll(/environment\['([A-Z_]+)'\]/g)].map((found) => found[1]))]
    expect(names.length).toBeGreaterThan(8)
    for (const name of names) expect(page).toContain(`| \`${name}\` |`)
  })
})
