// The bill to the payer, typed: what the 837P says, and the start and stop it has no place for.
import type { Cents } from '../values/cents.ts'
import type { ClockTime, Day } from '../values/day.ts'
import type { Modality } from '../facts/facts.ts'
import type { Address, PersonName, Sex } from '../people/person.ts'
import type { Practice } from '../people/provider.ts'
import type { Relation } from '../coverage/coverage.ts'
import type { SessionPlace } from '../session/session.ts'

/** A payer's own number for a claim it adjudicated (CLP07), needed to replace or void it. */
export interface PayerControlNumber {
  readonly payerId: string
  readonly number: string
}

export interface ClaimProvider {
  readonly name: PersonName
  readonly credentials: string
  readonly npi: string
  readonly taxonomy: string
}

/** What is expected of a line before it is filed, by `coverage/estimate.ts`. Allowed = payer + client. */
export interface ExpectedPayment {
  readonly allowed: Cents
  readonly payer: Cents
  readonly client: Cents
  readonly contractAllowance: Cents
}

export interface ClaimLine {
  /** LX01, from 1. */
  readonly number: number
  /** REF*6R, at most 30 characters, echoed in the 835. */
  readonly lineControlNumber: string
  readonly procedure: string
  readonly modifiers: readonly string[]
  readonly units: number
  readonly charge: Cents
  readonly placeOfService: string
  readonly pointers: readonly number[]
  readonly expected: ExpectedPayment
}

export interface Claim {
  /** CLM01: at most 20 of A–Z 0–9. */
  readonly claimNumber: string
  readonly frequency: '1' | '7' | '8'
  /** Needed by frequency 7 and 8. */
  readonly replaces: PayerControlNumber | null
  readonly billingProvider: Practice
  readonly renderingProvider: ClaimProvider
  readonly supervisingProvider: ClaimProvider | null
  readonly payer: { readonly name: string; readonly id: string; readonly filingIndicator: string }
  readonly plan: string
  readonly memberNumber: string
  /** What the client's ledger accounts go by where the member number will not do: a family shares one. */
  readonly clientKey?: string
  readonly groupNumber: string | null
  readonly relation: Relation
  readonly subscriber: {
    readonly name: PersonName
    readonly birthDate: Day
    readonly sex: Sex
    readonly address: Address
  }
  readonly client: {
    readonly name: PersonName
    readonly birthDate: Day
    readonly sex: Sex
    readonly address: Address
  }
  readonly day: Day
  /** Kept here for the seven fields; the 837P has no place for them. */
  readonly start: ClockTime
  readonly stop: ClockTime
  readonly minutes: number
  readonly modality: Modality
  readonly clientPlace: SessionPlace
  readonly placeOfService: string
  readonly diagnoses: readonly string[]
  readonly charge: Cents
  readonly authorizationNumber: string | null
  /** What the client paid on this claim before it was filed (AMT*F5). */
  readonly clientPaid: Cents
  readonly lines: readonly ClaimLine[]
}
