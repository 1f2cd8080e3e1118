// Sessions that no payer is billed for: charged by the practice's own fees, paid before or after, corrected, kept from a plan.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { insertPayContract } from '../src/posting/pay-contract-store.ts'
import { sha256 } from '../src/sha256.ts'
import { verify } from '../src/thread/verify/verify.ts'
import { type BillingPractice, count, openBilling } from './billed-sessions.ts'
import { byVideo, sittingsOf } from './sittings.ts'
import { type Asked, type TestServer, makeTestServer } from './test-server.ts'

let server: TestServer
let practice: BillingPractice

const fees = [
  {
    code: '90837',
    from: '2026-01-01',
    to: null,
    charge: 20_000,
    allowed: 18_000,
    source: 'Fees for private pay 2026',
  },
]

const done = (answer: Asked): Asked => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
  return answer
}

const setFees = async (value: unknown = fees, version = 0) =>
  done(await practice.owner.ask('PUT', '/api/practice/settings/private-fees', { value, version }))

beforeEach(async () => {
  server = await makeTestServer({ connections: 24 })
  practice = await openBilling(server)
})
afterEach(async () => {
  const found = await verify({
    database: server.services.database,
    sha256,
    headsFolder: 'nowhere',
    headKey: null,
  })
  // Heads are no matter of these stories.
  const codes = found.flatMap(({ findings }) => findings.map(({ code }) => code))
  expect(codes.filter((code) => code !== 'verify:no-key' && code !== 'verify:no-heads')).toEqual([])
  await server.close()
})

const balances = async (): Promise<Readonly<Record<string, string>>> => {
  const { accounts, holds } = done(await practice.owner.ask('GET', '/api/posting/accounts')).json()
  expect(holds).toBe(true)
  return Object.fromEntries(
    accounts.map((each: { kind: string; side: string; amount: number }) => [
      each.kind,
      `${each.side} ${each.amount}`,
    ]),
  )
}

/** The same sessions with a client who pays without a plan. */
const withoutCoverage = () => sittingsOf({ ...practice, coverageId: null as never })
const charges = async (status = ''): Promise<readonly Record<string, unknown>[]> =>
  done(
    await practice.owner.ask('GET', `/api/posting/charges${status === '' ? '' : `?status=${status}`}`),
  ).json().items

const pay = (sessionId: string | null, amount: number) =>
  practice.owner.ask('POST', '/api/posting/client-payments', {
    clientId: practice.clientId,
    sessionId,
    day: '2026-03-10',
    amount,
    method: 'card',
  })

const pays = (links: readonly { name: string; state: string }[]): string | undefined =>
  links.find(({ name }) => name === 'pay')?.state

describe('a session without coverage', () => {
  test('is charged to the client when its note is signed, and the provider earns by it when it is paid', async () => {
    await setFees()
    const at = withoutCoverage()
    const { sessionId, answer } = await at.file('2026-03-09')
    expect(answer.claim).toBeNull()
    expect(await balances()).toEqual({
      'receivable-client': 'debit 18000',
      'contract-allowance': 'debit 2000',
      'session-fees': 'credit 20000',
    })
    expect(pays((await at.seeCase(sessionId)).links)).toBe('on-its-way')
    done(await pay(sessionId, 10_000))
    expect(await balances()).not.toHaveProperty('payable-provider')
    done(await pay(sessionId, 8_000))
    expect(await balances()).toMatchObject({
      'receivable-client': 'debit 0',
      'card-clearing': 'debit 18000',
      'payable-provider': 'credit 9500',
    })
    expect(pays((await at.seeCase(sessionId)).links)).toBe('holds')
    const preview = done(
      await practice.owner.ask('POST', '/api/payout/runs/preview', { day: '2026-03-13' }),
    ).json()
    expect(preview.total).toBe(9500)
  })

  test('is settled at once by what was paid ahead', async () => {
    await setFees()
    done(await pay(null, 20_000))
    await withoutCoverage().file('2026-03-09')
    expect(await balances()).toMatchObject({
      'receivable-client': 'debit 0',
      'deposits-client': 'credit 2000',
      'payable-provider': 'credit 9500',
    })
  })

  test('whose code has no fee is signed, and its charge waits in a worklist until there is one', async () => {
    const at = withoutCoverage()
    const { sessionId, answer } = await at.file('2026-03-09')
    expect(answer.signed.sequence).toBe(1)
    expect(await charges('waiting')).toMatchObject([
      { sessionId, agreed: null, findings: [{ code: 'private-fee-not-held' }] },
    ])
    expect(pays((await at.seeCase(sessionId)).links)).toBe('needs-you')
    await setFees()
    done(await practice.owner.ask('POST', `/api/thread/sessions/${sessionId}/charge`))
    expect(await charges()).toMatchObject([{ sessionId, status: 'charged', agreed: 18_000 }])
  })

  test('is charged once, by twenty who ask for it at once', async () => {
    const { sessionId } = await withoutCoverage().file('2026-03-09')
    await setFees()
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        practice.owner.ask('POST', `/api/thread/sessions/${sessionId}/charge`),
      ),
    )
    expect(new Set(asked.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await count(server, 'entry', "act = 'filed'")).toBe(1)
  })

  test('that did not take place after all is charged nothing, and what was paid stands as paid ahead', async () => {
    await setFees()
    const at = withoutCoverage()
    const { sessionId } = await at.file('2026-03-09')
    done(await pay(sessionId, 18_000))
    const { session } = await at.seeCase(sessionId)
    const body = { version: session.version, attendance: 'cancelled' }
    const url = `/api/thread/sessions/${sessionId}/correction`
    const { shown, movements } = done(await practice.owner.ask('POST', `${url}/preview`, body)).json()
    expect(movements).toContainEqual(
      expect.objectContaining({ account: 'deposits-client', side: 'credit', amount: 18_000 }),
    )
    done(await practice.owner.ask('POST', url, { ...body, shown }))
    expect(await balances()).toMatchObject({
      'receivable-client': 'debit 0',
      'deposits-client': 'credit 18000',
      'session-fees': 'credit 0',
      'payable-provider': 'credit 0',
    })
    expect(await charges()).toMatchObject([{ status: 'reversed' }])
  })

  test('is charged anew when it is corrected to be shorter', async () => {
    await setFees([...fees, { ...fees[0], code: '90834', charge: 15_000, allowed: 15_000 }])
    const at = withoutCoverage()
    const { sessionId, noteId } = await at.file('2026-03-09')
    const { session } = await at.seeCase(sessionId)
    const body = {
      version: session.version,
      attendance: 'held',
      session: byVideo('2026-03-09', { stop: '09:45' }),
    }
    const url = `/api/thread/sessions/${sessionId}/correction`
    const { shown } = done(await practice.owner.ask('POST', `${url}/preview`, body)).json()
    done(await practice.owner.ask('POST', url, { ...body, shown }))
    await at.amend(sessionId, noteId, (note) => ({
      recorded: { ...note.recorded, stop: '09:45' },
    }))
    expect((await charges()).map(({ status }) => status)).toContain('charged')
    expect(await balances()).toMatchObject({
      'receivable-client': 'debit 15000',
      'session-fees': 'credit 15000',
    })
  })
})

