// Remittances as they may come: twice and otherwise named, from many at once, a cent off, by hand, for somebody else.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { unreadFiles } from '../src/files/store.ts'
import { sha256 } from '../src/sha256.ts'
import { readFile } from '../src/thread/read-file.ts'
import { verify } from '../src/thread/verify/verify.ts'
import { fetchFiles } from '../src/thread/fetch-files.ts'
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
import { type Signed, type TestServer, makeTestServer, ours } from './test-server.ts'

let payer: StandingPayer
let post: Divertable
let server: TestServer
let practice: BillingPractice
/** The 835 that the payer wrote, held back. */
let paid: string

beforeEach(async () => {
  payer = await openPayer()
  post = diverting(
    overHttp(() => payer.payer.url),
    is835,
  )
  server = await makeTestServer({ services: { clearinghouse: post }, connections: 20 })
  practice = await openBilling(server)
  await practice.file('2026-03-09')
  await sweep(server.services)
  const [first] = post.kept
  if (first === undefined) throw new Error('the payer pays at once')
  paid = Buffer.from(first.bytes).toString('latin1')
})
afterEach(async () => {
  await server.close()
  await payer.close()
})

const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

const changed = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`${from} is not in the 835`)
  return text.replace(from, to)
}

const withOtherDelimiters = (text: string): string =>
  text.replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', '\n')

/** ISA13 with its IEA02: what makes it another interchange. */
const withControl = (text: string, control: string): string => {
  const before = text.split('*')[13] ?? ''
  return text.replaceAll(before, control)
}

const balances = async (): Promise<Readonly<Record<string, number>>> => {
  const { accounts, holds } = (await practice.owner.ask('GET', '/api/posting/accounts')).json()
  expect(holds).toBe(true)
  return Object.fromEntries(
    accounts.map((each: { kind: string; amount: number }) => [each.kind, each.amount]),
  )
}

const remittances = async () => (await practice.owner.ask('GET', '/api/remit/remittances')).json().items

const statuses = async (): Promise<readonly string[]> =>
  (await practice.owner.ask('GET', '/api/claim/claims'))
    .json()
    .items.map((each: { status: string }) => each.status)

describe('the same payment', () => {
  test('is posted once, under other names, with other delimiters, in new envelopes, by eight workers at once', async () => {
    const variants = [
      paid,
      withOtherDelimiters(paid),
      withControl(paid, '000009001'),
      withControl(paid, '000009002'),
      withOtherDelimiters(withControl(paid, '000009003')),
      paid.replaceAll('~', '~\n'),
      paid.replaceAll('~', '~\r\n'),
      withOtherDelimiters(paid).replaceAll('|', '+'),
    ]
    variants.forEach((text, index) => post.deliver(`paid-${index}.835`, bytesOf(text)))
    await fetchFiles(server.services, practice.owner.practiceId)
    const files = await practice.owner.work('look', (tx) => unreadFiles(tx, 100))
    expect(files).toHaveLength(8)
    await Promise.all(files.map((id) => readFile(server.services, practice.owner.practiceId, id)))
    expect(await count(server, 'remittance')).toBe(1)
    expect(await count(server, 'entry', "act = 'remitted'")).toBe(1)
    expect(await count(server, 'claim_event', "kind = 'remitted'")).toBe(1)
    expect(await count(server, 'stored_file', "kind = '835' AND status = 'read'")).toBe(8)
    expect(await balances()).toMatchObject({ bank: 12500, 'payable-provider': 9500 })
  })

  test('is stored once when the same bytes come again under another name', async () => {
    post.deliver('monday.835', bytesOf(paid))
    await sweep(server.services)
    post.deliver('tuesday.835', bytesOf(paid))
    await sweep(server.services)
    expect(await count(server, 'stored_file', "kind = '835'")).toBe(1)
    expect(await balances()).toMatchObject({ bank: 12500 })
  })

  test('is posted once by eight sweeps of eight processes', async () => {
    post.deliver('paid.835', bytesOf(paid))
    await Promise.all(Array.from({ length: 8 }, () => sweep(server.services)))
    expect(await count(server, 'entry', "act = 'remitted'")).toBe(1)
    expect(await balances()).toMatchObject({ bank: 12500 })
  })
})

