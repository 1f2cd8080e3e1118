// A confirmed session put right: before filing, before sending, after a rejection, after the payer has judged it.
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clearinghouse } from '../src/clearinghouse/clearinghouse.ts'
import { sha256 } from '../src/sha256.ts'
import { proveAgain } from '../src/thread/prove-again.ts'
import { verify } from '../src/thread/verify/verify.ts'
import { openHeads } from '../src/trail/heads.ts'
import {
  type BillingPractice,
  type StandingPayer,
  count,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { type Sittings, byVideo, sittingsOf } from './sittings.ts'
import { type TestServer, makeTestServer } from './test-server.ts'

const key = generateKeyPairSync('ed25519').privateKey
let payer: StandingPayer
let server: TestServer
let practice: BillingPractice
let at: Sittings

/** The payer's answers are kept back while this is so. */
let silent = false

const overHttpUnlessSilent = (): Clearinghouse => {
  const inner = overHttp(() => payer.payer.url)
  const nothing = { reached: true, files: [] } as const
  return { ...inner, fetch: async (mailbox) => (silent ? nothing : inner.fetch(mailbox)) }
}

beforeAll(async () => {
  // What a payer does that takes replacements and voids is told in corrections-answered.test.ts.
  payer = await openPayer({ rules: { takesCorrections: false } })
  server = await makeTestServer({ services: { clearinghouse: overHttpUnlessSilent() } })
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

const claimOf = async (id: string) =>
  (await practice.owner.ask('GET', `/api/claim/claims/${id}`)).json().claim

const versionOf = async (sessionId: string): Promise<number> =>
  (await at.ask('GET', `/api/session/sessions/${sessionId}`)).json().version

const preview = async (sessionId: string, more: object = {}) =>
  at.ask('POST', `/api/thread/sessions/${sessionId}/correction/preview`, {
    version: await versionOf(sessionId),
    attendance: 'held',
    ...more,
  })

/** Looks at what a correction moves, and says so. */
const correct = async (sessionId: string, more: object = {}) => {
  const { shown } = (await preview(sessionId, more)).json()
  return at.ask('POST', `/api/thread/sessions/${sessionId}/correction`, {
    version: await versionOf(sessionId),
    attendance: 'held',
    ...more,
    shown,
  })
}

/** The net of an account over the whole ledger of this practice, in cents, debit above zero. */
const balance = async (kind: string): Promise<number> => {
  const [row] = await server.database.asAdministrator(
    `SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0)::int AS n
     FROM entry_line WHERE practice_id = $1 AND account_kind = $2`,
    [practice.owner.practiceId, kind],
  )
  return Number(row?.['n'])
}

/** Nothing is to be mended in it: the payer did not want to take it. */
const resendUnchanged = (claimId: string) =>
  at.ask('POST', `/api/claim/claims/${claimId}/resend`, {
    unchanged: true,
    reason: 'The payer says on the telephone that it takes it now.',
  })

const shorter = { start: '09:00', stop: '09:50' }
const shorterNote = (note: { recorded: object }) => ({
  recorded: { ...note.recorded, stop: '09:50', minutes: 50 },
})

/** Writes the client's coverage anew, as it then is, under another member number. */
const insureAs = async (memberNumber: string): Promise<void> => {
  const list = `/api/coverage/clients/${practice.clientId}/coverages`
  const [coverage] = (await practice.owner.ask('GET', list)).json().items
  const { id, clientId: _clientId, ...fields } = coverage
  const changed = await practice.owner.ask('PUT', `/api/coverage/coverages/${id}`, {
    ...fields,
    memberNumber,
  })
  if (changed.status !== 200) throw new Error(changed.text)
}

const hers = 'LKM482207715'

interface Moved {
  readonly account: string
  readonly side: string
  readonly amount: number
}
const moved = (answer: { movements: Moved[] }) =>
  answer.movements.map(({ account, side, amount }) => `${account} ${side} ${amount}`)

describe('before it was sent', () => {
  test('an edit shows what it moves, does it, and the claim follows its addendum to the code the minutes support', async () => {
    const { sessionId, noteId, answer } = await at.file('2026-03-09')
    const shown = (await preview(sessionId, { session: byVideo('2026-03-09', shorter) })).json()
    expect([shown.kind, moved(shown)]).toEqual([
      'withdraw',
      [
        'receivable-payer credit 12500',
        'receivable-client credit 3000',
        'contract-allowance credit 4500',
        'session-fees debit 20000',
      ],
    ])
    expect(await claimOf(answer.claim.id)).toMatchObject({ status: 'filed' })
    expect(await balance('session-fees')).toBe(-20_000)
    const done = (await correct(sessionId, { session: byVideo('2026-03-09', shorter) })).json()
    expect(done.claims).toMatchObject([{ status: 'held', replacesId: answer.claim.id }])
    expect(await claimOf(answer.claim.id)).toMatchObject({ status: 'void' })
    expect(await balance('session-fees')).toBe(0)
    const amended = (await at.amend(sessionId, noteId, shorterNote)).json()
    expect(amended.claim).toMatchObject({ id: done.claims[0].id, status: 'filed', charge: 17_000 })
    expect(await balance('session-fees')).toBe(-17_000)
  })

  test('what is done is what was shown, or nothing is', async () => {
    const { sessionId } = await at.file('2026-03-06')
    const version = await versionOf(sessionId)
    const before = await balance('session-fees')
    const other = await at.ask('POST', `/api/thread/sessions/${sessionId}/correction`, {
      version,
      attendance: 'held',
      session: byVideo('2026-03-06', shorter),
      shown: '0'.repeat(64),
    })
    expect([other.status, other.json().code]).toEqual([409, 'shown'])
    expect([await versionOf(sessionId), await balance('session-fees')]).toEqual([version, before])
  })

  test('a filed session that did not take place loses its claim', async () => {
    const { sessionId, answer } = await at.file('2026-03-05')
    const before = await balance('session-fees')
    const done = (await correct(sessionId, { attendance: 'no-show' })).json()
    expect([done.kind, done.claims, done.session.status]).toEqual(['withdraw', [], 'no-show'])
    expect(await claimOf(answer.claim.id)).toMatchObject({ status: 'void' })
    expect(await balance('session-fees')).toBe(before + 20_000)
  })

  test('a session that turns out to be insured is filed when it is said', async () => {
    const { id, version } = (await at.schedule(byVideo('2026-03-04'), { coverageId: null })).json()
    await at.confirm(id, version)
    const saved = (await at.save(await at.open(id))).json()
    expect((await at.sign(id, saved.version)).json().claim).toBeNull()
    const done = (await correct(id, { coverageId: practice.coverageId })).json()
    expect([done.kind, done.claims]).toMatchObject(['edit', [{ status: 'filed', charge: 20_000 }]])
  })
})

describe('the last look before a claim leaves', () => {
  const prove = (claimId: string) =>
    practice.owner.work('prove', (tx) => proveAgain(tx, server.services, claimId))
  const live = async (sessionId: string) =>
    server.database.asAdministrator(
      `SELECT status, claim_number FROM claim WHERE session_id = $1 AND status <> 'void' AND superseded_at IS NULL`,
      [sessionId],
    )

  test('a claim whose people and coverage stand as they did may go', async () => {
    const { answer } = await at.file('2026-03-03')
    expect(await prove(answer.claim.id)).toBe('holds')
  })

  test('a claim whose fee was mended meanwhile goes as another one, and the ledger knows of one', async () => {
    const { sessionId, answer } = await at.file('2026-03-02')
    const before = await balance('session-fees')
    await server.database.asAdministrator(
      `UPDATE payer_contract SET fee_schedule = jsonb_set(fee_schedule, '{1,charge}', '21000') WHERE practice_id = $1`,
      [practice.owner.practiceId],
    )
    expect(await prove(answer.claim.id)).toBe('filed-anew')
    const [row] = await live(sessionId)
    expect(row).toMatchObject({ status: 'filed' })
    expect(row?.['claim_number']).not.toBe(answer.claim.claimNumber)
    expect(await balance('session-fees')).toBe(before - 1_000)
    await server.database.asAdministrator(
      `UPDATE payer_contract SET fee_schedule = jsonb_set(fee_schedule, '{1,charge}', '20000') WHERE practice_id = $1`,
      [practice.owner.practiceId],
    )
  })

  test('a claim that its note no longer supports is held, and its money leaves the ledger', async () => {
    const { sessionId, answer } = await at.file('2026-02-27')
    const before = await balance('session-fees')
    await server.database.asAdministrator(
      `UPDATE client SET document = jsonb_set(document, '{birthDate}', '"1988-06-18"') WHERE id = $1`,
      [practice.clientId],
    )
    expect(await prove(answer.claim.id)).toBe('held')
    expect(await live(sessionId)).toMatchObject([{ status: 'held' }])
    expect(await balance('session-fees')).toBe(before + 20_000)
    await server.database.asAdministrator(
      `UPDATE client SET document = jsonb_set(document, '{birthDate}', '"1988-06-19"') WHERE id = $1`,
      [practice.clientId],
    )
  })
})

describe('after it was sent', () => {
  test('while the payer has not answered, a correction waits', async () => {
    const { sessionId, answer } = await at.file('2026-02-26')
    silent = true
    await sweep(server.services)
    silent = false
    expect(await claimOf(answer.claim.id)).toMatchObject({ status: 'sent' })
    const waits = await preview(sessionId, { session: byVideo('2026-02-26', shorter) })
    expect([waits.status, waits.json().code]).toEqual([409, 'on-its-way'])
  })

  test('a claim that was rejected goes anew when what was wrong is mended, and is paid', async () => {
    await insureAs('LKM999999999')
    const { sessionId, answer } = await at.file('2026-02-25')
    await untilAnswered()
    expect(await claimOf(answer.claim.id)).toMatchObject({ status: 'rejected' })
    await insureAs(hers)
    const shown = (await preview(sessionId)).json()
    // What was expected of the rejected claim left the ledger with its rejection.
    expect([shown.kind, moved(shown)]).toEqual([
      'resend',
      [
        'receivable-payer debit 12500',
        'receivable-client debit 3000',
        'contract-allowance debit 4500',
        'session-fees credit 20000',
      ],
    ])
    const made = (await at.ask('POST', `/api/claim/claims/${answer.claim.id}/resend`)).json()
    expect(made).toMatchObject({ status: 'filed', frequency: '1', replacesId: answer.claim.id })
    await untilAnswered()
    expect(await claimOf(made.id)).toMatchObject({ status: 'answered' })
    expect(await count(server, 'entry', `reverses = 'filed:${answer.claim.claimNumber}'`)).toBe(1)
    const again = await at.ask('POST', `/api/claim/claims/${answer.claim.id}/resend`)
    expect([again.status, again.json().code]).toEqual([409, 'not-rejected'])
  })

  test('a claim that was judged is replaced: frequency 7 with the payer’s number, and only the difference moves', async () => {
    const { sessionId, noteId, answer } = await at.file('2026-02-24')
    await untilAnswered()
    const { payerClaimNumber } = await claimOf(answer.claim.id)
    const amended = (await at.amend(sessionId, noteId, shorterNote)).json()
    expect(amended.findings.map((each: { code: string }) => each.code)).toEqual(['claim-earlier-note'])
    const session = byVideo('2026-02-24', shorter)
    const shown = (await preview(sessionId, { session })).json()
    expect([shown.kind, shown.wrong, moved(shown)]).toEqual([
      'replace',
      [],
      ['receivable-payer credit 2700', 'contract-allowance credit 300', 'session-fees debit 3000'],
    ])
    const done = (await correct(sessionId, { session })).json()
    expect(done.claims).toMatchObject([{ status: 'filed', frequency: '7', replacesId: answer.claim.id }])
    const [row] = await server.database.asAdministrator(`SELECT document FROM claim WHERE id = $1`, [
      done.claims[0].id,
    ])
    expect(row?.['document']).toMatchObject({
      frequency: '7',
      replaces: { payerId: 'LKM01', number: payerClaimNumber },
    })
    const { links } = await at.seeCase(sessionId)
    expect(links[3]).toMatchObject({ name: 'claim', state: 'on-its-way' })
  })

  test('a claim judged for the wrong person is voided, and a new one filed', async () => {
    const { sessionId, answer } = await at.file('2026-02-20')
    await untilAnswered()
    await insureAs('LKM482207716')
    const done = (await correct(sessionId)).json()
    expect([done.kind, done.wrong]).toEqual(['void-and-new', ['subscriber']])
    expect(done.claims).toMatchObject([
      { frequency: '8', status: 'filed', replacesId: answer.claim.id },
      { frequency: '1', status: 'filed', replacesId: answer.claim.id },
    ])
    expect(done.movements).toEqual([])
    const documents = await server.database.asAdministrator(
      `SELECT document ->> 'memberNumber' AS member FROM claim WHERE id = ANY($1) ORDER BY frequency`,
      [done.claims.map((each: { id: string }) => each.id)],
    )
    expect(documents.map((each) => each['member'])).toEqual(['LKM482207716', hers])
    await insureAs(hers)
  })

  test('a session that was judged and never took place is voided, and nothing is billed', async () => {
    const { sessionId, answer } = await at.file('2026-02-19')
    await untilAnswered()
    const done = (await correct(sessionId, { attendance: 'cancelled' })).json()
    expect([done.kind, done.claims]).toMatchObject([
      'void',
      [{ frequency: '8', replacesId: answer.claim.id }],
    ])
    expect(moved(done)).toContain('session-fees debit 20000')
  })
})

/** This payer rejects every claim whose frequency is not 1, so that no correction of a judged claim gets through. */
describe('a replacement that the payer has not judged', () => {
  /** A claim that was judged, and its replacement: filed, or held where no addendum says what the session now says. */
  const replaced = async (day: string, amended: boolean) => {
    const { sessionId, noteId, answer } = await at.file(day)
    await untilAnswered()
    const owed = await balance('session-fees')
    if (amended) await at.amend(sessionId, noteId, shorterNote)
    const done = (await correct(sessionId, { session: byVideo(day, shorter) })).json()
    return { sessionId, original: answer.claim.id as string, replacement: done.claims[0], owed }
  }

  const ways = [
    // how far the replacement came, day of the session, whether the note was amended
    ['held', '2026-02-16', false],
    ['filed', '2026-02-17', true],
    ['rejected', '2026-02-18', true],
  ] as const

  test.each(ways)(
    'that is %s is set aside when the session never took place, and what was paid is voided',
    async (status, day, amended) => {
      const { sessionId, original, replacement, owed } = await replaced(day, amended)
      if (status === 'rejected') await untilAnswered()
      expect((await claimOf(replacement.id)).status).toBe(status)
      const done = (await correct(sessionId, { attendance: 'cancelled' })).json()
      expect([done.kind, done.claims]).toMatchObject([
        'void',
        [{ frequency: '8', status: 'filed', replacesId: original }],
      ])
      expect(await balance('session-fees')).toBe(owed + 20_000)
    },
  )

  test('that is rejected leaves the payer owing what it owed before, and goes again as a replacement', async () => {
    const { original, replacement, owed } = await replaced('2026-02-13', true)
    expect(await balance('session-fees')).toBe(owed + 3_000)
    await untilAnswered()
    expect(await claimOf(replacement.id)).toMatchObject({ status: 'rejected' })
    expect(await balance('session-fees')).toBe(owed)
    const again = (await resendUnchanged(replacement.id)).json()
    expect(again).toMatchObject({ frequency: '7', status: 'filed', replacesId: original })
    expect(await balance('session-fees')).toBe(owed + 3_000)
  })

  test('never goes for another subscriber: it is held, and the correction voids and bills anew', async () => {
    const { sessionId, original, replacement } = await replaced('2026-02-12', true)
    await insureAs('LKM482207716')
    expect(await practice.owner.work('prove', (tx) => proveAgain(tx, server.services, replacement.id))).toBe(
      'held',
    )
    const { filed } = await at.seeCase(sessionId)
    expect(filed).toMatchObject({ status: 'held', frequency: '7' })
    const released = (await at.ask('POST', `/api/claim/claims/${filed.id}/release`)).json()
    expect(released.findings.map((each: { code: string }) => each.code)).toContain('correction-parties')
    const done = (await correct(sessionId)).json()
    expect([done.kind, done.wrong]).toEqual(['void-and-new', ['subscriber']])
    expect(done.claims).toMatchObject([
      { frequency: '8', replacesId: original },
      { frequency: '1', status: 'filed' },
    ])
    await insureAs(hers)
  })
})

describe('a session that is not billed', () => {
  const listed = async (worklist: string): Promise<readonly string[]> =>
    (await practice.owner.ask('GET', `/api/claim/claims?worklist=${worklist}&limit=100`))
      .json()
      .items.map((each: { id: string }) => each.id)

  test('has a void that is seen while it waits and when it is rejected, and goes again', async () => {
    const { sessionId, answer } = await at.file('2026-02-11')
    await untilAnswered()
    const [fees, owed] = [await balance('session-fees'), await balance('receivable-payer')]
    const [voided] = (await correct(sessionId, { attendance: 'cancelled' })).json().claims
    expect(await listed('ready')).toContain(voided.id)
    await untilAnswered()
    expect(await listed('rejected')).toContain(voided.id)
    // The payer still has the claim, so it stands again, and so does what was expected of it.
    expect([await balance('session-fees'), await balance('receivable-payer')]).toEqual([fees, owed])
    expect(await claimOf(answer.claim.id)).toMatchObject({ status: 'answered', supersededAt: null })
    expect((await at.ask('POST', `/api/claim/claims/${voided.id}/resend`)).status).toBe(422)
    const again = (await resendUnchanged(voided.id)).json()
    expect(again).toMatchObject({ frequency: '8', status: 'filed', replacesId: answer.claim.id })
    expect(await balance('session-fees')).toBe(fees + 20_000)
    expect((await claimOf(answer.claim.id)).supersededAt).not.toBeNull()
    expect(await listed('rejected')).not.toContain(voided.id)
    const twice = await at.ask('POST', `/api/claim/claims/${voided.id}/resend`)
    expect([twice.status, twice.json().code]).toEqual([409, 'not-rejected'])
  })

  test('is filed when it is said to have taken place after all, on the note that was signed', async () => {
    const { sessionId, answer } = await at.file('2026-02-10')
    const owed = await balance('session-fees')
    await correct(sessionId, { attendance: 'no-show' })
    await at.confirm(sessionId, await versionOf(sessionId))
    const { filed } = await at.seeCase(sessionId)
    expect(filed).toMatchObject({ status: 'filed', frequency: '1' })
    expect(filed.id).not.toBe(answer.claim.id)
    expect(await balance('session-fees')).toBe(owed)
  })

  test('can be put right when its client is not seen any more', async () => {
    const { sessionId } = await at.file('2026-02-09')
    const seen = (active: boolean) =>
      server.database.asAdministrator('UPDATE client SET active = $2 WHERE id = $1', [
        practice.clientId,
        active,
      ])
    await seen(false)
    const shown = await preview(sessionId, { session: byVideo('2026-02-09', shorter) })
    const planned = await at.schedule(byVideo('2026-03-20'))
    await seen(true)
    expect([shown.status, planned.status]).toEqual([200, 404])
  })
})

test('after all of it every hash, seal, proof and entry holds', async () => {
  await server.services.heads.flush()
  const { database } = server.services
  const told = await verify({ database, sha256, headsFolder: join(server.folder, 'heads'), headKey: key })
  expect(told.flatMap(({ findings }) => findings.map(({ code, place }) => [code, place]))).toEqual([])
})
