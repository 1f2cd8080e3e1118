// Claims this payer has judged, by its own numbers: which of them stand, which were taken back, and which one a correction names.
import { samePlain, findMember } from './find-member.ts'
import type { ClaimOnFile, PayerState, PlanRules } from './plan.ts'
import type { SentClaim } from './sent-claim.ts'

/** Frequency 7 replaces a claim, 8 voids it (docs/sources.md 8.1, box 22). */
export const isCorrection = ({ frequency }: SentClaim): boolean => frequency === '7' || frequency === '8'

/** Whether what a claim left in the books counts no more; what a plan tells of no claim of its own always counts. */
export const isTakenBack = (
  { claimsTakenBack = [] }: PayerState,
  { payerClaimNumber }: { readonly payerClaimNumber?: string },
): boolean =>
  payerClaimNumber !== undefined && claimsTakenBack.some((each) => each.payerClaimNumber === payerClaimNumber)

/** Client, billing and rendering provider: what no correction changes (docs/sources.md 8.1, box 22). */
const hasSameParties = (one: SentClaim, other: SentClaim, { members }: PlanRules): boolean => {
  const [found, before] = [findMember(one, members), findMember(other, members)]
  return (
    found.kind === 'found' &&
    before.kind === 'found' &&
    found.member === before.member &&
    one.billing.id === other.billing.id &&
    one.billing.taxId === other.billing.taxId &&
    (one.rendering?.id ?? '') === (other.rendering?.id ?? '')
  )
}

/** The claim that a correction names: judged here for the same parties, and standing still. Undefined when there is none. */
export const correctedBy = (claim: SentClaim, rules: PlanRules, state: PayerState): ClaimOnFile | undefined =>
  state.claimsOnFile?.find(
    (each) =>
      samePlain(each.payerClaimNumber, claim.originalNumber) &&
      !isTakenBack(state, each) &&
      hasSameParties(claim, each.claim, rules),
  )

/** The books without a claim: its lines are not seen, its units and its deductible are free again. */
export const takeBack = (
  state: PayerState,
  { payerClaimNumber }: Pick<ClaimOnFile, 'payerClaimNumber'>,
  by: string,
): PayerState => ({
  ...state,
  claimsTakenBack: [...(state.claimsTakenBack ?? []), { payerClaimNumber, by }],
})

/** The books with a claim that was judged. */
export const putOnFile = (state: PayerState, claim: ClaimOnFile): PayerState => ({
  ...state,
  claimsOnFile: [...(state.claimsOnFile ?? []), claim],
})
