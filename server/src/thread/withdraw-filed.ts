// Taking a claim back before it leaves: its filing is undone, the note stays signed, and it waits to be released again.
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { nameClaim, fileClaim } from '../claim/file-claim.ts'
import type { ClaimRow } from '../claim/filing-store.ts'
import { takenBack } from '../claim/held-by-hand.ts'
import type { Tx } from '../database/tx.ts'
import { conflict } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { withdrawClaim } from './refile-claim.ts'
import { lockClaimsSession } from './release-held.ts'

/** Puts a held claim, with why, in the place of one that was filed and has not left. The session is locked by the caller. */
export const holdFiled = async (
  tx: Tx,
  services: Services,
  row: ClaimRow,
  finding: Finding,
): Promise<ClaimRow> => {
  await withdrawClaim(tx, services, row)
  // What the withdrawn one was to replace is still to be replaced.
  const replacesId = row.frequency === '7' ? row.replacesId : row.id
  const { sessionId, clientId, providerId, coverageId, payerId, signedNoteId, day, frequency } = row
  return fileClaim(
    tx,
    services,
    nameClaim(services),
    { sessionId, clientId, providerId, coverageId, payerId, signedNoteId, day, frequency, replacesId },
    { claim: null, proof: null, findings: [finding] },
  )
}

const tooLate = () =>
  conflict(
    'departed',
    'This claim has left and cannot be taken back. Correct the session: when the payer has answered, the claim is replaced or voided.',
  )

/**
 * Takes a filed claim back, and gives the held one that stands in its place. Throws 404, and 409 once it was put into a
 * file: it is locked in the same order as batching does, so that either comes first and never both.
 */
export const takeBackClaim = async (tx: Tx, services: Services, claimId: string): Promise<ClaimRow> => {
  const row = await lockClaimsSession(tx, claimId)
  if (row.status === 'held') throw conflict('held', 'This claim is held: it has not been filed.')
  if (row.status === 'void') throw conflict('void', 'This claim was taken back already, or voided.')
  if (row.status !== 'filed') throw tooLate()
  if (row.frequency === '8')
    throw conflict('voids', 'This one takes another claim back. Correct the session again to change that.')
  return holdFiled(tx, services, row, takenBack)
}
