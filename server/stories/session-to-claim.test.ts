// A session from its appointment to its filed claim, through the server's own door: held, released, amended, asked for many times at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { canonicalNote, proveNotes } from '@goldenthread/core/note/canonical-note.ts'
import { judgeThread } from '@goldenthread/core/thread/judge-thread.ts'
import { claimInputHash } from '../src/claim/claim-proof.ts'
import { sha256 } from '../src/sha256.ts'
import { type BillingPractice, count, openBilling } from './billed-sessions.ts'
import { type Sittings, byVideo, sitting, sittingsOf } from './sittings.ts'
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

const codes = (answer: { findings: { code: string; severity: string }[] }, severity = 'holds-claim') =>
  answer.findings.filter((each) => each.severity === severity).map((each) => each.code)

describe('from the appointment to the claim', () => {
  test('a session is scheduled, held, noted with what is known, signed, and its claim filed with its money', async () => {
    const planned = (await at.schedule(byVideo('2026-03-10'))).json()
    expect(planned.session).toMatchObject({ zone: 'America/New_York', startInstant: '2026-03-10T13:00:00Z' })
    const held = (await at.confirm(planned.id, planned.version)).json()
    expect([held.status, held.version]).toEqual(['confirmed', 2])
    const draft = await at.open(planned.id)
    expect(draft.note.identity).toEqual({
      name: { first: 'Maribel', middle: 'Ana', last: 'Quiñones' },
      birthDate: '1988-06-19',
    })
    expect(draft.note.recorded).toMatchObject({
      day: '2026-03-10',
      start: '09:00',
      stop: '09:56',
      minutes: 56,
    })
    expect(draft.note.author).toMatchObject({ credentials: 'LCSW' })
    const { version } = (await at.save(draft)).json()
    const done = await at.sign(planned.id, version)
    expect(done.status).toBe(200)
    const { signed, claim } = done.json()
    expect(signed.statement).toMatch(
      /^Electronically signed by Imogen Harrowgate, LCSW, on March 10, 2026 at \d+:\d\d [AP]M, America\/New_York \(UTC-04:00\)\.$/,
    )
    expect(claim).toMatchObject({ status: 'filed', frequency: '1', charge: 20_000 })
    expect(claim.claimNumber).toMatch(/^[A-Z0-9]{20}$/)
    const lines = await server.database.asAdministrator(
      `SELECT account_kind, side, amount FROM entry_line l JOIN entry e ON e.id = l.entry_id
       WHERE e.key = 'filed:${claim.claimNumber}' ORDER BY number`,
    )
    expect(lines).toEqual([
      { account_kind: 'receivable-payer', side: 'debit', amount: '12500' },
      { account_kind: 'receivable-client', side: 'debit', amount: '3000' },
      { account_kind: 'contract-allowance', side: 'debit', amount: '4500' },
      { account_kind: 'session-fees', side: 'credit', amount: '20000' },
    ])
    const links = (await at.seeCase(planned.id)).links
    expect(links.map((link: { name: string; state: string }) => [link.name, link.state])).toEqual([
      ['session', 'holds'],
      ['note', 'holds'],
      ['code', 'holds'],
      ['claim', 'on-its-way'],
      ['pay', 'not-yet'],
    ])
  })

  test('its proof can be worked out again from what is kept', async () => {
    const [row] = await server.database.asAdministrator(
      `SELECT c.document, c.proof, n.hash, n.canonical FROM claim c JOIN signed_note n ON n.id = c.signed_note_id
       WHERE c.status = 'filed' LIMIT 1`,
    )
    const { document, proof, hash, canonical } = row as never as {
      document: Parameters<typeof claimInputHash>[0]
      proof: { rules: string[]; editions: string[]; inputHash: string; noteHash: string }
      hash: string
      canonical: string
    }
    expect(sha256(canonical)).toBe(hash)
    expect(proof.noteHash).toBe(hash)
    expect(proof.inputHash).toBe(claimInputHash(document, hash, sha256))
    expect(proof.rules.some((each) => each.startsWith('time-rule'))).toBe(true)
    expect(proof.editions[0]).toMatch(/^procedures: /)
  })

  test('what the page judges is what the server judged', async () => {
    const { sessionId } = await at.write('2026-03-09', { diagnoses: [] })
    const served = await at.seeCase(sessionId)
    const judged = judgeThread(served.case, { facts: shippedFacts, sha256, at: served.at })
    expect(served.findings).toEqual(judged.findings)
    expect(served.coding).toEqual(judged.coding)
    expect(served.findings.length).toBeGreaterThan(1)
  })

  test('a signed note is not written in, nor signed again', async () => {
    const { sessionId, noteId, answer, draft } = await at.file('2026-03-06')
    const again = await at.sign(sessionId, answer.note.version)
    const written = await at.save({ ...draft, id: noteId, version: answer.note.version })
    expect([again.status, again.json().code]).toEqual([409, 'signed'])
    expect([written.status, written.json().code]).toEqual([409, 'signed'])
  })
})

