// A claim as a person decides of it: held until the commit, with its entries and the payer's answer that stands.
import { reversalIn } from '@goldenthread/core/ledger/reversal.ts'
import type { OpenClaim } from '@goldenthread/core/posting/decide-claim.ts'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import { clientParty } from '@goldenthread/core/posting/posting-terms.ts'
import { type MatchedClaim, matchByHand, matchRemittance } from '@goldenthread/core/remit/match.ts'
import { isPrediction, isReversal } from '@goldenthread/core/remit/remittance.ts'
import { readClaim } from '../claim/filing-store.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, notFound } from '../http/problem.ts'
import { type AnsweredClaimRow, claimsAnswered, remittanceById } from '../remit/remittance-store.ts'
import { decisionsOfClaim } from './decision-store.ts'
import { type EntryRow, entriesOfClaims, lockAccounts } from './entry-store.ts'

export interface OpenClaimRow extends OpenClaim {
  readonly row: AnsweredClaimRow
}

const standingAnswer = (rows: readonly EntryRow[], { claimNumber }: Claim): EntryRow | null => {
  const entries = rows.map(({ entry }) => entry)
  return (
    rows.find(
      ({ entry }) =>
        entry.act === 'remitted' &&
        entry.key.endsWith(`:${claimNumber}`) &&
        reversalIn(entries, entry) === null,
    ) ?? null
  )
}

/** The answer as it was matched when it was posted: by its numbers, or by a person. */
const answerOf = async (
  tx: Tx,
  { id, claim, payerClaimNumbers }: AnsweredClaimRow,
  rows: readonly EntryRow[],
): Promise<MatchedClaim | null> => {
  const remittanceId = standingAnswer(rows, claim)?.remittanceId ?? null
  const found = remittanceId === null ? null : await remittanceById(tx, remittanceId)
  if (found === null) return null
  const { remittance } = found
  const { matched } = matchRemittance(remittance, [{ claim, payerClaimNumbers }])
  const answer = matched.find(({ remitted }) => !isReversal(remitted) && !isPrediction(remitted))
  if (answer !== undefined) return answer
  const byHand = (await decisionsOfClaim(tx, id)).find(
    (each) => each.remittanceId === remittanceId && each.document.claimOfRemittance !== undefined,
  )
  const remitted = remittance.claims[(byHand?.document.claimOfRemittance ?? 0) - 1]
  return remitted === undefined ? null : matchByHand(remitted, claim).matched
}

/** Throws 404 for none of the practice's, 409 for a claim that is held or void. */
export const lockOpenClaim = async (tx: Tx, claimId: string): Promise<OpenClaimRow> => {
  const found = await readClaim(tx, claimId)
  if (found === null) throw notFound()
  if (found.claim === null || found.status === 'void' || found.frequency === '8')
    throw conflict('not-filed', 'This claim was not filed, so nothing of it stands open.')
  const row = (await claimsAnswered(tx, [found.claimNumber], [])).find(({ id }) => id === claimId)
  if (row === undefined) throw new Error('a claim that was filed has its document')
  await lockAccounts(tx, [clientParty(row.claim)])
  const rows = await entriesOfClaims(tx, [claimId])
  tx.touch('claim', claimId)
  const { claim, payerClass } = row
  return {
    row,
    claim,
    payerClass,
    answer: await answerOf(tx, row, rows),
    entries: rows.map(({ entry }) => entry),
  }
}
