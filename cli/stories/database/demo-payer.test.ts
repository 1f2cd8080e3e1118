// The payer of the demo answers while one watches: what the start and docs/running.md promise of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '@goldenthread/core/values/day.ts'
import { addSeconds } from '@goldenthread/server/clock.ts'
import {
  type BillingPractice,
  type StandingPayer,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from '../../../server/stories/billed-sessions.ts'
import { type TestServer, makeTestServer } from '../../../server/stories/test-server.ts'
import { demoPlans } from '../../src/seed/plans.ts'
import { tryFirst } from '../../src/serve/welcome.ts'

let payer: StandingPayer
let server: TestServer
let practice: BillingPractice

const watched = demoPlans([], day('2026-03-10')).map(({ behaviourByRealClock }) => behaviourByRealClock)

beforeAll(async () => {
  // Its manners of the machine's clock, on a clock of ours: so two minutes pass at once.
  payer = await openPayer({ behaviour: watched[0] ?? {} })
  server = await makeTestServer({ services: { clearinghouse: overHttp(() => payer.payer.url) } })
  practice = await openBilling(server)
})
afterAll(async () => {
  await server.close()
  await payer.close()
})

const moveBoth = async (seconds: number): Promise<void> => {
  server.clock.moveTo(addSeconds(server.clock.now(), seconds))
  await fetch(`${payer.payer.url}/control/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: server.clock.now() }),
  })
}

test('a claim filed while one watches is acknowledged in seconds, accepted in twenty, and paid within two minutes', async () => {
  const claim = await practice.file('2026-03-09')
  const read = async () => (await practice.owner.ask('GET', `/api/claim/claims/${claim.id}`)).json()
  // As the server looks into its mailboxes: every five seconds.
  const since = new Map<string, number>()
  for (let seconds = 0; seconds <= 120; seconds += 5) {
    await sweep(server.services)
    const { claim: now, timeline } = await read()
    const said = [now.status, ...timeline.map(({ kind }: { kind: string }) => kind)]
    for (const each of said) if (!since.has(each)) since.set(each, seconds)
    await moveBoth(5)
  }
  expect(since.get('envelope')).toBeLessThanOrEqual(10)
  expect(since.get('syntax')).toBeLessThanOrEqual(10)
  expect(since.get('accepted')).toBeLessThanOrEqual(20)
  expect(since.get('answered')).toBeGreaterThan(60)
  expect(since.get('answered')).toBeLessThanOrEqual(95)
})

test('the six payers of the demo are alike in it, and the start and the guide say so', () => {
  expect(new Set(watched.map(({ delaySeconds }) => JSON.stringify(delaySeconds))).size).toBe(1)
  const signIns = [{ role: 'owner', email: 'one@demo.test', password: 'of the demo' }]
  expect(tryFirst('http://x', signIns).join('\n')).toContain('the stand-in payer answers within two')
  const guide = readFileSync(join(import.meta.dirname, '../../../docs/running.md'), 'utf8')
  expect(guide).toContain('answers within two minutes')
})