/** Writes the payer's contract anew, with what is changed of it. */
const changeContract = async (changed: object) => {
  const url = `/api/coverage/payers/${practice.payerId}/contracts`
  const [contract] = (await practice.owner.ask('GET', url)).json().items
  const { id, payerId: _payerId, ...fields } = contract
  const answer = await practice.owner.ask('PUT', `/api/coverage/contracts/${id}`, { ...fields, ...changed })
  if (answer.status !== 200) throw new Error(answer.text)
  return contract
}

describe('the list of sessions', () => {
  test('insurance and private pay stand in one list, with how long nobody has confirmed them', async () => {
    const insured = (await at.schedule(byVideo('2026-02-24'))).json()
    await changeContract({ payerRules: { timelyFilingDays: 120, source: 'Larkmoor manual 2026, claims' } })
    const private_ = (await at.schedule(byVideo('2026-02-25'), { coverageId: null })).json()
    const page = await at.ask('GET', '/api/session/sessions?from=2026-02-24&to=2026-02-25')
    const rows = page.json().items
    expect(rows.map((row: { id: string }) => row.id)).toEqual([insured.id, private_.id])
    expect(rows[0]).toMatchObject({
      pays: 'insurance',
      unconfirmedDays: 14,
      payer: { name: 'Larkmoor Health Plan' },
      fileBy: '2026-06-24',
    })
    expect(rows[1]).toMatchObject({ pays: 'private', payer: null, fileBy: null })
  })

  test('goes on where the page before ended', async () => {
    const first = (await at.ask('GET', '/api/session/sessions?limit=1')).json()
    const second = (await at.ask('GET', `/api/session/sessions?limit=1&after=${first.next}`)).json()
    expect(second.items[0].id).not.toBe(first.items[0].id)
    const strange = await at.ask('GET', '/api/session/sessions?limit=1&after=WyJub25lIiwibm9uZSJd')
    expect(strange.json().items[0].id).toBe(first.items[0].id)
  })
})

describe('times and attendance', () => {
  test('an hour that the clock skipped is refused with what to write', async () => {
    const refused = await at.schedule(byVideo('2026-03-08', { start: '02:15', stop: '03:10' }))
    expect(refused.status).toBe(422)
    expect(refused.json().findings[0].place.path).toBe('session.start')
  })

  test('a session that is not over is not confirmed', async () => {
    const planned = (await at.schedule(byVideo('2026-03-12'))).json()
    const early = await at.confirm(planned.id, planned.version)
    expect([early.status, early.json().findings[0].code]).toEqual([422, 'session-not-over'])
  })

  test('a coverage that does not hold on the day is not taken', async () => {
    const refused = await at.schedule(byVideo('2025-12-30'))
    expect(refused.json().findings.map((each: { code: string }) => each.code)).toEqual(['coverage-dates'])
  })

  test('a missed session makes no claim, and its links say that none is used', async () => {
    const planned = (await at.schedule(byVideo('2026-03-05'))).json()
    const missed = (await at.confirm(planned.id, planned.version, { attendance: 'no-show' })).json()
    expect(missed.status).toBe('no-show')
    const { items } = (await at.ask('GET', '/api/thread/today?day=2026-03-05')).json()
    expect(items[0].links.map((link: { state: string }) => link.state)).toEqual(Array(5).fill('not-used'))
    const draft = await at.open(planned.id)
    expect((await at.sign(planned.id, draft.version)).json().code).toBe('not-confirmed')
  })

  test('a draft follows its session where its author wrote nothing else', async () => {
    const planned = (await at.schedule(byVideo('2026-03-04'))).json()
    const draft = await at.open(planned.id)
    await at.save(draft, { recorded: { ...draft.note.recorded, platform: 'Another room' } })
    const session = byVideo('2026-03-04', { start: '09:05', stop: '10:00' })
    await at.confirm(planned.id, planned.version, { attendance: 'held', session })
    const { note } = (await at.ask('GET', `/api/note/notes/${draft.id}`)).json()
    expect(note.recorded).toMatchObject({
      start: '09:05',
      stop: '10:00',
      minutes: 55,
      platform: 'Another room',
    })
  })

  test('that stops when it starts is not scheduled, and the sentence says so', async () => {
    const refused = await at.schedule(byVideo('2026-03-12', { stop: '09:00' }))
    expect(refused.status).toBe(422)
    expect(refused.json().findings).toMatchObject([
      { place: { path: 'session.stop' }, says: 'The session stops when it starts.' },
    ])
  })

  test('an edit of what was changed meanwhile is refused', async () => {
    const planned = (await at.schedule(byVideo('2026-03-13'))).json()
    const url = `/api/session/sessions/${planned.id}`
    const body = { version: 1, coverageId: practice.coverageId, session: byVideo('2026-03-14') }
    expect((await at.ask('PUT', url, body)).json()).toMatchObject({ version: 2, status: 'scheduled' })
    const late = await at.ask('PUT', url, body)
    expect([late.status, late.json().code]).toEqual([409, 'stale'])
  })
})

