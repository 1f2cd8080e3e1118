// The last look at a claim before it leaves: does it still follow from session, note, people and coverage as they are?
import { readClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { lockSession } from '../session/store.ts'
import { keepCharge } from './keep-charge.ts'
import { loadLocked } from './load-case.ts'
import { refileClaim } from './refile-claim.ts'

/**
 * Proves a claim once more before it leaves. A void says what was said before and always holds; any other claim is
 * judged as everything is now. `holds`: it may leave. Otherwise it is out of the way, and what stands in its place
 * leaves in its turn, or waits for a person. A session that no payer is billed for any more is charged to its client.
 */
export const proveAgain = async (
  tx: Tx,
  services: Services,
  claimId: string,
): Promise<'holds' | 'filed-anew' | 'held'> => {
  const found = await readClaim(tx, claimId)
  if (found === null) throw new Error('a claim that is to leave is there')
  await lockSession(tx, found.sessionId)
  const row = await readClaim(tx, claimId)
  if (row === null || row.status !== 'filed') return 'held'
  if (row.frequency === '8') return 'holds'
  const thread = await loadLocked(tx, row.sessionId)
  if (thread.signed === null) throw new Error('a filed claim rests on a signed note')
  const refiled = await refileClaim(tx, services, thread, thread.signed, row)
  if (refiled !== 'withdrawn') return refiled
  await keepCharge(tx, services, thread, thread.signed)
  return 'held'
}
