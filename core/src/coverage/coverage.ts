// Who pays and on what terms: payer, plan, member, benefits, fee schedule, authorization.
import type { Cents } from '../values/cents.ts'
import type { Day } from '../values/day.ts'
import type { Modality, PayerClass } from '../facts/facts.ts'

/** The client's relation to the subscriber (docs/sources.md 8.1, box 6). */
export type Relation = 'self' | 'spouse' | 'child' | 'employee' | 'partner' | 'other' | 'unknown'

export interface Payer {
  readonly name: string
  /** The id the payer goes by on claims (NM109 of 2010BB). */
  readonly id: string
  readonly class: PayerClass
}

/** What the plan pays and what it leaves to the client. Null is "not stated", never zero. */
export interface Benefits {
  readonly deductibleLeft: Cents | null
  readonly copay: Cents | null
  /** The client's part, in basis points: 2000 is 20 %. */
  readonly coinsurance: number | null
  readonly visitsLeft: number | null
  readonly authorizationNeeded: boolean | null
}

/** What the practice charges and the contract allows for a procedure, from and to a day. */
export interface FeeScheduleRow {
  readonly code: string
  readonly from: Day
  readonly to: Day | null
  readonly charge: Cents
  readonly allowed: Cents
  readonly source: string
}

export interface Authorization {
  readonly number: string
  readonly codes: readonly string[]
  readonly units: number
  readonly unitsUsed: number
  readonly from: Day
  readonly to: Day
}

/** What this payer's contract or manual says where it differs from its class. Absent keys: the class decides. */
export interface PayerRules {
  readonly associates?: 'self' | 'supervisor' | 'nobody'
  readonly crisisUnits?: 'started' | 'midpoint'
  readonly timelyFilingDays?: number
  /** Days from the remittance within which a denial can be appealed. */
  readonly appealDays?: number
  readonly telehealth?: readonly {
    readonly modality: Modality
    readonly clientAtHome: boolean
    readonly placeOfService: string
    readonly modifiers: readonly string[]
  }[]
  readonly filingIndicator?: string
  readonly source: string
}

export interface Coverage {
  readonly payer: Payer
  readonly plan: string
  readonly memberNumber: string
  readonly groupNumber: string | null
  readonly relation: Relation
  readonly benefits: Benefits
  readonly feeSchedule: readonly FeeScheduleRow[]
  readonly authorization: Authorization | null
  readonly payerRules: PayerRules | null
}
