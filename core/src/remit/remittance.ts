// What a payer says it pays, typed: one payment with its claims, lines, adjustments and provider-level adjustments.
import type { Cents } from '../values/cents.ts'
import type { Day } from '../values/day.ts'
import type { Finding, Place } from '../values/finding.ts'

/** CAS: so much was not paid, to whose account, and why. A positive amount lowers the payment (docs/sources.md 8.5). */
export interface Adjustment {
  /** `CO` the contract, `PR` the client, `OA` other, `PI` the payer's own choice; `CR` in old files. */
  readonly group: string
  /** The claim adjustment reason code (CARC). */
  readonly reason: string
  readonly amount: Cents
  readonly quantity: number | null
}

export interface RemittedProcedure {
  readonly code: string
  readonly modifiers: readonly string[]
}

/** One SVC with what stands under it. */
export interface RemittedLine {
  readonly place: Place
  /** Its place in the claim, from 1. */
  readonly number: number
  /** REF*6R: our own number for the line, given back. */
  readonly lineControlNumber: string | null
  /** SVC01: the procedure the payer judged. */
  readonly procedure: RemittedProcedure
  /** SVC06: the procedure that was sent, when the payer judged another one. */
  readonly sentProcedure: RemittedProcedure | null
  readonly charge: Cents
  readonly paid: Cents
  /** Units paid; an absent SVC05 is one. */
  readonly units: number
  readonly day: Day | null
  readonly adjustments: readonly Adjustment[]
  /** Remark codes (LQ*HE). */
  readonly remarks: readonly string[]
}

/** One CLP with what stands under it. Charges and payments of a reversal are below zero. */
export interface RemittedClaim {
  readonly place: Place
  /** CLP01: our claim number, given back. */
  readonly claimNumber: string
  /** CLP02: the payer's place in the order, `22` a reversal, `25` a prediction. It never tells a denial (docs/sources.md 8.8). */
  readonly status: string
  readonly charge: Cents
  readonly paid: Cents
  /** CLP05, as the payer states it; what the client owes is read from the adjustments. */
  readonly clientOwes: Cents | null
  /** CLP07: the payer's own number for the claim. */
  readonly payerClaimNumber: string
  /** Adjustments of the claim as a whole, beside those of its lines. */
  readonly adjustments: readonly Adjustment[]
  readonly lines: readonly RemittedLine[]
  /** Interest the claim names (AMT*I); it is paid by a provider-level adjustment and is never part of `paid`. */
  readonly interest: Cents | null
  /** The payer it was sent on to (NM1*TT). */
  readonly sentOnTo: string | null
  /** Remark codes of the claim (MOA, MIA). */
  readonly remarks: readonly string[]
}

/** PLB: money that belongs to no claim of this remittance. A positive amount lowers the payment. */
export interface ProviderAdjustment {
  readonly place: Place
  readonly provider: string
  /** `L6` interest, `WO` recovery, `FB` balance carried on, `72` refund acknowledged … (docs/sources.md 9). */
  readonly code: string
  readonly reference: string | null
  readonly amount: Cents
}

/** What makes one payment the same payment wherever it comes from. The last two are made in `unit-key.ts`. */
export interface RemittanceUnit {
  /** TRN03: 1 and the payer's tax id, which every 835 has. */
  readonly payer: string
  /** TRN02. */
  readonly trace: string
  /** BPR16. */
  readonly day: Day
  /** BPR02. */
  readonly paid: Cents
  /** SHA-256 of the sorted CLP01, CLP07, CLP02, CLP04. */
  readonly claimsHash: string
  /** The five as one text. */
  readonly key: string
}

/** One 835 transaction set: proven, posted or refused alone. */
export interface Remittance {
  /** The BPR. */
  readonly place: Place
  readonly unit: RemittanceUnit
  readonly payerName: string | null
  /** The id the payer goes by on claims (REF*2U, or N104), when it gives one. */
  readonly payerId: string | null
  /** The NPI or other id of who is paid (N104 of N1*PE). */
  readonly payee: string
  /** Their tax id, where the payer gives it (REF*TJ, or N104 under FI). */
  readonly payeeTaxId: string | null
  /** BPR01. */
  readonly handling: string
  /** BPR04: `ACH`, `CHK`, `NON` … */
  readonly method: string
  readonly claims: readonly RemittedClaim[]
  readonly providerAdjustments: readonly ProviderAdjustment[]
  /** What kept a part of it from being read; empty when it was read whole. One that was not is never posted. */
  readonly faults: readonly Finding[]
}

/** True for a claim that takes back what was paid before. */
export const isReversal = (claim: RemittedClaim): boolean => claim.status === '22'

/** True for a prediction of payment, which pays nothing and is posted nowhere. */
export const isPrediction = (claim: RemittedClaim): boolean => claim.status === '25'

/** Every adjustment of a claim: its own and those of its lines. */
export const adjustmentsOf = (claim: RemittedClaim): readonly Adjustment[] => [
  ...claim.adjustments,
  ...claim.lines.flatMap((line) => line.adjustments),
]