describe('a payment that is off by a cent', () => {
  const offs = [
    { level: 'a line', from: '*200*125**1', to: '*200*125.01**1', code: '835:line-balance', deposit: 12500 },
    {
      level: 'a claim',
      from: '*1*200*125*30*',
      to: '*1*200.01*125*30*',
      code: '835:claim-balance',
      deposit: 12500,
    },
    {
      level: 'the payment',
      from: 'BPR*I*125*',
      to: 'BPR*I*125.01*',
      code: '835:payment-balance',
      deposit: 12501,
    },
  ]

  test.each(offs)(
    'on the level of $level is refused, and its deposit stands as unapplied',
    async ({ from, to, code, deposit }) => {
      post.deliver('off.835', bytesOf(changed(paid, from, to)))
      await sweep(server.services)
      const [refused] = await remittances()
      expect(refused).toMatchObject({ status: 'refused', paid: deposit })
      expect(refused.findings.map((each: { code: string }) => each.code)).toContain(code)
      expect(await balances()).toEqual({
        bank: deposit,
        unapplied: deposit,
        'receivable-payer': 12500,
        'receivable-client': 3000,
        'contract-allowance': 4500,
        'session-fees': 20000,
      })
      expect(await statuses()).toEqual(['accepted'])
    },
  )

  test('is posted in the place of its deposit when it comes again and right', async () => {
    post.deliver('off.835', bytesOf(changed(paid, '*200*125**1', '*200*125.01**1')))
    await sweep(server.services)
    post.deliver('right.835', bytesOf(paid))
    await sweep(server.services)
    expect(await remittances()).toMatchObject([{ status: 'posted', paid: 12500 }])
    expect(await balances()).toMatchObject({ bank: 12500, unapplied: 0, 'receivable-payer': 0 })
    expect(await statuses()).toEqual(['answered'])
    const { database } = server.services
    // The heads are another test's business: without their key everything else is proved.
    const proved = await verify({ database, sha256, headsFolder: server.folder, headKey: null })
    expect(proved.flatMap(({ findings }) => findings.map(({ code }) => code))).toEqual([
      'verify:no-heads',
      'verify:no-key',
    ])
    expect(proved[0]?.counts).toMatchObject({ remittances: 1 })
  })

  test('says so in its file, however many read it at once', async () => {
    post.deliver('off.835', bytesOf(changed(paid, '*200*125**1', '*200*125.01**1')))
    await fetchFiles(server.services, practice.owner.practiceId)
    const [fileId = ''] = await practice.owner.work('look', (tx) => unreadFiles(tx, 1))
    await Promise.all([1, 2, 3, 4].map(() => readFile(server.services, practice.owner.practiceId, fileId)))
    const file = (await practice.owner.ask('GET', `/api/remit/files/${fileId}`)).json()
    expect(file.findings.map((each: { code: string }) => each.code)).toContain('835:line-balance')
  })

  test('keeps back no other payment of the same file', async () => {
    const second = await practice.file('2026-03-08')
    await sweep(server.services)
    const other = Buffer.from(post.kept.at(-1)?.bytes ?? []).toString('latin1')
    const setOf = (text: string): string => text.slice(text.indexOf('ST*835*'), text.indexOf('GE*'))
    const off = changed(setOf(other), '*200*125**1', '*200*125.01**1').replace(
      /(ST\*835\*|SE\*\d+\*)\d{4}/g,
      '$10002',
    )
    const both = paid.replace('GE*1*', `${off}GE*2*`)
    post.deliver('both.835', bytesOf(both))
    await sweep(server.services)
    expect((await remittances()).map((each: { status: string }) => each.status).sort()).toEqual([
      'posted',
      'refused',
    ])
    expect(await balances()).toMatchObject({ bank: 25000, unapplied: 12500, 'receivable-payer': 12500 })
    const { claim } = (await practice.owner.ask('GET', `/api/claim/claims/${second.id}`)).json()
    expect(claim.status).toBe('accepted')
  })
})