describe('the draft', () => {
  test('autosaves of one sitting are one row of the trail, and each moves the version', async () => {
    const session = await at.hold('2026-03-03')
    const draft = await at.open(session.id)
    const before = await count(server, 'trail', `act = 'save-draft'`)
    const versions: number[] = []
    for (const version of [1, 2, 3]) versions.push((await at.save({ ...draft, version })).json().version)
    const other = sitting.replace(/1$/, '2')
    versions.push((await at.save({ ...draft, version: 4 }, {}, other)).json().version)
    expect(versions).toEqual([2, 3, 4, 5])
    expect(await count(server, 'trail', `act = 'save-draft'`)).toBe(before + 2)
    const stale = await at.save({ ...draft, version: 3 })
    expect([stale.status, stale.json().code]).toEqual([409, 'stale'])
  })

  test('the diagnoses of the last signed note stand in the next one', async () => {
    const session = await at.hold('2026-03-10', { start: '08:00', stop: '08:56' })
    const draft = await at.open(session.id)
    expect(draft.note.diagnoses.map((each) => each.code)).toEqual(['F43.12', 'F33.1'])
  })

  test('an owner reads a note and does not write it', async () => {
    const session = await at.hold('2026-03-02')
    const draft = await at.open(session.id)
    const read = await practice.owner.ask('GET', `/api/note/notes/${draft.id}`)
    const written = await practice.owner.ask('PUT', `/api/note/notes/${draft.id}`, {
      version: draft.version,
      sitting,
      note: {
        template: 'dap',
        sections: {},
        picks: {},
        diagnoses: [],
        recorded: draft.note.recorded,
      },
    })
    expect([read.status, written.status]).toEqual([200, 403])
  })
})

