// An associate of a practice and the one who supervises them.
import type { BillingPractice } from './billed-sessions.ts'
import { inventedProvider } from './invented.ts'
import { type Sittings, sittingsOf } from './sittings.ts'
import type { Signed, TestServer } from './test-server.ts'

export interface Supervised {
  readonly associate: Signed
  readonly at: Sittings
  /** Of the practice's clinician, who is the supervisor. */
  readonly supervisor: Signed
}

/** An associate of the practice whom its clinician supervises. */
export const openSupervised = async (
  server: TestServer,
  practice: Pick<BillingPractice, 'owner' | 'clinician' | 'clientId' | 'coverageId'>,
  npi: string,
): Promise<Supervised> => {
  const associate = await server.join(practice.owner, 'clinician', npi)
  const url = `/api/people/providers/${associate.actor.providerId}`
  const { version } = (await practice.owner.ask('GET', url)).json()
  const provider = {
    ...inventedProvider(npi),
    name: { first: 'Wren', last: 'Adeyemi' },
    credentials: 'LMSW',
  }
  const body = { version, provider, supervisorId: practice.clinician.actor.providerId, active: true }
  const changed = await practice.owner.ask('PUT', url, body)
  if (changed.status !== 200) throw new Error(changed.text)
  return { associate, at: sittingsOf({ ...practice, clinician: associate }), supervisor: practice.clinician }
}
