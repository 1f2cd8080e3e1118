// What clients pay: within bounds, taken back when it was written down wrongly; and what is owed to providers by a day.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../src/sha256.ts'
import { verify } from '../src/thread/verify/verify.ts'
import { type BillingPractice, count, openBilling } from './billed-sessions.ts'
import { sittingsOf } from './sittings.ts'
import { type Asked, type TestServer, makeTestServer } from './test-server.ts'

let server: TestServer
let practice: BillingPractice

beforeEach(async () => {
  server = await makeTestServer({ connections: 24 })
  practice = await openBilling(server)
})
afterEach(async () => {
  const { database } = server.services
  const found = await verify({ database, sha256, headsFolder: 'nowhere', headKey: null })
  // Heads are no matter of these stories.
  const codes = found.flatMap(({ findings }) => findings.map(({ code }) => code))
  expect(codes.filter((code) => code !== 'verify:no-key' && code !== 'verify:no-heads')).toEqual([])
  await server.close()
})

const done = (answer: Asked): Asked => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
  return answer
}

const pay = (amount: number, sessionId: string | null = null, day = '2026-03-10') =>
  practice.owner.ask('POST', '/api/posting/client-payments', {
    clientId: practice.clientId,
    sessionId,
    day,
    amount,
    method: 'check',
  })

const takeBack = (id: string, reason = 'wrong-amount') =>
  practice.owner.ask('POST', `/api/posting/client-payments/${id}/take-back`, { reason })

const balances = async (): Promise<Readonly<Record<string, number>>> => {
  const { accounts, holds } = done(await practice.owner.ask('GET', '/api/posting/accounts')).json()
  expect(holds).toBe(true)
  return Object.fromEntries(
    accounts.map((each: { kind: string; amount: number }) => [each.kind, each.amount]),
  )
}

const codesOf = (answer: Asked): readonly string[] =>
  answer.json().findings.map(({ code }: { code: string }) => code)

/** $180.00 for 90837, of which the provider earns $95.00. */
const askFees = async (): Promise<void> => {
  const fee = {
    code: '90837',
    from: '2026-01-01',
    to: null,
    charge: 18_000,
    allowed: 18_000,
    source: 'Fees for private pay 2026',
  }
  done(await practice.owner.ask('PUT', '/api/practice/settings/private-fees', { value: [fee], version: 0 }))
}

describe('a payment of a client', () => {
  test.each([10_000_000_000_000, 5_000_001])(
    'of %i cents is more than anybody pays at once',
    async (amount) => {
      const answer = await pay(amount)
      expect(answer.status).toBe(422)
      expect(answer.json().findings).toMatchObject([{ place: { path: 'body.amount' } }])
      expect(await balances()).toEqual({})
    },
  )

  test.each([
    ['2026-03-11', 'later than today'],
    ['2024-03-08', 'more than two years ago'],
  ])('of %s is dated %s', async (day, says) => {
    const answer = await pay(3_000, null, day)
    expect([answer.status, codesOf(answer)]).toEqual([422, ['client-payment:day']])
    expect(answer.json().findings[0].says).toContain(says)
  })

  test('of two years ago is taken from older books', async () => {
    expect((await pay(3_000, null, '2024-03-10')).status).toBe(201)
  })

  test('leaves a large ledger readable', async () => {
    const { id } = done(await pay(3_000)).json()
    for (const table of ['entry', 'entry_line']) expect(await count(server, table)).toBeGreaterThan(0)
    // As it stood before payments had a bound.
    await server.database.asAdministrator(
      `UPDATE entry_line SET amount = 10000000000000 WHERE entry_id = (SELECT id FROM entry WHERE client_payment_id = '${id}')`,
    )
    done(await pay(5_000_000))
    expect(await balances()).toEqual({ bank: 10_000_005_000_000, 'deposits-client': 10_000_005_000_000 })
    await server.database.asAdministrator(
      `UPDATE entry_line SET amount = 3000 WHERE entry_id = (SELECT id FROM entry WHERE client_payment_id = '${id}')`,
    )
  })
})

describe('a payment that was written down wrongly', () => {
  test('is taken back once, kept, and marked with the reason', async () => {
    const { id } = done(await pay(30_000)).json()
    const taken = await takeBack(id)
    expect(taken.status).toBe(201)
    expect(taken.json()).toMatchObject({
      id,
      amount: 30_000,
      takenBack: { says: expect.stringContaining('amount') },
    })
    expect(await balances()).toEqual({ bank: 0, 'deposits-client': 0 })
    const again = await takeBack(id)
    expect([again.status, again.json().code]).toEqual([409, 'taken-back'])
    const listed = await practice.clinician.ask('GET', `/api/posting/clients/${practice.clientId}/payments`)
    expect(listed.json().items).toEqual([taken.json()])
    expect(await count(server, 'trail', "act = 'take-back-client-payment'")).toBeGreaterThan(0)
  })

  test('is taken back once by twenty who ask at the same moment', async () => {
    const { id } = done(await pay(30_000)).json()
    const asked = await Promise.all(Array.from({ length: 20 }, () => takeBack(id)))
    expect(asked.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)])
    expect(await count(server, 'entry', "act = 'reversed'")).toBe(1)
  })

  test('is no matter of a clinician, and of no other practice', async () => {
    const { id } = done(await pay(30_000)).json()
    const asked = { reason: 'wrong-amount' }
    const url = `/api/posting/client-payments/${id}/take-back`
    expect((await practice.clinician.ask('POST', url, asked)).status).toBe(403)
    const other = await openBilling(server)
    expect((await other.owner.ask('POST', url, asked)).status).toBe(404)
  })

  test('and has paid for a session makes it owed again, and its provider has not earned by it', async () => {
    await askFees()
    const { sessionId } = await sittingsOf({ ...practice, coverageId: null as never }).file('2026-03-09')
    const { id } = done(await pay(18_000, sessionId)).json()
    expect(await balances()).toMatchObject({ 'receivable-client': 0, 'payable-provider': 9_500 })
    expect((await takeBack(id, 'not-honored')).status).toBe(201)
    expect(await balances()).toMatchObject({ 'receivable-client': 18_000, 'payable-provider': 0, bank: 0 })
    done(await pay(18_000, sessionId))
    expect(await balances()).toMatchObject({
      'receivable-client': 0,
      'payable-provider': 9_500,
      bank: 18_000,
    })
  })
})

describe('what is owed to providers', () => {
  const preview = (day: string) => practice.owner.ask('POST', '/api/payout/runs/preview', { day })

  test('by a day is what was earned by its end', async () => {
    await askFees()
    const { sessionId } = await sittingsOf({ ...practice, coverageId: null as never }).file('2026-03-09')
    done(await pay(18_000, sessionId))
    const totals = await Promise.all(
      ['2026-03-09', '2026-03-10', '2026-03-27'].map(async (day) => done(await preview(day)).json().total),
    )
    expect(totals).toEqual([0, 9_500, 9_500])
  })

  test.each(['2024-03-08', '2027-04-01'])('is not asked for on %s', async (day) => {
    const answer = await preview(day)
    expect([answer.status, codesOf(answer)]).toEqual([422, ['payout:day']])
  })

  test('is kept once a day, however often it is looked at', async () => {
    for (const day of ['2026-03-13', '2026-03-13', '2026-03-27']) done(await preview(day))
    expect(await count(server, 'payout_run')).toBe(2)
  })
})
