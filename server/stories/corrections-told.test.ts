// What a correction says and does not do: nothing for what changes nothing, nothing ahead of time, and its money until it is settled.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Clearinghouse } from '../src/clearinghouse/clearinghouse.ts'
import {
  type BillingPractice,
  type StandingPayer,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { type Sittings, byVideo, sittingsOf } from './sittings.ts'
import { type TestServer, makeTestServer } from './test-server.ts'

let payer: StandingPayer
let server: TestServer
let practice: BillingPractice
let at: Sittings

/** How many of the payer's files are let through at a sweep, first come first: the others stay with it. */
let letThrough = Number.POSITIVE_INFINITY

const overHttpAsLet = (): Clearinghouse => {
  const inner = overHttp(() => payer.payer.url)
  return {
    ...inner,
    fetch: async (mailbox) => {
      const fetched = await inner.fetch(mailbox)
      return fetched.reached ? { ...fetched, files: fetched.files.slice(0, letThrough) } : fetched
    },
  }
}

beforeAll(async () => {
  payer = await openPayer()
  server = await makeTestServer({ services: { clearinghouse: overHttpAsLet() } })
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
const claimsOf = (sessionId: string) =>
  server.database.asAdministrator(
    'SELECT id, frequency, status FROM claim WHERE session_id = $1 ORDER BY id',
    [sessionId],
  )

const preview = async (sessionId: string, more: object = {}) =>
  at.ask('POST', `/api/thread/sessions/${sessionId}/correction/preview`, {
    version: await versionOf(sessionId),
    attendance: 'held',
    ...more,
  })
const correct = async (sessionId: string, more: object = {}) =>
  at.ask('POST', `/api/thread/sessions/${sessionId}/correction`, {
    version: await versionOf(sessionId),
    attendance: 'held',
    ...more,
    shown: (await preview(sessionId, more)).json().shown ?? '0'.repeat(64),
  })
const codesOf = (asked: { json: () => { findings?: readonly { code: string }[] } }) =>
  (asked.json().findings ?? []).map(({ code }) => code)

const insureAs = async (memberNumber: string): Promise<void> => {
  const list = `/api/coverage/clients/${practice.clientId}/coverages`
  const [coverage] = (await practice.owner.ask('GET', list)).json().items
  const { id, clientId: _clientId, ...fields } = coverage
  const put = { ...fields, memberNumber }
  const changed = await practice.owner.ask('PUT', `/api/coverage/coverages/${id}`, put)
  if (changed.status !== 200) throw new Error(changed.text)
}
const hers = 'LKM482207715'

describe('a correction that changes nothing', () => {
  test('of a session that was paid is refused, and no claim goes', async () => {
    const { sessionId, answer } = await at.file('2026-03-09')
    await untilAnswered()
    expect(await claimOf(answer.claim.id)).toMatchObject({ status: 'answered' })
    const [shown, done] = [await preview(sessionId), await correct(sessionId)]
    expect([shown.status, codesOf(shown)]).toEqual([422, ['correction-nothing']])
    expect([done.status, codesOf(done)]).toEqual([422, ['correction-nothing']])
    const session = byVideo('2026-03-09')
    expect(codesOf(await preview(sessionId, { session }))).toEqual(['correction-nothing'])
    expect(await claimsOf(sessionId)).toHaveLength(1)
    expect(await versionOf(sessionId)).toBe(2)
  })

  test('of one whose claim is on its way, or has not left, is refused too', async () => {
    const { sessionId } = await at.file('2026-03-06')
    expect(codesOf(await preview(sessionId))).toEqual(['correction-nothing'])
    letThrough = 0
    await sweep(server.services)
    expect(codesOf(await preview(sessionId))).toEqual(['correction-nothing'])
    letThrough = Number.POSITIVE_INFINITY
  })
})

describe('a correction of what no claim tells', () => {
  const otherPlatform = (day: string) => ({ session: byVideo(day, { platform: 'Still Water Video' }) })
  /** Both say it: the session and the note. */
  const renamed = async (sessionId: string, noteId: string): Promise<void> => {
    await at.amend(sessionId, noteId, (note) => ({
      recorded: { ...note.recorded, platform: 'Still Water Video' },
    }))
  }

  const ways = [
    // how far the claim came, the day, files let through
    ['answered', '2026-03-05', Number.POSITIVE_INFINITY],
    ['sent', '2026-03-04', 0],
  ] as const
  test.each(ways)('edits the session, and leaves a claim that is %s alone', async (status, day, through) => {
    const { sessionId, noteId, answer } = await at.file(day)
    letThrough = through
    await untilAnswered()
    expect(await claimOf(answer.claim.id)).toMatchObject({ status })
    await renamed(sessionId, noteId)
    const done = (await correct(sessionId, otherPlatform(day))).json()
    expect([done.kind, done.movements]).toEqual(['edit', []])
    expect(done.claims).toMatchObject([{ id: answer.claim.id, status }])
    expect(done.session.session.platform).toBe('Still Water Video')
    expect(await claimsOf(sessionId)).toHaveLength(1)
    letThrough = Number.POSITIVE_INFINITY
    await untilAnswered()
  })
})

test('a session that was held is not moved to a day or an hour that has not come', async () => {
  const { sessionId } = await at.file('2026-03-03')
  for (const [day, more] of [
    ['2026-03-20', {}],
    ['2026-03-10', { start: '22:00', stop: '22:56' }],
  ] as const) {
    const session = byVideo(day, more)
    const shown = await preview(sessionId, { session })
    expect([shown.status, codesOf(shown)]).toEqual([422, ['session-not-over']])
    expect((await correct(sessionId, { session })).status).toBe(422)
  }
})

describe('a rejected claim', () => {
  const rejected = async (day: string) => {
    await insureAs('LKM999999999')
    const { sessionId, answer } = await at.file(day)
    await untilAnswered()
    expect(await claimOf(answer.claim.id)).toMatchObject({ status: 'rejected' })
    return { sessionId, id: answer.claim.id as string }
  }
  const resend = (id: string, body?: object) => at.ask('POST', `/api/claim/claims/${id}/resend`, body)

  test('is not sent while nothing was mended in it, and why it was rejected is said', async () => {
    const { sessionId, id } = await rejected('2026-03-02')
    for (const asked of [await resend(id), await preview(sessionId)]) {
      expect(asked.status).toBe(422)
      const [first, ...others] = asked.json().findings
      expect(first).toMatchObject({ code: 'resend-unchanged' })
      expect(others.length).toBeGreaterThan(0)
      expect(first.evidence.rejected).toContain(others[0].code)
    }
    expect(await claimsOf(sessionId)).toMatchObject([{ id, status: 'rejected' }])
    await insureAs(hers)
    expect((await resend(id)).json()).toMatchObject({ status: 'filed', replacesId: id })
    await untilAnswered()
  })

  test('goes unchanged on a person’s word, with the reason kept on its timeline', async () => {
    const { id } = await rejected('2026-02-27')
    expect((await resend(id, { unchanged: true })).status).toBe(422)
    expect((await resend(id, { unchanged: false, reason: 'the payer says so' })).status).toBe(422)
    const reason = 'The payer had not loaded the member yet; it has now (call of March 9).'
    const made = (await resend(id, { unchanged: true, reason })).json()
    expect(made).toMatchObject({ status: 'filed', replacesId: id })
    const { timeline } = (await practice.owner.ask('GET', `/api/claim/claims/${made.id}`)).json()
    const filed = timeline.filter((each: { kind: string }) => each.kind === 'filed')
    expect(filed.map((each: { reason: string | null }) => each.reason)).toEqual([null, reason])
    await insureAs(hers)
    await untilAnswered()
  })
})

describe('a claim that is held since it was rejected', () => {
  test('is not released as it was rejected, unless a person says why it should be', async () => {
    await insureAs('LKM999999999')
    const day = '2026-02-19'
    const { sessionId, noteId, answer } = await at.file(day)
    await untilAnswered()
    const amended = async (changed: object) => (await at.amend(sessionId, noteId, () => changed)).json()
    await amended({ diagnoses: [] })
    const resent = (await at.ask('POST', `/api/claim/claims/${answer.claim.id}/resend`)).json()
    expect(resent).toMatchObject({ status: 'held', replacesId: answer.claim.id })
    const { claim } = await amended({})
    expect(claim).toMatchObject({ id: resent.id, status: 'held' })
    expect(claim.findings.map(({ code }: { code: string }) => code)).toContain('resend-unchanged')
    const release = (key: string, body?: object) =>
      at.ask('POST', `/api/claim/claims/${claim.id}/release`, body, { 'idempotency-key': key })
    const refused = await release('release-as-rejected')
    expect(refused.status).toBe(422)
    expect(codesOf(refused)[0]).toBe('resend-unchanged')
    const reason = 'The payer had not loaded the member yet; it has now (call of March 9).'
    const said = await release('release-with-reason', { unchanged: true, reason })
    expect([said.status, said.json().status], said.text).toEqual([200, 'filed'])
    const { timeline } = (await practice.owner.ask('GET', `/api/claim/claims/${claim.id}`)).json()
    expect(timeline.map((each: { reason: string | null }) => each.reason)).toContain(reason)
    await insureAs(hers)
    await untilAnswered()
  })
})

describe('a paid session that turns out not to have taken place', () => {
  const linksOf = async (sessionId: string, day: string) => {
    const { items } = (await practice.owner.ask('GET', `/api/thread/today?day=${day}`)).json()
    const { links } = items.find(({ id }: { id: string }) => id === sessionId)
    return (await at.seeCase(sessionId)).links.map(
      ({ name, state, says }: Record<string, string>, n: number) => {
        expect(links[n]).toEqual({ name, state, says })
        return [name, state, says]
      },
    )
  }

  test('tells of its void and of the money that stands until the payer has taken it back', async () => {
    const day = '2026-02-26'
    const { sessionId, answer } = await at.file(day)
    await untilAnswered()
    const [voided] = (await correct(sessionId, { attendance: 'no-show' })).json().claims
    const of = `${voided.claimNumber}, which voids ${answer.claim.claimNumber}: Larkmoor Health Plan.`
    const money =
      'Until the void is answered, $125.00 of the payer’s and $95.00 of the provider’s share stand in the ledger.'
    const unused = [
      ['session', 'not-used', 'The client did not come.'],
      ['note', 'not-used', 'No session took place.'],
      ['code', 'not-used', 'No session took place.'],
    ]
    expect(await linksOf(sessionId, day)).toEqual([
      ...unused,
      ['claim', 'on-its-way', `The void is filed, and leaves with the next batch: ${of}`],
      ['pay', 'on-its-way', money],
    ])
    letThrough = 0
    await sweep(server.services)
    expect((await linksOf(sessionId, day)).slice(3)).toEqual([
      ['claim', 'on-its-way', `The void was sent, and is not answered yet: ${of}`],
      ['pay', 'on-its-way', money],
    ])
    letThrough = Number.POSITIVE_INFINITY
    await untilAnswered()
    expect(await claimOf(voided.id)).toMatchObject({ status: 'answered' })
    expect(await linksOf(sessionId, day)).toEqual([
      ...unused,
      ['claim', 'not-used', 'No session took place.'],
      ['pay', 'not-used', 'No session took place.'],
    ])
  })
})

test('what came for the file of a claim is told of the claim', async () => {
  const { sessionId } = await at.file('2026-02-25')
  letThrough = 2
  await sweep(server.services)
  const { links, filed } = await at.seeCase(sessionId)
  expect(filed.status).toBe('sent')
  expect(links[3]).toMatchObject({ state: 'on-its-way' })
  expect(links[3].says).toContain('its file was taken in (TA1, 999); the payer has not said yet')
  letThrough = Number.POSITIVE_INFINITY
})

describe('a day after the editions that are held', () => {
  test('is told once of the day, with the editions, and of no session and no claim', async () => {
    const day = '2026-03-09'
    const notices = async (asked: string) =>
      (await practice.owner.ask('GET', `/api/thread/today?day=${asked}`)).json().notices
    expect(await notices(day)).toEqual([])
    const [notice, ...others] = await notices('2026-10-05')
    expect(others).toEqual([])
    expect(notice).toMatchObject({ code: 'edition-outside', evidence: { days: '2026-10-05' } })
  })
})
