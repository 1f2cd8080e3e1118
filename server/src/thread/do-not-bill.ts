// The client asks that the plan is not told and pays alone: the session has no claim, and becomes the client's own.
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import { voidClaimRow } from '../claim/file-claim.ts'
import { type ClaimRow, isWithPayer, lockLiveClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { conflict } from '../http/problem.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { lockForChange } from '../session/schedule-session.ts'
import { type SessionRow, putDoNotBill } from '../session/store.ts'
import { dayIn } from '../session/zone-clock.ts'
import { type ChargeKept, keepCharge } from './keep-charge.ts'
import { loadLocked } from './load-case.ts'
import { withdrawClaim } from './refile-claim.ts'

const right = '45 CFR 164.522(a)(1)(vi)'

const fault = (code: string, says: string, remedy: string, source = right): Finding => ({
  code: `do-not-bill:${code}`,
  severity: 'holds-claim',
  whose: 'law',
  place: field('askedOn'),
  says,
  remedy,
  source,
  evidence: {},
})

const told = fault(
  'told',
  'The claim of this session has left for the plan, which cannot be kept from knowing any more.',
  'Wait for the answer; then correct the session, so that the claim is voided.',
)

const medicaid = fault(
  'medicaid',
  'A Medicaid client is not asked to pay for what the plan covers.',
  'Bill the plan.',
  '42 CFR 447.15',
)

const ahead = fault('day', 'The client asked later than today.', 'Write the day on which the client asked.')

const isMedicaid = (payerClass: PayerClass | undefined): boolean =>
  payerClass === 'medicaid' || payerClass === 'medicaid-managed'

/** True while nobody outside the practice has heard of the claim. */
const isUntold = ({ status, frequency }: ClaimRow): boolean =>
  frequency === '1' && (status === 'held' || status === 'filed')

export interface DoNotBill {
  /** Of the session. */
  readonly id: string
  readonly version: number
  readonly askedOn: Day
}

/**
 * A claim that has not left is taken back, and a signed session is charged to the client. Refused once the claim has
 * left, and for Medicaid. Throws 404, 409 where the session was changed meanwhile or no payer would be billed.
 */
export const doNotBill = async (
  tx: Tx,
  services: Services,
  { id, version, askedOn }: DoNotBill,
): Promise<Result<{ readonly session: SessionRow; readonly charged: ChargeKept }>> => {
  const before = await lockForChange(tx, { id, version })
  const thread = await loadLocked(tx, id)
  if (thread.payerId === null || thread.given.doNotBill !== undefined)
    throw conflict('not-billed', 'No payer is billed for this session.')
  if (isMedicaid(thread.given.coverage?.payer.class)) return refused([medicaid])
  if (askedOn > dayIn((await readPractice(tx)).zone, tx.at)) return refused([ahead])
  const live = await lockLiveClaim(tx, id)
  if ((live !== null && !isUntold(live)) || (await isWithPayer(tx, id))) return refused([told])
  const session = await putDoNotBill(tx, before, askedOn)
  if (live?.status === 'held') await voidClaimRow(tx, services, live)
  else if (live !== null) await withdrawClaim(tx, services, live)
  const after = await loadLocked(tx, id)
  return accepted({ session, charged: await keepCharge(tx, services, after, after.signed) })
}
