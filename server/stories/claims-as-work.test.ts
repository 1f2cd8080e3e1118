// Claims as work: what is at stake and until when, why payers denied lately, and the files behind what happened.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addSeconds } from '../src/clock.ts'
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
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

let payer: StandingPayer
let post: Divertable
let server: TestServer
let practice: BillingPractice
let owner: Signed
let claimId: string
/** The 835 that the payer wrote, held back: $125.00 paid of $155.00 allowed, the rest a copay. */
let paid: string

beforeEach(async () => {
  payer = await openPayer()
  post = diverting(
    overHttp(() => payer.payer.url),
    is835,
  )
  server = await makeTestServer({ services: { clearinghouse: post } })
  practice = await openBilling(server)
  owner = practice.owner
  claimId = (await practice.file('2026-03-09')).id
})
afterEach(async () => {
  await server.close()
  await payer.close()
})

const sent = async (): Promise<void> => {
  await sweep(server.services)
  const [first] = post.kept
  if (first === undefined) throw new Error('the payer pays at once')
  paid = Buffer.from(first.bytes).toString('latin1')
}

const deliver = async (name: string, ...changes: readonly (readonly [string, string])[]): Promise<void> => {
  const text = changes.reduce((of, [from, to]) => {
    if (!of.includes(from)) throw new Error(`${from} is not in the 835`)
    return of.replace(from, to)
  }, paid)
  const segments = text.slice(text.indexOf('ST*'), text.indexOf('SE*')).split('~').length
  post.deliver(name, new Uint8Array(Buffer.from(text.replace(/SE\*\d+\*/, `SE*${segments}*`), 'latin1')))
  await sweep(server.services)
}

const deny = () =>
  deliver(
    'denied.835',
    ['BPR*I*125*', 'BPR*H*0*'],
    ['*1*200*125*30*', '*1*200*0*0*'],
    ['*200*125**1', '*200*0**1'],
    ['CAS*CO*45*45~', 'CAS*CO*197*200~'],
    ['CAS*PR*3*30~', ''],
  )

const ask = async (path: string, who: Signed = owner) => {
  const answer = await who.ask('GET', path)
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return answer.json()
}
const work = async (name: string, who: Signed = owner) =>
  (await ask(`/api/claim/worklists/${name}`, who)).items
const counted = async (name: string) =>
  (await ask('/api/claim/worklists')).items.find((each: { name: string }) => each.name === name)

const later = async (days: number): Promise<void> => {
  server.clock.moveTo(addSeconds(server.clock.now(), days * 86_400))
  owner = await server.again(owner)
}

/** What the payer's contract says of its days. */
const ruleDays = async (days: object): Promise<void> => {
  const url = `/api/coverage/payers/${practice.payerId}/contracts`
  const [standing] = (await ask(url)).items
  const { id, payerId: _payer, ...fields } = standing
  const payerRules = { source: 'Larkmoor manual, chapter 7', ...days }
  const answer = await owner.ask('PUT', `/api/coverage/contracts/${id}`, { ...fields, payerRules })
  expect(answer.status).toBe(200)
}

describe('a claim that was filed', () => {
  test('is ready with its codes, what is expected of the payer, when it leaves, and until when it is taken', async () => {
    await ruleDays({ timelyFilingDays: 90 })
    const [ready] = await work('ready')
    expect(ready).toMatchObject({
      claim: { id: claimId },
      codes: ['90837'],
      atStake: 12500,
      due: { what: 'file', by: '2026-06-07' },
    })
    expect(ready.due.daysLeft).toBeGreaterThan(60)
    const { leavesAt } = await counted('ready')
    expect(leavesAt).toBe(ready.claim.departsAt)
    expect(await counted('ready')).toMatchObject({ claims: 1, atStake: 12500 })
  })

  test('says that no deadline is known where neither contract nor law knows one', async () => {
    expect(await work('ready')).toMatchObject([{ due: { what: 'file', by: null, daysLeft: null } }])
  })

  test('runs out of no time once the payer has accepted it, and is ageing after sixty days', async () => {
    await sent()
    await later(31)
    expect(await work('no-response')).toMatchObject([{ claim: { id: claimId }, due: null, atStake: 12500 }])
    await later(30)
    expect(await work('no-response')).toEqual([])
    expect(await work('ageing')).toMatchObject([{ claim: { id: claimId } }])
  })
})

