// A practice with sessions that were held, signed and filed by the acts themselves: what proofs begin with.
import {
  type Treatment,
  holdSession,
  planSession,
  seeSession,
  signSession,
  writeSession,
} from '@goldenthread/bench/file/held-session.ts'
import { type Day, addDays } from '@goldenthread/core/values/day.ts'
import { inventedClient, inventedContract, inventedCoverage, inventedPayer } from './invented.ts'
import type { Signed, TestServer } from './test-server.ts'

const made = async (signed: Signed, url: string, body: unknown): Promise<string> => {
  const answer = await signed.ask('POST', url, body)
  if (answer.status !== 201) throw new Error(`${url} answered ${answer.status}: ${answer.text}`)
  return answer.json().id
}

/** A clinician of the practice with a client who is insured. */
export const beginTreatment = async (server: TestServer, owner: Signed, npi?: string): Promise<Treatment> => {
  const clinician = await server.join(owner, 'clinician', npi)
  const payerId = await made(owner, '/api/coverage/payers', inventedPayer)
  await made(owner, `/api/coverage/payers/${payerId}/contracts`, inventedContract)
  const clientId = await made(owner, '/api/people/clients', { client: inventedClient })
  const coverageUrl = `/api/coverage/clients/${clientId}/coverages`
  const coverageId = await made(owner, coverageUrl, inventedCoverage(payerId))
  const { work, actor, practiceId } = clinician
  return {
    services: server.services,
    practiceId,
    work,
    providerId: actor.providerId ?? '',
    clientId,
    coverageId,
  }
}

/** So many sessions, a week apart back from a day, each held, written, signed and filed. */
export const fileSessions = async (treatment: Treatment, last: Day, count: number): Promise<void> => {
  for (let back = count - 1; back >= 0; back -= 1) {
    const session = await planSession(treatment, addDays(last, -7 * back))
    await holdSession(treatment, session)
    const { version } = await writeSession(treatment, session.id)
    await signSession(treatment, session.id, version, await seeSession(treatment, session.id))
  }
}
