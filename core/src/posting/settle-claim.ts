// What an answer does to the accounts of one claim, against what filing expected: each ends where the payer put it.
import { type Cents, add, negate, subtract } from '../values/cents.ts'
import type { PayerClass } from '../facts/facts.ts'
import type { Claim, ExpectedPayment } from '../claim/claim.ts'
import { balanceOf, netOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry, EntryLine } from '../ledger/entry.ts'
import { clientMayOwe } from '../remit/explain-adjustments.ts'
import { judgeClaim } from '../remit/judgement.ts'
import type { Adjustment, RemittedClaim } from '../remit/remittance.ts'
import { credit, debit, lacking } from './entry-lines.ts'
import { depositsClient, receivableClient, receivablePayer } from './posting-terms.ts'

const expected = (claim: Claim, part: keyof ExpectedPayment): Cents =>
  add(...claim.lines.map((line) => line.expected[part]))

/**
 * The bank gets what was paid; the client's receivable ends at what of PR may be asked of the client (nothing of a
 * Medicaid client's share), the contract allowance at CO 45; what is left of the charge (denied, sequestered, OA, PI) stays with the payer until a person decides (architecture.md, accounts and entries).
 */
export const settlement = (
  claim: Claim,
  remitted: RemittedClaim,
  payerClass: PayerClass,
  source: string,
): readonly EntryLine[] => {
  const { contract } = judgeClaim(remitted)
  const client = clientMayOwe(remitted, payerClass)
  const lines = [
    ...debit(account('bank'), remitted.paid, source),
    ...debit(receivableClient(claim), subtract(client, expected(claim, 'client')), source),
    ...debit(account('contract-allowance'), subtract(contract, expected(claim, 'contractAllowance')), source),
  ]
  return [...lines, ...credit(receivablePayer(claim), lacking(lines), source)]
}

/** What the client paid ahead settles what the payer left to the client, and never more than that. */
export const applyDeposit = (
  claim: Claim,
  remitted: RemittedClaim,
  payerClass: PayerClass,
  entries: readonly Entry[],
  source: string,
): readonly EntryLine[] => {
  const held = balanceOf(entries, depositsClient(claim))
  const owed = clientMayOwe(remitted, payerClass)
  const applied = held < owed ? held : owed
  return applied <= 0
    ? []
    : [...debit(depositsClient(claim), applied, source), ...credit(receivableClient(claim), applied, source)]
}

const negated = (adjustments: readonly Adjustment[]): readonly Adjustment[] =>
  adjustments.map((each) => ({ ...each, amount: negate(each.amount) }))

/** The answer that a reversal takes back: the same claim with every sign turned. */
export const takenBack = (reversal: RemittedClaim): RemittedClaim => ({
  ...reversal,
  charge: negate(reversal.charge),
  paid: negate(reversal.paid),
  adjustments: negated(reversal.adjustments),
  lines: reversal.lines.map((line) => ({
    ...line,
    charge: negate(line.charge),
    paid: negate(line.paid),
    adjustments: negated(line.adjustments),
  })),
})

/** True when a posted entry did to bank, payer and allowance exactly what the reversal takes back. */
export const mirrors = (
  posted: readonly EntryLine[],
  claim: Claim,
  reversal: RemittedClaim,
  payerClass: PayerClass,
): boolean => {
  const lines = settlement(claim, takenBack(reversal), payerClass, '')
  return [account('bank'), receivablePayer(claim), account('contract-allowance')].every(
    (each) => netOf(posted, each) === netOf(lines, each),
  )
}
