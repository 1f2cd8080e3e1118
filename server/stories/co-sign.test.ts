// A supervisor and an associate: what waits is read, co-signed or returned, and the claim that waited for it leaves.
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalCoSignature } from '@goldenthread/core/note/co-signature.ts'
import { coSignAttestation } from '../src/note/co-sign.ts'
import { sha256 } from '../src/sha256.ts'
import { verify } from '../src/thread/verify/verify.ts'
import { openHeads } from '../src/trail/heads.ts'
import { type BillingPractice, count, openBilling } from './billed-sessions.ts'
import { sittingsOf } from './sittings.ts'
import { type Supervised, openSupervised } from './supervised.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

const key = generateKeyPairSync('ed25519').privateKey
let server: TestServer
let practice: BillingPractice
let supervised: Supervised
let colleague: Signed

beforeAll(async () => {
  server = await makeTestServer()
  const heads = openHeads(join(server.folder, 'heads'), key, server.services.log)
  Object.assign(server.services, { heads })
  practice = await openBilling(server)
  supervised = await openSupervised(server, practice, '2711471047')
  colleague = await server.join(practice.owner, 'clinician', '2400000024')
  await server.database.asAdministrator(
    `UPDATE payer_contract SET payer_rules = '{"associates":"supervisor","source":"Larkmoor manual 2026, 4.2"}'`,
  )
})
afterAll(() => server.close())

const waiting = async (who: Signed, list = 'to-co-sign') =>
  (await who.ask('GET', `/api/note/${list}`)).json().items

const hashOf = async (noteId: string): Promise<string> =>
  (await supervised.associate.ask('GET', `/api/note/notes/${noteId}/versions`)).json().items.at(-1).hash

const coSign = async (noteId: string, who: Signed = supervised.supervisor, hash?: string, headers = {}) =>
  who.ask(
    'POST',
    `/api/note/notes/${noteId}/co-sign`,
    { hash: hash ?? (await hashOf(noteId)), attestation: coSignAttestation },
    headers,
  )

const giveBack = async (noteId: string, comment: string) =>
  supervised.supervisor.ask('POST', `/api/note/notes/${noteId}/return`, {
    hash: await hashOf(noteId),
    comment,
  })

const codes = (answer: {
  readonly findings: readonly { readonly code: string; readonly severity: string }[]
}) => answer.findings.filter(({ severity }) => severity === 'holds-claim').map(({ code }) => code)

describe('an associate’s note', () => {
  test('is signed, stands to co-sign, and its claim waits for nothing else', async () => {
    const { noteId, answer } = await supervised.at.file('2026-03-09')
    expect(answer.claim.status).toBe('held')
    expect(codes(answer)).toEqual(['co-signature'])
    const items = await waiting(supervised.supervisor)
    expect(items.at(-1)).toMatchObject({
      noteId,
      day: '2026-03-09',
      client: { name: 'Maribel Quiñones' },
      author: { name: 'Wren Adeyemi' },
      sequence: 1,
      hash: await hashOf(noteId),
      comment: null,
    })
    expect(await waiting(colleague)).toEqual([])
    expect(await waiting(practice.owner)).toEqual([])
  })

  test('is co-signed by the supervisor over the hash of what was signed, and its claim is filed with it', async () => {
    const { noteId, sessionId, answer } = await supervised.at.file('2026-03-06')
    const read = await supervised.supervisor.ask('GET', `/api/thread/cases/${sessionId}`)
    expect(read.status).toBe(200)
    const done = await coSign(noteId)
    expect(done.status, done.text).toBe(200)
    const { said, hash, statement, claim } = done.json()
    expect(said).toMatchObject({
      verdict: 'co-signed',
      noteHash: answer.signed.hash,
      attestation: coSignAttestation,
      supervisor: { credentials: 'LCSW' },
    })
    expect(hash).toBe(sha256(canonicalCoSignature(said)))
    expect(statement).toMatch(/^Electronically co-signed by Imogen Harrowgate, LCSW, on March 10, 2026 at /)
    expect(claim).toMatchObject({ status: 'filed', claimNumber: answer.claim.claimNumber })
    expect(await count(server, 'entry', `key = 'filed:${claim.claimNumber}'`)).toBe(1)
    expect(
      (await waiting(supervised.supervisor)).map((each: { noteId: string }) => each.noteId),
    ).not.toContain(noteId)
    const touched = `act = 'co-sign-note' AND touched @> '[{"kind":"note","id":"${noteId}"}]'`
    expect(await count(server, 'trail', touched)).toBe(1)
    const { items } = (await supervised.associate.ask('GET', `/api/note/notes/${noteId}/versions`)).json()
    expect(items[0].coSignature).toMatchObject({ hash, statement })
    expect(items[0].hash).toBe(answer.signed.hash)
  })

  test('is returned with a comment, amended, and the addendum is co-signed', async () => {
    const { noteId, sessionId } = await supervised.at.file('2026-03-05')
    const returned = await giveBack(noteId, 'Say what was done about sleep.')
    expect(returned.json()).toMatchObject({
      said: { verdict: 'returned', attestation: null },
      claim: { status: 'held' },
    })
    expect(codes(returned.json().claim)).toEqual(['co-signature'])
    const theirs = await waiting(supervised.associate, 'returned')
    expect(theirs.at(-1)).toMatchObject({ noteId, comment: 'Say what was done about sleep.' })
    const late = await coSign(noteId)
    expect([late.status, late.json().code]).toEqual([409, 'decided'])
    await supervised.at.amend(sessionId, noteId, (note) => ({
      sections: { ...note.sections, plan: 'A sleep log.' },
    }))
    expect(
      (await waiting(supervised.associate, 'returned')).map((each: { noteId: string }) => each.noteId),
    ).not.toContain(noteId)
    expect((await waiting(supervised.supervisor)).at(-1)).toMatchObject({ noteId, sequence: 2 })
    expect((await coSign(noteId)).json().claim.status).toBe('filed')
  })

  test('is amended after it was co-signed: the claim that has not left waits for the supervisor anew', async () => {
    const { noteId, sessionId } = await supervised.at.file('2026-03-04')
    const first = (await coSign(noteId)).json().claim
    const amended = await supervised.at.amend(sessionId, noteId, (note) => ({
      sections: { ...note.sections, plan: 'Twice a week.' },
    }))
    const { claim } = amended.json()
    expect(claim.status).toBe('held')
    expect(codes(claim)).toEqual(['co-signature'])
    const ledger = `account_kind = 'receivable-payer' AND entry_id IN (SELECT id FROM entry WHERE claim_id = '${first.id}')`
    expect(await count(server, 'entry_line', `${ledger} AND side = 'debit'`)).toBe(1)
    expect(await count(server, 'entry_line', `${ledger} AND side = 'credit'`)).toBe(1)
    expect((await coSign(noteId)).json().claim.status).toBe('filed')
  })
})