describe('a payment that names none of our claims', () => {
  const foreign = (text: string): string =>
    text.replace(/CLP\*[^*]+\*/, 'CLP*SOMEBODYELSE*').replace(/REF\*2U\*[^~]+~/, 'REF*2U*OTHERPLAN~')

  test('of another payer, under a number that our payer gave to a claim here, stands unapplied', async () => {
    expect(foreign(paid)).toContain('REF*2U*OTHERPLAN~')
    post.deliver('foreign.835', bytesOf(foreign(paid)))
    await sweep(server.services)
    expect(await balances()).toMatchObject({ bank: 12500, unapplied: 12500, 'receivable-payer': 12500 })
    expect(await statuses()).toEqual(['accepted'])
    expect(await remittances()).toMatchObject([{ payerId: null }])
  })

  test('but bears the number our payer gave to one is posted to it, and says so', async () => {
    post.deliver('own.835', bytesOf(paid.replace(/CLP\*[^*]+\*/, 'CLP*SOMEBODYELSE*')))
    await sweep(server.services)
    expect(await balances()).toMatchObject({ bank: 12500, 'receivable-payer': 0 })
    const [posted] = await remittances()
    expect(posted.findings.map((each: { code: string }) => each.code)).toContain('remit:claim-number-changed')
  })
})

describe('a denial', () => {
  test('stands in the worklist with its reason and what to do, and stays in the receivable', async () => {
    const denied = [
      ['BPR*I*125*', 'BPR*H*0*'],
      ['*1*200*125*30*', '*1*200*0*0*'],
      ['*200*125**1', '*200*0**1'],
      ['CAS*CO*45*45~', 'CAS*CO*197*200~'],
      ['CAS*PR*3*30~', ''],
    ].reduce((text, [from = '', to = '']) => changed(text, from, to), paid)
    const segments = denied.slice(denied.indexOf('ST*'), denied.indexOf('SE*')).split('~').length
    post.deliver('denied.835', bytesOf(denied.replace(/SE\*\d+\*/, `SE*${segments}*`)))
    await sweep(server.services)
    const { items } = (await practice.owner.ask('GET', '/api/claim/claims?worklist=denied')).json()
    expect(items).toMatchObject([{ status: 'answered', clientName: { last: 'Quiñones' } }])
    expect(items[0].findings.map((each: { code: string }) => each.code)).toContain('remit:CO-197')
    expect(await balances()).toMatchObject({ 'receivable-payer': 20000 })
  })
})

describe('a file brought by hand', () => {
  const bring = (content: string, key = 'bring-by-hand-1') =>
    practice.owner.ask(
      'POST',
      '/api/remit/files',
      { name: 'portal.835', content: Buffer.from(content, 'latin1').toString('base64') },
      { 'idempotency-key': key },
    )

  test('is read and posted like any other, whatever clearinghouse it is addressed to', async () => {
    const isa = paid.slice(0, 106).replace('ALDERROW1      ', 'PORTAL         ')
    const answer = await bring(`${isa}${paid.slice(106)}`)
    expect(answer.status).toBe(202)
    await sweep(server.services)
    const file = (await practice.owner.ask('GET', `/api/remit/files/${answer.json().fileId}`)).json()
    expect(file).toMatchObject({ status: 'read', kind: '835' })
    expect(await balances()).toMatchObject({ bank: 12500 })
  })

  test('is refused with a finding when it holds no 835', async () => {
    const answer = await bring('this is a letter')
    expect(answer.status).toBe(422)
    expect(answer.json().findings).toMatchObject([{ code: 'file:unknown' }])
    expect(await count(server, 'stored_file', "direction = 'in' AND kind = 'unknown'")).toBe(0)
  })

  test('that pays another provider goes to quarantine, and nothing of it is posted', async () => {
    const answer = await bring(
      changed(changed(paid, '*XX*2082462815', '*XX*2291703421'), '001842277', '002917340'),
    )
    await sweep(server.services)
    const file = (await practice.owner.ask('GET', `/api/remit/files/${answer.json().fileId}`)).json()
    expect(file).toMatchObject({ status: 'quarantined', findings: [{ code: 'file:other-payee' }] })
    expect(await count(server, 'remittance')).toBe(0)
    expect(await balances()).not.toHaveProperty('bank')
  })
})

