// Money whose ground falls away: a void that the payer refuses, an answer taken back, a check that bounces, a debt that goes.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../src/sha256.ts'
import { verify } from '../src/thread/verify/verify.ts'
import {
  type BillingPractice,
  type Divertable,
  type StandingPayer,
  diverting,
  is835,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { sittingsOf } from './sittings.ts'
import { type Asked, type TestServer, makeTestServer } from './test-server.ts'

let payer: StandingPayer
let post: Divertable
let server: TestServer
let practice: BillingPractice
/** What the payer takes in is held back while this is so. */
let keeps277 = false
const is277 = (bytes: Uint8Array): boolean => Buffer.from(bytes).toString('latin1').includes('ST*277*')

/** $180.00 for 90837, of which the provider earns $95.00. */
const fees = [
  {
    code: '90837',
    from: '2026-01-01',
    to: null,
    charge: 18_000,
    allowed: 18_000,
    source: 'Fees for private pay 2026',
  },
]

const done = (answer: Asked): Asked => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
  return answer
}

const faultsFound = async (): Promise<readonly string[]> => {
  const { database } = server.services
  const found = await verify({ database, sha256, headsFolder: 'nowhere', headKey: null })
  // Heads are no matter of these stories.
  return found
    .flatMap(({ findings }) => findings.map(({ code }) => code))
    .filter((code) => code !== 'verify:no-key' && code !== 'verify:no-heads')
}

beforeEach(async () => {
  payer = await openPayer()
  post = diverting(
    overHttp(() => payer.payer.url),
    (bytes) => is835(bytes) || (keeps277 && is277(bytes)),
  )
  server = await makeTestServer({ services: { clearinghouse: post }, connections: 24 })
  practice = await openBilling(server)
  done(await practice.owner.ask('PUT', '/api/practice/settings/private-fees', { value: fees, version: 0 }))
})
afterEach(async () => {
  expect(await faultsFound()).toEqual([])
  await server.close()
  await payer.close()
})

const balances = async (): Promise<Readonly<Record<string, number>>> => {
  const { accounts, holds } = done(await practice.owner.ask('GET', '/api/posting/accounts')).json()
  expect(holds).toBe(true)
  return Object.fromEntries(
    accounts.map((each: { kind: string; amount: number }) => [each.kind, each.amount]),
  )
}
const charges = async (): Promise<readonly { readonly status: string; readonly paidAt: string | null }[]> =>
  done(await practice.owner.ask('GET', '/api/posting/charges')).json().items

const withoutCoverage = () => sittingsOf({ ...practice, coverageId: null as never })

const pay = (amount: number, sessionId: string | null = null, method = 'check') =>
  practice.owner.ask('POST', '/api/posting/client-payments', {
    clientId: practice.clientId,
    sessionId,
    day: '2026-03-10',
    amount,
    method,
  })

const correct = async (sessionId: string, more: object): Promise<Asked> => {
  const { version } = done(await practice.owner.ask('GET', `/api/session/sessions/${sessionId}`)).json()
  const url = `/api/thread/sessions/${sessionId}/correction`
  const body = { version, attendance: 'held', ...more }
  const { shown } = done(await practice.owner.ask('POST', `${url}/preview`, body)).json()
  return done(await practice.owner.ask('POST', url, { ...body, shown }))
}

type Change = readonly [from: string, to: string]
const written = (): string =>
  Buffer.from(post.kept.find(({ bytes }) => is835(bytes))?.bytes ?? []).toString('latin1')
const comes = async (text: string): Promise<void> => {
  post.deliver(`${sha256(text)}.835`, new Uint8Array(Buffer.from(text, 'latin1')))
  await sweep(server.services)
}
const changed = (text: string, changes: readonly Change[]): string =>
  changes.reduce((of, [from, to]) => {
    if (!of.includes(from)) throw new Error(`${from} is not in the 835`)
    return of.replace(from, to)
  }, text)

describe('a void that the payer rejects', () => {
  const rejectsVoid = async (): Promise<void> => {
    keeps277 = true
    await sweep(server.services)
    const kept = post.kept.findLast(({ bytes }) => is277(bytes))
    const text = Buffer.from(kept?.bytes ?? []).toString('latin1')
    expect(text).toContain('A2:20:PR')
    post.deliver('void.277', new Uint8Array(Buffer.from(text.replaceAll('A2:20:PR', 'A3:33:IL'), 'latin1')))
    await sweep(server.services)
    keeps277 = false
  }
  const voidId = async (status: string): Promise<string> => {
    const [row] = await server.database.asAdministrator(
      "SELECT id FROM claim WHERE frequency = '8' AND status = $1",
      [status],
    )
    return row?.['id'] as string
  }

  test('leaves the session owed once: by the payer that still has the claim, until another void goes', async () => {
    const { sessionId } = await sittingsOf(practice).file('2026-03-09')
    await sweep(server.services)
    await comes(written())
    const before = await balances()
    expect((await correct(sessionId, { coverageId: null })).json().kind).toBe('void')
    expect(await balances()).toMatchObject({ 'receivable-client': 18_000 })
    await rejectsVoid()
    expect(await balances()).toMatchObject(before)
    expect((await charges()).map(({ status }) => status)).toEqual(['reversed'])
    const because = 'The payer was wrong.'
    done(
      await practice.owner.ask('POST', `/api/claim/claims/${await voidId('rejected')}/resend`, {
        unchanged: true,
        reason: because,
      }),
    )
    expect(await balances()).toMatchObject({ 'receivable-client': 18_000 })
    expect((await charges()).map(({ status }) => status).sort()).toEqual(['charged', 'reversed'])
  })
})

