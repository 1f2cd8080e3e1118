// Claims that were judged are replaced and voided at a payer that takes it: what comes back, and where the ledger ends.
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { day } from '@goldenthread/core/values/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clearinghouse } from '../src/clearinghouse/clearinghouse.ts'
import { insertContract, insertPayer } from '../src/coverage/store.ts'
import { sha256 } from '../src/sha256.ts'
import { verify } from '../src/thread/verify/verify.ts'
import { openHeads } from '../src/trail/heads.ts'
import {
  type BillingPractice,
  type Divertable,
  type StandingPayer,
  diverting,
  example,
  is835,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { inventedContract, inventedPayer } from './invented.ts'
import { type Sittings, byVideo, sittingsOf } from './sittings.ts'
import { type TestServer, makeTestServer } from './test-server.ts'

const key = generateKeyPairSync('ed25519').privateKey
let payer: StandingPayer
let server: TestServer
let practice: BillingPractice
let at: Sittings
let mailbox: Divertable

/** The payer's answers are kept back while this is so. */
let silent = false
/** Every 835 that came. */
const remittances: string[] = []

const overHttpUnlessSilent = (): Clearinghouse => {
  const inner = overHttp(() => payer.payer.url)
  const nothing = { reached: true, files: [] } as const
  return {
    ...inner,
    fetch: async (box) => {
      const fetched = silent ? nothing : await inner.fetch(box)
      if (fetched.reached)
        for (const { bytes } of fetched.files)
          if (is835(bytes)) remittances.push(Buffer.from(bytes).toString('latin1'))
      return fetched
    },
  }
}

const hers = 'LKM482207715'
const otherNumber = 'LKM482207716'
const otherNpi = '2366712760'
const otherPayer = { code: 'SBM77', name: 'Seabright Mutual', receiverId: 'SEABRIGHT' }

beforeAll(async () => {
  const { planRules } = example.payer
  const { members, enrolled } = planRules
  const again = members.filter(({ memberNumber }) => memberNumber === hers)
  payer = await openPayer({
    rules: {
      members: [...members, ...again.map((each) => ({ ...each, memberNumber: otherNumber }))],
      enrolled: [...enrolled, otherNpi],
    },
    others: [
      {
        planRules: {
          ...planRules,
          payer: {
            ...planRules.payer,
            id: otherPayer.code,
            name: otherPayer.name.toUpperCase(),
            interchangeId: otherPayer.receiverId,
          },
        },
      },
    ],
  })
  mailbox = diverting(overHttpUnlessSilent())
  server = await makeTestServer({ services: { clearinghouse: mailbox } })
  const heads = openHeads(join(server.folder, 'heads'), key, server.services.log)
  Object.assign(server.services, { heads })
  practice = await openBilling(server)
  at = sittingsOf(practice)
})
afterAll(async () => {
  await server.close()
  await payer.close()
})

const untilAnswered = async (): Promise<void> => {
  for (let tried = 0; tried < 4; tried += 1) await sweep(server.services)
}

const seen = async (id: string) => (await practice.owner.ask('GET', `/api/claim/claims/${id}`)).json()
const claimOf = async (id: string) => (await seen(id)).claim

/** What happened to one claim, as its timeline has it: kind, verdict and money. */
const timelineOf = async (id: string): Promise<readonly string[]> =>
  (await seen(id)).timeline
    .filter((each: { claimId: string }) => each.claimId === id)
    .map(({ kind, verdict, paid }: { kind: string; verdict: string | null; paid: number | null }) =>
      [kind, verdict, paid].filter((each) => each !== null).join(' '),
    )

const versionOf = async (sessionId: string): Promise<number> =>
  (await at.ask('GET', `/api/session/sessions/${sessionId}`)).json().version

/** Looks at what a correction moves, and says so. */
const correct = async (sessionId: string, more: object = {}) => {
  const asked = async () => ({ version: await versionOf(sessionId), attendance: 'held', ...more })
  const shown = await at.ask('POST', `/api/thread/sessions/${sessionId}/correction/preview`, await asked())
  if (shown.status !== 200) throw new Error(shown.text)
  const done = await at.ask('POST', `/api/thread/sessions/${sessionId}/correction`, {
    ...(await asked()),
    shown: shown.json().shown,
  })
  if (done.status !== 200) throw new Error(done.text)
  return done.json()
}

/** Where the ledger stands by what was posted for the claims of a session: cents by account, debit above zero. */
const ledgerOf = async (sessionId: string): Promise<Readonly<Record<string, number>>> => {
  const rows = await server.database.asAdministrator(
    `SELECT account_kind, sum(CASE side WHEN 'debit' THEN amount ELSE -amount END)::int AS n
     FROM entry_line JOIN entry ON entry.practice_id = entry_line.practice_id AND entry.id = entry_line.entry_id
     JOIN claim ON claim.practice_id = entry.practice_id AND claim.id = entry.claim_id
     WHERE claim.session_id = $1 GROUP BY account_kind ORDER BY account_kind`,
    [sessionId],
  )
  return Object.fromEntries(
    rows.flatMap(({ account_kind, n }) => (n === 0 ? [] : [[String(account_kind), Number(n)]])),
  )
}

/** The same of one account over the whole ledger. */
const balance = async (kind: string): Promise<number> => {
  const [row] = await server.database.asAdministrator(
    `SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0)::int AS n
     FROM entry_line WHERE practice_id = $1 AND account_kind = $2`,
    [practice.owner.practiceId, kind],
  )
  return Number(row?.['n'])
}

const changeCoverage = async (changes: object): Promise<void> => {
  const list = `/api/coverage/clients/${practice.clientId}/coverages`
  const [coverage] = (await practice.owner.ask('GET', list)).json().items
  const { id, clientId: _clientId, ...fields } = coverage
  const put = { ...fields, ...changes }
  const changed = await practice.owner.ask('PUT', `/api/coverage/coverages/${id}`, put)
  if (changed.status !== 200) throw new Error(changed.text)
}

/** Another payer on the same terms, whose client she turns out to be. */
const insureElsewhere = async (): Promise<void> => {
  const payerId = server.services.makeId()
  await practice.owner.work('set-up', async (tx) => {
    await insertPayer(tx, { ...inventedPayer, ...otherPayer, id: payerId, active: true })
    await insertContract(tx, {
      id: server.services.makeId(),
      payerId,
      ...inventedContract,
      starts: day(inventedContract.starts),
      ends: day(inventedContract.ends),
    } as unknown as Parameters<typeof insertContract>[1])
  })
  await changeCoverage({ payerId })
}

const shorter = { start: '09:00', stop: '09:50' }
const shorterNote = (note: { recorded: object }) => ({
  recorded: { ...note.recorded, stop: '09:50', minutes: 50 },
})

/** A session of 56 minutes that was paid, found to have been 50 minutes: its replacement is filed and has not left. */
const replaced = async (on: string) => {
  const { sessionId, noteId, answer } = await at.file(on)
  await untilAnswered()
  await at.amend(sessionId, noteId, shorterNote)
  const done = await correct(sessionId, { session: byVideo(on, shorter) })
  const [replacement] = done.claims
  return { sessionId, noteId, original: answer.claim.id as string, replacement: replacement.id as string }
}

/** 90834: charged 170.00, allowed 128.00, copay 30.00. */
const asReplaced = {
  bank: 9800,
  'receivable-client': 3000,
  'contract-allowance': 4200,
  'session-fees': -17_000,
}
/** 90837: charged 200.00, allowed 155.00, copay 30.00; the provider gets 95.00. */
const asFiled = {
  bank: 12_500,
  'receivable-client': 3000,
  'contract-allowance': 4500,
  'session-fees': -20_000,
  'clinician-pay': 9500,
  'payable-provider': -9500,
}

describe('a replacement', () => {
  test('is accepted, takes back what was paid before, is paid, and each cent is counted once', async () => {
    const { sessionId, original, replacement } = await replaced('2026-02-27')
    const carried = await balance('suspense')
    await untilAnswered()
    expect(await timelineOf(original)).toContain('remitted accepted 12500')
    expect((await timelineOf(original)).at(-1)).toBe('remitted -12500')
    expect(await timelineOf(replacement)).toEqual([
      'filed',
      'batched',
      'sent',
      'envelope accepted',
      'syntax accepted',
      'acknowledgment accepted',
      'remitted accepted 9800',
    ])
    expect(await claimOf(original)).toMatchObject({ status: 'answered' })
    expect(await claimOf(replacement)).toMatchObject({ status: 'answered', supersededAt: null })
    expect(await ledgerOf(sessionId)).toEqual(asReplaced)
    // 27.00 less than what was taken back: the payer pays nothing now and keeps it from its next payment.
    expect((await balance('suspense')) - carried).toBe(-2700)
    const { links } = await at.seeCase(sessionId)
    expect(links[4]).toEqual({
      name: 'pay',
      state: 'holds',
      says: 'The payer paid $98.00 as expected, and it is posted.',
    })
  })

  test('can itself be replaced, under the number that the payer gave it', async () => {
    const { sessionId, noteId, replacement } = await replaced('2026-02-26')
    await untilAnswered()
    await at.amend(sessionId, noteId, (note) => ({
      recorded: { ...note.recorded, stop: '09:56', minutes: 56 },
    }))
    const done = await correct(sessionId, { session: byVideo('2026-02-26') })
    expect(done.claims).toMatchObject([{ frequency: '7', replacesId: replacement, charge: 20_000 }])
    await untilAnswered()
    expect(await claimOf(done.claims[0].id)).toMatchObject({ status: 'answered' })
    expect(await ledgerOf(sessionId)).toEqual(asFiled)
  })

  test('whose session turns out to be private is not sent: the claim that was judged is voided, and the client is charged', async () => {
    const { sessionId, original, replacement } = await replaced('2026-02-25')
    const selfPay = server.services.makeId()
    await practice.owner.work('set-up', (tx) =>
      insertPayer(tx, { ...inventedPayer, id: selfPay, code: 'SELF', class: 'self-pay', active: true }),
    )
    await changeCoverage({ payerId: selfPay })
    await untilAnswered()
    expect(await claimOf(replacement)).toMatchObject({ status: 'void' })
    const [voided] = (await practice.owner.ask('GET', `/api/claim/claims?session=${sessionId}&limit=10`))
      .json()
      .items.filter((each: { frequency: string }) => each.frequency === '8')
    expect(voided).toMatchObject({ status: 'answered', replacesId: original })
    await changeCoverage({ payerId: practice.payerId })
    expect(await ledgerOf(sessionId)).toEqual({})
    // The practice has no fees of its own yet, so what the client owes waits for them.
    const charges = await server.database.asAdministrator(
      'SELECT status FROM private_charge WHERE session_id = $1',
      [sessionId],
    )
    expect(charges).toEqual([{ status: 'waiting' }])
  })
})

describe('a void', () => {
  test('takes back what was paid, and leaves nothing of the session in the ledger', async () => {
    const { sessionId, answer } = await at.file('2026-02-20')
    await untilAnswered()
    expect(await ledgerOf(sessionId)).toEqual(asFiled)
    const [voided] = (await correct(sessionId, { attendance: 'cancelled' })).claims
    await untilAnswered()
    expect((await timelineOf(answer.claim.id)).at(-1)).toBe('remitted -12500')
    expect((await timelineOf(voided.id)).slice(-2)).toEqual(['acknowledgment accepted', 'remitted -12500'])
    expect(await claimOf(voided.id)).toMatchObject({ status: 'answered' })
    expect(await ledgerOf(sessionId)).toEqual({})
  })

  const wrongs: readonly (readonly [who: string, on: string, set: () => unknown, back: () => unknown])[] = [
    [
      'subscriber',
      '2026-02-19',
      () => changeCoverage({ memberNumber: otherNumber }),
      () => changeCoverage({ memberNumber: hers }),
    ],
    ['payer', '2026-02-16', insureElsewhere, () => changeCoverage({ payerId: practice.payerId })],
    ['rendering provider', '2026-02-18', () => setNpi(otherNpi), () => setNpi('2131860910')],
  ]
  const setNpi = (npi: string) =>
    server.database.asAdministrator(
      `UPDATE provider SET npi = $2, document = jsonb_set(document, '{npi}', to_jsonb($2::text))
       WHERE practice_id = $1`,
      [practice.owner.practiceId, npi],
    )

  test.each(wrongs)(
    'for another %s is followed by a new claim, which is paid',
    async (who, on, set, back) => {
      const { sessionId } = await at.file(on)
      await untilAnswered()
      await set()
      const done = await correct(sessionId)
      expect([done.kind, done.wrong]).toEqual(['void-and-new', [who]])
      await untilAnswered()
      const [voided, made] = done.claims
      expect(await claimOf(voided.id)).toMatchObject({ frequency: '8', status: 'answered' })
      expect(await claimOf(made.id)).toMatchObject({ frequency: '1', status: 'answered' })
      expect((await timelineOf(made.id)).at(-1)).toBe('remitted accepted 12500')
      await back()
      expect(await ledgerOf(sessionId)).toEqual(asFiled)
    },
  )
})

describe('an answer to the claim that was replaced', () => {
  type Edit = readonly [from: RegExp | string, to: string]
  /** The payment of one claim said anew under another number: some of its segments changed, none that carries a balance. */
  const restated = (text: string, trace: string, edits: readonly Edit[]) => {
    const all: readonly Edit[] = [[/TRN\*1\*\d+/, `TRN*1*${trace}`], [/PLB\*.*?~/, ''], ...edits]
    const edited = all.reduce((said, [from, to]) => said.replace(from, to), text)
    const segments = edited.split('~')
    const from = segments.findIndex((segment) => segment.startsWith('ST*'))
    return segments
      .map((segment, n) =>
        segment.startsWith('SE*') ? `SE*${n - from + 1}*${segment.split('*')[2] ?? ''}` : segment,
      )
      .join('~')
  }
  const money: Edit = [/BPR\*.*?~/, 'BPR*I*125*C*CHK************20260312~']

  /** A replacement that has left, while the payer's answers are kept back; what answered the original. */
  const underWay = async (on: string) => {
    const told = await replaced(on)
    const { claimNumber } = await claimOf(told.original)
    silent = true
    await sweep(server.services)
    expect(await claimOf(told.replacement)).toMatchObject({ status: 'sent' })
    const first = remittances.find((text) => text.includes(`CLP*${claimNumber}*`))
    if (first === undefined) throw new Error('the original was answered')
    return { ...told, first }
  }
  const deliver = async (name: string, text: string): Promise<void> => {
    mailbox.deliver(name, Buffer.from(text, 'latin1'))
    await sweep(server.services)
  }
  const answersCome = async (): Promise<void> => {
    silent = false
    await untilAnswered()
  }

  test('that comes after the replacement has left stands unapplied, and changes neither claim', async () => {
    const { sessionId, original, replacement, first } = await underWay('2026-02-17')
    const unapplied = await balance('unapplied')
    await deliver('late.x12', restated(first, '990001', [money]))
    expect((await balance('unapplied')) - unapplied).toBe(-12_500)
    expect(await claimOf(replacement)).toMatchObject({ status: 'sent' })
    await answersCome()
    expect(await claimOf(original)).toMatchObject({ status: 'answered' })
    expect(await claimOf(replacement)).toMatchObject({ status: 'answered' })
    // The late payment has no claim in the books: it waits for a person among the unapplied money.
    expect((await balance('unapplied')) - unapplied).toBe(-12_500)
    const { unapplied: _waits, ...ledger } = await ledgerOf(sessionId)
    expect(ledger).toEqual(asReplaced)
  })

  test('that pays late what it had denied, and takes that back, leaves nothing behind', async () => {
    // The payer had judged a session of this day before, and denies this one as its duplicate.
    const { sessionId, first } = await underWay('2026-02-24')
    expect(first).toContain('CAS*CO*18*200~')
    const unapplied = await balance('unapplied')
    const paid = [
      money,
      [/(CLP\*\w+)\*1\*200\*0\*\*/, '$1*1*200*125*30*'],
      [/(SVC\*[^*]+)\*200\*0\*/, '$1*200*125*'],
      ['CAS*CO*18*200~', 'CAS*CO*45*45~CAS*PR*3*30~'],
    ] satisfies readonly Edit[]
    await deliver('late-payment.x12', restated(first, '990002', paid))
    expect((await balance('unapplied')) - unapplied).toBe(-12_500)
    const takenBack = [
      [/BPR\*.*?~/, 'BPR*H*0*C*NON************20260313~'],
      [/(CLP\*\w+)\*1\*200\*0\*\*/, '$1*22*-200*-125**'],
      [/(SVC\*[^*]+)\*200\*0\*\*1/, '$1*-200*-125**-1'],
      ['CAS*CO*18*200~', 'CAS*CO*45*-45~CAS*PR*3*-30~'],
      ['SE*', 'PLB*2082462815*20261231*FB:990003*-125~SE*'],
    ] satisfies readonly Edit[]
    await deliver('late-reversal.x12', restated(first, '990003', takenBack))
    expect(await balance('unapplied')).toBe(unapplied)
    await answersCome()
    expect(await ledgerOf(sessionId)).toEqual(asReplaced)
  })
})

test('after all of it every hash, seal, proof and entry holds', async () => {
  await server.services.heads.flush()
  const { database } = server.services
  const told = await verify({ database, sha256, headsFolder: join(server.folder, 'heads'), headKey: key })
  expect(told.flatMap(({ findings }) => findings.map(({ code, place }) => [code, place]))).toEqual([])
})
