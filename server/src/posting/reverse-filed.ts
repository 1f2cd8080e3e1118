// Takes the entry of a claim's filing back: the claim was withdrawn, rejected, replaced by a new one, or voided.
import { filingStanding, putBackFiled } from '@goldenthread/core/posting/put-back-filed.ts'
import { reverse } from '@goldenthread/core/ledger/reversal.ts'
import type { Entry } from '@goldenthread/core/ledger/entry.ts'
import { readClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { entriesOfClaims, putEntries } from './entry-store.ts'

export interface FiledClaimRow {
  readonly id: string
  readonly claimNumber: string
}

type Used = Pick<Services, 'makeId' | 'sha256'>

const entriesOf = async (tx: Tx, { id }: FiledClaimRow): Promise<readonly Entry[]> =>
  (await entriesOfClaims(tx, [id])).map(({ entry }) => entry)

/**
 * Posts the reversal of the filing that stands, `reversed:filed:<claim number>`, once however often it is asked for, and
 * gives it. Null when no filing of the claim stands. `says` is one sentence without anything of the client.
 */
export const reverseFiled = async (
  tx: Tx,
  services: Used,
  claim: FiledClaimRow,
  says: string,
): Promise<Entry | null> => {
  const filed = filingStanding(await entriesOf(tx, claim), claim.claimNumber)
  if (filed === null) return null
  const back = reverse(filed, { at: tx.at, says, sha256: services.sha256 })
  if (!back.ok) throw new Error('the entry of a filing can be reversed')
  await putEntries(tx, services, [back.value], { claimIds: new Map([[claim.claimNumber, claim.id]]) })
  return back.value
}

/**
 * The same for a claim that comes to nothing: it was withdrawn or rejected. Where it was to replace another one, the
 * payer still has that one, and its filing is put back.
 */
export const takeBackFiled = async (
  tx: Tx,
  services: Used,
  claim: FiledClaimRow,
  says: string,
): Promise<void> => {
  if ((await reverseFiled(tx, services, claim, says)) === null) return
  const row = await readClaim(tx, claim.id)
  if (row?.frequency !== '7' || row.replacesId === null) return
  const replaced = await readClaim(tx, row.replacesId)
  if (replaced === null) throw new Error('a replacement names the claim that it replaces')
  const moment = { at: tx.at, sha256: services.sha256 }
  const entry = putBackFiled(await entriesOf(tx, replaced), replaced.claimNumber, claim.claimNumber, moment)
  if (entry === null) return
  tx.touch('claim', replaced.id)
  await putEntries(tx, services, [entry], { claimIds: new Map([[replaced.claimNumber, replaced.id]]) })
}