describe('unapplied money that was put to a claim', () => {
  const unapplied = async () =>
    done(await practice.owner.ask('GET', '/api/posting/unapplied')).json().items[0]
  /** $25.00 of $125.00 that found no claim, put to one whose payer had left so much open. */
  const putToClaim = async (): Promise<{ readonly money: string; readonly decisionId: string }> => {
    const claimId = (await practice.file('2026-03-09')).id
    await sweep(server.services)
    const shorter: readonly Change[] = [
      ['BPR*I*125*', 'BPR*I*100*'],
      ['*1*200*125*30*', '*1*200*100*30*'],
      ['*200*125**1', '*200*100**1'],
      ['CAS*CO*45*45~', 'CAS*CO*45*45**50*25~'],
    ]
    await comes(changed(written(), shorter))
    const number = /CLP\*([^*]+)\*/.exec(written())?.[1] ?? ''
    const stray: readonly Change[] = [
      ['TRN*1*660901*', 'TRN*1*770901*'],
      ['*880121*', '*990000*'],
      [`CLP*${number}*`, 'CLP*LOST1*'],
    ]
    await comes(changed(written(), stray))
    const money = `/api/posting/unapplied/${(await unapplied()).entryId}`
    const put = done(await practice.owner.ask('POST', `${money}/apply`, { claimId, amount: 2_500 })).json()
    expect(await unapplied()).toMatchObject({ amount: 12_500, left: 10_000 })
    return { money, decisionId: put.id }
  }
  const turned: readonly Change[] = [
    ['*1*200*125*30*', '*22*-200*-100**'],
    ['*200*125**1', '*-200*-100**1'],
    ['CAS*CO*45*45~', 'CAS*CO*45*-45**50*-25~'],
    ['CAS*PR*3*30~', 'CAS*PR*3*-30~'],
    ['AMT*B6*155~', 'AMT*B6*-155~'],
  ]

  test('is there to be decided again when the payer takes its answer back, and can be given back whole', async () => {
    const { money } = await putToClaim()
    const paid = written()
    const claim = paid.slice(paid.indexOf('CLP*'), paid.indexOf('SE*'))
    const set = paid.slice(paid.indexOf('ST*'), paid.indexOf('SE*'))
    const segments = set.split('~').length + claim.split('~').length - 1
    const anew: readonly Change[] = [
      [claim, `${changed(claim, turned)}${claim}`],
      ['BPR*I*125*', 'BPR*I*25*'],
      ['TRN*1*660901*', 'TRN*1*660902*'],
      ['SE*25*', `SE*${segments}*`],
    ]
    await comes(changed(paid, anew))
    expect(await balances()).toMatchObject({ unapplied: 12_500 })
    expect(await unapplied()).toMatchObject({ amount: 12_500, left: 12_500 })
    expect(await faultsFound()).toEqual([])
    const refund = { amount: 12_500, says: 'It is another practice’s.' }
    const { id } = done(await practice.owner.ask('POST', `${money}/refund`, refund)).json()
    expect(await unapplied()).toBeUndefined()
    expect(await faultsFound()).toEqual([])
    const paidBack = { paidOn: '2026-03-10', reference: 'CHECK 1001' }
    done(await practice.owner.ask('POST', `/api/posting/refunds/${id}/paid`, paidBack))
    expect(await balances()).toMatchObject({ unapplied: 0 })
  })

  test('is missed where the ledger has more of it than is left to be decided', async () => {
    const { decisionId } = await putToClaim()
    const set = (amount: number) =>
      server.database.asAdministrator(
        `UPDATE money_decision SET amount = ${amount} WHERE id = '${decisionId}'`,
      )
    await set(3_000)
    expect(await faultsFound()).toEqual(['verify:altered', 'verify:unapplied'])
    await set(2_500)
  })
})

