// What every act of posting is given: the claim, whose accounts it moves, the pay contract, the moment.
import type { Instant } from '../values/day.ts'
import type { PayerClass } from '../facts/facts.ts'
import type { Claim } from '../claim/claim.ts'
import { account } from '../ledger/chart.ts'
import type { Account, EntryLine } from '../ledger/entry.ts'
import type { Earned } from './earn-share.ts'
import { credit, debit } from './entry-lines.ts'
import type { PayContract } from './pay-contract.ts'

/** The moment is the caller's and so is the hash: core reads no clock and has no SHA-256. */
export interface PostingMoment {
  readonly at: Instant
  readonly sha256: (utf8: string) => string
}

export interface ClaimTerms {
  readonly payerClass: PayerClass
  /** The NPI of the one who did the work, whoever goes on the claim. */
  readonly provider: string
  readonly payContract: PayContract | null
}

export const receivablePayer = (claim: Claim): Account => account('receivable-payer', claim.payer.id)
/** A client's accounts go by the practice's key, else by the member number, so that a journal carries no name. */
export const clientParty = ({ clientKey, memberNumber }: Pick<Claim, 'clientKey' | 'memberNumber'>): string =>
  clientKey ?? memberNumber
export const receivableClient = (claim: Claim): Account => account('receivable-client', clientParty(claim))
export const depositsClient = (claim: Claim): Account => account('deposits-client', clientParty(claim))

/** The provider's share: clinician pay on the debit side, payable to the provider on the credit side. */
export const shareLines = (earned: Earned, provider: string, source: string): readonly EntryLine[] =>
  earned.lines.flatMap(({ line, amount }) => {
    const from = line === null ? source : `${source} line ${line}`
    return [
      ...debit(account('clinician-pay', provider), amount, from),
      ...credit(account('payable-provider', provider), amount, from),
    ]
  })
