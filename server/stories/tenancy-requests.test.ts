// Requests of one practice that name a thing of another: in a body, as a filter, as the place to go on, as the key of an act.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { count } from './billed-sessions.ts'
import { inventedClient, inventedCoverage, inventedProvider } from './invented.ts'
import { byVideo } from './sittings.ts'
import { type TwoPractices, freshNpi, must, openTwoPractices } from './two-practices.ts'

let both: TwoPractices

beforeAll(async () => {
  both = await openTwoPractices()
  const session = byVideo('2026-03-09', { start: '16:00', stop: '16:56' })
  must(await both.one.at.schedule(session))
  must(await both.one.owner.ask('PUT', `/api/people/clients/${both.one.clientId}`, ofTheirs()), 200)
}, 60_000)
afterAll(() => both.close())

const ofTheirs = () => ({
  version: 1,
  client: inventedClient,
  providerId: both.one.clinician.actor.providerId,
})

type Asking = readonly [string, string, unknown?]

/** What a refused request could have left behind. */
const rowsOfOther = () =>
  Promise.all(
    [
      'session',
      'coverage',
      'client',
      'provider',
      'membership',
      'client_payment',
      'claim',
      'entry',
      'trail',
    ].map((table) => count(both.server, table, `practice_id = '${both.other.owner.practiceId}'`)),
  )

describe('a request that is one’s own but for one thing of another practice', () => {
  const planned = (changed: object) => {
    const { clientId, coverageId, clinician, freshDay } = both.other
    const { providerId } = clinician.actor
    return { clientId, providerId, coverageId, session: byVideo(freshDay()), ...changed }
  }
  const ownSession = async () => must(await both.other.at.schedule(byVideo(both.other.freshDay())))
  const heldByOne = async (): Promise<string> => (await both.one.at.hold(both.one.freshDay())).id
  const member = { email: 'stranger@practice.example', name: 'Ruth Okafor', role: 'clinician' }

  test.each<[string, () => Promise<readonly [string, string, unknown]>]>([
    [
      'a session with their client',
      async () => ['POST', '/api/session/sessions', planned({ clientId: both.one.clientId })],
    ],
    [
      'a session with their provider',
      async () => [
        'POST',
        '/api/session/sessions',
        planned({ providerId: both.one.clinician.actor.providerId }),
      ],
    ],
    [
      'a session under their coverage',
      async () => ['POST', '/api/session/sessions', planned({ coverageId: both.one.coverageId })],
    ],
    [
      'a session moved under their coverage',
      async () => {
        const { id, version } = await ownSession()
        const { session } = planned({})
        return ['PUT', `/api/session/sessions/${id}`, { version, coverageId: both.one.coverageId, session }]
      },
    ],
    [
      'a correction to their coverage',
      async () => {
        const { sessionId } = await both.other.at.file(both.other.freshDay())
        const body = { version: 2, attendance: 'held', coverageId: both.one.coverageId }
        return ['POST', `/api/thread/sessions/${sessionId}/correction/preview`, body]
      },
    ],
    [
      'a coverage by their payer',
      async () => [
        'POST',
        `/api/coverage/clients/${both.other.clientId}/coverages`,
        inventedCoverage(both.one.payerId),
      ],
    ],
    [
      'a coverage moved to their payer',
      async () => [
        'PUT',
        `/api/coverage/coverages/${both.other.coverageId}`,
        { ...inventedCoverage(both.one.payerId), version: 1 },
      ],
    ],
    [
      'a client treated by their provider',
      async () => [
        'POST',
        '/api/people/clients',
        { client: inventedClient, providerId: both.one.clinician.actor.providerId },
      ],
    ],
    [
      'a provider supervised by theirs',
      async () => [
        'POST',
        '/api/people/providers',
        { provider: inventedProvider(freshNpi(901)), supervisorId: both.one.clinician.actor.providerId },
      ],
    ],
    [
      'a member who is their provider',
      async () => [
        'POST',
        '/api/people/members',
        { ...member, providerId: both.one.clinician.actor.providerId },
      ],
    ],
    [
      'a payment for their session',
      async () => {
        const payment = { day: '2026-03-10', amount: 3_000, method: 'cash' }
        const body = { clientId: both.other.clientId, sessionId: await heldByOne(), ...payment }
        return ['POST', '/api/posting/client-payments', body]
      },
    ],
  ])('%s: there is no such thing', async (_name, make) => {
    const [method, url, body] = await make()
    const before = await rowsOfOther()
    const answer = await both.other.owner.ask(method, url, body)
    expect([answer.status, answer.json().code], answer.text).toEqual([404, 'not-found'])
    expect(await rowsOfOther()).toEqual(before)
  })

  test.each<[string, () => Asking | Promise<Asking>]>([
    ['sessions of their client', () => ['GET', `/api/session/sessions?clientId=${both.one.clientId}`]],
    [
      'sessions of their provider',
      () => ['GET', `/api/session/sessions?providerId=${both.one.clinician.actor.providerId}`],
    ],
    [
      'clients of their provider',
      () => ['GET', `/api/people/clients?providerId=${both.one.clinician.actor.providerId}`],
    ],
    ['claims of their client', () => ['GET', `/api/claim/claims?client=${both.one.clientId}`]],
    ['entries of their claim', () => ['POST', '/api/posting/entries/search', { claim: both.paidClaimId }]],
    [
      'what stands under their account',
      async () => {
        const { accounts } = must(await both.one.owner.ask('GET', '/api/posting/accounts'), 200)
        const { kind, party } = accounts.find((each: { kind: string }) => each.kind === 'receivable-client')
        return ['POST', '/api/posting/entries/search', { kind, party }]
      },
    ],
    [
      'their day',
      () => ['GET', `/api/thread/today?day=2026-03-09&providerId=${both.one.clinician.actor.providerId}`],
    ],
  ])('%s: the list is empty, and is not for whose they are', async (_name, make) => {
    const [method, url, body] = await make()
    const answer = await both.other.owner.ask(method, url, body)
    expect([answer.status, answer.json().items], answer.text).toEqual([200, []])
    expect(must(await both.one.owner.ask(method, url, body), 200).items.length).toBeGreaterThan(0)
  })

  test('where they would go on in their list leads into the own one alone', async () => {
    await ownSession()
    await heldByOne()
    const { next } = must(await both.one.owner.ask('GET', '/api/session/sessions?limit=1'), 200)
    expect(next).not.toBe(null)
    const url = `/api/session/sessions?after=${encodeURIComponent(next)}`
    const { items } = must(await both.other.owner.ask('GET', url), 200)
    const ids = new Set(items.map((each: { client: { id: string } }) => each.client.id))
    expect([...ids].filter((id) => id !== both.other.clientId)).toEqual([])
  })

  test('their key of an act repeats nothing of theirs', async () => {
    const key = { 'idempotency-key': 'the-same-for-both' }
    const add = async (side: TwoPractices['one']) =>
      must(await side.owner.ask('POST', '/api/people/clients', { client: inventedClient }, key)).id
    const [first, theirs] = [await add(both.one), await add(both.other)]
    expect(theirs).not.toBe(first)
    expect(await add(both.one)).toBe(first)
  })
})