describe('two judgements', () => {
  test('a note that lacks what a claim needs is signed, its claim held; an addendum files it, and the original stays', async () => {
    const { sessionId, noteId, answer } = await at.file('2026-02-27', {
      recorded: { ...(await at.open((await at.hold('2026-02-27')).id)).note.recorded, clientPlace: null },
    })
    expect(answer.claim.status).toBe('held')
    expect(codes(answer)).toContain('telehealth-facts')
    const url = `/api/note/notes/${noteId}/versions`
    const [first] = (await at.ask('GET', url)).json().items
    const amended = await at.amend(sessionId, noteId, (note) => ({
      recorded: { ...note.recorded, clientPlace: { setting: 'home', city: 'Kingston', state: 'NY' } },
    }))
    expect(amended.json().claim).toMatchObject({ status: 'filed', claimNumber: answer.claim.claimNumber })
    const { items } = (await at.ask('GET', url)).json()
    expect(items.map((each: { sequence: number }) => each.sequence)).toEqual([1, 2])
    expect(items[0]).toEqual(first)
    expect(items[1].previousHash).toBe(items[0].hash)
    expect(items[1].reason).toBe('The times were noted wrongly.')
    expect(proveNotes(items, sha256)).toEqual([])
    expect(sha256(canonicalNote(items[1].note) ?? '')).toBe(items[1].hash)
  })

  test('a held claim is released when what held it was mended elsewhere, and not before', async () => {
    const { feeSchedule } = await changeContract({ feeSchedule: [] })
    const { answer } = await at.file('2026-02-26')
    expect(answer.claim.status).toBe('held')
    const release = `/api/claim/claims/${answer.claim.id}/release`
    expect((await at.ask('POST', release)).json()).toMatchObject({ status: 'held', charge: null })
    await changeContract({ feeSchedule })
    expect((await at.ask('POST', release)).json()).toMatchObject({ status: 'filed', charge: 20_000 })
    const again = await at.ask('POST', release)
    expect([again.status, again.json().code]).toEqual([409, 'not-held'])
    expect(await count(server, 'entry', `key = 'filed:${answer.claim.claimNumber}'`)).toBe(1)
  })

  test('what is signed is what was shown: a name that changed meanwhile is looked at first', async () => {
    const { sessionId, version } = await at.write('2026-02-19')
    const { shown } = await at.seeCase(sessionId)
    const name = (last: string) =>
      server.database.asAdministrator(
        `UPDATE client SET document = jsonb_set(document, '{name,last}', to_jsonb($2::text)) WHERE id = $1`,
        [practice.clientId, last],
      )
    const [client] = await server.database.asAdministrator(
      `SELECT document #>> '{name,last}' AS last FROM client WHERE id = $1`,
      [practice.clientId],
    )
    await name('Otherwise')
    const other = await at.sign(sessionId, version, { shown })
    await name(String(client?.['last']))
    expect([other.status, other.json().code]).toEqual([409, 'shown'])
    expect((await at.sign(sessionId, version, { shown })).status).toBe(200)
  })

  test('what blocks signing leaves nothing behind', async () => {
    const session = await at.hold('2026-02-20')
    const draft = await at.open(session.id)
    const { version } = (await at.save(draft, { recorded: { ...draft.note.recorded, day: null } })).json()
    const refused = await at.sign(session.id, version)
    expect(refused.status).toBe(422)
    expect(codes(refused.json(), 'blocks-signing')).toEqual(['note-identity'])
    expect(await count(server, 'signed_note', `note_id = '${draft.id}'`)).toBe(0)
    expect(await count(server, 'claim', `session_id = '${session.id}'`)).toBe(0)
  })

  test('an attestation in other words signs nothing', async () => {
    const { sessionId, version } = await at.write('2026-02-19')
    const refused = await at.sign(sessionId, version, { attestation: 'All is well.' })
    expect(refused.status).toBe(422)
    expect(await count(server, 'claim', `session_id = '${sessionId}'`)).toBe(0)
  })

  test('a session that the client pays has a signed note and no claim', async () => {
    const { id, version } = (await at.schedule(byVideo('2026-02-18'), { coverageId: null })).json()
    await at.confirm(id, version)
    const draft = await at.open(id)
    const saved = (await at.save(draft)).json()
    expect((await at.sign(id, saved.version)).json().claim).toBeNull()
  })

  test('an addendum is refused without a reason, and can be dropped', async () => {
    const { sessionId, noteId, answer } = await at.file('2026-02-17')
    const begun = (
      await at.ask('POST', `/api/note/notes/${noteId}/amendment`, { version: answer.note.version })
    ).json()
    expect(begun.status).toBe('amending')
    const refused = await at.sign(sessionId, begun.version)
    expect(codes(refused.json(), 'blocks-signing')).toEqual(['amendment-reason'])
    const dropped = await at.ask('POST', `/api/note/notes/${noteId}/amendment/drop`, {
      version: begun.version,
    })
    expect(dropped.json()).toMatchObject({ status: 'signed', note: { previousHash: null } })
  })
})

describe('asked for many times at once', () => {
  test('fifty who sign and file one session make one note and one claim', async () => {
    const { sessionId, noteId, version } = await at.write('2026-02-13')
    const answers = await Promise.all(Array.from({ length: 50 }, () => at.sign(sessionId, version)))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([200, ...Array(49).fill(409)])
    expect(await count(server, 'signed_note', `note_id = '${noteId}'`)).toBe(1)
    expect(await count(server, 'claim', `session_id = '${sessionId}'`)).toBe(1)
    const claim = answers.find(({ status }) => status === 200)?.json().claim
    expect(await count(server, 'entry', `key = 'filed:${claim.claimNumber}'`)).toBe(1)
  })

  test('under one key all fifty are answered the same', async () => {
    const { sessionId, version } = await at.write('2026-02-12')
    const shown = await at.look(sessionId)
    const key = { 'idempotency-key': 'one-sitting-of-2026-02-12' }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => at.sign(sessionId, version, { shown }, key)),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
    expect(await count(server, 'claim', `session_id = '${sessionId}'`)).toBe(1)
  })
})

