// Signing as a person does it: what was carried forward is shown first, what was not shown is not signed, and a late entry says so.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { canonicalNote } from '@goldenthread/core/note/canonical-note.ts'
import { instant } from '@goldenthread/core/values/day.ts'
import { attestation } from '../src/note/sign-note.ts'
import { sha256 } from '../src/sha256.ts'
import { type BillingPractice, example, openBilling } from './billed-sessions.ts'
import { type Draft, type Sittings, byVideo, sitting, sittingsOf } from './sittings.ts'
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

const { template, sections, picks, diagnoses } = example.note

/** Saves what stands in the draft with the prose of today, and says again what `confirmed` names. */
const write = async (draft: Draft, confirmed?: readonly string[], changed: object = {}) => {
  const { recorded, picks: offered, diagnoses: standing } = draft.note
  const note = { template, recorded, sections, picks: offered, diagnoses: standing, ...changed }
  const body = { version: draft.version, sitting, note, ...(confirmed && { confirmed }) }
  const saved = await at.ask('PUT', `/api/note/notes/${draft.id}`, body)
  expect(saved.status, saved.text).toBe(200)
  return saved.json().version as number
}

const versionsOf = async (noteId: string) =>
  (await at.ask('GET', `/api/note/notes/${noteId}/versions`)).json().items

describe('what is carried forward', () => {
  test('stands in the next draft, named with the day it is of, and is not set before it is touched', async () => {
    const before = await at.file('2026-02-02')
    const [signed] = await versionsOf(before.noteId)
    const session = await at.hold('2026-02-09')
    const draft = await at.open(session.id)
    expect(draft.note.carried?.from).toEqual({
      noteId: before.noteId,
      day: '2026-02-02',
      hash: signed.hash,
    })
    expect(draft.note.picks.risk?.level).toBe(picks.risk?.level)
    const seen = await at.seeCase(session.id)
    const codes = seen.findings.map((each: { code: string }) => each.code)
    expect(codes).toEqual(expect.arrayContaining(['risk-addressed', 'mental-status-count']))
    expect(seen.signing.carriedFrom.day).toBe('2026-02-02')
    expect(seen.signing.carried).toContainEqual({ path: 'picks.risk.level', as: 'left-out' })
    expect(seen.signing.carried).toContainEqual({
      path: `diagnoses.${diagnoses[0]?.code}`,
      as: 'stands',
    })
  })

  test('is signed where it was said again and left out where it was not, and the signed note tells both', async () => {
    await at.file('2026-01-12')
    const session = await at.hold('2026-01-19')
    const draft = await at.open(session.id)
    const confirmed = ['picks.risk.suicidalIdeation', 'picks.risk.homicidalIdeation', 'picks.risk.level']
    const version = await write(draft, confirmed)
    const seen = await at.seeCase(session.id)
    const codes = seen.findings.map((each: { code: string }) => each.code)
    expect(codes).not.toContain('risk-addressed')
    expect(codes).toContain('mental-status-count')
    const signed = (await at.sign(session.id, version)).json()
    const [kept] = await versionsOf(draft.id)
    expect(kept.note.picks).toEqual({
      risk: {
        suicidalIdeation: picks.risk?.suicidalIdeation,
        homicidalIdeation: picks.risk?.homicidalIdeation,
        level: picks.risk?.level,
      },
    })
    expect([...kept.note.carried.confirmed].sort()).toEqual([...confirmed].sort())
    expect(kept.note.carried.untouched).toEqual(diagnoses.map(({ code }) => `diagnoses.${code}`))
    expect(sha256(canonicalNote(kept.note) ?? '')).toBe(signed.signed.hash)
  })

  test('cannot be passed off as typed: the same words without a touch stay carried', async () => {
    await at.file('2026-01-02')
    const session = await at.hold('2026-01-05')
    const draft = await at.open(session.id)
    await write(draft, undefined, { picks })
    const { note } = (await at.ask('GET', `/api/note/notes/${draft.id}`)).json()
    expect(note.carried.untouched).toContain('picks.risk.level')
    const version = draft.version + 1
    await write({ ...draft, version }, ['sections.data', 'picks.risk.level'])
    const after = (await at.ask('GET', `/api/note/notes/${draft.id}`)).json()
    expect(after.note.carried.confirmed).toEqual(['picks.risk.level'])
  })
})

describe('what is signed', () => {
  test('is what was shown: without it, or with another one, nothing is signed', async () => {
    const { sessionId, version } = await at.write('2026-03-02')
    const url = `/api/thread/sessions/${sessionId}/sign-and-file`
    const unseen = await at.ask('POST', url, { version, attestation })
    expect(unseen.status).toBe(422)
    const other = await at.sign(sessionId, version, { shown: 'a'.repeat(64) })
    expect([other.status, other.json().code]).toEqual([409, 'shown'])
    expect(other.json().title).toMatch(/not what was shown/)
    expect((await at.sign(sessionId, version)).status).toBe(200)
  })

  test('is what was shown of the carried picks too: one touched since is looked at first', async () => {
    await at.file('2026-02-23')
    const session = await at.hold('2026-03-03')
    const draft = await at.open(session.id)
    const version = await write(draft, [])
    const shown = await at.look(session.id)
    const touched = await write({ ...draft, version }, ['picks.risk.level'])
    const refused = await at.sign(session.id, touched, { shown })
    expect([refused.status, refused.json().code]).toEqual([409, 'shown'])
  })
})

