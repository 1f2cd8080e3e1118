// Money on a person's word: written off, asked of the client, put to a claim by hand, given back, approved, let out of quarantine.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sha256 } from '../src/sha256.ts'
import { verify } from '../src/thread/verify/verify.ts'
import {
  type BillingPractice,
  type Divertable,
  type StandingPayer,
  count,
  diverting,
  is835,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { type Asked, type TestServer, makeTestServer } from './test-server.ts'

let payer: StandingPayer
let post: Divertable
let server: TestServer
let practice: BillingPractice
let claimId: string
/** The 835 that the payer wrote, held back: $125.00 paid, CO 45 $45.00, PR 3 $30.00. */
let paid: string

beforeEach(async () => {
  payer = await openPayer()
  post = diverting(
    overHttp(() => payer.payer.url),
    is835,
  )
  server = await makeTestServer({ services: { clearinghouse: post }, connections: 24 })
  practice = await openBilling(server)
  claimId = (await practice.file('2026-03-09')).id
  await sweep(server.services)
  const [first] = post.kept
  if (first === undefined) throw new Error('the payer pays at once')
  paid = Buffer.from(first.bytes).toString('latin1')
})
afterEach(async () => {
  const { database } = server.services
  const found = await verify({ database, sha256, headsFolder: 'nowhere', headKey: null })
  // Heads are no matter of these stories.
  const codes = found.flatMap(({ findings }) => findings.map(({ code }) => code))
  expect(codes.filter((code) => code !== 'verify:no-key' && code !== 'verify:no-heads')).toEqual([])
  await server.close()
  await payer.close()
})

type Change = readonly [from: string, to: string]

const with835 = async (...changes: readonly Change[]): Promise<void> => {
  const text = changes.reduce((of, [from, to]) => {
    if (!of.includes(from)) throw new Error(`${from} is not in the 835`)
    return of.replace(from, to)
  }, paid)
  post.deliver(`${sha256(text)}.835`, new Uint8Array(Buffer.from(text, 'latin1')))
  await sweep(server.services)
}

/** The payer pays $25.00 less, for this reason. */
const short = (group: string, reason: string): readonly Change[] => [
  ['BPR*I*125*', 'BPR*I*100*'],
  ['*1*200*125*30*', '*1*200*100*30*'],
  ['*200*125**1', '*200*100**1'],
  group === 'CO'
    ? ['CAS*CO*45*45~', `CAS*CO*45*45**${reason}*25~`]
    : ['CAS*PR*3*30~', `CAS*PR*3*30~CAS*${group}*${reason}*25~`],
  ...(group === 'CO' ? [] : [['SE*25*', 'SE*26*'] as const]),
]

const done = (answer: Asked): Asked => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
  return answer
}
const ask = (path: string, body: unknown = {}, headers = {}) =>
  practice.owner.ask('POST', `/api/posting/${path}`, body, headers)
const look = async (path: string) => done(await practice.owner.ask('GET', `/api/posting/${path}`)).json()
const codesOf = (answer: Asked): readonly string[] =>
  answer.json().findings.map((each: { code: string }) => each.code)

const balances = async (): Promise<Readonly<Record<string, number>>> => {
  const { accounts, holds } = await look('accounts')
  expect(holds).toBe(true)
  return Object.fromEntries(
    accounts.map((each: { kind: string; amount: number }) => [each.kind, each.amount]),
  )
}

