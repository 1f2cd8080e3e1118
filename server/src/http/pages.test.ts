// The built pages as a browser gets them, and what is never a page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, makeTestServer } from '../../stories/test-server.ts'

let server: TestServer
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-pages-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Golden Thread</title>')
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'assets', 'main-1a2b.js.gz'), 'pressed')
  writeFileSync(join(folder, '.made-of'), 'nobody’s business')
  server = await makeTestServer({ services: { pagesFolder: folder } })
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const browser = { accept: 'text/html,application/xhtml+xml', host: 'localhost' }
const ask = (url: string, headers: Record<string, string> = browser) =>
  server.ask({ method: 'GET', url, headers })

describe('the pages', () => {
  test.each(['/', '/sign-in', '/claims?list=denied', '/clients/0198', '/sessions/x.y'])(
    'answer %s with their one entry, which no browser keeps',
    async (url) => {
      const { status, text, headers } = await ask(url)
      expect([status, text]).toEqual([200, '<!doctype html><title>Golden Thread</title>'])
      expect(headers['cache-control']).toBe('no-cache')
      expect(headers['content-security-policy']).toContain("script-src 'self'")
    },
  )

  test('hand out files with their hash in the name for good, pressed where the browser takes that', async () => {
    const { status, text, headers } = await ask('/assets/main-1a2b.js', {
      host: 'localhost',
      'accept-encoding': 'gzip',
    })
    expect([status, text, headers['content-encoding']]).toEqual([200, 'pressed', 'gzip'])
    expect(headers['cache-control']).toContain('immutable')
  })

  test.each(['/api/nothing', '/assets/gone.js', '/health/other', '/openapi/x', '/.made-of'])(
    'are not what %s answers',
    async (url) => {
      const { status, text } = await ask(url, url === '/.made-of' ? { host: 'localhost' } : browser)
      expect([status, JSON.parse(text).code]).toEqual([404, 'not-found'])
    },
  )

  test('leave programs that ask for no page the problem they understand', async () => {
    const { status } = await ask('/claims', { host: 'localhost', accept: 'application/json' })
    expect(status).toBe(404)
  })
})
