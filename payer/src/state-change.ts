// What one file changed in a payer's books, so that the journal need not repeat them whole.
import type {
  AuthorizationUse,
  CarriedBalance,
  ClaimOnFile,
  ClaimSeen,
  ClaimTakenBack,
  DeductibleMet,
  PayerState,
} from './answer/plan.ts'

/** Counters as they stand after it, and what was added to each list: lists only grow. */
export interface StateChange {
  readonly nextInterchangeControl: number
  readonly nextClaimNumber: number
  readonly nextTrace: number
  readonly interchangesSeen: readonly string[]
  readonly claimsSeen: readonly ClaimSeen[]
  readonly authorizationUses: readonly AuthorizationUse[]
  readonly deductiblesMet: readonly DeductibleMet[]
  /** These three are absent in a journal from before this payer took corrections. */
  readonly claimsOnFile?: readonly ClaimOnFile[]
  readonly claimsTakenBack?: readonly ClaimTakenBack[]
  readonly carriedBalances?: readonly CarriedBalance[]
}

const added = <T>(before: readonly T[] = [], after: readonly T[] = []): readonly T[] => {
  if (before.some((each, n) => after[n] !== each))
    throw new Error('a list of the payer’s books did not only grow')
  return after.slice(before.length)
}

/** The difference between the books before and after. */
export const changeBetween = (before: PayerState, after: PayerState): StateChange => ({
  nextInterchangeControl: after.nextInterchangeControl,
  nextClaimNumber: after.nextClaimNumber,
  nextTrace: after.nextTrace,
  interchangesSeen: added(before.interchangesSeen, after.interchangesSeen),
  claimsSeen: added(before.claimsSeen, after.claimsSeen),
  authorizationUses: added(before.authorizationUses, after.authorizationUses),
  deductiblesMet: added(before.deductiblesMet, after.deductiblesMet),
  claimsOnFile: added(before.claimsOnFile, after.claimsOnFile),
  claimsTakenBack: added(before.claimsTakenBack, after.claimsTakenBack),
  carriedBalances: added(before.carriedBalances, after.carriedBalances),
})

/** The books after a change. */
export const withChange = (before: PayerState, change: StateChange): PayerState => ({
  nextInterchangeControl: change.nextInterchangeControl,
  nextClaimNumber: change.nextClaimNumber,
  nextTrace: change.nextTrace,
  interchangesSeen: [...before.interchangesSeen, ...change.interchangesSeen],
  claimsSeen: [...before.claimsSeen, ...change.claimsSeen],
  authorizationUses: [...(before.authorizationUses ?? []), ...change.authorizationUses],
  deductiblesMet: [...(before.deductiblesMet ?? []), ...change.deductiblesMet],
  claimsOnFile: [...(before.claimsOnFile ?? []), ...(change.claimsOnFile ?? [])],
  claimsTakenBack: [...(before.claimsTakenBack ?? []), ...(change.claimsTakenBack ?? [])],
  carriedBalances: [...(before.carriedBalances ?? []), ...(change.carriedBalances ?? [])],
})