describe('what a payer left open of a claim', () => {
  test('is told by line, and nothing of it is open before the payer has answered', async () => {
    expect(await look(`claims/${claimId}/open`)).toMatchObject({ answered: false, amount: 0, lines: [] })
    expect(
      codesOf(await ask(`claims/${claimId}/write-off`, { amount: 1, line: null, reason: 'denied' })),
    ).toEqual(['posting:not-answered'])
    await with835(...short('CO', '50'))
    expect(await look(`claims/${claimId}/open`)).toMatchObject({
      answered: true,
      amount: 2500,
      lines: [{ line: 1, amount: 2500, adjustments: [{ reason: '50' }, { group: 'PR', reason: '3' }] }],
    })
  })

  test('is written off with its reason, and never beyond what stands open', async () => {
    await with835(...short('CO', '50'))
    const off = (amount: number) => ask(`claims/${claimId}/write-off`, { amount, line: 1, reason: 'denied' })
    done(await off(1000))
    expect(codesOf(await off(1501))).toEqual(['posting:more-than-open'])
    done(await off(1500))
    expect(await balances()).toMatchObject({ 'receivable-payer': 0, 'write-off': 2500 })
    expect((await look(`claims/${claimId}/open`)).decisions).toHaveLength(2)
  })

  test('is written off once by twenty who ask at once', async () => {
    await with835(...short('CO', '50'))
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask(`claims/${claimId}/write-off`, { amount: 2500, line: null, reason: 'denied' }),
      ),
    )
    expect(asked.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(422)])
    expect(await balances()).toMatchObject({ 'receivable-payer': 0, 'write-off': 2500 })
  })

  test('is decided once under one key, however often it is sent', async () => {
    await with835(...short('CO', '50'))
    const body = { amount: 100, line: null, reason: 'small-balance' }
    const asked = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask(`claims/${claimId}/write-off`, body, { 'idempotency-key': 'write-off-1' }),
      ),
    )
    expect(new Set(asked.map((each) => done(each).json().id)).size).toBe(1)
    expect(await balances()).toMatchObject({ 'write-off': 100 })
  })

  test('on the practice’s account goes to the client only with a notice signed before the service', async () => {
    await with835(...short('CO', '96'))
    const move = (noticeSignedOn: string | null) =>
      ask(`claims/${claimId}/to-client`, { amount: 2500, line: 1, noticeSignedOn })
    expect(codesOf(await move(null))).toEqual(['posting:not-the-clients'])
    expect(codesOf(await move('2026-03-10'))).toEqual(['posting:not-the-clients'])
    done(await move('2026-03-02'))
    expect(await balances()).toMatchObject({ 'receivable-payer': 0, 'receivable-client': 5500 })
  })

  const never = [
    { of: 'a Medicaid client', payerClass: 'medicaid', reason: '96' },
    { of: 'an employee assistance client', payerClass: 'eap', reason: '96' },
    { of: 'a client whose claim came too late', payerClass: 'commercial', reason: '29' },
  ]
  test.each(never)('of $of is never asked of the client', async ({ payerClass, reason }) => {
    await server.database.asAdministrator(`UPDATE payer SET class = '${payerClass}'`)
    await with835(...short('CO', reason))
    const body = { amount: 100, line: null, noticeSignedOn: '2026-03-02' }
    expect(codesOf(await ask(`claims/${claimId}/to-client`, body))).toEqual(['posting:not-the-clients'])
  })

  test('of a Medicare client is asked of the client with a signed notice alone', async () => {
    await server.database.asAdministrator("UPDATE payer SET class = 'medicare'")
    await with835(...short('OA', '96'))
    const move = (noticeSignedOn: string | null) =>
      ask(`claims/${claimId}/to-client`, { amount: 2500, line: null, noticeSignedOn })
    const refused = await move(null)
    expect(refused.json().findings).toMatchObject([
      { whose: 'law', source: '42 CFR 411.404, 42 CFR 411.408' },
    ])
    done(await move('2026-03-09'))
  })

  test('and was decided comes back when the payer takes its answer back', async () => {
    await with835(...short('CO', '50'))
    done(await ask(`claims/${claimId}/write-off`, { amount: 2500, line: 1, reason: 'denied' }))
    const turned: readonly Change[] = [
      ['BPR*I*125*', 'BPR*I*25*'],
      ['TRN*1*660901*', 'TRN*1*660902*'],
    ]
    const from = paid.indexOf('CLP*')
    const claim = paid.slice(from, paid.indexOf('SE*'))
    const reversal = claim
      .replace('*1*200*125*30*', '*22*-200*-100**')
      .replace('*200*125**1', '*-200*-100**1')
      .replace('CAS*CO*45*45~', 'CAS*CO*45*-45**50*-25~')
      .replace('CAS*PR*3*30~', 'CAS*PR*3*-30~')
      .replace('AMT*B6*155~', 'AMT*B6*-155~')
    const both = `${reversal}${claim}`
    const segments = paid.slice(paid.indexOf('ST*'), from).split('~').length - 1 + both.split('~').length
    await with835([claim, both], turned[0] as Change, turned[1] as Change, ['SE*25*', `SE*${segments}*`])
    expect(await balances()).toMatchObject({ bank: 12_500, 'receivable-payer': 0, 'write-off': 0 })
  })
})

