// Today and what waits beside it: expected amounts and where they come from, unconfirmed sessions with their clocks, pay.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BillingPractice, openBilling } from './billed-sessions.ts'
import { type Sittings, byVideo, sittingsOf } from './sittings.ts'
import { type TestServer, makeTestServer } from './test-server.ts'

let server: TestServer
let practice: BillingPractice
let at: Sittings

beforeAll(async () => {
  server = await makeTestServer()
  practice = await openBilling(server)
  at = sittingsOf(practice)
})
afterAll(() => server.close())

const dayOf = async (day: string, who = practice.clinician) =>
  (await who.ask('GET', `/api/thread/today?day=${day}`)).json()
const waiting = async (who = practice.clinician) => (await who.ask('GET', '/api/thread/waiting')).json()
const ruleOfPayer = async (payerRules: object) => {
  const url = `/api/coverage/payers/${practice.payerId}/contracts`
  const [{ id: _id, payerId: _payer, ...contract }] = (await practice.owner.ask('GET', url)).json().items
  const put = `/api/coverage/contracts/${_id}`
  expect((await practice.owner.ask('PUT', put, { ...contract, payerRules })).status).toBe(200)
}
const pay = async (who = practice.clinician) => (await who.ask('GET', '/api/payout/expected')).json()

describe('the amount of a session', () => {
  test('is that of an intake while nothing was held before, then that of the last session, then that of its claim', async () => {
    const first = (await at.schedule(byVideo('2026-02-02'))).json()
    const { items: before } = await dayOf('2026-02-02')
    // No fee is held for an intake here, so that nothing is told rather than something that was not agreed.
    expect(before[0]).toMatchObject({ id: first.id, expected: null, note: null, claim: null })
    await at.confirm(first.id, first.version, { attendance: 'cancelled' })
    await at.file('2026-02-03')
    const { items: filed } = await dayOf('2026-02-03')
    expect(filed[0].expected).toEqual({
      payer: 12_500,
      client: 3_000,
      isOpen: false,
      basis: 'claim',
      codes: ['90837'],
    })
    expect(filed[0]).toMatchObject({ note: 'signed', claim: { status: 'filed', byHand: false } })
    expect(filed[0].claim.departsAt).toMatch(/Z$/)
    await at.schedule(byVideo('2026-02-04', { start: '13:00', stop: '13:56' }))
    const { items: planned } = await dayOf('2026-02-04')
    expect(planned[0].expected).toMatchObject({ payer: 12_500, client: 3_000, basis: 'last-time' })
  })

  test('what did not take place has none', async () => {
    const { items } = await dayOf('2026-02-02')
    expect([items[0].status, items[0].expected]).toEqual(['cancelled', null])
  })

  test('a day without sessions names the next one', async () => {
    const { items, next } = await dayOf('2026-02-01')
    expect(items).toEqual([])
    expect(next).toMatchObject({ day: '2026-02-04', start: '13:00', client: { name: 'Maribel Quiñones' } })
  })

  test('a draft is told with what it lacks', async () => {
    const { sessionId } = await at.write('2026-02-05')
    const { items } = await dayOf('2026-02-05')
    expect(items[0]).toMatchObject({ id: sessionId, note: 'draft', expected: { basis: 'coded' } })
    expect(items[0].missing).toBeGreaterThanOrEqual(0)
  })
})

describe('what nobody has confirmed', () => {
  test('stands oldest first, with what it brings and the days in which its payer takes a claim', async () => {
    await at.schedule(byVideo('2026-01-20'))
    const { unconfirmed } = await waiting()
    expect(unconfirmed.items.map(({ day }: { day: string }) => day)).toEqual(['2026-01-20', '2026-02-04'])
    const [oldest] = unconfirmed.items
    // Neither the contract nor the payer's class says how long it takes claims.
    expect(oldest.clock).toBeNull()
    await ruleOfPayer({ timelyFilingDays: 120, source: 'Larkmoor manual 2026, claims' })
    const [clocked] = (await waiting()).unconfirmed.items
    expect(clocked.clock).toMatchObject({ allowed: 120, fileBy: '2026-05-20' })
    expect(clocked.clock.used).toBeGreaterThan(0)
    expect(oldest.client.name).toBe('Maribel Quiñones')
    expect(unconfirmed.expected).toBe(
      unconfirmed.items.reduce(
        (sum: number, { expected }: { expected: number | null }) => sum + (expected ?? 0),
        0,
      ),
    )
  })

  test('is gone once it was said what became of it', async () => {
    const [{ id }] = (await waiting()).unconfirmed.items
    const { version } = (await at.ask('GET', `/api/session/sessions/${id}`)).json()
    await at.confirm(id, version, { attendance: 'no-show' })
    const { unconfirmed } = await waiting()
    expect(unconfirmed.items.map((each: { id: string }) => each.id)).not.toContain(id)
  })

  test('a colleague sees none of it, the owner and a biller all', async () => {
    const colleague = await server.join(practice.owner, 'clinician', '2711471047')
    const biller = await server.join(practice.owner, 'biller')
    expect((await waiting(colleague)).unconfirmed.items).toEqual([])
    expect((await waiting(practice.owner)).unconfirmed.items).toHaveLength(1)
    const seen = await waiting(biller)
    expect([seen.unconfirmed.items.length, seen.notes]).toEqual([1, []])
  })
})

describe('the money that is expected', () => {
  test('is what claims under way will earn, while no payer has answered', async () => {
    const { next, later, payers } = await pay()
    expect(next).toEqual({ payDay: null, amount: 0, sessions: 0, from: null, to: null, guaranteed: false })
    expect(later).toEqual({ payDay: null, amount: 9_500, sessions: 1 })
    expect(payers).toEqual({ amount: 12_500, claims: 1 })
  })

  test('falls on the pay days that the practice has set', async () => {
    const url = '/api/practice/settings/payout.days'
    const value = { every: 'two-weeks', first: '2026-01-02' }
    expect((await practice.owner.ask('PUT', url, { value, version: 0 })).status).toBe(200)
    const { next, later } = await pay()
    const apart = (Date.parse(later.payDay) - Date.parse(next.payDay)) / 86_400_000
    expect([new Date(next.payDay).getUTCDay(), apart]).toEqual([5, 14])
  })

  test('is a clinician’s own', async () => {
    const colleague = await server.join(practice.owner, 'clinician', '2942735194')
    expect((await pay(colleague)).payers).toEqual({ amount: 0, claims: 0 })
    expect((await pay(practice.owner)).payers).toEqual({ amount: 12_500, claims: 1 })
  })
})
