// Releasing: a held claim is judged anew after something was mended, and filed when nothing holds it any more.
import { holdsClaim } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import { type ClaimRow, readClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, notFound } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { demandOwnSession } from '../session/schedule-session.ts'
import { lockSession } from '../session/store.ts'
import { rejudge } from './file-session.ts'
import { loadLocked } from './load-case.ts'
import { isUnchanged } from './since-rejection.ts'

/** Locks the session of a claim, so that nothing else is decided about it meanwhile. Throws 404. */
export const lockClaimsSession = async (tx: Tx, claimId: string): Promise<ClaimRow> => {
  const found = await readClaim(tx, claimId)
  if (found === null) throw notFound()
  demandOwnSession(tx, found.providerId)
  await lockSession(tx, found.sessionId)
  const row = await readClaim(tx, claimId)
  if (row === null) throw new Error('claims are never deleted')
  return row
}

/**
 * Judges a held claim anew; what comes back is filed, or held still with what holds it now. Refused where it would tell
 * the payer what was rejected, unless a person says why it should (`because`).
 */
export const releaseHeld = async (
  tx: Tx,
  services: Services,
  claimId: string,
  because: string | null = null,
): Promise<Result<ClaimRow>> => {
  const row = await lockClaimsSession(tx, claimId)
  if (row.status !== 'held' || row.supersededAt !== null)
    throw conflict('not-held', 'Only a claim that is held can be released; this one is not.')
  const thread = await loadLocked(tx, row.sessionId)
  if (thread.signed === null) throw new Error('a held claim rests on a signed note')
  const after = await rejudge(tx, services, thread, thread.signed, because)
  if (after === null) throw new Error('a claim that is held cannot be gone')
  return isUnchanged(after) ? refused(after.findings.filter(holdsClaim)) : accepted(after)
}
