// A note that was written into the wrong chart: struck there, begun in the right one, and never lost.
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalNote } from '@goldenthread/core/note/canonical-note.ts'
import { sha256 } from '../src/sha256.ts'
import { verify } from '../src/thread/verify/verify.ts'
import { openHeads } from '../src/trail/heads.ts'
import { type BillingPractice, count, example, openBilling } from './billed-sessions.ts'
import { inventedClient, inventedCoverage } from './invented.ts'
import { type Sittings, byVideo, sitting, sittingsOf } from './sittings.ts'
import { openSupervised } from './supervised.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

const key = generateKeyPairSync('ed25519').privateKey
let server: TestServer
let practice: BillingPractice
let at: Sittings
/** The chart in which the notes belong. */
let right: Sittings
let rightClientId: string

beforeAll(async () => {
  server = await makeTestServer()
  Object.assign(server.services, { heads: openHeads(join(server.folder, 'heads'), key, server.services.log) })
  practice = await openBilling(server)
  at = sittingsOf(practice)
  const other = { ...inventedClient, name: { first: 'Ada', last: 'Brandt' }, birthDate: '1979-11-02' }
  rightClientId = (await practice.owner.ask('POST', '/api/people/clients', { client: other })).json().id
  const coverage = { ...inventedCoverage(practice.payerId), memberNumber: 'LKM999000222' }
  const url = `/api/coverage/clients/${rightClientId}/coverages`
  const coverageId = (await practice.owner.ask('POST', url, coverage)).json().id
  right = sittingsOf({ ...practice, clientId: rightClientId, coverageId })
})
afterAll(() => server.close())

const reason = 'Written into the chart of the client before.'

const move = (noteId: string, version: number, toSessionId: string, who: Signed = practice.clinician) =>
  who.ask('POST', `/api/note/notes/${noteId}/move`, { version, toSessionId, reason })

const versionsOf = async (noteId: string) =>
  (await practice.owner.ask('GET', `/api/note/notes/${noteId}/versions`)).json()

/** A note signed in the wrong chart, whose claim is held: nothing has left. */
const misplaced = async (day: string) => {
  const filed = await at.file(day, { diagnoses: [] })
  expect(filed.answer.claim.status).toBe('held')
  return { ...filed, version: filed.answer.note.version as number }
}