describe('a session that the plan is not told of', () => {
  const askNot = async (sessionId: string, version: number) =>
    practice.owner.ask('POST', `/api/thread/sessions/${sessionId}/do-not-bill`, {
      version,
      askedOn: '2026-03-09',
    })

  test('has its claim taken back before it leaves, and is charged to the client', async () => {
    await setFees()
    const at = sittingsOf(practice)
    const { sessionId } = await at.file('2026-03-09')
    expect((await balances())['receivable-payer']).toBe('debit 12500')
    const { session } = await at.seeCase(sessionId)
    const answer = done(await askNot(sessionId, session.version)).json()
    expect(answer.charge).toMatchObject({ status: 'charged', agreed: 18_000 })
    expect(await balances()).toMatchObject({
      'receivable-payer': 'debit 0',
      'receivable-client': 'debit 18000',
      'session-fees': 'credit 20000',
    })
    expect(await count(server, 'claim', "status = 'void'")).toBe(1)
    expect((await at.seeCase(sessionId)).case.doNotBill).toEqual({ askedOn: '2026-03-09' })
  })

  test('asked for before the note is signed never has a claim', async () => {
    await setFees()
    const at = sittingsOf(practice)
    const { sessionId, version } = await at.write('2026-03-09')
    const { session } = await at.seeCase(sessionId)
    done(await askNot(sessionId, session.version))
    expect(done(await at.sign(sessionId, version)).json().claim).toBeNull()
    expect(await count(server, 'claim')).toBe(0)
    expect(await charges()).toMatchObject([{ status: 'charged' }])
  })

  test('is refused when the claim has left', async () => {
    const at = sittingsOf(practice)
    const { sessionId, answer } = await at.file('2026-03-09')
    await server.database.asAdministrator(`UPDATE claim SET status = 'sent' WHERE id = '${answer.claim.id}'`)
    const { session } = await at.seeCase(sessionId)
    const refused = await askNot(sessionId, session.version)
    expect([refused.status, refused.json().findings[0].code]).toEqual([422, 'do-not-bill:told'])
    await server.database.asAdministrator(`UPDATE claim SET status = 'filed' WHERE id = '${answer.claim.id}'`)
  })

  test('is refused where a Medicaid plan covers it', async () => {
    const at = sittingsOf(practice)
    const { sessionId } = await at.write('2026-03-09')
    await server.database.asAdministrator("UPDATE payer SET class = 'medicaid'")
    const { session } = await at.seeCase(sessionId)
    const refused = await askNot(sessionId, session.version)
    expect([refused.status, refused.json().findings[0].code]).toEqual([422, 'do-not-bill:medicaid'])
  })
})

describe('guaranteed pay', () => {
  test('of a claim is in no preview before the payer has accepted the claim', async () => {
    const providerId = practice.clinician.actor.providerId ?? ''
    await practice.owner.work('set-up', async (tx) => {
      await insertPayContract(tx, {
        id: server.services.makeId(),
        providerId,
        contract: {
          basis: 'amount-by-procedure',
          rows: [{ code: '90837', amount: 9500 as never }],
          guaranteed: true,
          from: '2026-03-01' as never,
          to: null,
          source: 'Agreement of March 2026',
        },
      })
    })
    const { answer } = await sittingsOf(practice).file('2026-03-09')
    const preview = async () =>
      done(await practice.owner.ask('POST', '/api/payout/runs/preview', { day: '2026-03-13' })).json()
    expect((await balances())['payable-provider']).toBe('credit 9500')
    expect((await preview()).total).toBe(0)
    await practice.owner.work('accept', async (tx) => {
      const { putEvents } = await import('../src/claim/event-store.ts')
      const event = {
        claimId: answer.claim.id,
        key: 'told',
        kind: 'acknowledgment',
        verdict: 'accepted',
      } as const
      await putEvents(tx, server.services, [event])
    })
    expect((await preview()).total).toBe(9500)
  })
})
