// The demo practice comes to be by the product's own path: through its routes, under a moved clock, with the stand-in payer answering.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { servePayer } from '@goldenthread/payer/serve.ts'
import { httpClearinghouse } from '@goldenthread/server/clearinghouse/http-clearinghouse.ts'
import { sweepOnce } from '@goldenthread/server/jobs/sweep.ts'
import { createPractice } from '@goldenthread/server/practice/create-practice.ts'
import type { Office } from '@goldenthread/server/start-server.ts'
import { sweepSteps } from '@goldenthread/server/thread/sweep-steps.ts'
import { verify } from '@goldenthread/server/thread/verify/verify.ts'
import { openHeads } from '@goldenthread/server/trail/heads.ts'
import { type TestServer, makeTestServer } from '../../../server/stories/test-server.ts'
import { type Ask, demand, signIn } from '../../src/seed/asking.ts'
import { type ToSeed, demo, seedPractice } from '../../src/seed/demo.ts'
import { biller, owner } from '../../src/seed/staff.ts'

const now = '2026-09-22T21:30:00Z'
const year = 31_536_000
const account = { userName: 'golden-thread', password: 'of the payer' }
const key = generateKeyPairSync('ed25519').privateKey
const said: string[] = []

let folder: string
let server: TestServer
let payer: Awaited<ReturnType<typeof servePayer>>
let seconds: number
let wholeAtFirst: boolean

const passwordOf = (): string => 'seven quiet lanterns'

const officeOf = ({ app, services, clock }: TestServer): Office => ({
  app,
  services,
  clock,
  createPractice: (given) => createPractice(services, given),
  sweepOnce: () => sweepOnce(services, { steps: sweepSteps, everySeconds: 30 }),
  close: async () => undefined,
})

const toSeed = (isHalted: () => boolean): ToSeed => ({
  office: officeOf(server),
  beginning: { now: now as ToSeed['beginning']['now'], seed: 'fernbrook' },
  passwordOf,
  payerUrl: payer.url,
  say: (sentence) => said.push(sentence),
  isHalted,
})

const count = async (from: string): Promise<number> => {
  const [row] = await server.database.asAdministrator(`SELECT count(*)::int AS found FROM ${from}`)
  return Number(row?.['found'])
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-demo-'))
  writeFileSync(join(folder, 'demo.json'), JSON.stringify({ now, seed: 'fernbrook' }))
  const settings = demo.payerSettings(folder, account) as unknown as Parameters<typeof servePayer>[0]
  payer = await servePayer({ ...settings, stateFolder: join(folder, 'payer') }, { log: () => undefined })
  server = await makeTestServer({ settings: { idleSeconds: year, sessionSeconds: year } })
  const { services } = server
  const accountOf = () => ({ ...account, address: payer.url })
  Object.assign(services, {
    clearinghouse: httpClearinghouse({ accountOf, clock: services.clock, makeId: services.makeId }),
    heads: openHeads(join(server.folder, 'heads'), key, services.log),
  })
  const since = performance.now()
  let days = 0
  // Broken off after twenty days, as by Ctrl-C, and gone on with.
  wholeAtFirst = await seedPractice(toSeed(() => ++days > 20))
  await seedPractice(toSeed(() => false))
  seconds = (performance.now() - since) / 1000
}, 180_000)

