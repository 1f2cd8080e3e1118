// A practice's own accounts: each kind carries a batch and brings its answers, once; what does not work is told and tried again.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountsClearinghouse } from '../src/clearinghouse/accounts-clearinghouse.ts'
import { type Clearinghouse, confirmFiles, noClearinghouse } from '../src/clearinghouse/clearinghouse.ts'
import { addSeconds } from '../src/clock.ts'
import {
  type BillingPractice,
  type StandingPayer,
  account as payerAccount,
  count,
  openBilling,
  openPayer,
  sweep,
} from './billed-sessions.ts'
import { type SftpServer, openSftpServer } from './sftp-server.ts'
import { type TestServer, makeTestServer } from './test-server.ts'

const url = '/api/claim/clearinghouse-accounts'

let scratch: string
let payer: StandingPayer
let sftp: SftpServer
let server: TestServer
let practice: BillingPractice

/** The accounts of the server that is being made. */
const ways = (): Clearinghouse => accountsClearinghouse(server.services, noClearinghouse)
const byAccounts: Clearinghouse = {
  send: (mailbox, file) => ways().send(mailbox, file),
  fetch: (mailbox) => ways().fetch(mailbox),
  confirm: (mailbox, handle) => ways().confirm(mailbox, handle),
  confirmAll: (mailbox, handles) => confirmFiles(ways(), mailbox, handles),
}

let sftpPassword = payerAccount.password

beforeEach(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'golden-thread-accounts-'))
  const [root, mailboxFolder] = [join(scratch, 'sftp'), join(scratch, 'mailboxes')]
  for (const folder of [join(root, 'in'), join(root, 'out'), mailboxFolder])
    mkdirSync(folder, { recursive: true })
  server = await makeTestServer({
    services: { clearinghouse: byAccounts },
    settings: { mailboxFolder },
    connections: 20,
  })
  practice = await openBilling(server)
  const folder = join(mailboxFolder, practice.owner.practiceId, 'larkmoor')
  for (const side of ['in', 'out']) mkdirSync(join(folder, side), { recursive: true })
  payer = await openPayer({
    mailboxes: [
      { senderId: 'ALDERROW1', folder },
      { senderId: 'ALDERROW1', folder: root },
    ],
  })
  sftpPassword = payerAccount.password
  sftp = await openSftpServer({ root, userName: payerAccount.userName, password: () => sftpPassword })
})
afterEach(async () => {
  await sftp.close()
  await server.close()
  await payer.close()
  rmSync(scratch, { recursive: true, force: true })
})

const receiver = { receiverQualifier: 'ZZ', receiverId: 'LARKMOOR' }

const overHttp = () => ({
  ...receiver,
  kind: 'http',
  address: payer.payer.url,
  userName: payerAccount.userName,
  secret: payerAccount.password,
  version: 0,
})
const overSftp = () => ({
  ...receiver,
  kind: 'sftp',
  address: sftp.address,
  userName: payerAccount.userName,
  secret: payerAccount.password,
  hostKey: sftp.hostKey,
  sendFolder: '/in',
  fetchFolder: '/out',
  version: 0,
})
const byFolder = () => ({ ...receiver, kind: 'folder', address: 'larkmoor', version: 0 })

const write = (account: object) => practice.owner.ask('PUT', url, account)

const later = async (seconds: number): Promise<void> => {
  server.clock.moveTo(addSeconds(server.clock.now(), seconds))
  practice = { ...practice, owner: await server.again(practice.owner) }
}

const ask = async (path: string) => (await practice.owner.ask('GET', path)).json()
const statusOf = async (id: string): Promise<string> => (await ask(`/api/claim/claims/${id}`)).claim.status

