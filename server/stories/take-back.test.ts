// Before a claim leaves: it can be taken back until it is put into a file, and stands in a worklist when it leaves late.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addSeconds } from '../src/clock.ts'
import type { ClaimRow } from '../src/claim/filing-store.ts'
import { writeSetting } from '../src/practice/store.ts'
import {
  type BillingPractice,
  type StandingPayer,
  count,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

let payer: StandingPayer
let server: TestServer
let practice: BillingPractice

beforeEach(async () => {
  payer = await openPayer()
  server = await makeTestServer({
    services: { clearinghouse: overHttp(() => payer.payer.url) },
    connections: 20,
  })
  practice = await openBilling(server)
})
afterEach(async () => {
  await server.close()
  await payer.close()
})

const undoable = (seconds: number): Promise<boolean> =>
  practice.owner.work('set', (tx) => writeSetting(tx, 'claim.undo-seconds', seconds, 0))

const later = async (seconds: number): Promise<void> => {
  server.clock.moveTo(addSeconds(server.clock.now(), seconds))
  practice = { ...practice, owner: await server.again(practice.owner) }
}

const withdraw = (id: string, who: Signed = practice.owner, key = `take-back-${id}`) =>
  who.ask('POST', `/api/claim/claims/${id}/withdraw`, undefined, { 'idempotency-key': key })
const release = (id: string) =>
  practice.owner.ask('POST', `/api/claim/claims/${id}/release`, undefined, {
    'idempotency-key': `release-${id}`,
  })
const ask = async (path: string) => (await practice.owner.ask('GET', path)).json()
const claimOf = async (id: string) => (await ask(`/api/claim/claims/${id}`)).claim
const listed = async (worklist: string): Promise<readonly string[]> =>
  (await ask(`/api/claim/claims?worklist=${worklist}`)).items.map((each: { id: string }) => each.id)
const counted = async (worklist: string): Promise<number> =>
  (await ask('/api/claim/worklists')).items.find((each: { name: string }) => each.name === worklist).claims

/** What is owed for claims: the receivable, by its sides. */
const receivable = async (): Promise<number> => {
  const [row] = await server.database.asAdministrator(
    `SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0)::int AS n
     FROM entry_line WHERE account_kind = 'receivable-payer'`,
  )
  return Number(row?.['n'])
}

describe('a filed claim', () => {
  test('says when it departs, is taken back until then, and leaves once when it is released', async () => {
    await undoable(600)
    const claim = await practice.file('2026-03-09')
    expect((await claimOf(claim.id)).departsAt).toBe('2026-03-10T14:10:00Z')
    const answer = await withdraw(claim.id)
    expect(answer.status).toBe(200)
    const held = answer.json()
    expect(held).toMatchObject({
      status: 'held',
      replacesId: claim.id,
      findings: [{ code: 'claim:taken-back' }],
    })
    expect(await claimOf(claim.id)).toMatchObject({ status: 'void', departsAt: null })
    expect(await receivable()).toBe(0)
    expect(await count(server, 'signed_note')).toBe(1)
    await later(600)
    await sweep(server.services)
    expect(await payer.claims()).toEqual([])
    expect((await release(held.id)).json()).toMatchObject({ status: 'filed' })
    await later(600)
    await sweep(server.services)
    expect((await payer.claims()).map(({ claimNumber }) => claimNumber)).toEqual([held.claimNumber])
    expect((await claimOf(held.id)).status).toBe('answered')
    expect(await count(server, 'entry', "act = 'remitted'")).toBe(1)
  })

  test('is taken back by a biller and by its own clinician, and by no other one', async () => {
    await undoable(600)
    const claim = await practice.file('2026-03-09')
    const stranger = await server.join(practice.owner, 'clinician', '2000000019')
    expect((await withdraw(claim.id, stranger)).status).toBe(404)
    expect((await withdraw(claim.id, practice.clinician)).status).toBe(200)
    const biller = await server.join(practice.owner, 'biller')
    const other = await practice.file('2026-03-08')
    expect((await withdraw(other.id, biller)).status).toBe(200)
  })

  test('is taken back once, however often it is asked for', async () => {
    await undoable(600)
    const claim = await practice.file('2026-03-09')
    const first = await withdraw(claim.id)
    expect((await withdraw(claim.id)).text).toBe(first.text)
    expect((await withdraw(claim.id, practice.owner, 'another-key')).json()).toMatchObject({ code: 'void' })
    expect((await withdraw(first.json().id)).json()).toMatchObject({ code: 'held' })
    expect(await count(server, 'claim')).toBe(2)
  })

  test('that has left is not taken back, and whoever asks is told what to do instead', async () => {
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    const answer = await withdraw(claim.id)
    expect(answer.status).toBe(409)
    expect(answer.json()).toMatchObject({ code: 'departed' })
    expect(answer.json().title).toContain('Correct the session')
  })

  test('is either taken back or sent, never both, when fifty ask while it is being sent', async () => {
    const claims: ClaimRow[] = []
    for (const on of ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08', '2026-03-09'])
      claims.push(await practice.file(on))
    const swept = Array.from({ length: 4 }, () => sweep(server.services))
    // One after the other while the sweep goes on, so that some come before it and some after.
    const asked = Array.from({ length: 50 }, async (_, index) => {
      await new Promise((resolve) => setTimeout(resolve, index * 4))
      const id = claims[Math.floor((index * claims.length) / 50)]?.id ?? ''
      return withdraw(id, practice.owner, `fifty-ask-${index}`)
    })
    const answers = await Promise.all(asked)
    await Promise.all(swept)
    await later(60)
    await sweep(server.services)
    const taken = answers.filter(({ status }) => status === 200)
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true)
    const sent = (await payer.claims()).map(({ claimNumber }) => claimNumber)
    const back = new Set(taken.map((each) => each.json().replacesId))
    expect(back.size).toBe(taken.length)
    expect(taken.length + sent.length).toBe(claims.length)
    for (const { id, claimNumber } of claims) expect(back.has(id)).toBe(!sent.includes(claimNumber))
    expect(await count(server, 'claim', "status = 'held'")).toBe(taken.length)
    expect(await count(server, 'batch_claim')).toBe(sent.length)
    expect(await count(server, 'entry', "act = 'remitted'")).toBe(sent.length)
    // Every filing that was taken back was reversed; the others were paid.
    expect(await count(server, 'entry', "act = 'reversed'")).toBe(taken.length)
  })
})

describe('a claim that has not left two days after its note was signed', () => {
  test('stands in the worklist, held or filed, until it leaves', async () => {
    await undoable(600)
    const claim = await practice.file('2026-03-09')
    const held = (await withdraw(claim.id)).json()
    await later(2 * 86_400)
    expect(await listed('late')).toEqual([])
    await later(1)
    expect(await listed('late')).toEqual([held.id])
    expect(await counted('late')).toBe(1)
    await release(held.id)
    expect(await listed('late')).toEqual([held.id])
    await later(600)
    await sweep(server.services)
    expect(await counted('late')).toBe(0)
  })
})
