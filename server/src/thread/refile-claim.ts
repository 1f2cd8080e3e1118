// A claim that was filed and has not left: judged again, left as it is, or withdrawn and filed anew.
import { holdsClaim } from '@goldenthread/core/values/finding.ts'
import { type ClaimProof, claimInputHash, proofOf } from '../claim/claim-proof.ts'
import { nameClaim, voidClaimRow } from '../claim/file-claim.ts'
import { type ClaimRow, readClaim, restOnNote } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { takeBackFiled } from '../posting/reverse-filed.ts'
import type { Services } from '../services.ts'
import { type SignedNote, fileJudged, hasPayer, judge, numbered } from './file-session.ts'
import type { LoadedThread } from './load-case.ts'
import { voidAnswered } from './replace-claim.ts'

/** Takes a claim back that never left: void, and its entry in the ledger reversed. */
export const withdrawClaim = async (tx: Tx, services: Services, row: ClaimRow): Promise<void> => {
  await voidClaimRow(tx, services, row)
  await takeBackFiled(tx, services, row, `Claim ${row.claimNumber} was withdrawn before it was sent.`)
}

/** Nothing is billed any more: what the claim was to replace was judged, so that only a void takes it from the payer. */
const endBilling = async (tx: Tx, services: Services, row: ClaimRow): Promise<void> => {
  await withdrawClaim(tx, services, row)
  const judged = row.frequency === '7' && row.replacesId !== null ? await readClaim(tx, row.replacesId) : null
  if (judged !== null) await voidAnswered(tx, services, judged)
}

/** What came of judging again: it holds, another claim was filed in its place, or one is held there. */
export type Refiled = 'holds' | 'filed-anew' | 'held' | 'withdrawn'

/**
 * Judges a filed claim again, as its session, note, people and coverage are now. The same claim again stays (resting
 * on the note signed last); another one takes its place, or its findings do. The session is locked by the caller.
 */
export const refileClaim = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
  row: ClaimRow,
): Promise<Refiled> => {
  const { sha256, facts } = services
  if (row.claim === null) throw new Error('a claim that was filed has its document')
  if (!hasPayer(thread)) {
    await endBilling(tx, services, row)
    return 'withdrawn'
  }
  const given = { ...thread.given, note: note.note }
  const again = judge(tx, services, numbered(given, row.claimNumber))
  if (again.claim !== null && !again.findings.some(holdsClaim)) {
    const inputHash = claimInputHash(again.claim, note.hash, sha256)
    if (inputHash === row.proof?.inputHash) return 'holds'
    if (inputHash === claimInputHash(row.claim, note.hash, sha256)) {
      const proof: ClaimProof = proofOf(row.claim, note.hash, facts, sha256)
      await restOnNote(tx, row, note.id, proof)
      return 'holds'
    }
  }
  await withdrawClaim(tx, services, row)
  const name = nameClaim(services)
  const documents = judge(tx, services, numbered(given, name.claimNumber))
  // What the withdrawn one was to replace is still to be replaced.
  const frequency = row.frequency === '7' ? '7' : '1'
  const replacesId = frequency === '7' ? row.replacesId : row.id
  const made = await fileJudged(tx, services, thread, note, documents, {
    name,
    frequency,
    replacesId,
    held: null,
  })
  return made.status === 'filed' ? 'filed-anew' : 'held'
}
