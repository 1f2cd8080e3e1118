// The void of a claim that a payer has adjudicated: the same claim once more, with frequency 8 and the payer's number.
import type { Claim, PayerControlNumber } from './claim.ts'

/** Everything as it was sent, under a number of its own (docs/sources.md 8.1, box 22). */
export const voidClaim = (claim: Claim, claimNumber: string, replaces: PayerControlNumber): Claim => ({
  ...claim,
  claimNumber,
  frequency: '8',
  replaces,
  lines: claim.lines.map((line) => ({ ...line, lineControlNumber: `${claimNumber}L${line.number}` })),
})
