// What a session will earn its provider if the payer answers as expected: told before anything is filed.
import { type Cents, shareHalfUp, sum, times, zero } from '../values/cents.ts'
import type { Day } from '../values/day.ts'
import type { PayerClass } from '../facts/facts.ts'
import { payContractFindings } from './earn-share.ts'
import type { PayContract } from './pay-contract.ts'

/** A procedure with what is expected to be allowed for all its units. */
export interface ExpectedWork {
  readonly procedure: string
  readonly units: number
  readonly allowed: Cents
}

export interface ExpectedShare {
  readonly amount: Cents
  /** Earned when the claim is filed, whatever the payer does, or when the payer has answered. */
  readonly when: 'filed' | 'answered'
}

/**
 * By the contract of that day: its amount for each unit, or its share of what is expected to be allowed, rounded half up
 * a line, as `earnedWhenFiled` does. Null where there is no contract, it does not hold on the day, or the law forbids it.
 */
export const expectedShare = (
  contract: PayContract | null,
  payerClass: PayerClass,
  on: Day,
  work: readonly ExpectedWork[],
): ExpectedShare | null => {
  if (contract === null || payContractFindings(contract, payerClass, on).length > 0) return null
  const amounts = work.map(({ procedure, units, allowed }) =>
    contract.basis === 'share-of-allowed'
      ? shareHalfUp(allowed, contract.share)
      : times(contract.rows.find(({ code }) => code === procedure)?.amount ?? zero, units),
  )
  return { amount: sum(amounts), when: contract.guaranteed ? 'filed' : 'answered' }
}