describe('a claim that was denied', () => {
  beforeEach(async () => {
    await ruleDays({ appealDays: 60 })
    await sent()
    await deny()
  })

  test('stands in the list with what is at stake and until when it can be appealed', async () => {
    const [denied] = await work('denied')
    expect(denied).toMatchObject({ claim: { id: claimId }, atStake: 12500, due: { what: 'appeal' } })
    const { answer, work: alone } = await ask(`/api/claim/claims/${claimId}`)
    expect(alone).toMatchObject({ atStake: 12500, due: denied.due })
    expect(answer).toMatchObject({
      paid: 0,
      reasons: [{ group: 'CO', reason: '197', clientMayBeBilled: false }],
    })
    const by = new Date(`${answer.day}T00:00:00Z`)
    by.setUTCDate(by.getUTCDate() + 60)
    expect(denied.due.by).toBe(by.toISOString().slice(0, 10))
  })

  test('leaves it when a person has written it off', async () => {
    const { amount } = await ask(`/api/posting/claims/${claimId}/open`)
    const body = { amount, line: null, reason: 'no-authorization', says: 'Never asked for.' }
    const key = { 'idempotency-key': 'write-off-1' }
    const done = await owner.ask('POST', `/api/posting/claims/${claimId}/write-off`, body, key)
    expect(done.status).toBe(201)
    expect(await work('denied')).toEqual([])
    expect(await counted('denied')).toMatchObject({ claims: 0, atStake: 0 })
  })

  test('is counted by its reason for ninety days, and not clean', async () => {
    const { reasons, decided, clean } = await ask('/api/claim/denials')
    expect(reasons).toMatchObject([{ reason: '197', claims: 1, unpaid: 12500 }])
    expect([decided, clean]).toEqual([1, 0])
    await later(91)
    expect(await ask('/api/claim/denials')).toMatchObject({ reasons: [], decided: 0, clean: 0 })
  })

  test('is won back when the payer takes its answer back and pays', async () => {
    expect(await ask('/api/claim/denials')).toMatchObject({ lastWonBack: null })
    const answered = paid.slice(paid.indexOf('CLP*'), paid.indexOf('SE*'))
    const takenBack = answered
      .replace(/^(CLP\*[^*]+)\*1\*200\*125\*30\*/, '$1*22*-200*0*0*')
      .replace('*200*125**1', '*-200*0**1')
      .replace('CAS*CO*45*45~', 'CAS*CO*197*-200~')
      .replace('CAS*PR*3*30~', '')
    await deliver('paid.835', ['CLP*', `${takenBack}CLP*`], ['TRN*1*', 'TRN*1*AGAIN'])
    expect(await work('denied')).toEqual([])
    const { lastWonBack, reasons } = await ask('/api/claim/denials')
    expect(lastWonBack).toMatchObject({ claimId, day: '2026-03-09', paid: 12500 })
    expect(reasons).toMatchObject([{ reason: '197', claims: 1 }])
  })

  test('of another clinician is in neither list nor count', async () => {
    const other = await server.join(owner, 'clinician', '2046811738')
    expect(await work('denied', other)).toEqual([])
    expect(await work('denied', practice.clinician)).toHaveLength(1)
    expect(await ask('/api/claim/denials', other)).toMatchObject({ reasons: [], decided: 0 })
  })
})

describe('a claim that was paid', () => {
  test('as the contract says is clean', async () => {
    await sent()
    await deliver('paid.835')
    expect(await ask('/api/claim/denials')).toMatchObject({ decided: 1, clean: 1, reasons: [] })
    expect(await work('underpaid')).toEqual([])
  })

  test('less than the contract says stands among the underpaid with the difference', async () => {
    await sent()
    await deliver(
      'short.835',
      ['BPR*I*125*', 'BPR*I*100*'],
      ['*1*200*125*30*', '*1*200*100*30*'],
      ['*200*125**1', '*200*100**1'],
      ['CAS*CO*45*45~', 'CAS*CO*45*70~'],
    )
    expect(await work('underpaid')).toMatchObject([{ claim: { id: claimId }, atStake: 2500 }])
    expect(await work('denied')).toEqual([])
  })
})

test('the nearest deadline stands first, and the next page goes on where the first one ended', async () => {
  await ruleDays({ timelyFilingDays: 90 })
  const later = (await practice.file('2026-03-10')).id
  const first = await ask('/api/claim/worklists/ready?limit=1')
  const second = await ask(`/api/claim/worklists/ready?limit=1&after=${first.next}`)
  expect([...first.items, ...second.items].map((each) => each.claim.id)).toEqual([claimId, later])
  expect(second.next).toBe(null)
})

test('a file is taken as it went, as a file to keep', async () => {
  await sent()
  const { timeline } = await ask(`/api/claim/claims/${claimId}`)
  const { fileId } = timeline.find((each: { kind: string }) => each.kind === 'batched')
  const answer = await owner.ask('GET', `/api/remit/files/${fileId}/bytes`)
  expect(answer.status).toBe(200)
  expect(answer.text).toMatch(/^ISA\*.*CLM\*/s)
  expect((await practice.clinician.ask('GET', `/api/remit/files/${fileId}/bytes`)).status).toBe(403)
})
