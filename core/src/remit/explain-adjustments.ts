// Says what each adjustment means, what to do next, and in whose worklist it belongs.
import { type Cents, sum } from '../values/cents.ts'
import type { Day } from '../values/day.ts'
import type { AdjustmentReasonFact, Facts, PayerClass } from '../facts/facts.ts'
import type { Adjustment, RemittedClaim } from './remittance.ts'

export interface ExplainedAdjustment {
  /** The line of the remittance, from 1; null for an adjustment of the claim as a whole. */
  readonly line: number | null
  readonly group: string
  readonly reason: string
  readonly amount: Cents
  /** Our own words; those of X12 are not ours to print. */
  readonly label: string
  readonly nextAction: string
  readonly queue: AdjustmentReasonFact['queue']
  /** False for a reason the edition does not hold: a person reads the remittance. */
  readonly known: boolean
  /** Only what stands under PR, and never the shares of a Medicaid client or a qualified Medicare beneficiary. */
  readonly clientMayBeBilled: boolean
  /** Remark codes that stand beside it. */
  readonly remarks: readonly string[]
}

/** A qualified Medicare beneficiary owes no deductible, coinsurance or copay (docs/sources.md 0, 8.4). */
const beneficiaryRemarks: ReadonlySet<string> = new Set(['N781', 'N782', 'N783'])
/** True when the payer says on the claim or a line that the client is one. */
export const isBeneficiary = ({ remarks, lines }: Pick<RemittedClaim, 'remarks' | 'lines'>): boolean =>
  [...remarks, ...lines.flatMap((line) => line.remarks)].some((each) => beneficiaryRemarks.has(each))

const sharedReasons: ReadonlySet<string> = new Set(['1', '2', '3'])

/** Whether an adjustment may be asked of the client: it stands under PR, and no law forbids to bill it. */
const mayBill = (adjustment: Adjustment, payerClass: PayerClass, remarks: readonly string[]): boolean => {
  if (adjustment.group !== 'PR') return false
  if (!sharedReasons.has(adjustment.reason)) return true
  const medicaid = payerClass === 'medicaid' || payerClass === 'medicaid-managed'
  return !medicaid && !remarks.some((each) => beneficiaryRemarks.has(each))
}

/** The part of a claim's PR that may be asked of the client, in cents. */
export const clientMayOwe = (claim: RemittedClaim, payerClass: PayerClass): Cents =>
  sum(
    [
      ...claim.adjustments.map((each) => ({ each, remarks: claim.remarks })),
      ...claim.lines.flatMap((line) =>
        line.adjustments.map((each) => ({ each, remarks: [...line.remarks, ...claim.remarks] })),
      ),
    ]
      .filter(({ each, remarks }) => mayBill(each, payerClass, remarks))
      .map(({ each }) => each.amount),
  )

/** The same reason goes to the client's account under PR and to the provider's under CO (docs/sources.md 0, 8.4). */
const queueOf = (
  fact: AdjustmentReasonFact,
  group: string,
  billable: boolean,
): AdjustmentReasonFact['queue'] => {
  if (group === 'PR') return billable ? 'client' : 'write-off'
  return fact.queue === 'client' ? 'appeal' : fact.queue
}

const nextActionOf = (fact: AdjustmentReasonFact | null, group: string, billable: boolean): string => {
  if (group === 'PR' && !billable) {
    return 'The client may not be asked for it: bill the next payer when there is one, else write it off.'
  }
  return fact?.nextAction ?? "Read the payer's remark codes and its manual, then decide."
}

/** Every adjustment of a claim, in the order of the remittance, as the facts of `on` (the day of service) explain it. */
export const explainAdjustments = (
  claim: RemittedClaim,
  payerClass: PayerClass,
  on: Day,
  facts: Pick<Facts, 'adjustmentReason'>,
): readonly ExplainedAdjustment[] => {
  const explain = (
    adjustment: Adjustment,
    line: number | null,
    remarks: readonly string[],
  ): ExplainedAdjustment => {
    const fact = facts.adjustmentReason(adjustment.reason, on)
    const clientMayBeBilled = mayBill(adjustment, payerClass, remarks)
    const { group, reason, amount } = adjustment
    return {
      line,
      group,
      reason,
      amount,
      label: fact?.label ?? `Reason ${reason}, which this edition does not hold`,
      nextAction: nextActionOf(fact, group, clientMayBeBilled),
      queue: fact === null ? 'fixable' : queueOf(fact, group, clientMayBeBilled),
      known: fact !== null,
      clientMayBeBilled,
      remarks,
    }
  }
  return [
    ...claim.adjustments.map((each) => explain(each, null, claim.remarks)),
    ...claim.lines.flatMap((line) =>
      line.adjustments.map((each) => explain(each, line.number, [...line.remarks, ...claim.remarks])),
    ),
  ]
}