describe('payer money that found no claim', () => {
  const unknown: readonly Change[] = [['*880121*', '*990000*']]
  const astray = async (): Promise<string> => {
    const number = /CLP\*([^*]+)\*/.exec(paid)?.[1] ?? ''
    await with835(...unknown, [`CLP*${number}*`, 'CLP*LOST1*'])
    const { items } = await look('unapplied')
    expect(items).toMatchObject([{ amount: 12_500, left: 12_500 }])
    return items[0].entryId
  }

  test('is put to the claim that a person names, with everything the payer said of it', async () => {
    const entryId = await astray()
    done(await ask(`unapplied/${entryId}/apply`, { claimId, amount: null }))
    expect(await balances()).toMatchObject({
      bank: 12_500,
      unapplied: 0,
      'receivable-payer': 0,
      'receivable-client': 3000,
      'contract-allowance': 4500,
      'payable-provider': 9500,
    })
    const { claim, timeline } = (await practice.owner.ask('GET', `/api/claim/claims/${claimId}`)).json()
    expect(claim.status).toBe('answered')
    expect(timeline.at(-1)).toMatchObject({ kind: 'remitted', verdict: 'accepted' })
    expect((await look('unapplied')).items).toEqual([])
  })

  test('is put to a claim once by twenty who ask at once', async () => {
    const entryId = await astray()
    const asked = await Promise.all(
      Array.from({ length: 20 }, () => ask(`unapplied/${entryId}/apply`, { claimId, amount: null })),
    )
    expect(asked.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(await balances()).toMatchObject({ bank: 12_500, unapplied: 0, 'receivable-payer': 0 })
  })

  test('of another payer is not put to the claim', async () => {
    await with835(...unknown, ['REF*2U*LKM01~', 'REF*2U*OTHERPLAN~'], ['CLP*', 'CLP*LOST'])
    const { items } = await look('unapplied')
    const refused = await ask(`unapplied/${items[0].entryId}/apply`, { claimId, amount: null })
    expect(codesOf(refused)).toEqual(['posting:other-payer'])
  })

  test('sent twice is marked to be given back, and leaves the bank once', async () => {
    await with835(['AMT*B6*155~', 'AMT*B6*155~'])
    await with835(['TRN*1*660901*', 'TRN*1*660902*'])
    const [{ entryId }] = (await look('unapplied')).items
    expect(codesOf(await ask(`unapplied/${entryId}/apply`, { claimId, amount: 100 }))).toEqual([
      'posting:more-than-unapplied',
    ])
    const says = 'The payer sent the payment twice.'
    const marked = done(await ask(`unapplied/${entryId}/refund`, { amount: 12_500, says })).json()
    expect((await look('unapplied')).items).toEqual([])
    expect(await balances()).toMatchObject({ bank: 25_000, unapplied: 12_500 })
    const paidBack = await Promise.all(
      Array.from({ length: 20 }, () =>
        ask(`refunds/${marked.id}/paid`, { paidOn: '2026-03-10', reference: 'Check 1042' }),
      ),
    )
    expect(paidBack.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)])
    expect(await balances()).toMatchObject({ bank: 12_500, unapplied: 0 })
  })
})

describe('a refused remittance that a person approves', () => {
  const approve = async () => {
    const { items } = (await practice.owner.ask('GET', '/api/remit/remittances')).json()
    return ask(`remittances/${items[0].id}/approve`, { says: 'The payer confirmed the claim by telephone.' })
  }

  test('posts the claims that balance, and the difference stands in suspense', async () => {
    await with835(['BPR*I*125*', 'BPR*I*125.01*'])
    expect(await balances()).toMatchObject({ bank: 12_501, unapplied: 12_501, 'receivable-payer': 12_500 })
    done(await approve())
    expect(await balances()).toMatchObject({
      bank: 12_501,
      unapplied: 0,
      suspense: 1,
      'receivable-payer': 0,
      'payable-provider': 9500,
    })
    expect((await approve()).status).toBe(409)
  })

  test('leaves a claim that does not balance unanswered, and all its money in suspense', async () => {
    await with835(['*200*125**1', '*200*125.01**1'])
    done(await approve())
    expect(await balances()).toMatchObject({ bank: 12_500, suspense: 12_500, 'receivable-payer': 12_500 })
    const { claim } = (await practice.owner.ask('GET', `/api/claim/claims/${claimId}`)).json()
    expect(claim.status).toBe('accepted')
  })

  test('is posted once by twenty who approve at once', async () => {
    await with835(['BPR*I*125*', 'BPR*I*125.01*'])
    const asked = await Promise.all(Array.from({ length: 20 }, approve))
    expect(asked.map(({ status }) => status).sort()).toEqual([201, ...Array<number>(19).fill(409)])
    expect(await count(server, 'entry', "key LIKE '%:suspense'")).toBe(1)
  })
})

describe('a file in quarantine', () => {
  const bring = async (): Promise<string> => {
    const text = paid.replace('*XX*2082462815', '*XX*2291703421').replace('001842277', '002917340')
    const content = Buffer.from(text, 'latin1').toString('base64')
    const brought = await practice.owner.ask('POST', '/api/remit/files', { name: 'old-tax-id.835', content })
    await sweep(server.services)
    return done(brought).json().fileId
  }
  const files = (id: string, act: string) => practice.owner.ask('POST', `/api/remit/files/${id}/${act}`)

  test('says whom it pays, and is posted when an owner takes it in', async () => {
    const id = await bring()
    const seen = done(await practice.owner.ask('GET', `/api/remit/files/${id}/quarantine`)).json()
    expect(seen).toMatchObject({
      findings: [{ code: 'file:other-payee' }],
      payments: [{ payee: '2291703421', paid: 12_500, claims: 1 }],
    })
    done(await files(id, 'take-in'))
    await sweep(server.services)
    expect(await balances()).toMatchObject({ bank: 12_500, 'receivable-payer': 0 })
    expect((await files(id, 'take-in')).status).toBe(409)
  })

  test('is rejected and kept, and never used', async () => {
    const id = await bring()
    expect(done(await files(id, 'reject')).json()).toMatchObject({ status: 'rejected' })
    await sweep(server.services)
    expect(await balances()).not.toHaveProperty('bank')
    expect((await files(id, 'take-in')).status).toBe(409)
    expect(await count(server, 'stored_file', `id = '${id}' AND octet_length(bytes) > 0`)).toBe(1)
  })

  test('is no matter of a biller', async () => {
    const id = await bring()
    const biller = await server.join(practice.owner, 'biller')
    expect((await biller.ask('POST', `/api/remit/files/${id}/take-in`)).status).toBe(403)
  })
})