describe('a signed note in the wrong chart', () => {
  test('is struck there and closed, and begins in the right one with the hash of what it was', async () => {
    const wrong = await misplaced('2026-03-09')
    const { id: toSessionId } = await right.hold('2026-03-09', { start: '11:00', stop: '11:56' })
    const moved = await move(wrong.noteId, wrong.version, toSessionId)
    expect(moved.status, moved.text).toBe(200)
    const { move: told, claim } = moved.json()
    expect(told).toMatchObject({ noteId: wrong.noteId, toSessionId, reason, hash: wrong.answer.signed.hash })

    const there = await at.ask('GET', `/api/note/notes/${wrong.noteId}`)
    expect([there.status, there.json().code]).toEqual([409, 'moved'])
    const struck = await versionsOf(wrong.noteId)
    expect(struck.moved).toMatchObject({ toNoteId: told.toNoteId, reason })
    expect(struck.items[0]).toMatchObject({ note: null, hash: wrong.answer.signed.hash })
    const left = await at.seeCase(wrong.sessionId)
    expect(left.case.note).toBeNull()
    expect(left.struck).toMatchObject([{ noteId: wrong.noteId, toSessionId }])

    const { items, moved: none } = await versionsOf(told.toNoteId)
    expect(none).toBeNull()
    expect(items).toHaveLength(1)
    const [copy] = items
    expect(copy.note.identity).toEqual({ name: { first: 'Ada', last: 'Brandt' }, birthDate: '1979-11-02' })
    expect(copy.note.movedFrom).toMatchObject({ hash: wrong.answer.signed.hash, reason })
    expect(copy.note.sections).toEqual(example.note.sections)
    expect(copy.note.signature.signedAt).toBe(wrong.answer.signed.signedAt)
    expect(copy.statement).toContain('Written into another chart by mistake and moved here on March 10, 2026')
    expect(sha256(canonicalNote(copy.note) ?? '')).toBe(copy.hash)
    expect(claim.status).toBe('held')
    expect(await count(server, 'claim', `session_id = '${toSessionId}'`)).toBe(1)
    const live = `session_id = '${wrong.sessionId}' AND status <> 'void'`
    expect(await count(server, 'claim', live)).toBe(0)
  })

  test('is named by one row of the trail in both charts', async () => {
    const [row] = await server.database.asAdministrator(
      `SELECT touched FROM trail WHERE act = 'move-note' ORDER BY number LIMIT 1`,
    )
    const touched = row?.['touched'] as readonly { readonly kind: string; readonly id: string }[]
    const of = (kind: string) => touched.filter((each) => each.kind === kind).map(({ id }) => id)
    expect(of('note').length).toBeGreaterThanOrEqual(2)
    expect(new Set(of('session')).size).toBe(2)
    expect(of('client')).toEqual(expect.arrayContaining([practice.clientId, rightClientId]))
  })

  test('bills nobody in the right one until its author has read it there and confirmed it by an addendum', async () => {
    const wrong = await misplaced('2026-02-13')
    const { id: toSessionId } = await right.hold('2026-02-13', { start: '11:00', stop: '11:56' })
    const { move: told, claim } = (
      await move(wrong.noteId, wrong.version, toSessionId, practice.owner)
    ).json()
    const codes = (of: { readonly findings: readonly { readonly code: string }[] }) =>
      of.findings.map(({ code }) => code)
    expect([claim.status, codes(claim)]).toEqual(['held', expect.arrayContaining(['claim:note-moved'])])
    const released = await practice.owner.ask('POST', `/api/claim/claims/${claim.id}/release`, undefined, {
      'idempotency-key': 'release-what-was-moved',
    })
    expect([released.status, released.json().status, codes(released.json())]).toEqual([
      200,
      'held',
      expect.arrayContaining(['claim:note-moved']),
    ])
    const confirmed = await right.amend(toSessionId, told.toNoteId, (note) => ({
      recorded: { ...note.recorded, start: '11:00', stop: '11:56' },
      diagnoses: [{ code: 'F33.1' }],
    }))
    expect(confirmed.json().claim, confirmed.text).toMatchObject({
      id: claim.id,
      status: 'filed',
    })
  })

  test('brings nothing along that was carried into it from a note of the other client', async () => {
    await at.file('2026-02-11')
    const { id: sessionId } = await at.hold('2026-02-12')
    const { id: noteId, version, note } = await at.open(sessionId)
    const { template, recorded, picks, diagnoses } = note
    const asCarried = await at.ask('PUT', `/api/note/notes/${noteId}`, {
      version,
      sitting,
      note: { template, recorded, picks, diagnoses, sections: example.note.sections },
      confirmed: Object.keys(picks).map((each) => `picks.${each}`),
    })
    expect(asCarried.status, asCarried.text).toBe(200)
    // A claim that was never filed is what a note can be moved with.
    const signed = (await at.sign(sessionId, asCarried.json().version)).json()
    const held = signed.claim.status === 'held' ? signed.claim : null
    if (held === null)
      await practice.owner.ask('POST', `/api/claim/claims/${signed.claim.id}/withdraw`, undefined, {
        'idempotency-key': 'withdraw-before-move',
      })
    const { items: there } = await versionsOf(noteId)
    expect(there[0].note.carried.untouched).toContain('diagnoses.F33.1')
    const { id: toSessionId } = await right.hold('2026-02-12', { start: '11:00', stop: '11:56' })
    const moved = await move(noteId, signed.note.version, toSessionId)
    expect(moved.status, moved.text).toBe(200)
    const [copy] = (await versionsOf(moved.json().move.toNoteId)).items
    expect(copy.note).not.toHaveProperty('carried')
    expect(copy.note.diagnoses).toEqual([])
  })

  test('makes room for the note that belongs there', async () => {
    const wrong = await misplaced('2026-03-06')
    const { id: toSessionId } = await right.hold('2026-03-06', { start: '11:00', stop: '11:56' })
    expect((await move(wrong.noteId, wrong.version, toSessionId)).status).toBe(200)
    const own = await at.open(wrong.sessionId)
    expect(own.id).not.toBe(wrong.noteId)
    const saved = (await at.save(own)).json()
    const signed = await at.sign(wrong.sessionId, saved.version)
    expect(signed.json().claim.status).toBe('filed')
  })

  test('takes the place of a draft that nobody has written in, and goes on with addenda that follow it', async () => {
    const wrong = await misplaced('2026-03-05')
    const { id: toSessionId } = await right.hold('2026-03-05', { start: '11:00', stop: '11:56' })
    const empty = await right.open(toSessionId)
    const moved = (await move(wrong.noteId, wrong.version, toSessionId)).json()
    expect(moved.move.toNoteId).toBe(empty.id)
    const amended = await right.amend(toSessionId, empty.id, (note) => ({
      recorded: { ...note.recorded, start: '11:00', stop: '11:56' },
      diagnoses: [{ code: 'F33.1' }],
    }))
    expect(amended.json().claim.status).toBe('filed')
    const { items } = await versionsOf(empty.id)
    expect(items[1].previousHash).toBe(items[0].hash)
    expect(items[1].note).not.toHaveProperty('movedFrom')
  })
})

