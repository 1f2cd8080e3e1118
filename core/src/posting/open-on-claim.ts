// What of a claim stands open with its payer after the answer, by the whole and by its lines: the matter of a person's word.
import { type Cents, greater, lesser, subtract, sum, zero } from '../values/cents.ts'
import type { PayerClass } from '../facts/facts.ts'
import type { Claim } from '../claim/claim.ts'
import { balanceOf, netOf } from '../ledger/balance.ts'
import { type Entry, sameAccount } from '../ledger/entry.ts'
import { reversalIn } from '../ledger/reversal.ts'
import { clientMayOwe } from '../remit/explain-adjustments.ts'
import { judge } from '../remit/judgement.ts'
import type { MatchedClaim } from '../remit/match.ts'
import type { Adjustment } from '../remit/remittance.ts'
import { receivablePayer } from './posting-terms.ts'

export interface OpenLine {
  /** Our line. */
  readonly line: number
  readonly amount: Cents
  /** The adjustments that left it open: all but those that pay, price by contract or go to the client. */
  readonly adjustments: readonly Adjustment[]
}

export interface OpenOnClaim {
  /** Never below zero; what the ledger says. */
  readonly amount: Cents
  /** Lines with an amount open, each no more than the whole; none of an answer that names no lines. */
  readonly lines: readonly OpenLine[]
}

/** CO 45: the contract's own price, given up when the answer is posted. */
export const isContract = ({ group, reason }: Adjustment): boolean => group === 'CO' && reason === '45'

/** The source of a decided entry's lines: by it a line knows what was decided of it before. */
export const decidedSource = (claim: Claim, line: number | null): string =>
  line === null ? `claim ${claim.claimNumber}` : `claim ${claim.claimNumber} line ${line}`

const decidedBefore = (entries: readonly Entry[], claim: Claim, line: number): Cents =>
  sum(
    entries
      .filter((each) => each.act === 'decided' && reversalIn(entries, each) === null)
      .flatMap((each) => each.lines)
      .filter((each) => each.source === decidedSource(claim, line))
      .filter((each) => sameAccount(each.account, receivablePayer(claim)))
      .map((each) => subtract(zero, netOf([each], each.account))),
  )

/** `entries` are those of the claim; `answer` is the payer's answer that stands, matched to it. */
export const openOnClaim = (
  claim: Claim,
  answer: MatchedClaim,
  payerClass: PayerClass,
  entries: readonly Entry[],
): OpenOnClaim => {
  const amount = greater(balanceOf(entries, receivablePayer(claim)), zero)
  const lines = claim.lines.flatMap((ours): readonly OpenLine[] => {
    const remitted = answer.lines.filter(({ line }) => line === ours).map((each) => each.remitted)
    if (remitted.length === 0) return []
    const left = remitted.map((each) => {
      const { paid, contract } = judge(each.charge, each.paid, each.adjustments)
      const client = clientMayOwe({ ...answer.remitted, adjustments: [], lines: [each] }, payerClass)
      return subtract(each.charge, paid, contract, client)
    })
    const open = lesser(subtract(sum(left), decidedBefore(entries, claim, ours.number)), amount)
    const adjustments = remitted.flatMap((each) => each.adjustments).filter((each) => !isContract(each))
    return open > 0 ? [{ line: ours.number, amount: open, adjustments }] : []
  })
  return { amount, lines }
}
