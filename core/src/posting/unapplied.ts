// Why money of a remitted claim stands unapplied, and what a person does about it.
import type { Finding } from '../values/finding.ts'
import type { RemittedClaim } from '../remit/remittance.ts'

export type Unapplied =
  | 'not-filed'
  | 'answered-before'
  | 'reverses-nothing'
  | 'reversal-differs'
  | 'prediction'

const words: Readonly<Record<Unapplied, { readonly says: string; readonly remedy: string }>> = {
  'not-filed': {
    says: 'The claim answered has no entry of its filing.',
    remedy:
      'Put the money to the claim that stands for the session now, or mark it to be given back to the payer.',
  },
  'answered-before': {
    says: 'The claim was paid before, and the payer did not take that answer back.',
    remedy: 'Ask the payer for a reversal, or give the second payment back.',
  },
  'reverses-nothing': {
    says: 'The payer takes back an answer that was never posted.',
    remedy: 'Find the earlier remittance and post it first.',
  },
  'reversal-differs': {
    says: 'The payer takes back other amounts than those posted for the claim.',
    remedy: 'Compare it with the earlier remittance and ask the payer which one is right.',
  },
  prediction: {
    says: 'A prediction of payment carries money.',
    remedy: 'Ask the payer what the money is for.',
  },
}

/** A warning `remit:unapplied`: the money is in the bank, and its place in the books waits for a person. */
export const unappliedFinding = (why: Unapplied, claim: RemittedClaim): Finding => ({
  code: 'remit:unapplied',
  severity: 'warns',
  whose: 'payer',
  place: claim.place,
  ...words[why],
  source: 'docs/sources.md 8.5: reversals, matching',
  evidence: { claimNumber: claim.claimNumber, payerClaimNumber: claim.payerClaimNumber, why },
})
