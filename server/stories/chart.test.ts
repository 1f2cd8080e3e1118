// The chart: clients with what waits, a chart's head and its sessions, and who sees what of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BillingPractice, openBilling } from './billed-sessions.ts'
import { type Sittings, byVideo, sittingsOf } from './sittings.ts'
import { freshNpi } from './two-practices.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

let server: TestServer
let practice: BillingPractice
let at: Sittings
let biller: Signed
let chart: string

beforeAll(async () => {
  server = await makeTestServer()
  practice = await openBilling(server)
  at = sittingsOf(practice)
  biller = await server.join(practice.owner, 'biller')
  chart = `/api/thread/clients/${practice.clientId}`
})
afterAll(() => server.close())

const sessionsOf = async (query = '') => (await at.ask('GET', `${chart}/sessions${query}`)).json()

describe('the sessions of a chart', () => {
  test('stand newest first, each with its note, codes, claim and links', async () => {
    const first = await at.file('2026-02-02')
    const second = await at.write('2026-02-09')
    const { items } = await sessionsOf()
    expect(items.map((each: { id: string }) => each.id)).toEqual([second.sessionId, first.sessionId])
    expect(items[0].note).toMatchObject({ status: 'draft', signedAt: null, versions: 0 })
    expect(items[0].claim).toBeNull()
    expect(items[1].note).toMatchObject({ id: first.noteId, status: 'signed', versions: 1 })
    expect(items[1].note.begins).not.toBe('')
    expect(items[1].codes).toContain('90837')
    expect(items[1].claim).toMatchObject({ id: first.answer.claim.id, status: 'filed' })
    expect(items[1].expected.payer).toBeGreaterThan(0)
    expect(items[1].links).toHaveLength(5)
  })

  test('say that a note was amended, and were signed late when it was', async () => {
    const { sessionId, noteId } = await at.file('2026-01-05')
    await at.amend(sessionId, noteId, ({ recorded }) => ({
      recorded: { ...recorded, platform: 'Other Video' },
    }))
    const { items } = await sessionsOf()
    const found = items.find((each: { id: string }) => each.id === sessionId)
    expect(found.note).toMatchObject({ status: 'signed', versions: 2 })
    expect(found.note.late.hoursAfter).toBeGreaterThan(found.note.late.limitHours)
  })

  test('come page by page, none twice and none left out', async () => {
    const whole = (await sessionsOf()).items.map((each: { id: string }) => each.id)
    const paged: string[] = []
    let next: string | null = ''
    while (next !== null) {
      const page: { items: { id: string }[]; next: string | null } = await sessionsOf(
        `?limit=2${next === '' ? '' : `&after=${next}`}`,
      )
      paged.push(...page.items.map((each) => each.id))
      next = page.next
    }
    expect(paged).toEqual(whole)
  })
})

describe('the head of a chart', () => {
  test('tells the diagnoses since when, the last note, and what waits for a note', async () => {
    const seen = (await at.ask('GET', chart)).json()
    expect(seen.diagnoses[0]).toMatchObject({
      stands: true,
      since: '2026-01-05',
      last: '2026-02-02',
      notes: 2,
    })
    expect(seen.diagnoses[0].label).not.toBeNull()
    expect(seen.lastNote.day).toBe('2026-02-02')
    expect(seen.waits.day).toBe('2026-02-09')
    expect(seen.money.owes).toBeGreaterThanOrEqual(0)
  })

  test('tells the next session once one is planned', async () => {
    const { id } = (await at.schedule(byVideo('2026-09-28'))).json()
    expect((await at.ask('GET', chart)).json().next).toEqual({ id, day: '2026-09-28', start: '09:00' })
  })

  test('shows of what is planned the next session alone', async () => {
    await at.schedule(byVideo('2026-09-29'))
    const planned = (await sessionsOf()).items.filter(
      (each: { status: string }) => each.status === 'scheduled',
    )
    expect(planned.map((each: { day: string }) => each.day)).toEqual(['2026-09-28'])
  })
})

describe('the list of clients', () => {
  test('tells what waits of each, found by how a word of the name begins', async () => {
    const { items } = (await at.ask('POST', '/api/thread/clients/search', { begins: '' })).json()
    const found = items.find((each: { id: string }) => each.id === practice.clientId)
    expect(found.waits).toEqual({ unconfirmed: 0, unsigned: 1, claims: 0 })
    expect(found.lastDay).toBe('2026-02-09')
    expect(found.payer).not.toBeNull()
    const begins = found.name.last.slice(0, 3).toLowerCase()
    const again = (await at.ask('POST', '/api/thread/clients/search', { begins })).json()
    expect(again.items.map((each: { id: string }) => each.id)).toContain(practice.clientId)
    const none = (await at.ask('POST', '/api/thread/clients/search', { begins: 'zzz' })).json()
    expect(none.items).toEqual([])
  })
})

describe('what whoever asks sees', () => {
  test('is, for a biller, the codes and claims and no word of a note', async () => {
    const { items } = (await biller.ask('GET', `${chart}/sessions`)).json()
    expect(
      items.every((each: { note: { begins: unknown } | null }) => (each.note?.begins ?? null) === null),
    ).toBe(true)
    expect(items.some((each: { codes: string[] }) => each.codes.length > 0)).toBe(true)
    const head = (await biller.ask('GET', chart)).json()
    expect([head.lastNote, head.diagnoses[0].words]).toEqual([null, null])
  })

  test('is, for a clinician, only those they treat', async () => {
    const other = await server.join(practice.owner, 'clinician', freshNpi(9101))
    expect((await other.ask('GET', chart)).status).toBe(404)
    expect((await other.ask('GET', `${chart}/sessions`)).status).toBe(404)
    expect((await other.ask('POST', '/api/thread/clients/search', {})).json().items).toEqual([])
  })
})