describe('nobody else co-signs', () => {
  test('an owner may not, the author may not, a colleague does not find it', async () => {
    const { noteId } = await supervised.at.file('2026-03-03')
    expect((await coSign(noteId, practice.owner)).status).toBe(403)
    expect((await coSign(noteId, supervised.associate)).status).toBe(403)
    expect((await coSign(noteId, colleague)).status).toBe(404)
    expect((await colleague.ask('GET', `/api/note/notes/${noteId}`)).status).toBe(404)
    expect((await supervised.supervisor.ask('GET', `/api/note/notes/${noteId}`)).status).toBe(200)
  })

  test('the supervisor reads it and does not write it', async () => {
    const { noteId, version, draft } = await supervised.at.write('2026-03-02')
    const { sections, picks, diagnoses, template, recorded } = draft.note
    const note = { template, recorded, sections, picks, diagnoses }
    const body = { version, sitting: server.services.makeId(), note }
    const written = await supervised.supervisor.ask('PUT', `/api/note/notes/${noteId}`, body)
    expect(written.status).toBe(404)
  })

  test('a note of somebody who works on their own needs no co-signature', async () => {
    const claim = await practice.file('2026-02-20')
    const [row] = await server.database.asAdministrator('SELECT note_id FROM signed_note WHERE id = $1', [
      claim.signedNoteId,
    ])
    const refused = await coSign(String(row?.['note_id']), practice.clinician, 'a'.repeat(64))
    expect(refused.status).toBe(403)
  })
})

describe('what is co-signed is what was read', () => {
  test('another hash, a draft and an addendum that is being written are refused', async () => {
    const { noteId, answer } = await supervised.at.file('2026-02-27')
    const other = await coSign(noteId, supervised.supervisor, 'b'.repeat(64))
    expect([other.status, other.json().code]).toEqual([409, 'shown'])
    const begin = `/api/note/notes/${noteId}/amendment`
    await supervised.associate.ask('POST', begin, { version: answer.note.version })
    const amending = await coSign(noteId)
    expect([amending.status, amending.json().code]).toEqual([409, 'amending'])
    const draft = await supervised.at.write('2026-02-26')
    const early = await coSign(draft.noteId, supervised.supervisor, 'b'.repeat(64))
    expect([early.status, early.json().code]).toEqual([409, 'not-signed'])
  })

  test('twenty who co-sign at once make one co-signature and one claim', async () => {
    const { noteId, answer } = await supervised.at.file('2026-02-25')
    const hash = await hashOf(noteId)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => coSign(noteId, supervised.supervisor, hash)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)])
    expect(await count(server, 'co_signature', `signed_note_id = '${answer.signed.id}'`)).toBe(1)
    expect(await count(server, 'entry', `key = 'filed:${answer.claim.claimNumber}'`)).toBe(1)
  })

  test('under one key all are answered the same', async () => {
    const { noteId } = await supervised.at.file('2026-02-24')
    const hash = await hashOf(noteId)
    const once = { 'idempotency-key': 'co-sign-of-2026-02-24' }
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => coSign(noteId, supervised.supervisor, hash, once)),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0]?.status).toBe(200)
  })
})

