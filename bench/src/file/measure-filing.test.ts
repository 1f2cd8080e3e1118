// The short form of `npm run bench:file`: the same rows come of both, and the acts keep a good part of plain SQL's speed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, day } from '@goldenthread/core/values/day.ts'
import { beginTreatment } from '../../../server/stories/filed-practice.ts'
import { type TestDatabase, makeTestDatabase } from '../../../server/stories/test-database.ts'
import { type TestServer, makeTestServer } from '../../../server/stories/test-server.ts'
import { planSession } from './held-session.ts'
import { type Measured, type PlannedSession, measureFiling } from './measure-filing.ts'
import { readRows } from './table-rows.ts'

let server: TestServer
let beside: TestDatabase
let measured: Measured

beforeAll(async () => {
  server = await makeTestServer()
  beside = await makeTestDatabase()
  const owner = await server.makePractice()
  const treatment = await beginTreatment(server, owner)
  const sessions: PlannedSession[] = []
  for (let back = 0; back < 60; back += 1)
    sessions.push({ treatment, session: await planSession(treatment, addDays(day('2026-03-09'), -back)) })
  measured = await measureFiling({
    practiceId: owner.practiceId,
    sessions,
    rounds: 3,
    lanes: 4,
    acted: server.database.administrator,
    beside,
    log: server.services.log,
  })
}, 60_000)

afterAll(async () => {
  await server.close()
  await beside.drop()
})

test('plain SQL writes the very rows that the acts wrote', async () => {
  const [acts, plain] = [await readRows(server.database.administrator), await readRows(beside.administrator)]
  for (const table of [
    'session',
    'note',
    'signed_note',
    'claim',
    'claim_event',
    'entry',
    'entry_line',
    'trail',
  ] as const) {
    const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
    expect(inOrder(plain[table]), table).toEqual(inOrder(acts[table]))
  }
  expect(acts.claim).toHaveLength(60)
})

// A run this short on a machine that is busy with other tests is judged more mildly than `npm run bench:file`.
test('confirming, signing and filing keep a good part of plain SQL’s speed', () => {
  expect(measured.sessions).toBe(40)
  expect(measured.rows).toBeGreaterThan(40 * 10)
  expect(measured.ratio).toBeGreaterThan(0.15)
})
