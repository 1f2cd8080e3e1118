// Sending: once and only once at the payer, whoever dies or answers nothing on the way, and never in silence.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Clearinghouse, OutgoingFile } from '../src/clearinghouse/clearinghouse.ts'
import { addSeconds } from '../src/clock.ts'
import { sweepOnce } from '../src/jobs/sweep.ts'
import { writeSetting } from '../src/practice/store.ts'
import { startStep, sweepSteps } from '../src/thread/sweep-steps.ts'
import {
  type BillingPractice,
  type StandingPayer,
  count,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { type TestServer, makeTestServer } from './test-server.ts'

/** A way to the payer that fails as the test likes, and keeps what went through it. */
interface Way extends Clearinghouse {
  readonly sent: OutgoingFile[]
  /** 'away': nothing reaches the payer. 'unheard': it does, and we do not learn of it. */
  state: 'well' | 'away' | 'unheard'
}

const wayTo = (inner: Clearinghouse): Way => {
  const way: Way = {
    sent: [],
    state: 'well',
    send: async (mailbox, file) => {
      if (way.state === 'away') return { taken: false, code: 'unreachable' }
      way.sent.push(file)
      const answer = await inner.send(mailbox, file)
      return way.state === 'unheard' ? { taken: false, code: 'timeout' } : answer
    },
    fetch: (mailbox) =>
      way.state === 'well' ? inner.fetch(mailbox) : Promise.resolve({ reached: false, code: 'unreachable' }),
    confirm: inner.confirm,
  }
  return way
}

let payer: StandingPayer
let way: Way
let server: TestServer
let practice: BillingPractice

beforeEach(async () => {
  payer = await openPayer()
  way = wayTo(overHttp(() => payer.payer.url))
  server = await makeTestServer({ services: { clearinghouse: way }, connections: 20 })
  practice = await openBilling(server)
})
afterEach(async () => {
  await server.close()
  await payer.close()
})

const later = (seconds: number): void => server.clock.moveTo(addSeconds(server.clock.now(), seconds))

const statusOf = async (id: string): Promise<string> =>
  (await practice.owner.ask('GET', `/api/claim/claims/${id}`)).json().claim.status

const batches = async (query = '') =>
  (await practice.owner.ask('GET', `/api/claim/batches${query}`)).json().items

describe('a file whose sending was never written down', () => {
  test('goes again with the same bytes, is known at the payer, and counts as delivered', async () => {
    const claim = await practice.file('2026-03-09')
    way.state = 'unheard'
    await sweep(server.services)
    expect(await batches()).toMatchObject([{ status: 'fixed', attempts: 1, lastError: 'timeout' }])
    way.state = 'well'
    later(60)
    await sweep(server.services)
    expect(way.sent).toHaveLength(2)
    expect(
      Buffer.compare(way.sent[0]?.bytes ?? new Uint8Array(), way.sent[1]?.bytes ?? new Uint8Array(1)),
    ).toBe(0)
    expect((await payer.claims()).map(({ claimNumber }) => claimNumber)).toEqual([claim.claimNumber])
    expect(await batches()).toMatchObject([{ status: 'delivered', attempts: 2 }])
    expect(await statusOf(claim.id)).toBe('answered')
    const { timeline } = (await practice.owner.ask('GET', `/api/claim/claims/${claim.id}`)).json()
    const envelopes = timeline.filter((each: { kind: string }) => each.kind === 'envelope')
    expect(envelopes.map((each: { verdict: string }) => each.verdict)).toEqual(['accepted', 'accepted'])
    expect(await count(server, 'entry', "act = 'remitted'")).toBe(1)
  })

  test('goes again at once when the process that had it in hand starts anew', async () => {
    await practice.file('2026-03-09')
    way.state = 'away'
    await sweep(server.services)
    way.state = 'well'
    await sweepOnce(server.services, { steps: sweepSteps, first: [startStep], everySeconds: 5 }, 'all')
    expect(await payer.claims()).toHaveLength(1)
  })

  test('is not sent again once an answer has shown that it arrived', async () => {
    const claim = await practice.file('2026-03-09')
    way.state = 'unheard'
    await sweep(server.services)
    way.state = 'well'
    await sweep(server.services)
    later(600)
    await sweep(server.services)
    expect(way.sent).toHaveLength(1)
    expect(await statusOf(claim.id)).toBe('answered')
  })
})

describe('a payer that is away', () => {
  test('is tried again with longer pauses, stands in the worklist with its reason, and gets the file once when it is back', async () => {
    const claim = await practice.file('2026-03-09')
    way.state = 'away'
    for (let tried = 0; tried < 5; tried += 1) {
      await sweep(server.services)
      later(300)
      // A page that is looked at does not lock itself.
      await batches()
    }
    expect(await batches('?stuck=yes')).toMatchObject([
      { status: 'fixed', attempts: 5, lastError: 'unreachable' },
    ])
    const { stuckBatches } = (await practice.owner.ask('GET', '/api/claim/worklists')).json()
    expect(stuckBatches).toBe(1)
    expect(await statusOf(claim.id)).toBe('batched')
    way.state = 'well'
    later(300)
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('answered')
    expect(await payer.claims()).toHaveLength(1)
  })

  test('is asked once a sweep, however many files wait for it, and gets each once when it is back', async () => {
    way.state = 'away'
    for (const on of ['2026-03-07', '2026-03-08', '2026-03-09']) {
      await practice.file(on)
      await sweep(server.services)
    }
    const tries = async () =>
      (await batches()).reduce((sum: number, each: { attempts: number }) => sum + each.attempts, 0)
    const before = await tries()
    later(900)
    await sweep(server.services)
    expect(await tries()).toBe(before + 1)
    expect((await batches()).map((each: { lastError: string }) => each.lastError)).toEqual([
      'unreachable',
      'unreachable',
      'unreachable',
    ])
    way.state = 'well'
    later(900)
    practice = { ...practice, owner: await server.again(practice.owner) }
    await sweep(server.services)
    expect(await payer.claims()).toHaveLength(3)
    expect(await count(server, 'claim', "status = 'answered'")).toBe(3)
  })

  test('is left alone until its pause is over', async () => {
    await practice.file('2026-03-09')
    way.state = 'away'
    await sweep(server.services)
    await sweep(server.services)
    expect(await batches()).toMatchObject([{ attempts: 1 }])
  })
})

describe('many claims and many processes', () => {
  test('each claim leaves in one batch, under one control number, and is at the payer once', async () => {
    const days = ['2026-03-02', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08']
    const claims = await Promise.all(days.map(practice.file))
    await Promise.all(Array.from({ length: 6 }, () => sweep(server.services)))
    later(60)
    await sweep(server.services)
    const taken = (await payer.claims()).map(({ claimNumber }) => claimNumber)
    expect(taken.toSorted()).toEqual(claims.map(({ claimNumber }) => claimNumber).toSorted())
    expect(await count(server, 'batch_claim')).toBe(6)
    expect(
      new Set((await batches()).map((each: { interchangeControl: number }) => each.interchangeControl)).size,
    ).toBe((await batches()).length)
    expect(await count(server, 'claim', "status = 'answered'")).toBe(6)
    expect(await count(server, 'entry', "act = 'remitted'")).toBe(6)
  })

  test('one interchange carries the claims of a run, one set for each', async () => {
    for (const on of ['2026-03-06', '2026-03-07', '2026-03-08']) await practice.file(on)
    await sweep(server.services)
    expect(await batches()).toMatchObject([{ sets: 3, interchangeControl: 1 }])
    expect(
      Buffer.from(way.sent[0]?.bytes ?? [])
        .toString()
        .match(/ST\*837\*/g),
    ).toHaveLength(3)
  })
})

describe('a claim that cannot be judged again', () => {
  test('is held with a finding, keeps no other one back, and leaves once when it is mended and released', async () => {
    const amiss = await practice.file('2026-03-08')
    const sound = await practice.file('2026-03-09')
    const [kept] = await server.database.asAdministrator(
      `SELECT document::text AS document FROM session WHERE id = '${amiss.sessionId}'`,
    )
    await server.database.asAdministrator(
      `UPDATE session SET document = '{}' WHERE id = '${amiss.sessionId}'`,
    )
    await sweep(server.services)
    expect(await statusOf(sound.id)).toBe('answered')
    expect(await statusOf(amiss.id)).toBe('void')
    const { items } = (await practice.owner.ask('GET', '/api/claim/claims?worklist=held')).json()
    expect(items).toMatchObject([
      { sessionId: amiss.sessionId, findings: [{ code: 'claim:could-not-be-proved' }] },
    ])
    await server.database.asAdministrator(
      `UPDATE session SET document = '${kept?.['document']}' WHERE id = '${amiss.sessionId}'`,
    )
    const released = await practice.owner.ask('POST', `/api/claim/claims/${items[0].id}/release`, undefined, {
      'idempotency-key': 'release-the-held-one',
    })
    expect(released.json()).toMatchObject({ status: 'filed' })
    await sweep(server.services)
    expect(await payer.claims()).toHaveLength(2)
    expect(await count(server, 'claim', "status = 'answered'")).toBe(2)
    expect(await count(server, 'entry', "act = 'remitted'")).toBe(2)
  })
})

describe('the time in which a claim can be taken back', () => {
  test('is a day at most, whatever number was set', async () => {
    await practice.owner.work('set', (tx) => writeSetting(tx, 'claim.undo-seconds', 1e15, 0))
    const claim = await practice.file('2026-03-08')
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('filed')
    later(86_400)
    practice = { ...practice, owner: await server.again(practice.owner) }
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('answered')
  })

  test('runs from its filing as the practice has set it', async () => {
    await practice.owner.work('set', (tx) => writeSetting(tx, 'claim.undo-seconds', 600, 0))
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('filed')
    const { items } = (await practice.owner.ask('GET', '/api/claim/claims?worklist=ready')).json()
    expect(items.map((each: { id: string }) => each.id)).toEqual([claim.id])
    later(600)
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('answered')
  })
})

describe('the bytes of a batch', () => {
  test('that are no longer those that were fixed are never sent', async () => {
    await practice.file('2026-03-09')
    way.state = 'away'
    await sweep(server.services)
    await server.database.asAdministrator("UPDATE stored_file SET bytes = 'ISA' WHERE direction = 'out'")
    const sound = await practice.file('2026-03-08')
    way.state = 'well'
    later(60)
    await sweep(server.services)
    expect((await payer.claims()).map(({ claimNumber }) => claimNumber)).toEqual([sound.claimNumber])
    expect(await batches()).toContainEqual(
      expect.objectContaining({ status: 'fixed', attempts: 2, lastError: 'bytes-changed' }),
    )
  })

  test('are sent once more on a person’s word where nothing was answered, and not where it was', async () => {
    const claim = await practice.file('2026-03-09')
    way.state = 'unheard'
    await sweep(server.services)
    const [batch] = await batches()
    const again = () =>
      practice.owner.ask('POST', `/api/claim/batches/${batch.id}/resend`, undefined, {
        'idempotency-key': `again-${way.sent.length}-times`,
      })
    expect((await again()).status).toBe(202)
    await sweep(server.services)
    expect(way.sent).toHaveLength(2)
    way.state = 'well'
    later(60)
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('answered')
    expect((await again()).status).toBe(409)
    expect(await payer.claims()).toHaveLength(1)
  })
})