describe('it is not moved', () => {
  test('while a claim that was filed rests on it', async () => {
    const filed = await at.file('2026-03-04')
    expect(filed.answer.claim.status).toBe('filed')
    const { id } = await right.hold('2026-03-04', { start: '11:00', stop: '11:56' })
    const refused = await move(filed.noteId, filed.answer.note.version, id)
    expect([refused.status, refused.json().code]).toEqual([409, 'claim-stands'])
    expect(await count(server, 'note', `session_id = '${id}'`)).toBe(0)
  })

  const elsewhere: readonly (readonly [string, string, () => Promise<readonly [string, number, string]>])[] =
    [
      [
        'onto a session that has a note',
        'has-note',
        async () => {
          const wrong = await misplaced('2026-02-27')
          const { sessionId } = await right.write('2026-02-27', {}, { start: '11:00', stop: '11:56' })
          return [wrong.noteId, wrong.version, sessionId]
        },
      ],
      [
        'onto a session whose note somebody has begun to write, were it picks alone',
        'has-note',
        async () => {
          const wrong = await misplaced('2026-02-10')
          const { id } = await right.hold('2026-02-10', { start: '11:00', stop: '11:56' })
          const begun = await right.open(id)
          const saved = await right.save(begun, { sections: {}, diagnoses: [] })
          expect(saved.status, saved.text).toBe(200)
          return [wrong.noteId, wrong.version, id]
        },
      ],
      [
        'onto a session that nobody confirmed',
        'not-confirmed',
        async () => {
          const wrong = await misplaced('2026-02-26')
          const planned = (
            await right.schedule(byVideo('2026-02-26', { start: '11:00', stop: '11:56' }))
          ).json()
          return [wrong.noteId, wrong.version, planned.id]
        },
      ],
      [
        'onto its own session',
        'same-session',
        async () => {
          const wrong = await misplaced('2026-02-25')
          return [wrong.noteId, wrong.version, wrong.sessionId]
        },
      ],
      [
        'while it is a draft',
        'not-signed',
        async () => {
          const draft = await at.write('2026-02-24')
          const { id } = await right.hold('2026-02-24', { start: '11:00', stop: '11:56' })
          return [draft.noteId, draft.version, id]
        },
      ],
      [
        'onto another provider’s session',
        'other-provider',
        async () => {
          const wrong = await misplaced('2026-02-23')
          const { at: theirs } = await openSupervised(server, practice, '2711471047')
          const { id } = await theirs.hold('2026-02-23', { start: '11:00', stop: '11:56' })
          return [wrong.noteId, wrong.version, id]
        },
      ],
      [
        'twice',
        'moved',
        async () => {
          const wrong = await misplaced('2026-02-20')
          const [one, other] = [
            await right.hold('2026-02-20', { start: '11:00', stop: '11:56' }),
            await right.hold('2026-02-19', { start: '11:00', stop: '11:56' }),
          ]
          await move(wrong.noteId, wrong.version, one.id)
          return [wrong.noteId, wrong.version + 1, other.id]
        },
      ],
    ]
  test.each(elsewhere)('%s', async (_, code, make) => {
    const [noteId, version, toSessionId] = await make()
    const refused = await move(noteId, version, toSessionId)
    expect([refused.status, refused.json().code], refused.text).toEqual([409, code])
  })

  test('by anybody but its author and an owner', async () => {
    const wrong = await misplaced('2026-02-18')
    const { id } = await right.hold('2026-02-18', { start: '11:00', stop: '11:56' })
    const colleague = await server.join(practice.owner, 'clinician', '2400000024')
    const biller = await server.join(practice.owner, 'biller')
    expect((await move(wrong.noteId, wrong.version, id, colleague)).status).toBe(404)
    expect((await move(wrong.noteId, wrong.version, id, biller)).status).toBe(403)
    expect((await move(wrong.noteId, wrong.version + 1, id)).json().code).toBe('stale')
    expect((await move(wrong.noteId, wrong.version, id, practice.owner)).status).toBe(200)
  })

  test('to two places at once', async () => {
    const wrong = await misplaced('2026-02-17')
    const ids: string[] = []
    for (const start of ['11:00', '13:00', '15:00'])
      ids.push((await right.hold('2026-02-17', { start, stop: start.replace(':00', ':56') })).id)
    const answers = await Promise.all(ids.map((id) => move(wrong.noteId, wrong.version, id)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await count(server, 'note_move', `note_id = '${wrong.noteId}'`)).toBe(1)
  })
})

test('what the client was charged for goes with the note, and the right one is charged', async () => {
  const fees = [
    {
      code: '90837',
      from: '2026-01-01',
      to: '2026-12-31',
      charge: 15_000,
      allowed: 15_000,
      source: 'Fees of the practice, 2026',
    },
  ]
  const [setting] = [await practice.owner.ask('GET', '/api/practice/settings/private-fees')]
  if (setting.status === 200)
    await practice.owner.ask('PUT', '/api/practice/settings/private-fees', {
      version: setting.json().version,
      value: fees,
    })
  const theirs = sittingsOf({ ...practice, coverageId: null as never })
  const wrong = await theirs.file('2026-02-16')
  const rights = sittingsOf({ ...practice, clientId: rightClientId, coverageId: null as never })
  const { id } = await rights.hold('2026-02-16', { start: '11:00', stop: '11:56' })
  const moved = await move(wrong.noteId, wrong.answer.note.version, id)
  expect([moved.status, moved.json().claim]).toEqual([200, null])
  const standing = (sessionId: string) => `session_id = '${sessionId}' AND status <> 'reversed'`
  expect(await count(server, 'private_charge', standing(wrong.sessionId))).toBe(0)
  expect(await count(server, 'private_charge', standing(id))).toBe(1)
})

describe('of moves it is found that', () => {
  const found = async (): Promise<readonly string[]> => {
    await server.services.heads.flush()
    const headsFolder = join(server.folder, 'heads')
    const all = await verify({ database: server.services.database, sha256, headsFolder, headKey: key })
    return all.flatMap(({ findings }) => findings.map(({ code }) => code.replace('verify:', ''))).sort()
  }
  const execute = (statement: string) => server.database.asAdministrator(statement)

  test('nothing was touched', async () => {
    expect(await found()).toEqual([])
  })

  test('a struck note was put back, a reason was changed, a move is gone', async () => {
    const one = '(SELECT note_id FROM note_move ORDER BY id LIMIT 1)'
    await execute('CREATE TABLE kept AS TABLE note_move')
    await execute(`UPDATE note_move SET reason = 'Otherwise.' WHERE note_id = ${one}`)
    expect(await found()).toEqual(['altered'])
    await execute('UPDATE note_move m SET reason = k.reason FROM kept k WHERE k.id = m.id')
    await execute(`UPDATE note_move m SET person_id = (SELECT id FROM person WHERE id <> m.person_id LIMIT 1)
      WHERE note_id = ${one}`)
    expect(await found()).toEqual(['note-move'])
    await execute('UPDATE note_move m SET person_id = k.person_id FROM kept k WHERE k.id = m.id')
    await execute(`DELETE FROM note_move WHERE note_id = ${one}`)
    expect(await found()).toEqual(['gone', 'note-struck'])
    await execute('DELETE FROM note_move')
    await execute('INSERT INTO note_move SELECT * FROM kept')
    await execute('DROP TABLE kept')
    await execute(`UPDATE note SET status = 'draft' WHERE id = ${one} AND NOT EXISTS
      (SELECT FROM note o WHERE o.session_id = note.session_id AND o.status <> 'moved')`)
    expect(await found()).toEqual(['note-move'])
    await execute(`UPDATE note SET status = 'moved' WHERE id = ${one}`)
    expect(await found()).toEqual([])
  })
})
