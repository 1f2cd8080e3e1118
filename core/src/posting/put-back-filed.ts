// Puts the filing of a claim back: what was to replace the claim came to nothing, so the payer owes what it owed before.
import { canonicalJson } from '../values/canonical-json.ts'
import type { Entry } from '../ledger/entry.ts'
import { reversalIn } from '../ledger/reversal.ts'
import type { PostingMoment } from './posting-terms.ts'

const isFilingOf = ({ act, key }: Entry, claimNumber: string): boolean =>
  act === 'filed' && key.endsWith(`:${claimNumber}`)

/** The filing of a claim that was posted and not taken back; null when none stands. */
export const filingStanding = (entries: readonly Entry[], claimNumber: string): Entry | null =>
  entries.find((each) => isFilingOf(each, claimNumber) && reversalIn(entries, each) === null) ?? null

/**
 * The entry `restored:<number of the replacement>:<claim number>`: the lines of the claim's filing once more, since a
 * reversal is not itself reversed. Null when the claim has no filing among `entries`, or one that stands.
 */
export const putBackFiled = (
  entries: readonly Entry[],
  claimNumber: string,
  replacement: string,
  { at, sha256 }: PostingMoment,
): Entry | null => {
  const filed = entries.find((each) => isFilingOf(each, claimNumber))
  if (filed === undefined || filingStanding(entries, claimNumber) !== null) return null
  return {
    ...filed,
    key: `restored:${replacement}:${claimNumber}`,
    at,
    says: `Claim ${claimNumber} stands as it was filed: claim ${replacement} did not take its place.`,
    inputHash: sha256(canonicalJson({ restores: filed.inputHash, replacement })),
  }
}