afterAll(async () => {
  await payer.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('it is there within a minute, and says how far it is', () => {
  expect(wholeAtFirst).toBe(false)
  expect(seconds).toBeLessThan(60)
  expect(said.at(-1)).toMatch(/is whole: 60 clients, \d{3} sessions/)
  expect(said.filter((sentence) => sentence.includes('per cent')).length).toBeGreaterThanOrEqual(10)
})

test('nobody is left signed in, neither when it was broken off nor when it was whole', async () => {
  expect(await count('sign_in_session')).toBeGreaterThan(0)
  expect(await count('sign_in_session WHERE ended_at IS NULL')).toBe(0)
})

test('it holds what a practice holds, each once though it was broken off', async () => {
  const counted = {
    providers: await count('provider'),
    clients: await count('client'),
    payers: await count('payer'),
    people: await count('membership'),
  }
  expect(counted).toEqual({ providers: 6, clients: 60, payers: 6, people: 8 })
  expect(await count('session')).toBeGreaterThan(500)
  expect(await count('(SELECT client_id, day FROM session GROUP BY 1, 2 HAVING count(*) > 1) AS twice')).toBe(
    0,
  )
})

describe('it came by the product’s own path', () => {
  const acts: readonly (readonly [act: string, rows: string])[] = [
    ['schedule-session', 'session'],
    ['add-client', 'client'],
    ['add-coverage', 'coverage'],
    ['open-note', 'note'],
    ['sign-and-file', 'signed_note'],
    ['take-client-payment', 'client_payment'],
    ['send-batch', 'batch'],
    ['post-remittance', 'remittance'],
  ]
  test.each(acts)('the trail tells of %s for every row of %s', async (act, table) => {
    const written = `trail WHERE act = '${act}' AND jsonb_path_exists(touched, '$[*] ? (@.kind == "${table}")')`
    const kept = `${table} AS one WHERE NOT EXISTS (SELECT FROM trail WHERE act = '${act}'
      AND jsonb_path_exists(touched, '$[*] ? (@.id == $id)', jsonb_build_object('id', one.id)))`
    expect(await count(table)).toBeGreaterThan(0)
    expect(await count(written)).toBeGreaterThan(0)
    expect(await count(kept)).toBe(0)
  })

  test('every person of the practice signed in and acted', async () => {
    expect(await count('(SELECT DISTINCT person_id FROM trail WHERE person_id IS NOT NULL) AS people')).toBe(
      8,
    )
  })

  test('the payer took every claim that left, once, and its answers were stored and confirmed', async () => {
    const told = async (what: string): Promise<unknown> =>
      (await fetch(`${payer.url}/control/${what}`)).json()
    const counts = (await told('counts')) as { readonly interchanges: number; readonly confirmed: number }
    const claims = (await told('claims')) as readonly { readonly claimNumber: string }[]
    const numbers = claims.map(({ claimNumber }) => claimNumber)
    expect(new Set(numbers).size).toBe(numbers.length)
    expect(numbers).toHaveLength(await count('batch_claim'))
    expect(counts.interchanges).toBe(await count('batch'))
    expect(counts.confirmed).toBe(await count("stored_file WHERE direction = 'in'"))
    expect(await count("stored_file WHERE status <> 'read'")).toBe(0)
  })

  test('and all of it is proved', async () => {
    await server.services.heads.flush()
    const { database, sha256 } = server.services
    const headsFolder = join(server.folder, 'heads')
    const verified = await verify({ database, sha256, headsFolder, headKey: key })
    expect(verified.flatMap(({ findings }) => findings)).toEqual([])
    expect(verified[0]?.counts['claim proofs']).toBeGreaterThan(250)
    expect(verified[0]?.counts['trail rows']).toBeGreaterThan(3_000)
  })
})

describe('who signs in finds', () => {
  let ask: Ask

  beforeAll(async () => {
    ask = (await signIn(server.app, biller.email, passwordOf())) as Ask
  })

  test.each(['rejected', 'no-response', 'held', 'denied'])('something in the worklist %s', async (name) => {
    const listed = await demand(ask, 'GET', `/api/claim/claims?worklist=${name}`)
    expect((listed['items'] as readonly unknown[]).length).toBeGreaterThan(0)
  })

  test('sessions of today that are still to be held or confirmed', async () => {
    const listed = await demand(ask, 'GET', '/api/session/sessions?from=2026-09-22&to=2026-09-22')
    expect((listed['items'] as readonly unknown[]).length).toBeGreaterThanOrEqual(6)
  })

  test('no claim of the session that a Medicaid client missed', async () => {
    expect(
      await count(
        `session AS missed JOIN claim ON claim.session_id = missed.id WHERE missed.status = 'no-show'`,
      ),
    ).toBe(0)
  })
})

test('seeded once more, nothing changes', async () => {
  const before = [
    await count('session'),
    await count("trail WHERE act NOT IN ('sign-in', 'read-setting', 'sign-out')"),
  ]
  expect(await seedPractice(toSeed(() => false))).toBe(true)
  const after = [
    await count('session'),
    await count("trail WHERE act NOT IN ('sign-in', 'read-setting', 'sign-out')"),
  ]
  expect(after).toEqual(before)
  expect(await signIn(server.app, owner.email, 'not the password')).toBeNull()
})
