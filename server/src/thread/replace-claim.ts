// One claim in the place of another: sent anew after a rejection, as a replacement, or after the void of the wrong one.
import type { PayerControlNumber } from '@goldenthread/core/claim/claim.ts'
import { voidClaim } from '@goldenthread/core/claim/void-claim.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { claimInputHash } from '../claim/claim-proof.ts'
import { fileVoid, nameClaim } from '../claim/file-claim.ts'
import { type ClaimRow, readClaim, supersede } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { unfit } from '../http/problem.ts'
import { reverseFiled, takeBackFiled } from '../posting/reverse-filed.ts'
import type { Services } from '../services.ts'
import { type SignedNote, fileJudged, hasPayer, judge, numbered } from './file-session.ts'
import type { LoadedThread } from './load-case.ts'

const noPayerNumber: Finding = {
  code: 'correction-payer-number',
  severity: 'holds-claim',
  whose: 'payer',
  place: field('claim.replaces.number'),
  says: 'The payer’s own number for the claim is not known, and nothing replaces or voids a claim without it.',
  remedy: 'Read it from the payer’s remittance (CLP07), or ask the payer.',
  source: 'docs/sources.md 8.1, box 22',
  evidence: {},
}

/** The payer's own number for an adjudicated claim; a problem with its finding when it gave none. */
const payersNumber = ({ claim, payerClaimNumber }: ClaimRow): PayerControlNumber => {
  if (claim === null || payerClaimNumber === null) throw unfit([noPayerNumber])
  return { payerId: claim.payer.id, number: payerClaimNumber }
}

interface Place {
  readonly frequency: '1' | '7'
  readonly replacesId: string
  /** Why it goes although it tells the payer nothing new. */
  readonly because?: string | null
  readonly correction?: ThreadCase['correction']
}

const fileNew = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
  { frequency, replacesId, correction, because = null }: Place,
): Promise<ClaimRow> => {
  const name = nameClaim(services)
  const { correction: _of, ...given } = { ...thread.given, note: note.note }
  const judged = correction === undefined ? given : { ...given, correction }
  const documents = judge(tx, services, numbered(judged, name.claimNumber))
  const making = { name, frequency, replacesId, held: null, because }
  return fileJudged(tx, services, thread, note, documents, making)
}

/**
 * A new claim for one that was rejected: the payer has none, so it is an original again (or again a replacement, where
 * the rejected one was to replace another). The old expectation leaves the ledger at once. When nothing is to be billed
 * any more, what it was to replace is voided. Gives the new claim or the void, null when neither is needed.
 */
export const resend = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
  rejected: ClaimRow,
  because: string | null = null,
): Promise<ClaimRow | null> => {
  await supersede(tx, rejected, false)
  tx.touch('claim', rejected.id)
  await takeBackFiled(tx, services, rejected, `Claim ${rejected.claimNumber} was rejected and is sent anew.`)
  const { frequency, replacesId, claim } = rejected
  if (!hasPayer(thread)) {
    const judged = frequency === '7' && replacesId !== null ? await readClaim(tx, replacesId) : null
    return judged === null ? null : voidAnswered(tx, services, judged, because)
  }
  const again = frequency === '7' && replacesId !== null && claim?.replaces
  return fileNew(
    tx,
    services,
    thread,
    note,
    again
      ? { frequency: '7', replacesId, correction: { frequency: '7', replaces: again }, because }
      : { frequency: '1', replacesId: rejected.id, because },
  )
}

/** A replacement (frequency 7) for a claim the payer has adjudicated. */
export const replace = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
  answered: ClaimRow,
): Promise<ClaimRow> => {
  const replaces = payersNumber(answered)
  await supersede(tx, answered, false)
  tx.touch('claim', answered.id)
  const correction = { frequency: '7', replaces } as const
  return fileNew(tx, services, thread, note, { frequency: '7', replacesId: answered.id, correction })
}

/**
 * The void (frequency 8) of a claim the payer has adjudicated; what was expected of it leaves the ledger. Asked for
 * again after the payer rejected one, it makes another.
 */
export const voidAnswered = async (
  tx: Tx,
  services: Services,
  answered: ClaimRow,
  because: string | null = null,
): Promise<ClaimRow> => {
  const replaces = payersNumber(answered)
  const { claim, proof } = answered
  if (claim === null || proof === null) throw new Error('a claim that was answered has its document')
  if (answered.supersededAt === null) await supersede(tx, answered, false)
  tx.touch('claim', answered.id)
  const name = nameClaim(services)
  const made = voidClaim(claim, name.claimNumber, replaces)
  // What judged the claim judged its void: it says the same things.
  const inputHash = claimInputHash(made, proof.noteHash, services.sha256)
  const judged = { claim: made, proof: { ...proof, inputHash }, findings: [] }
  const row = await fileVoid(
    tx,
    services,
    name,
    { ...answered, frequency: '8', replacesId: answered.id },
    judged,
    because,
  )
  await reverseFiled(tx, services, answered, `Claim ${answered.claimNumber} is voided.`)
  return row
}

/** The void, and after it a new original for the right people; only the void when nothing is to be billed. */
export const voidAndNew = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote,
  answered: ClaimRow,
): Promise<readonly ClaimRow[]> => {
  const voided = await voidAnswered(tx, services, answered)
  if (!hasPayer(thread)) return [voided]
  const made = await fileNew(tx, services, thread, note, { frequency: '1', replacesId: answered.id })
  return [voided, made]
}
