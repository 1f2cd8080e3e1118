// Confirming a session whose note is signed: it was said to be missed and took place after all, so its claim is filed too.
import { type Result, accepted } from '@goldenthread/core/values/result.ts'
import { lockLiveClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { type Confirmation, confirmSession } from '../session/confirm-session.ts'
import type { SessionRow } from '../session/store.ts'
import { fileFirst, hasPayer } from './file-session.ts'
import { keepCharge } from './keep-charge.ts'
import { keepDraftInStep } from './keep-in-step.ts'
import { loadLocked } from './load-case.ts'

/**
 * Confirms a session, and its draft follows. A note that was signed before is not signed again, so the claim that its
 * correction took away is filed here: held, where what is confirmed now is not what the note says.
 */
export const confirmAndFile = async (
  tx: Tx,
  services: Services,
  given: Confirmation,
): Promise<Result<SessionRow>> => {
  const changed = await confirmSession(tx, given)
  if (!changed.ok) return changed
  await keepDraftInStep(tx, changed.value)
  const { after } = changed.value
  if (after.status !== 'confirmed') return accepted(after)
  const thread = await loadLocked(tx, after.id)
  const isUnfiled = thread.signed !== null && (await lockLiveClaim(tx, after.id)) === null
  if (thread.signed !== null && isUnfiled && hasPayer(thread))
    await fileFirst(tx, services, thread, thread.signed)
  if (thread.charge !== null || !hasPayer(thread)) await keepCharge(tx, services, thread, thread.signed)
  return accepted(after)
}