describe('the ledger', () => {
  test('cannot be changed or emptied by the role that the server works as', async () => {
    post.deliver('paid.835', bytesOf(paid))
    await sweep(server.services)
    const refused = { code: '42501' }
    for (const table of ['entry', 'entry_line', 'claim_event', 'client_payment'] as const) {
      await expect(
        practice.owner.work('tamper', (tx) => tx.db.deleteFrom(table).execute()),
      ).rejects.toMatchObject(refused)
    }
    await expect(
      practice.owner.work('tamper', (tx) => tx.db.updateTable('entry_line').set({ amount: 1 }).execute()),
    ).rejects.toMatchObject(refused)
    await expect(
      practice.owner.work('tamper', (tx) => tx.db.updateTable('entry').set({ says: 'other' }).execute()),
    ).rejects.toMatchObject(refused)
  })

  test('keeps what a client pays on the day as a deposit, and settles with it once when the payer has answered', async () => {
    const { items } = (await practice.owner.ask('GET', '/api/claim/claims')).json()
    const payment = {
      clientId: practice.clientId,
      sessionId: items[0].sessionId,
      day: '2026-03-10',
      amount: 3000,
      method: 'card',
    }
    const take = () =>
      practice.clinician.ask('POST', '/api/posting/client-payments', payment, {
        'idempotency-key': 'copay-of-today',
      })
    const answers = [await take(), await take()]
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[0]?.json().id).toBe(answers[1]?.json().id)
    expect(await balances()).toMatchObject({ 'card-clearing': 3000, 'deposits-client': 3000 })
    post.deliver('paid.835', bytesOf(paid))
    await sweep(server.services)
    expect(await balances()).toMatchObject({ 'deposits-client': 0, 'receivable-client': 0, bank: 12500 })
  })

  test('takes no payment without a key, of a day to come, or of a client whom another clinician treats', async () => {
    const payment = { clientId: practice.clientId, sessionId: null, amount: 3000, method: 'card' }
    const take = (by: Signed, day: string, headers = {}) =>
      by.ask('POST', '/api/posting/client-payments', { ...payment, day }, headers)
    const bare = await server.ask({
      method: 'POST',
      url: '/api/posting/client-payments',
      headers: {
        ...ours,
        cookie: `golden-thread=${practice.owner.token}`,
        'content-type': 'application/json',
      },
      payload: JSON.stringify({ ...payment, day: '2026-03-10' }),
    })
    expect(bare.status).toBe(400)
    expect((await take(practice.owner, '2026-03-11')).status).toBe(422)
    const other = await server.join(practice.owner, 'clinician', '2291703421')
    expect((await take(other, '2026-03-10')).status).toBe(404)
    const seen = (by: Signed) => by.ask('GET', `/api/posting/clients/${practice.clientId}/payments`)
    expect((await seen(other)).status).toBe(404)
    expect((await seen(practice.clinician)).status).toBe(200)
    expect(await count(server, 'client_payment')).toBe(0)
  })

  test('applies one deposit once where six claims are answered at the same time', async () => {
    for (const on of ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']) {
      await practice.file(on)
      await sweep(server.services)
    }
    const payment = {
      clientId: practice.clientId,
      sessionId: null,
      day: '2026-03-10',
      amount: 3000,
      method: 'cash',
    }
    expect((await practice.owner.ask('POST', '/api/posting/client-payments', payment)).status).toBe(201)
    for (const { name, bytes } of post.kept) post.deliver(name, bytes)
    await fetchFiles(server.services, practice.owner.practiceId)
    const files = await practice.owner.work('look', (tx) => unreadFiles(tx, 100))
    await Promise.all(files.map((id) => readFile(server.services, practice.owner.practiceId, id)))
    expect(await balances()).toMatchObject({ 'deposits-client': 0, 'receivable-client': 15_000 })
  })
})
