// The whole server from its front door: on its port, set up by the link it names, on a given database too, and ended.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { instant } from '@goldenthread/core/values/day.ts'
import { readSettings } from '../src/config.ts'
import { pgSettings } from '../src/database/connection.ts'
import type { ServerStart } from '../src/open-services.ts'
import { type Serving, openOffice, startServer } from '../src/start-server.ts'
import { inventedPractice } from './invented.ts'

const { administrator, passwords } = inject('cluster')
const folder = mkdtempSync(join(tmpdir(), 'golden-thread-start-'))

const startOf = (environment: Readonly<Record<string, string>> = {}): ServerStart => {
  const read = readSettings({ PORT: '0', DATA_DIR: folder, ...environment }, folder)
  if (!read.ok) throw new Error(read.says)
  return {
    settings: read.settings,
    administrator,
    passwords,
    payer: null,
    logPath: join(folder, 'logs', 'server.log'),
  }
}

const asAdministrator = async (statement: string): Promise<void> => {
  const client = new pg.Client(pgSettings(administrator))
  await client.connect()
  await client.query(statement)
  await client.end()
}

const { document, zone, senderQualifier, senderId, usage } = inventedPractice('Alder Row Counseling PLLC')
const practice = { practice: document, zone, senderQualifier, senderId, usage }
const owner = { email: 'odette@practice.example', name: 'Odette Marsh', password: 'seven quiet lanterns' }

let server: Serving

const post = (url: string, body: unknown, headers = {}) =>
  fetch(`${server.address}${url}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.address, ...headers },
    body: JSON.stringify(body),
  })

beforeAll(async () => {
  const started = await startServer(startOf())
  if (!started.ok) throw new Error(started.says)
  server = started.server
})
afterAll(async () => {
  await server.close()
  await asAdministrator('DROP DATABASE golden_thread WITH (FORCE)')
  rmSync(folder, { recursive: true })
})

test('a given database whose role has no password is refused before anybody speaks to it', async () => {
  const address = 'postgres://tenant@127.0.0.1:1/theirs'
  const start = { ...startOf({ DATABASE_URL: address }), administrator: null }
  const started = await startServer(start)
  expect(started).toEqual({ ok: false, says: expect.stringContaining('DATABASE_URL has no password') })
})

describe('a server', () => {
  test('answers on its port and knows nobody yet', async () => {
    expect(server.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await fetch(`${server.address}/health/ready`)).json()).toEqual({ status: 'ready' })
    expect(server.setUpLink).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/set-up#[\w-]{43}$/)
  })

  test('is set up by its link, by one alone and never again', async () => {
    const token = server.setUpLink?.split('#')[1] ?? ''
    const ask = (asked: string, email: string) =>
      post('/api/practice/set-up', { token: asked, ...practice, owner: { ...owner, email } })
    expect((await ask('x'.repeat(43), owner.email)).status).toBe(404)
    const answers = await Promise.all([ask(token, owner.email), ask(token, 'other@practice.example')])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 404])
    const cookie =
      answers
        .find(({ status }) => status === 201)
        ?.headers.get('set-cookie')
        ?.split(';')[0] ?? ''
    const me = await fetch(`${server.address}/api/people/me`, { headers: { cookie } })
    expect(await me.json()).toMatchObject({ role: 'owner', locked: false })
    expect((await ask(token, 'third@practice.example')).status).toBe(404)
  })

  test('whose port is taken says so in one sentence and leaves nothing open', async () => {
    const port = new URL(server.address).port
    const second = await startServer(startOf({ PORT: port }))
    expect(second).toEqual({
      ok: false,
      says: `Port ${port} is taken: end what listens there, or set PORT to another one.`,
    })
    expect((await fetch(`${server.address}/health/live`)).status).toBe(200)
  })

  test('whose database is away says so without a password', async () => {
    const away = 'postgres://owner:hidden-word@127.0.0.1:1/golden'
    const found = await startServer({ ...startOf({ DATABASE_URL: away }), administrator: null })
    expect(found.ok).toBe(false)
    expect(JSON.stringify(found)).toContain('ECONNREFUSED')
    expect(JSON.stringify(found)).not.toContain('hidden-word')
  })

  test('has a second office on its database that lives by another clock', async () => {
    const opened = await openOffice(startOf(), instant('2025-11-04T15:00:00Z'))
    if (!opened.ok) throw new Error(opened.says)
    const { office } = opened
    const resume = await server.pauseSweep()
    const made = await office.createPractice({
      ...inventedPractice('Birch Lane Therapy LLC'),
      owner: { email: 'tove@practice.example', name: 'Tove Bell' },
    })
    expect(made.way).toBe('set-up')
    expect(made.practiceId.replaceAll('-', '').slice(0, 12)).toBe(
      Date.parse('2025-11-04T15:00:00Z').toString(16).padStart(12, '0'),
    )
    expect(await office.sweepOnce()).toMatchObject({ failed: 0 })
    await office.close()
    resume()
  })

  test('writes a log without a name, a word or an address of anybody', () => {
    const text = readFileSync(join(folder, 'logs', 'server.log'), 'utf8')
    expect(text).toContain('/api/practice/set-up')
    for (const word of ['Odette', 'odette', 'Alder', 'lanterns', 'practice.example'])
      expect(text).not.toContain(word)
  })
})