describe('a charge that is paid by what the client does not owe any more', () => {
  const chargedBesideClaim = async (): Promise<void> => {
    const { sessionId } = await withoutCoverage().file('2026-03-10', {}, {})
    done(await pay(18_000, sessionId))
    expect((await charges()).map(({ paidAt }) => paidAt)).toEqual([null])
  }

  test('is earned by its provider when the payer leaves the client nothing of another session', async () => {
    await practice.file('2026-03-09')
    await sweep(server.services)
    await chargedBesideClaim()
    const whole: readonly Change[] = [
      ['BPR*I*125*', 'BPR*I*155*'],
      ['*1*200*125*30*', '*1*200*155**'],
      ['*200*125**1', '*200*155**1'],
      ['CAS*PR*3*30~', ''],
      ['SE*25*', 'SE*24*'],
    ]
    await comes(changed(written(), whole))
    expect(await balances()).toMatchObject({ 'receivable-client': 0, 'payable-provider': 19_000 })
    expect((await charges())[0]?.paidAt).not.toBeNull()
  })

  test('is earned when the claim of another session is taken back before it left', async () => {
    const { id } = await practice.file('2026-03-09')
    await chargedBesideClaim()
    done(await practice.owner.ask('POST', `/api/claim/claims/${id}/withdraw`))
    expect(await balances()).toMatchObject({ 'receivable-client': 0, 'payable-provider': 9_500 })
  })

  test('is earned when an older charge that the money had settled is taken back', async () => {
    const older = await withoutCoverage().file('2026-03-09')
    const newer = await withoutCoverage().file('2026-03-10')
    done(await pay(18_000, older.sessionId))
    expect(await balances()).toMatchObject({ 'receivable-client': 18_000, 'payable-provider': 9_500 })
    await correct(older.sessionId, { attendance: 'cancelled' })
    expect(await balances()).toMatchObject({ 'receivable-client': 0, 'payable-provider': 9_500 })
    const { items } = done(await practice.owner.ask('GET', '/api/posting/charges?status=charged')).json()
    expect(items).toMatchObject([{ sessionId: newer.sessionId, paidAt: expect.any(String) }])
  })
})

describe('a check that bounces', () => {
  const bounces = (id: string) =>
    practice.owner.ask('POST', `/api/posting/client-payments/${id}/take-back`, { reason: 'not-honored' })

  test('after it paid for a session ahead leaves the session owed, and its provider has not earned by it', async () => {
    const { id } = done(await pay(20_000)).json()
    await withoutCoverage().file('2026-03-09')
    expect(await balances()).toMatchObject({ 'receivable-client': 0, 'payable-provider': 9_500 })
    expect((await bounces(id)).status).toBe(201)
    const owed = { bank: 0, 'receivable-client': 18_000, 'deposits-client': 0, 'payable-provider': 0 }
    expect(await balances()).toMatchObject(owed)
    expect((await charges())[0]?.paidAt).toBeNull()
    done(await pay(18_000))
    const settled = { bank: 18_000, 'receivable-client': 0, 'deposits-client': 0, 'payable-provider': 9_500 }
    expect(await balances()).toMatchObject(settled)
    expect((await charges())[0]?.paidAt).not.toBeNull()
  })

  test('after it paid ahead for a session that did not take place after all leaves nothing owed', async () => {
    const { id } = done(await pay(18_000)).json()
    const { sessionId } = await withoutCoverage().file('2026-03-09')
    done(await bounces(id))
    await correct(sessionId, { attendance: 'cancelled' })
    const none = { bank: 0, 'receivable-client': 0, 'deposits-client': 0, 'payable-provider': 0 }
    expect(await balances()).toMatchObject(none)
  })

  test('leaves owed what came last, and not the session that other money had paid', async () => {
    const first = await withoutCoverage().file('2026-03-09')
    done(await pay(18_000, first.sessionId, 'card'))
    const { id } = done(await pay(18_000)).json()
    await withoutCoverage().file('2026-03-10')
    expect(await balances()).toMatchObject({ 'receivable-client': 0, 'payable-provider': 19_000 })
    done(await bounces(id))
    expect(await balances()).toMatchObject({ 'receivable-client': 18_000, 'payable-provider': 9_500 })
    expect((await charges()).map(({ paidAt }) => paidAt === null)).toEqual([false, true])
  })
})

describe('a payment that names no session', () => {
  test('settles at once what the client owes of a charge, and stands as paid ahead beyond it', async () => {
    await withoutCoverage().file('2026-03-09')
    done(await pay(10_000))
    expect(await balances()).toMatchObject({ 'receivable-client': 8_000 })
    expect(await balances()).not.toHaveProperty('deposits-client')
    done(await pay(10_000))
    const settled = { 'receivable-client': 0, 'deposits-client': 2_000, 'payable-provider': 9_500 }
    expect(await balances()).toMatchObject(settled)
  })

  test('waits as paid ahead for the answer of a payer that has not said what the client owes', async () => {
    await practice.file('2026-03-09')
    done(await pay(5_000))
    expect(await balances()).toMatchObject({ 'receivable-client': 3_000, 'deposits-client': 5_000 })
  })
})
