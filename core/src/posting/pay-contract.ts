// A provider's pay contract: a dated row that says what share of a session is theirs, and when it is earned.
import type { Cents } from '../values/cents.ts'
import type { Day } from '../values/day.ts'

interface Terms {
  readonly from: Day
  readonly to: Day | null
  /** Earned when filed (guaranteed) or when remitted. Refused for Medicare and Medicaid classes when guaranteed (docs/sources.md 9, section 0). */
  readonly guaranteed: boolean
  readonly source: string
}

/** So much for each unit of a procedure. */
export interface AmountByProcedure extends Terms {
  readonly basis: 'amount-by-procedure'
  readonly rows: readonly { readonly code: string; readonly amount: Cents }[]
}

/** A share of the allowed amount in basis points; refused for Medicare and Medicaid classes. */
export interface ShareOfAllowed extends Terms {
  readonly basis: 'share-of-allowed'
  readonly share: number
}

export type PayContract = AmountByProcedure | ShareOfAllowed

/** What the client paid, and when: on the day it is a deposit until the payer has answered. */
export interface ClientPayment {
  readonly key: string
  readonly day: Day
  readonly amount: Cents
  readonly method: 'card' | 'cash' | 'check' | 'bank'
}
