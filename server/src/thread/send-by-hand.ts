// A claim that a person sends by mail, by fax or through the payer's portal: what they say of it is written down once.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import { moveClaims, putEvents } from '../claim/event-store.ts'
import { type ClaimRow, readClaim } from '../claim/filing-store.ts'
import { rehearse } from '../database/rehearse.ts'
import type { Tx } from '../database/tx.ts'
import { findPayer } from '../coverage/store.ts'
import { conflict, stale } from '../http/problem.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { dayIn } from '../session/zone-clock.ts'
import { proveAgain } from './prove-again.ts'
import { lockClaimsSession } from './release-held.ts'

export interface SentByHand {
  readonly id: string
  /** Of the claim as it was printed. */
  readonly version: number
  readonly channel: 'mail' | 'fax' | 'portal'
  /** When it was sent. */
  readonly day: Day
  /** What the portal or the fax gave for it; the certified number of a letter, where it had one. */
  readonly confirmation: string | null
  /** True where it is gone already, although something it rests on was changed since. */
  readonly sentAsItWas: boolean
}

const fault = (code: string, path: string, says: string, remedy: string): Finding => ({
  code: `by-hand:${code}`,
  severity: 'holds-claim',
  whose: 'platform',
  place: field(path),
  says,
  remedy,
  source: 'What was sent is proven by its day and its confirmation number',
  evidence: {},
})

const noConfirmation = fault(
  'confirmation',
  'confirmation',
  'A claim sent by fax or through a portal has a confirmation number.',
  'Enter the number that the portal showed or the fax printed; without one the payer can say it never came.',
)

const wrongDay = fault(
  'day',
  'day',
  'A claim is sent on or after its day of service, and not after today.',
  'Enter the day on which it was sent.',
)

const changedSince = fault(
  'changed',
  'claim',
  'Something that this claim rests on was changed since it was filed: it would not be made like this now.',
  'If it is not gone yet, take it back, release it and send the new one. If it is, say so and correct the session.',
)

const faultsOf = async (
  tx: Tx,
  services: Services,
  row: ClaimRow,
  sent: SentByHand,
): Promise<readonly Finding[]> => {
  const today = dayIn((await readPractice(tx)).zone, tx.at)
  const faults: Finding[] = []
  if (sent.channel !== 'mail' && sent.confirmation === null) faults.push(noConfirmation)
  if (sent.day > today || sent.day < row.day) faults.push(wrongDay)
  if (faults.length > 0 || sent.sentAsItWas) return faults
  const proved = await rehearse(tx, (inner) => proveAgain(inner, services, row.id))
  return proved === 'holds' ? [] : [changedSince]
}

/**
 * Writes down that a claim was sent by a person. Throws 404, 409 where it does not stand as filed, where its payer takes
 * claims by itself, or where another version of it was read. Refused: a day or number that cannot be, and a claim that
 * would be another one by now.
 */
export const sendByHand = async (tx: Tx, services: Services, sent: SentByHand): Promise<Result<ClaimRow>> => {
  const row = await lockClaimsSession(tx, sent.id)
  if (row.status !== 'filed')
    throw conflict('not-filed', 'Only a claim that is filed and has not left can be sent; this one is not.')
  if (row.version !== sent.version) throw stale()
  const payer = await findPayer(tx, row.payerId)
  if (payer === null || payer.channel === 'electronic')
    throw conflict('electronic', 'Claims to this payer leave by themselves: nobody sends them by hand.')
  const faults = await faultsOf(tx, services, row, sent)
  if (faults.length > 0) return refused(faults)
  await moveClaims(tx, [row.id], { from: ['filed'], to: 'sent' })
  const { channel, confirmation, day } = sent
  await putEvents(tx, services, [
    {
      claimId: row.id,
      key: `sent-by-hand:${row.id}`,
      kind: 'sent',
      day,
      document: { channel, confirmation },
    },
  ])
  const after = await readClaim(tx, row.id)
  if (after === null) throw new Error('claims are never deleted')
  return accepted(after)
}
