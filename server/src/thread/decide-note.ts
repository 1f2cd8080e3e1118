// A supervisor's word on a note, and the claim that waited for it: judged anew in the same unit of work.
import { type ClaimRow, lockLiveClaim } from '../claim/filing-store.ts'
import { isHeldByHand } from '../claim/held-by-hand.ts'
import type { Tx } from '../database/tx.ts'
import { type Decision, decideOnNote } from '../note/co-sign.ts'
import type { CoSignatureRow } from '../note/co-sign-store.ts'
import type { Services } from '../services.ts'
import { hasPayer, rejudge } from './file-session.ts'
import { keepCharge } from './keep-charge.ts'
import { loadLocked } from './load-case.ts'

export interface Decided {
  readonly coSignature: CoSignatureRow
  /** The live claim of the session; null where no payer is billed. */
  readonly claim: ClaimRow | null
}

/**
 * Co-signs or returns a note. A claim that is held is judged anew: it is filed when only the
 * co-signature was wanting. One that only a person lets go stays held.
 */
export const decideNote = async (tx: Tx, services: Services, decision: Decision): Promise<Decided> => {
  const { row, coSignature } = await decideOnNote(tx, services, decision)
  const thread = await loadLocked(tx, row.sessionId)
  tx.touch('session', row.sessionId)
  tx.touch('client', thread.session.clientId)
  const live = await lockLiveClaim(tx, row.sessionId)
  const waits = live?.status === 'held' && !isHeldByHand(live)
  const claim = waits && thread.signed !== null ? await rejudge(tx, services, thread, thread.signed) : live
  if (thread.charge !== null || !hasPayer(thread)) await keepCharge(tx, services, thread, thread.signed)
  return { coSignature, claim }
}
