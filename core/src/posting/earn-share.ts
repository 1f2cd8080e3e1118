// What a session earns its provider by the pay contract, and the contracts that the law does not allow.
import { type Cents, add, shareHalfUp, sum, times, zero } from '../values/cents.ts'
import type { Day } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import type { PayerClass } from '../facts/facts.ts'
import type { Claim, ClaimLine } from '../claim/claim.ts'
import { judge, judgeClaim } from '../remit/judgement.ts'
import type { MatchedClaim } from '../remit/match.ts'
import type { PayContract } from './pay-contract.ts'
import type { PrivateCharge } from './private-charge.ts'

export interface EarnedLine {
  /** Our line; null for a share of the claim as a whole. */
  readonly line: number | null
  readonly amount: Cents
}

export interface Earned {
  readonly lines: readonly EarnedLine[]
  readonly total: Cents
  readonly findings: readonly Finding[]
}

const federal: ReadonlySet<PayerClass> = new Set([
  'medicare',
  'medicare-advantage',
  'medicaid',
  'medicaid-managed',
])

const unlawful = (path: string, says: string): Finding => ({
  code: 'pay-contract',
  severity: 'holds-claim',
  whose: 'law',
  place: field(path),
  says,
  remedy: 'Pay an amount by procedure, earned when the payer has answered.',
  source: '42 CFR 424.80 (Medicare), 42 CFR 447.10 (Medicaid)',
  evidence: {},
})

const outside = (contract: PayContract, on: Day): Finding => ({
  code: 'pay-contract',
  severity: 'warns',
  whose: 'platform',
  place: field('payContract.from'),
  says: 'The pay contract does not hold on the day of service, so nothing is earned by it.',
  remedy: 'Give the contract that held on that day.',
  source: contract.source,
  evidence: { from: contract.from, to: contract.to ?? 'no end', on },
})

/**
 * What is wrong with a pay contract for a claim of this payer class and day. A share of what a federal program allows,
 * or pay before it has paid, would assign its payment to another (docs/sources.md 0, 9); those findings hold the claim.
 */
export const payContractFindings = (
  contract: PayContract,
  payerClass: PayerClass,
  on: Day,
): readonly Finding[] => {
  const found: Finding[] = []
  if (federal.has(payerClass) && contract.basis === 'share-of-allowed') {
    found.push(
      unlawful(
        'payContract.basis',
        'A share of the allowed amount is not lawful where Medicare or Medicaid pays.',
      ),
    )
  }
  if (federal.has(payerClass) && contract.guaranteed) {
    found.push(
      unlawful(
        'payContract.guaranteed',
        'Pay before the payer has paid is not lawful where Medicare or Medicaid pays.',
      ),
    )
  }
  if (on < contract.from || (contract.to !== null && on > contract.to)) found.push(outside(contract, on))
  return found
}

type PricedLine = Pick<ClaimLine, 'number' | 'procedure' | 'units'>

const noRow = (line: PricedLine, contract: PayContract): Finding => ({
  code: 'pay-contract',
  severity: 'warns',
  whose: 'platform',
  place: field('payContract.rows'),
  says: `The pay contract has no amount for ${line.procedure}, so its line earns nothing.`,
  remedy: 'Add a row for the procedure, or say in the contract that it earns nothing.',
  source: contract.source,
  evidence: { code: line.procedure },
})

const byProcedure = (
  contract: PayContract & { basis: 'amount-by-procedure' },
  lines: readonly PricedLine[],
): Earned => {
  const rowOf = (line: PricedLine): Cents | null =>
    contract.rows.find((row) => row.code === line.procedure)?.amount ?? null
  const earned = lines.map((line) => ({ line: line.number, amount: times(rowOf(line) ?? zero, line.units) }))
  const findings = lines.filter((line) => rowOf(line) === null).map((line) => noRow(line, contract))
  return { lines: earned, total: sum(earned.map((each) => each.amount)), findings }
}

const shares = (
  share: number,
  bases: readonly { readonly line: number | null; readonly base: Cents }[],
): Earned => {
  const lines = bases.map(({ line, base }) => ({ line, amount: shareHalfUp(base, share) }))
  return { lines, total: sum(lines.map((each) => each.amount)), findings: [] }
}

const nothing = (findings: readonly Finding[]): Earned => ({ lines: [], total: zero, findings })

/** The contract's findings as they stand in the way of earning: with any, nothing is earned. */
const inTheWay = (contract: PayContract | null, payerClass: PayerClass, on: Day): readonly Finding[] =>
  contract === null ? [] : payContractFindings(contract, payerClass, on)

/** Earned when filed: only by a guaranteed contract; a share is one of what is expected to be allowed. */
export const earnedWhenFiled = (
  contract: PayContract | null,
  payerClass: PayerClass,
  claim: Claim,
): Earned => {
  const findings = inTheWay(contract, payerClass, claim.day)
  if (contract === null || findings.length > 0) return nothing(findings)
  if (!contract.guaranteed) return nothing([])
  return contract.basis === 'amount-by-procedure'
    ? byProcedure(contract, claim.lines)
    : shares(
        contract.share,
        claim.lines.map((line) => ({ line: line.number, base: line.expected.allowed })),
      )
}

/** What a session that a client pays earns: no program's payment is assigned, so any contract is lawful here. */
export const earnedPrivately = (contract: PayContract | null, charge: PrivateCharge): Earned => {
  const findings = inTheWay(contract, 'self-pay', charge.day)
  if (contract === null || findings.length > 0) return nothing(findings)
  return contract.basis === 'amount-by-procedure'
    ? byProcedure(contract, charge.lines)
    : shares(
        contract.share,
        charge.lines.map((line) => ({ line: line.number, base: line.agreed })),
      )
}

/** Our lines that earn: those whose paid amount with the client's part is above zero. */
const paidLines = (matched: MatchedClaim): readonly ClaimLine[] => {
  if (matched.remitted.lines.length === 0) {
    const { paid, client } = judgeClaim(matched.remitted)
    return add(paid, client) > 0 ? matched.claim.lines : []
  }
  const worth = (line: ClaimLine): Cents =>
    sum(
      matched.lines
        .filter((each) => each.line === line)
        .map(({ remitted: of }) => add(of.paid, judge(of.charge, of.paid, of.adjustments).client)),
    )
  return matched.claim.lines.filter((line) => worth(line) > 0)
}

/** What a share is taken of: each line's paid with PR; the claim's as a whole when it has adjustments of its own. */
const shareBases = (
  matched: MatchedClaim,
): readonly { readonly line: number | null; readonly base: Cents }[] => {
  const { remitted } = matched
  if (remitted.lines.length === 0 || remitted.adjustments.length > 0) {
    const { paid, client } = judgeClaim(remitted)
    return [{ line: null, base: add(paid, client) }]
  }
  return matched.lines.map(({ line, remitted: of }) => ({
    line: line?.number ?? null,
    base: add(of.paid, judge(of.charge, of.paid, of.adjustments).client),
  }))
}

/** Earned when the payer has answered: by every contract that is not guaranteed. */
export const earnedWhenRemitted = (
  contract: PayContract | null,
  payerClass: PayerClass,
  matched: MatchedClaim,
): Earned => {
  const findings = inTheWay(contract, payerClass, matched.claim.day)
  if (contract === null || findings.length > 0) return nothing(findings)
  if (contract.guaranteed) return nothing([])
  return contract.basis === 'amount-by-procedure'
    ? byProcedure(contract, paidLines(matched))
    : shares(
        contract.share,
        shareBases(matched).filter((each) => each.base > 0),
      )
}