/** Sweeps until a claim is answered, as long as a payer may take that looks into its folder now and then. */
const untilAnswered = async (id: string): Promise<void> => {
  for (let tried = 0; tried < 60 && (await statusOf(id)) !== 'answered'; tried += 1) {
    await later(301)
    await sweep(server.services)
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

const expectOnce = async (): Promise<void> => {
  expect(await payer.claims()).toHaveLength(1)
  expect(await count(server, 'batch')).toBe(1)
  expect(await count(server, 'entry', "act = 'remitted'")).toBe(1)
}

const codes = async (): Promise<readonly string[]> =>
  (await ask('/api/claim/mailboxes')).items.flatMap((each: { findings: readonly { code: string }[] }) =>
    each.findings.map(({ code }) => code),
  )

describe('an account', () => {
  test.each([
    ['over HTTP', overHttp],
    ['by a folder', byFolder],
    ['over SFTP', overSftp],
  ])('%s carries a batch, brings its answers, and leaves nothing behind', async (_kind, account) => {
    expect((await write(account())).status).toBe(200)
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    await untilAnswered(claim.id)
    expect(await statusOf(claim.id)).toBe('answered')
    await expectOnce()
    await later(301)
    await sweep(server.services)
    expect(readdirSync(join(scratch, 'sftp', 'out'))).toEqual([])
    expect(await count(server, 'stored_file', "direction = 'in' AND confirmed_at IS NULL")).toBe(0)
    expect(await codes()).toEqual([])
  })

  test('that is missing lets the batch wait, and says so at once', async () => {
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('batched')
    expect(await ask('/api/claim/worklists')).toMatchObject({ stuckBatches: 1, mailboxes: 0 })
    const { items } = await ask('/api/claim/batches?stuck=yes')
    expect(items).toMatchObject([
      { lastError: 'no-clearinghouse', findings: [{ says: 'No account carries files to this receiver.' }] },
    ])
    await write(overHttp())
    await sweep(server.services)
    await untilAnswered(claim.id)
    await expectOnce()
    expect(await ask('/api/claim/worklists')).toMatchObject({ stuckBatches: 0, mailboxes: 0 })
  })
})

describe('what does not work is told, tried again, and leaves once when it is mended:', () => {
  const faults = [
    {
      what: 'a wrong secret over HTTP',
      amiss: () => ({ ...overHttp(), secret: 'wrong' }),
      mended: overHttp,
      code: 'way-out:core-UnAuthorized',
    },
    {
      what: 'a wrong secret over SFTP',
      amiss: () => ({ ...overSftp(), secret: 'wrong' }),
      mended: overSftp,
      code: 'way-out:sftp-login',
    },
    {
      what: 'another key than the one that is pinned',
      amiss: () => ({ ...overSftp(), hostKey: `SHA256:${'A'.repeat(43)}` }),
      mended: overSftp,
      code: 'way-out:sftp-key-other',
    },
    {
      what: 'a key that nobody has entered',
      amiss: () => ({ ...overSftp(), hostKey: null }),
      mended: overSftp,
      code: 'way-out:sftp-key-unknown',
    },
    {
      what: 'no secret',
      amiss: () => ({ ...overHttp(), secret: null }),
      mended: overHttp,
      code: 'way-out:account-no-secret',
    },
  ]
  test.each(faults)('$what', async ({ amiss, mended, code }) => {
    expect((await write(amiss())).status).toBe(200)
    const claim = await practice.file('2026-03-09')
    for (let times = 0; times < 2; times += 1) {
      await sweep(server.services)
      expect(await codes()).toEqual([code])
      await later(60)
    }
    expect(await ask('/api/claim/worklists')).toMatchObject({ stuckBatches: 1, mailboxes: 1 })
    expect(await payer.claims()).toEqual([])
    const [told] = (await ask('/api/claim/mailboxes')).items
    if (code.includes('key')) expect(told.findings[0].evidence['key that was seen']).toBe(sftp.hostKey)
    expect((await write({ ...mended(), version: 1 })).status).toBe(200)
    await sweep(server.services)
    await untilAnswered(claim.id)
    await expectOnce()
    expect(await codes()).toEqual([])
  })

  test('nobody there, which comes right by itself and is told when it lasts', async () => {
    await write({ ...overHttp(), address: 'http://127.0.0.1:9/' })
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    expect(await codes()).toEqual([])
    for (let times = 0; times < 3; times += 1) {
      await later(300)
      await sweep(server.services)
    }
    expect(await codes()).toEqual(['way-out:unreachable'])
    await write({ ...overHttp(), version: 1 })
    await sweep(server.services)
    await untilAnswered(claim.id)
    await expectOnce()
  })

  test('a mailbox whose secret is wrong is asked less and less often, so that the account is not locked there', async () => {
    await write({ ...overSftp(), secret: 'wrong' })
    for (let minutes = 0; minutes < 60; minutes += 1) {
      await sweep(server.services)
      await later(60)
    }
    expect(sftp.logins.refused).toBeLessThanOrEqual(6)
  })
})

describe('whoever writes an account', () => {
  const secret = 'a planted secret of nobody'

  test('is never told its secret, nor is anybody by answer, log, trail, table or file', async () => {
    const written = await write({ ...overHttp(), secret })
    expect(written.json()).toMatchObject({ secret: 'set', version: 1 })
    await practice.file('2026-03-09')
    await sweep(server.services)
    await write({ ...overHttp(), secret, version: 7 })
    await write({ ...overHttp(), secret, address: 'ftp://nowhere', version: 1 })
    await write({ ...overHttp(), secret, kind: 'pigeon', version: 1 })
    const told = [
      written.text,
      JSON.stringify(await ask(url)),
      JSON.stringify(await ask('/api/claim/mailboxes')),
    ]
    told.push(JSON.stringify(await ask('/api/practice/trail?limit=500')), ...server.logged)
    const tables = await server.database.asAdministrator(
      "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace",
    )
    expect(tables.length).toBeGreaterThan(20)
    for (const { relname } of tables)
      told.push(
        JSON.stringify(await server.database.asAdministrator(`SELECT t::text FROM "${relname}" AS t`)),
      )
    const [first] = secret.split(' of ')
    for (const each of told) {
      expect(each).not.toContain(first)
      expect(each).not.toContain(Buffer.from(secret).toString('hex'))
      expect(each).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20))
    }
  })

  test('is the owner alone', async () => {
    const biller = await server.join(practice.owner, 'biller')
    expect((await biller.ask('GET', url)).status).toBe(403)
    expect((await biller.ask('PUT', url, overHttp())).status).toBe(403)
    expect((await practice.clinician.ask('PUT', url, overHttp())).status).toBe(403)
    expect((await biller.ask('GET', '/api/claim/mailboxes')).status).toBe(200)
  })

  test('keeps the secret by leaving it out, and gives it anew for another place', async () => {
    await write(overHttp())
    const { secret: _secret, ...without } = overHttp()
    expect((await write({ ...without, active: false, version: 1 })).json()).toMatchObject({ secret: 'set' })
    for (const change of [
      { address: 'https://elsewhere.example/' },
      { userName: 'another' },
      { kind: 'sftp', address: 'sftp://elsewhere.example' },
    ]) {
      const answer = await write({ ...without, ...change, version: 2 })
      expect(answer.status).toBe(422)
      expect(answer.json().findings).toMatchObject([{ code: 'account:secret' }])
    }
  })

  test('writes over nothing that was changed meanwhile', async () => {
    await write(overHttp())
    expect((await write(overHttp())).status).toBe(409)
    const both = await Promise.all([1, 1].map((version) => write({ ...overHttp(), version })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test.each([
    ['an address in the clear', { address: 'http://clearinghouse.example/' }],
    ['an address with a password in it', { address: 'https://alder:row@clearinghouse.example/' }],
    ['the neighborhood of a machine', { address: 'https://169.254.169.254/latest' }],
    ['no address', { address: 'clearinghouse' }],
    ['a folder above its own', { kind: 'folder', address: '../larkmoor' }],
    ['a folder of the machine', { kind: 'folder', address: '/etc' }],
    ['an SFTP address over HTTP', { kind: 'sftp', address: 'https://clearinghouse.example' }],
    ['an SFTP address in disguise', { kind: 'sftp', address: 'sftp://2852039166' }],
  ])('is refused %s, with what to do', async (_what, change) => {
    const answer = await write({ ...overHttp(), ...change })
    expect(answer.status).toBe(422)
    expect(answer.json().findings[0].remedy).toMatch(/\.$/)
  })
})
