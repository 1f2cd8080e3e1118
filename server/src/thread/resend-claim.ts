// The act of sending a rejected claim anew, after what it was rejected for was mended.
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import { type ClaimRow, isLastVoid, readClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { conflict } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { tellsWhatItTold } from './file-session.ts'
import { keepCharge, keepChargeOfVoid } from './keep-charge.ts'
import { loadLocked } from './load-case.ts'
import { lockClaimsSession } from './release-held.ts'
import { resend, voidAnswered } from './replace-claim.ts'
import { unchangedSinceRejection } from './since-rejection.ts'

const notRejected = () =>
  conflict('not-rejected', 'Only a claim that was rejected is sent anew; this one was not.')

/**
 * The payer has not taken a void, so it still has what was to be voided: another void goes, and a client whom no payer
 * is billed for is charged again.
 */
const resendVoid = async (
  tx: Tx,
  services: Services,
  row: ClaimRow,
  because: string | null,
): Promise<Result<ClaimRow>> => {
  if (!(await isLastVoid(tx, row))) throw notRejected()
  const voided = row.replacesId === null ? null : await readClaim(tx, row.replacesId)
  if (voided === null) throw new Error('a void names the claim that it voids')
  // A void says what the claim said; only the payer's own number for that may have been learnt since.
  if (because === null && voided.payerClaimNumber === row.claim?.replaces?.number)
    return refused(unchangedSinceRejection(row))
  tx.touch('claim', row.id)
  const made = await voidAnswered(tx, services, voided, because)
  await keepChargeOfVoid(tx, services, made.id)
  return accepted(made)
}

/**
 * A new claim in the place of a rejected one: filed, or held with what still holds it. Of a replacement whose session no
 * payer is billed for any more, the void of what was judged; its client is charged. Refused while it would tell the
 * payer what was rejected, unless a person says why it should (`because`). Throws 404 and 409.
 */
export const resendClaim = async (
  tx: Tx,
  services: Services,
  { claimId, because }: { readonly claimId: string; readonly because: string | null },
): Promise<Result<ClaimRow>> => {
  const row = await lockClaimsSession(tx, claimId)
  if (row.status !== 'rejected') throw notRejected()
  if (row.frequency === '8') return resendVoid(tx, services, row, because)
  if (row.supersededAt !== null) throw notRejected()
  const thread = await loadLocked(tx, row.sessionId)
  if (thread.signed === null) throw new Error('a claim that was sent rests on a signed note')
  if (because === null && tellsWhatItTold(tx, services, thread, thread.signed, row))
    return refused(unchangedSinceRejection(row))
  const made = await resend(tx, services, thread, thread.signed, row, because)
  if (made?.frequency === '8') await keepCharge(tx, services, thread, thread.signed)
  if (made === null) throw conflict('not-billed', 'No payer is billed for this session any more.')
  return accepted(made)
}
