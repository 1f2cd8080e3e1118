// The key of a remittance unit: the same payment has it in every file that carries it.
import { canonicalJson } from '../values/canonical-json.ts'
import type { RemittanceUnit, RemittedClaim } from './remittance.ts'

type Named = Pick<RemittedClaim, 'claimNumber' | 'payerClaimNumber' | 'status' | 'paid'>

/**
 * Payer, trace, day and amount, with a hash of the sorted claims: payments of nothing reuse trace numbers, so that
 * without the claims a second file of denials would be taken for the first (docs/sources.md 0, 8.5). Neither the
 * file's name, its delimiters nor its envelope count.
 */
export const remittanceUnit = (
  payment: Pick<RemittanceUnit, 'payer' | 'trace' | 'day' | 'paid'>,
  claims: readonly Named[],
  sha256: (utf8: string) => string,
): RemittanceUnit => {
  const { payer, trace, day, paid } = payment
  const named = claims
    .map((each) => canonicalJson([each.claimNumber, each.payerClaimNumber, each.status, each.paid]))
    .sort()
  const claimsHash = sha256(canonicalJson(named))
  return { payer, trace, day, paid, claimsHash, key: [payer, trace, day, String(paid), claimsHash].join('/') }
}
