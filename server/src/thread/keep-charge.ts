// The charge of a session that no payer is billed for, kept in step with it: made when its note is signed, taken back when it no longer holds.
import type { Entry } from '@goldenthread/core/ledger/entry.ts'
import type { PrivateCharge } from '@goldenthread/core/posting/private-charge.ts'
import { type Json, canonicalJson } from '@goldenthread/core/values/canonical-json.ts'
import { type Finding, holdsClaim } from '@goldenthread/core/values/finding.ts'
import { nameClaim } from '../claim/file-claim.ts'
import { lockLiveClaim, readClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { chargeClient, unchargeClient } from '../posting/charge-client.ts'
import {
  type ChargeRow,
  insertCharge,
  lockStandingCharge,
  putChargeBack,
  rejudgeCharge,
  restChargeOnNote,
} from '../posting/private-charge-store.ts'
import type { Services } from '../services.ts'
import { type SignedNote, hasPayer, judge, numbered } from './file-session.ts'
import { type LoadedThread, loadLocked } from './load-case.ts'

export interface ChargeKept {
  readonly row: ChargeRow | null
  readonly entries: readonly Entry[]
  /** What the charge waits for. */
  readonly findings: readonly Finding[]
}

const sameCharge = (one: PrivateCharge | null, other: PrivateCharge | null): boolean =>
  one !== null &&
  other !== null &&
  canonicalJson({ ...one, number: '' } as unknown as Json) ===
    canonicalJson({ ...other, number: '' } as unknown as Json)

/** It took place, and no payer is billed for it. */
const isPrivate = (thread: LoadedThread): boolean =>
  thread.session.status === 'confirmed' && !hasPayer(thread)

const takeBack = async (
  tx: Tx,
  services: Services,
  row: ChargeRow | null,
  says: string,
): Promise<readonly Entry[]> => {
  if (row === null) return []
  tx.touch('private_charge', row.id)
  if (row.charge !== null) return unchargeClient(tx, services, { ...row, charge: row.charge }, says)
  await putChargeBack(tx, row.id)
  return []
}

/**
 * Makes, keeps or takes back the charge of a session as it stands now: charged by the practice's own fees, or waiting
 * with the findings that hold it. A session whose payer still has a claim is charged nothing. The session is locked by
 * the caller, and so charged once however often this is asked for.
 */
export const keepCharge = async (
  tx: Tx,
  services: Services,
  thread: LoadedThread,
  note: SignedNote | null,
): Promise<ChargeKept> => {
  const standing = await lockStandingCharge(tx, thread.session.id)
  const live = isPrivate(thread) && note !== null ? await lockLiveClaim(tx, thread.session.id) : null
  if (!isPrivate(thread) || note === null || live !== null) {
    const entries = await takeBack(
      tx,
      services,
      standing,
      'The client is not charged for the session any more.',
    )
    return { row: null, entries, findings: [] }
  }
  const waiting = standing?.status === 'waiting' ? standing : null
  const name = waiting === null ? nameClaim(services) : { id: waiting.id, claimNumber: waiting.chargeNumber }
  const documents = judge(tx, services, numbered({ ...thread.given, note: note.note }, name.claimNumber))
  const { charge } = documents
  const held = documents.findings.filter(holdsClaim)
  if (standing !== null && waiting === null && sameCharge(standing.charge, charge)) {
    if (standing.signedNoteId !== note.id) await restChargeOnNote(tx, standing.id, note.id)
    return { row: standing, entries: [], findings: [] }
  }
  const back = waiting === null ? await takeBack(tx, services, standing, 'The charge was corrected.') : []
  const { session } = thread
  const judged = { charge, findings: held }
  if (waiting === null)
    await insertCharge(
      tx,
      {
        id: name.id,
        chargeNumber: name.claimNumber,
        sessionId: session.id,
        clientId: session.clientId,
        providerId: session.providerId,
        signedNoteId: note.id,
        day: session.session.day,
      },
      judged,
    )
  else await rejudgeCharge(tx, waiting.id, { signedNoteId: note.id, day: session.session.day }, judged)
  tx.touch('private_charge', name.id)
  const made =
    charge === null
      ? { entries: [], findings: held }
      : await chargeClient(tx, services, { id: name.id, providerId: session.providerId, charge })
  return {
    row: await lockStandingCharge(tx, session.id),
    entries: [...back, ...made.entries],
    findings: made.findings,
  }
}

/**
 * The same after a void came to nothing: what it was to void stands for its session again, and no session is owed twice.
 * Nothing is done for any other claim.
 */
export const keepChargeOfVoid = async (tx: Tx, services: Services, claimId: string): Promise<void> => {
  const row = await readClaim(tx, claimId)
  if (row === null || row.frequency !== '8') return
  const thread = await loadLocked(tx, row.sessionId)
  await keepCharge(tx, services, thread, thread.signed)
}