describe('whose it is', () => {
  test('a clinician sees and touches sessions of their own; the owner sees everybody’s', async () => {
    const { sessionId, noteId, version } = await at.write('2026-02-10')
    const colleague = await server.join(practice.owner, 'clinician', '2711471047')
    const asked = [
      await colleague.ask('GET', `/api/session/sessions/${sessionId}`),
      await colleague.ask('GET', `/api/note/notes/${noteId}`),
      await colleague.ask('GET', `/api/thread/cases/${sessionId}`),
      await sittingsOf({ ...practice, clinician: colleague }).sign(sessionId, version),
    ]
    expect(asked.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect((await colleague.ask('GET', '/api/session/sessions')).json().items).toEqual([])
    expect((await colleague.ask('GET', '/api/thread/today?day=2026-02-10')).json().items).toEqual([])
    const seen = (await practice.owner.ask('GET', '/api/thread/today?day=2026-02-10')).json()
    expect(seen.items.map((each: { id: string }) => each.id)).toEqual([sessionId])
  })

  test('a biller sees the sessions and no note', async () => {
    const { sessionId, noteId } = await at.write('2026-02-09')
    const biller = await server.join(practice.owner, 'biller')
    expect((await biller.ask('GET', `/api/session/sessions/${sessionId}`)).status).toBe(200)
    expect((await biller.ask('GET', `/api/note/notes/${noteId}`)).status).toBe(403)
    expect((await biller.ask('GET', `/api/thread/cases/${sessionId}`)).status).toBe(403)
  })

  test('today shows where each thread stands and what it needs', async () => {
    const day = '2026-02-06'
    await at.file(day)
    const placeless = { recorded: { day, start: '11:00', stop: '11:56', minutes: 56 } }
    const held = await at.write(day, {}, { start: '11:00', stop: '11:56' })
    const recorded = { ...held.draft.note.recorded, ...placeless.recorded, clientPlace: null }
    const saved = (await at.save({ ...held.draft, version: held.version }, { recorded })).json()
    await at.sign(held.sessionId, saved.version)
    await at.schedule(byVideo(day, { start: '13:00', stop: '13:50' }))
    const { items } = (await at.ask('GET', `/api/thread/today?day=${day}`)).json()
    const states = items.map((each: { links: { state: string }[] }) => each.links.map(({ state }) => state))
    expect(states).toEqual([
      ['holds', 'holds', 'holds', 'on-its-way', 'not-yet'],
      ['holds', 'needs-you', 'holds', 'not-yet', 'not-yet'],
      ['not-yet', 'not-yet', 'not-yet', 'not-yet', 'not-yet'],
    ])
    expect(items[2].links[0].says).toContain('nobody has confirmed it yet')
  })
})

describe('another practice', () => {
  test('finds nothing under these ids, whatever it asks', async () => {
    const { sessionId, noteId, version, answer } = await at.file('2026-02-11')
    const other = await openBilling(server)
    const strangers = sittingsOf(other)
    const asked = [
      await strangers.ask('GET', `/api/session/sessions/${sessionId}`),
      await strangers.confirm(sessionId, 1),
      await strangers.schedule(byVideo('2026-03-10'), { clientId: practice.clientId }),
      await strangers.schedule(byVideo('2026-03-10'), { coverageId: practice.coverageId }),
      await strangers.ask('POST', '/api/note/notes', { sessionId, template: 'dap' }),
      await strangers.ask('GET', `/api/note/notes/${noteId}`),
      await strangers.ask('GET', `/api/note/notes/${noteId}/versions`),
      await strangers.sign(sessionId, version),
      await strangers.ask('GET', `/api/thread/cases/${sessionId}`),
      await strangers.ask('POST', `/api/claim/claims/${answer.claim.id}/release`),
      await strangers.ask('POST', `/api/claim/claims/${answer.claim.id}/resend`),
      await strangers.ask('POST', `/api/thread/sessions/${sessionId}/correction/preview`, {
        version: 2,
        attendance: 'held',
      }),
    ]
    expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 404))
    expect((await strangers.ask('GET', '/api/session/sessions')).json().items).toEqual([])
  })
})