test('a practice may have everybody who is supervised co-signed', async () => {
  const url = `/api/people/providers/${colleague.actor.providerId}`
  const { version, provider } = (await practice.owner.ask('GET', url)).json()
  const supervisorId = practice.clinician.actor.providerId
  await practice.owner.ask('PUT', url, { version, provider, supervisorId, active: true })
  const setting = '/api/practice/settings/note.co-sign'
  const set = await practice.owner.ask('PUT', setting, { version: 0, value: 'supervised' })
  expect(set.status, set.text).toBe(200)
  const { noteId, answer } = await sittingsOf({ ...practice, clinician: colleague }).file('2026-02-23')
  expect(answer.claim.status).toBe('filed')
  expect((await waiting(supervised.supervisor)).map((each: { noteId: string }) => each.noteId)).toContain(
    noteId,
  )
})

describe('of co-signatures it is found that', () => {
  const found = async (): Promise<readonly string[]> => {
    await server.services.heads.flush()
    const headsFolder = join(server.folder, 'heads')
    const all = await verify({ database: server.services.database, sha256, headsFolder, headKey: key })
    return all.flatMap(({ findings }) => findings.map(({ code }) => code.replace('verify:', ''))).sort()
  }
  const execute = (statement: string) => server.database.asAdministrator(statement)
  const one = '(SELECT id FROM co_signature ORDER BY id LIMIT 1)'

  /** Tampers, looks, and puts the table back as it was. */
  const tampered = async (statement: string): Promise<readonly string[]> => {
    await execute('CREATE TABLE kept AS TABLE co_signature')
    try {
      await execute(statement)
      return await found()
    } finally {
      await execute('DELETE FROM co_signature')
      await execute('INSERT INTO co_signature SELECT * FROM kept')
      await execute('DROP TABLE kept')
    }
  }

  test('nothing was touched', async () => {
    expect(await found()).toEqual([])
  })

  const rows: readonly (readonly [string, string, readonly string[]])[] = [
    [
      'its text was edited',
      `UPDATE co_signature SET canonical = replace(canonical, 'agree', 'disagree') WHERE id = ${one}`,
      ['co-signature-altered'],
    ],
    [
      'its text was edited and hashed anew',
      `UPDATE co_signature SET canonical = replace(canonical, 'agree', 'disagree'),
         hash = encode(sha256(convert_to(replace(canonical, 'agree', 'disagree'), 'UTF8')), 'hex') WHERE id = ${one}`,
      ['altered'],
    ],
    [
      'a return was made a co-signature beside the text',
      `UPDATE co_signature SET verdict = 'co-signed' WHERE verdict = 'returned'`,
      ['co-signature-copy'],
    ],
    [
      'it was put beside another note',
      `UPDATE co_signature SET signed_note_id =
         (SELECT id FROM signed_note WHERE id NOT IN (SELECT signed_note_id FROM co_signature) ORDER BY id LIMIT 1)
       WHERE id = ${one}`,
      ['co-signature-copy'],
    ],
    [
      'its statement names somebody else',
      `UPDATE co_signature SET statement = replace(statement, 'Harrowgate', 'Marsh') WHERE id = ${one}`,
      ['co-signature-copy'],
    ],
    [
      'it was given to another person',
      `UPDATE co_signature x SET person_id = (SELECT id FROM person WHERE id <> x.person_id LIMIT 1) WHERE id = ${one}`,
      ['altered'],
    ],
    [
      'it was given to another supervisor',
      `UPDATE co_signature x SET provider_id = (SELECT id FROM provider WHERE id <> x.provider_id
         AND practice_id = x.practice_id LIMIT 1) WHERE id = ${one}`,
      ['altered'],
    ],
    ['it is gone', `DELETE FROM co_signature WHERE id = ${one}`, ['gone']],
    [
      'one was put in that nobody gave',
      `INSERT INTO co_signature SELECT practice_id, gen_random_uuid(),
         (SELECT id FROM signed_note WHERE id NOT IN (SELECT signed_note_id FROM co_signature) ORDER BY id LIMIT 1),
         verdict, canonical, hash, signed_at, person_id, provider_id, statement FROM co_signature WHERE id = ${one}`,
      ['co-signature-copy', 'no-seal'],
    ],
  ]
  test.each(rows)('%s', async (_, statement, expected) => {
    expect(await tampered(statement)).toEqual([...expected].sort())
  })

  test('a signed note no longer says that it was for co-signing, or who signed it', async () => {
    await execute('CREATE TABLE kept AS TABLE signed_note')
    await execute(
      `UPDATE signed_note SET co_sign = false WHERE id = (SELECT id FROM signed_note WHERE co_sign LIMIT 1)`,
    )
    const hidden = await found()
    await execute('UPDATE signed_note s SET co_sign = k.co_sign FROM kept k WHERE k.id = s.id')
    await execute(
      `UPDATE signed_note SET statement = 'Electronically signed by somebody.' WHERE id = (SELECT id FROM signed_note ORDER BY id LIMIT 1)`,
    )
    const restated = await found()
    await execute('UPDATE signed_note s SET statement = k.statement FROM kept k WHERE k.id = s.id')
    await execute('DROP TABLE kept')
    expect([hidden, restated, await found()]).toEqual([['note-copy'], ['note-copy'], []])
  })
})