describe('the statement', () => {
  test('tells name, credentials and the time on the clock of the practice', async () => {
    const { answer } = await at.file('2026-03-10', {}, { start: '08:00', stop: '08:56' })
    expect(answer.signed.statement).toBe(
      'Electronically signed by Imogen Harrowgate, LCSW, on March 10, 2026 at 10:00 AM, America/New_York (UTC-04:00).',
    )
    expect(answer.signed.signedAt).toBe('2026-03-10T14:00:00Z')
  })

  test('says of a late entry how late it is, and that nobody knew whether records were asked for', async () => {
    const { noteId, sessionId, version } = await at.write('2026-03-06')
    const seen = await at.seeCase(sessionId)
    expect(seen.signing.lateEntry).toEqual({ hoursAfter: 95, limitHours: 24 })
    const { signed } = (await at.sign(sessionId, version)).json()
    expect(signed.statement).toContain(
      'Late entry: signed 95 hours after the session ended; the limit is 24. Whether records were being asked for was not known.',
    )
    const [kept] = await versionsOf(noteId)
    expect(kept.note.signature).toMatchObject({
      zone: 'America/New_York',
      lateEntry: { hoursAfter: 95, limitHours: 24 },
      recordsRequestOpen: null,
    })
  })

  test('is that of no late entry until a day has passed since the session ended', async () => {
    const session = byVideo('2026-03-09', { start: '09:10', stop: '10:05' })
    const { id, version } = (await at.schedule(session)).json()
    await at.confirm(id, version)
    const draft = await at.open(id)
    const saved = (await at.save(draft)).json()
    expect(server.services.clock.now()).toBe(instant('2026-03-10T14:00:00Z'))
    const { signed } = (await at.sign(id, saved.version)).json()
    expect(signed.statement).not.toContain('Late entry')
  })

  test('follows the limit that the practice set, and a limit out of bounds is not taken', async () => {
    const url = '/api/practice/settings/note.late-entry-hours'
    expect((await practice.owner.ask('PUT', url, { version: 0, value: 0 })).status).toBe(422)
    const set = await practice.owner.ask('PUT', url, { version: 0, value: 120 })
    expect(set.status, set.text).toBe(200)
    const { noteId, answer } = await at.file('2026-03-05', {}, { start: '15:00', stop: '15:56' })
    expect(answer.signed.statement).not.toContain('Late entry')
    const [kept] = await versionsOf(noteId)
    expect(kept.note.signature).not.toHaveProperty('lateEntry')
    expect(kept.note.signature).not.toHaveProperty('recordsRequestOpen')
  })
})

describe('prose', () => {
  test('keeps its lines and tabs through signing, however the computer ends a line', async () => {
    const changed = { sections: { ...sections, plan: 'Next week:\r\n\t1. breathing\r2. the diary\n' } }
    const { noteId } = await at.file('2026-03-09', changed, { start: '13:00', stop: '13:56' })
    const [kept] = await versionsOf(noteId)
    expect(kept.note.sections.plan).toBe('Next week:\n\t1. breathing\n2. the diary')
    expect(sha256(canonicalNote(kept.note) ?? '')).toBe(kept.hash)
  })

  test('with another control character is refused, and told which and where', async () => {
    const { id } = await at.hold('2026-03-09', { start: '15:00', stop: '15:56' })
    const refused = await at.save(await at.open(id), { sections: { ...sections, plan: 'one\u0007' } })
    expect(refused.status).toBe(422)
    expect(refused.json().findings).toMatchObject([
      { place: { path: 'body.note.sections.plan' }, says: expect.stringContaining('Character 4') },
    ])
  })
})

describe('an addendum', () => {
  test('keeps the original, says why it was made and by whom, and is no late entry', async () => {
    const { noteId, sessionId } = await at.file('2026-02-04')
    const [first] = await versionsOf(noteId)
    const amended = await at.amend(sessionId, noteId, (note) => ({
      sections: { ...note.sections, plan: 'Weekly.' },
    }))
    expect(amended.json().signed.statement).toContain('Addendum to what was signed before.')
    const [original, second] = await versionsOf(noteId)
    expect(original).toEqual(first)
    expect(second.note.signature).toMatchObject({
      addendum: { reason: 'The times were noted wrongly.' },
      recordsRequestOpen: null,
    })
    expect(second.note.signature).not.toHaveProperty('lateEntry')
    expect(second.note.author.name.last).toBe('Harrowgate')
    expect(second.note.previousHash).toBe(first.hash)
  })
})
