// The page judges what the server judges: cases and facts as they are served, judged by the page's own code, and what signing answers.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FactRows, Facts } from '@goldenthread/core/facts/facts.ts'
import { factsFrom } from '@goldenthread/core/facts/rows/facts-from-rows.ts'
import { judgeDraft, judgeServed } from '@goldenthread/web/thread/wrap-up/panel/judge-page.ts'
import { type BillingPractice, openBilling } from './billed-sessions.ts'
import { type Sittings, byVideo, sittingsOf } from './sittings.ts'
import { openSupervised } from './supervised.ts'
import { type TestServer, makeTestServer } from './test-server.ts'

let server: TestServer
let practice: BillingPractice
let at: Sittings
let facts: Facts

beforeAll(async () => {
  server = await makeTestServer()
  practice = await openBilling(server)
  at = sittingsOf(practice)
  const rows: FactRows = (await practice.clinician.ask('GET', '/api/practice/facts')).json()
  facts = factsFrom(rows)
})
afterAll(() => server.close())

const travelled = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** What is written, and what else is so of the session. */
const drafts: readonly (readonly [name: string, written: object])[] = [
  ['a note in which everything stands', {}],
  ['a note without diagnoses', { diagnoses: [] }],
  ['a heading where a code should be', { diagnoses: [{ code: 'F33' }] }],
  ['a diagnosis of a chapter that is not held', { diagnoses: [{ code: 'E11.9' }] }],
  ['a note that speaks of no risk', { picks: { mentalStatus: { mood: 'low' } } }],
  ['a note without a word', { sections: {}, picks: {} }],
  [
    'what was not assessed, with its reason',
    { picks: { risk: { level: { notAssessed: 'the client left early' } } } },
  ],
  ['a visit without its decision making', { template: 'em', sections: {}, picks: {} }],
  ['an intake', { template: 'intake', sections: { plan: 'Weekly.' } }],
]

describe('a case as it is served', () => {
  test.each(drafts)('%s: findings, codes and claim are the same on the page', async (_name, written) => {
    const day = `2026-02-${String(2 + drafts.findIndex(([, each]) => each === written)).padStart(2, '0')}`
    const { sessionId } = await at.write(day, written)
    const served = await at.seeCase(sessionId)
    const judged = travelled(judgeServed(served.case, facts, served.at))
    expect(judged.findings).toEqual(served.findings)
    expect(judged.coding).toEqual(served.coding)
    expect(judged.claim).toEqual(served.claim)
  })
})

describe('what the page says before signing', () => {
  test.each(drafts)('%s: is what signing answers', async (_name, written) => {
    const day = `2026-01-${String(5 + drafts.findIndex(([, each]) => each === written)).padStart(2, '0')}`
    const { sessionId } = await at.write(day, written)
    const served = await at.seeCase(sessionId)
    const told = judgeDraft(served.case, facts, served.at, served.attestation)
    const answer = await at.sign(sessionId, served.note.version, { shown: served.shown })
    expect(answer.status).toBe(200)
    const { findings, claim } = answer.json()
    expect(travelled(told.documents.findings)).toEqual(findings)
    expect(claim.status).toBe(told.documents.claim === null ? 'held' : 'filed')
  })

  test('of an associate’s note, that its supervisor is waited for', async () => {
    const { at: associate } = await openSupervised(server, practice, '2711471047')
    const { sessionId } = await associate.write('2026-03-03')
    const served = await associate.seeCase(sessionId)
    const told = judgeDraft(served.case, facts, served.at, served.attestation)
    const answer = (await associate.sign(sessionId, served.note.version, { shown: served.shown })).json()
    expect(travelled(told.documents.findings)).toEqual(answer.findings)
    const waits = answer.findings.some(({ code }: { code: string }) => code === 'co-signature')
    expect(told.waitsForCoSignature).toBe(waits)
  })
})

describe('whoever looks at a case is told what they are to it', () => {
  test('its author, an owner who reads it, and its supervisor', async () => {
    const planned = (await at.schedule(byVideo('2026-03-12'))).json()
    const asked = `/api/thread/cases/${planned.id}`
    expect((await practice.clinician.ask('GET', asked)).json().part).toBe('author')
    expect((await practice.owner.ask('GET', asked)).json().part).toBe('reader')
    const { at: associate, supervisor } = await openSupervised(server, practice, '2291703421')
    const { sessionId } = await associate.write('2026-03-04')
    expect((await supervisor.ask('GET', `/api/thread/cases/${sessionId}`)).json().part).toBe('supervisor')
    // The page of the session asks for both; a colleague is shown neither.
    const session = `/api/session/sessions/${sessionId}`
    expect((await supervisor.ask('GET', session)).status).toBe(200)
    const colleague = await server.join(practice.owner, 'clinician', '2400000024')
    expect((await colleague.ask('GET', session)).status).toBe(404)
  })
})

describe('the diagnoses used most', () => {
  test('are those of signed notes, most used first; a clinician’s own', async () => {
    await at.file('2026-03-05')
    await at.file('2026-03-06')
    const url = '/api/coding/diagnoses-used'
    const used = (await practice.clinician.ask('GET', url)).json().items
    expect(used[0].sessions).toBeGreaterThanOrEqual(2)
    expect(used.map(({ sessions }: { sessions: number }) => sessions)).toEqual(
      used
        .map(({ sessions }: { sessions: number }) => sessions)
        .toSorted((one: number, other: number) => other - one),
    )
    const other = await server.join(practice.owner, 'clinician', '2366712760')
    expect((await other.ask('GET', url)).json().items).toEqual([])
  })
})
