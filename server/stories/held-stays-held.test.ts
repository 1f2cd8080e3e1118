// What a person or the program holds back is let go by a person alone; and what a payer has is not taken for untold.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { coSignAttestation } from '../src/note/co-sign.ts'
import { holdUnproved } from '../src/thread/hold-unproved.ts'
import {
  type BillingPractice,
  type Divertable,
  type StandingPayer,
  count,
  diverting,
  is835,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { inventedClient, inventedCoverage, inventedProvider } from './invented.ts'
import { byVideo, sittingsOf } from './sittings.ts'
import { type Asked, type TestServer, makeTestServer } from './test-server.ts'

let payer: StandingPayer
let post: Divertable
let server: TestServer
let practice: BillingPractice

beforeEach(async () => {
  payer = await openPayer()
  post = diverting(
    overHttp(() => payer.payer.url),
    is835,
  )
  server = await makeTestServer({ services: { clearinghouse: post }, connections: 24 })
  practice = await openBilling(server)
})
afterEach(async () => {
  await server.close()
  await payer.close()
})

const done = (answer: Asked): Asked => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
  return answer
}
let keys = 0
const act = (path: string) => {
  keys += 1
  return practice.owner.ask('POST', path, undefined, { 'idempotency-key': `held-stays-${keys}` })
}
const withdraw = (id: string) => act(`/api/claim/claims/${id}/withdraw`)
const release = (id: string) => act(`/api/claim/claims/${id}/release`)
const claims = () =>
  server.database.asAdministrator(
    `SELECT status, frequency, superseded_at IS NOT NULL AS past FROM claim ORDER BY id`,
  )
const codesOf = (claim: { readonly findings: readonly { readonly code: string }[] }) =>
  claim.findings.map(({ code }) => code)

/** A clinician whom the practice lets be co-signed, though no payer asks for it: the claim waits for nobody. */
const openSupervisedClinician = async () => {
  const npi = '2366712760'
  const clinician = await server.join(practice.owner, 'clinician', npi)
  const url = `/api/people/providers/${clinician.actor.providerId}`
  const { version } = (await practice.owner.ask('GET', url)).json()
  const supervisorId = practice.clinician.actor.providerId
  const body = { version, provider: inventedProvider(npi), supervisorId, active: true }
  done(await practice.owner.ask('PUT', url, body))
  return { at: sittingsOf({ ...practice, clinician }), supervisor: practice.clinician }
}

/** The two ways in which a claim that was filed is held back. */
const ways: readonly (readonly [string, string, (id: string) => Promise<unknown>])[] = [
  ['that was taken back', 'claim:taken-back', async (id) => done(await withdraw(id))],
  [
    'that could not be proved',
    'claim:could-not-be-proved',
    (id) => practice.owner.work('batch-claims', (tx) => holdUnproved(tx, server.services, id)),
  ],
]

describe.each(ways)('a claim %s', (_, code, holdBack) => {
  test('stays held when its note is co-signed, and leaves when it is released', async () => {
    await practice.owner.ask('PUT', '/api/practice/settings/note.co-sign', {
      value: 'supervised',
      version: 0,
    })
    const { at, supervisor } = await openSupervisedClinician()
    const filed = await at.file('2026-03-09')
    expect(filed.answer.claim.status).toBe('filed')
    await holdBack(filed.answer.claim.id)
    const word = { hash: filed.answer.signed.hash, attestation: coSignAttestation }
    const { claim } = done(
      await supervisor.ask('POST', `/api/note/notes/${filed.noteId}/co-sign`, word),
    ).json()
    expect([claim.status, codesOf(claim)]).toEqual(['held', [code]])
    await sweep(server.services)
    expect(await payer.claims()).toEqual([])
    expect(done(await release(claim.id)).json().status).toBe('filed')
  })

  test('stays held when an addendum is signed, and rests on it once it is released', async () => {
    const at = sittingsOf(practice)
    const filed = await at.file('2026-03-09')
    await holdBack(filed.answer.claim.id)
    const amended = done(
      await at.amend(filed.sessionId, filed.noteId, (note) => ({
        sections: { ...note.sections, plan: 'Again next week.' },
      })),
    ).json()
    expect([amended.claim.status, codesOf(amended.claim)]).toEqual(['held', [code]])
    expect(codesOf(amended)).toEqual([code])
    await sweep(server.services)
    expect(await payer.claims()).toEqual([])
    expect(done(await release(amended.claim.id)).json().status).toBe('filed')
    expect(await count(server, 'claim', `status = 'filed' AND signed_note_id = '${amended.signed.id}'`)).toBe(
      1,
    )
  })
})

/** A claim that the payer paid, corrected to a shorter session while its replacement is kept back by a fee nobody knows. */
const heldReplacement = async () => {
  const filed = await sittingsOf(practice).file('2026-03-09')
  await sweep(server.services)
  for (const { bytes } of post.kept) post.deliver('paid.835', bytes)
  await sweep(server.services)
  const url = `/api/session/sessions/${filed.sessionId}`
  const { version } = (await practice.owner.ask('GET', url)).json()
  const body = {
    version,
    attendance: 'held',
    session: byVideo('2026-03-09', { start: '09:00', stop: '09:50' }),
  }
  const correction = `/api/thread/sessions/${filed.sessionId}/correction`
  const { shown } = done(await practice.owner.ask('POST', `${correction}/preview`, body)).json()
  const corrected = done(await practice.owner.ask('POST', correction, { ...body, shown })).json()
  expect(corrected.kind).toBe('replace')
  const live = corrected.claims.at(-1)
  if (live.status === 'filed') done(await withdraw(live.id))
  expect((await claims()).at(-1)).toEqual({ status: 'held', frequency: '7', past: false })
  return { ...filed, sessionVersion: (await practice.owner.ask('GET', url)).json().version as number }
}

describe('while a payer has a claim whose replacement is held', () => {
  test('the client cannot ask any more that the plan is not told', async () => {
    const { sessionId, sessionVersion } = await heldReplacement()
    const before = await claims()
    const asked = await practice.owner.ask('POST', `/api/thread/sessions/${sessionId}/do-not-bill`, {
      version: sessionVersion,
      askedOn: '2026-03-10',
    })
    expect([asked.status, codesOf(asked.json())], asked.text).toEqual([422, ['do-not-bill:told']])
    expect(await claims()).toEqual(before)
    expect(await count(server, 'private_charge')).toBe(0)
  })

  test('its note is not moved to another chart', async () => {
    const { noteId, answer } = await heldReplacement()
    const other = { ...inventedClient, name: { first: 'Ada', last: 'Brandt' }, birthDate: '1979-11-02' }
    const { id: clientId } = (
      await practice.owner.ask('POST', '/api/people/clients', { client: other })
    ).json()
    const coverage = { ...inventedCoverage(practice.payerId), memberNumber: 'LKM999000222' }
    const { id: coverageId } = (
      await practice.owner.ask('POST', `/api/coverage/clients/${clientId}/coverages`, coverage)
    ).json()
    const to = await sittingsOf({ ...practice, clientId, coverageId }).hold('2026-03-09', {
      start: '11:00',
      stop: '11:56',
    })
    const before = await claims()
    const moved = await practice.owner.ask('POST', `/api/note/notes/${noteId}/move`, {
      version: answer.note.version,
      toSessionId: to.id,
      reason: 'Written into the chart of the client before.',
    })
    expect([moved.status, moved.json().code], moved.text).toEqual([409, 'claim-stands'])
    expect(await claims()).toEqual(before)
  })
})
