// Takes the entry of a claim's filing back: the claim was withdrawn, rejected, replaced by a new one, or voided.
import { filingStanding, putBackFiled } from '@goldenthread/core/posting/put-back-filed.ts'
import { reverse } from '@goldenthread/core/ledger/reversal.ts'
import type { Entry } from '@goldenthread/core/ledger/entry.ts'
import { type ClaimRow, readClaim, standAgain } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { earnWhatIsPaid } from './charge-client.ts'
import { entriesOfClaims, lockAccounts, putEntries } from './entry-store.ts'

export interface FiledClaimRow {
  readonly id: string
  readonly claimNumber: string
}

type Used = Pick<Services, 'makeId' | 'sha256'>

const entriesOf = async (tx: Tx, { id }: FiledClaimRow): Promise<readonly Entry[]> =>
  (await entriesOfClaims(tx, [id])).map(({ entry }) => entry)

/**
 * Posts the reversal of the filing that stands, `reversed:filed:<claim number>`, once however often it is asked for, and
 * gives it. Null when no filing of the claim stands. What the client has paid may be enough for their charges by now, since
 * nothing is expected of them for this claim any more. `says` is one sentence without anything of the client.
 */
export const reverseFiled = async (
  tx: Tx,
  services: Used,
  claim: FiledClaimRow,
  says: string,
): Promise<Entry | null> => {
  const row = await readClaim(tx, claim.id)
  if (row === null) throw new Error('a claim that was filed is there')
  await lockAccounts(tx, [row.clientId])
  const filed = filingStanding(await entriesOf(tx, claim), claim.claimNumber)
  if (filed === null) return null
  const back = reverse(filed, { at: tx.at, says, sha256: services.sha256 })
  if (!back.ok) throw new Error('the entry of a filing can be reversed')
  await putEntries(tx, services, [back.value], { claimIds: new Map([[claim.claimNumber, claim.id]]) })
  await earnWhatIsPaid(tx, services, row.clientId)
  return back.value
}

/** The payer has the claim as it was: its filing is put back, once for each correction that came to nothing. */
const putBack = async (
  tx: Tx,
  services: Used,
  original: ClaimRow,
  correction: FiledClaimRow,
): Promise<void> => {
  const moment = { at: tx.at, sha256: services.sha256 }
  const { claimNumber } = original
  const entry = putBackFiled(await entriesOf(tx, original), claimNumber, correction.claimNumber, moment)
  if (entry === null) return
  tx.touch('claim', original.id)
  await putEntries(tx, services, [entry], { claimIds: new Map([[claimNumber, original.id]]) })
}

/**
 * The same for a claim that comes to nothing: it was withdrawn or rejected. Where it was to replace another one, or to
 * void it, the payer still has that one, and its filing is put back. What was to be voided stands for its session
 * again, unless another claim does by now.
 */
export const takeBackFiled = async (
  tx: Tx,
  services: Used,
  claim: FiledClaimRow,
  says: string,
): Promise<void> => {
  const reversed = await reverseFiled(tx, services, claim, says)
  const row = await readClaim(tx, claim.id)
  if (row === null || row.frequency === '1' || row.replacesId === null) return
  // Nothing is filed for a void, so that nothing of its own is reversed.
  if (row.frequency === '7' && reversed === null) return
  const original = await readClaim(tx, row.replacesId)
  if (original === null) throw new Error('a correction names the claim that it replaces or voids')
  await putBack(tx, services, original, row)
  if (row.frequency === '8') await standAgain(tx, original)
}
