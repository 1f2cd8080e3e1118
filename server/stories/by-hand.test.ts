// Payers that take no files: claims to them wait for a person, who sends them and says how, when, and under what number.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addSeconds } from '../src/clock.ts'
import {
  type BillingPractice,
  type StandingPayer,
  count,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { inventedPayer } from './invented.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

let payer: StandingPayer
let server: TestServer
let practice: BillingPractice

beforeEach(async () => {
  payer = await openPayer()
  server = await makeTestServer({ services: { clearinghouse: overHttp(() => payer.payer.url) } })
  practice = await openBilling(server)
})
afterEach(async () => {
  await server.close()
  await payer.close()
})

const changePayer = (change: object, version: number) =>
  practice.owner.ask('PUT', `/api/coverage/payers/${practice.payerId}`, {
    ...inventedPayer,
    ...change,
    version,
  })
const later = async (days: number): Promise<void> => {
  server.clock.moveTo(addSeconds(server.clock.now(), days * 86_400))
  practice = { ...practice, owner: await server.again(practice.owner) }
}
const ask = async (path: string) => (await practice.owner.ask('GET', path)).json()
const listed = async (worklist: string): Promise<readonly string[]> =>
  (await ask(`/api/claim/claims?worklist=${worklist}`)).items.map((each: { id: string }) => each.id)

let asked = 0
const say = (id: string, change: object = {}, who: Signed = practice.owner) => {
  asked += 1
  const said = { version: 1, channel: 'portal', day: '2026-03-10', confirmation: 'PX-2044-19', ...change }
  return who.ask('POST', `/api/claim/claims/${id}/sent-by-hand`, said, {
    'idempotency-key': `said-so-${asked}`,
  })
}

const fileByHand = async (channel = 'portal') => {
  expect((await changePayer({ channel }, 1)).json()).toMatchObject({ channel })
  return practice.file('2026-03-09')
}

describe('a claim to a payer that takes no files', () => {
  test('is never put into one, and waits in its own worklist', async () => {
    const claim = await fileByHand()
    await sweep(server.services)
    expect(await payer.claims()).toEqual([])
    expect(await count(server, 'batch')).toBe(0)
    expect(await listed('by-hand')).toEqual([claim.id])
    expect(await listed('ready')).toEqual([])
    expect((await ask(`/api/claim/claims/${claim.id}`)).claim).toMatchObject({
      status: 'filed',
      channel: 'portal',
      departsAt: null,
    })
  })

  test('is sent by a person, with day and confirmation number in its timeline and a row in the trail', async () => {
    const claim = await fileByHand()
    const answer = await say(claim.id)
    expect(answer.status).toBe(200)
    expect(answer.json()).toMatchObject({ id: claim.id, status: 'sent', version: 2 })
    const { timeline } = await ask(`/api/claim/claims/${claim.id}`)
    expect(timeline.at(-1)).toMatchObject({
      kind: 'sent',
      day: '2026-03-10',
      sentBy: 'portal',
      confirmation: 'PX-2044-19',
    })
    const { items } = await ask('/api/practice/trail?limit=500')
    expect(items).toContainEqual(
      expect.objectContaining({
        act: 'send-claim-by-hand',
        touched: expect.arrayContaining([{ kind: 'claim', id: claim.id }]),
      }),
    )
    expect(await listed('by-hand')).toEqual([])
    expect((await say(claim.id, { version: 2 })).status).toBe(409)
    expect(await count(server, 'claim_event', "kind = 'sent'")).toBe(1)
  })

  test('is sent once when two say so at once, and once by one who says it twice', async () => {
    const claim = await fileByHand('fax')
    const both = await Promise.all([say(claim.id, { channel: 'fax' }), say(claim.id, { channel: 'fax' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(await count(server, 'claim_event', "kind = 'sent'")).toBe(1)
  })

  test.each([
    ['a portal without its number', { confirmation: null }, 'by-hand:confirmation'],
    ['a fax without its number', { channel: 'fax', confirmation: null }, 'by-hand:confirmation'],
    ['a day that is not yet', { day: '2026-03-11' }, 'by-hand:day'],
    ['a day before its service', { day: '2026-03-08' }, 'by-hand:day'],
  ])('is not taken as sent by %s', async (_what, change, code) => {
    const claim = await fileByHand()
    const answer = await say(claim.id, change)
    expect(answer.status).toBe(422)
    expect(answer.json().findings).toMatchObject([{ code }])
    expect(await listed('by-hand')).toEqual([claim.id])
  })

  test('may go by mail without a number', async () => {
    const claim = await fileByHand('mail')
    expect((await say(claim.id, { channel: 'mail', confirmation: null })).status).toBe(200)
  })

  test('is sent by no clinician, under no version but the one that was printed', async () => {
    const claim = await fileByHand()
    expect((await say(claim.id, {}, practice.clinician)).status).toBe(403)
    expect((await say(claim.id, { version: 7 })).status).toBe(409)
  })

  test('that would be another one by now is refused, unless it is gone already', async () => {
    const claim = await fileByHand()
    await server.database.asAdministrator(
      `UPDATE coverage SET document = jsonb_set(document, '{memberNumber}', '"LKM999000111"')`,
    )
    const answer = await say(claim.id)
    expect(answer.json().findings).toMatchObject([{ code: 'by-hand:changed' }])
    expect((await ask(`/api/claim/claims/${claim.id}`)).claim).toMatchObject({ status: 'filed', version: 1 })
    expect((await say(claim.id, { sentAsItWas: true })).json()).toMatchObject({ status: 'sent' })
  })

  test('is asked about for its payment alone: nobody acknowledges a letter', async () => {
    const claim = await fileByHand()
    await say(claim.id)
    await later(3)
    expect(await listed('no-response')).toEqual([])
    await later(28)
    expect(await listed('no-response')).toEqual([claim.id])
  })
})

describe('a payer that begins to take files', () => {
  test('is sent what was filed and not sent by hand, once', async () => {
    const byHand = await fileByHand()
    await say(byHand.id)
    const waiting = await practice.file('2026-03-08')
    expect((await changePayer({}, 2)).json()).toMatchObject({ channel: 'electronic' })
    expect((await say(waiting.id)).json()).toMatchObject({ code: 'electronic' })
    await sweep(server.services)
    expect((await payer.claims()).map(({ claimNumber }) => claimNumber)).toEqual([waiting.claimNumber])
  })
})
