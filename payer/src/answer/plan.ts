// What the stand-in payer holds: its members, enrolled providers, fees, plan rules, authorizations and claims seen; and its counters.
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { JudgedLine } from './judge-line.ts'
import type { SentClaim } from './sent-claim.ts'

export interface PlanAddress {
  readonly street: string
  readonly city: string
  readonly state: string
  /** Nine digits. */
  readonly zip: string
}

export interface BankAccount {
  /** Nine digits. */
  readonly routing: string
  readonly account: string
}

/** A member as the payer has them on file. It may contradict what the practice believes, as in life. */
export interface Member {
  readonly memberNumber: string
  readonly firstName: string
  readonly lastName: string
  readonly birthDate: Day
  readonly deductibleLeft: Cents
  /** A copay and a coinsurance exclude one another; null is none. */
  readonly copay: Cents | null
  /** Basis points: 2000 is 20 %. */
  readonly coinsurance: number | null
}

export interface PlanFee {
  readonly code: string
  readonly from: Day
  readonly to: Day | null
  readonly allowed: Cents
}

export interface PlanAuthorization {
  readonly number: string
  readonly memberNumber: string
  readonly codes: readonly string[]
  readonly units: number
  readonly unitsUsed: number
  readonly from: Day
  readonly to: Day
}

/** A service line paid or denied before. */
export interface ClaimSeen {
  readonly memberNumber: string
  readonly day: Day
  readonly renderingNpi: string
  readonly code: string
  /** Whose line it was, where several people share a member number; absent is anybody under that number. */
  readonly firstName?: string
  /** The payer's number of the claim it stood in; absent where a plan only tells of it, and nothing takes that back. */
  readonly payerClaimNumber?: string
}

/** Units of an authorization used up since the plan was written. */
export interface AuthorizationUse {
  readonly number: string
  readonly units: number
  /** Of the claim that used them. */
  readonly payerClaimNumber?: string
}

/** Deductible a member has met since the plan was written. */
export interface DeductibleMet {
  readonly memberNumber: string
  readonly firstName: string
  readonly birthDate: Day
  readonly amount: Cents
  /** Of the claim that met it. */
  readonly payerClaimNumber?: string
}

/** A claim as it was judged, kept so that a replacement or a void can take it back. */
export interface ClaimOnFile {
  readonly payerClaimNumber: string
  readonly claim: SentClaim
  /** When it came; of a replacement, when the claim it replaces came. */
  readonly received: Day
  readonly lines: readonly JudgedLine[]
}

/** A claim that does not stand any more, and the number of the replacement or the void that took it back. */
export interface ClaimTakenBack {
  readonly payerClaimNumber: string
  readonly by: string
}

/** What a payee was paid too much and no payment has taken back yet: above zero when it grew, below when it was taken. */
export interface CarriedBalance {
  /** NPI and tax id of the payee. */
  readonly payee: string
  readonly amount: Cents
  /** TRN02 of the payment that says so. */
  readonly trace: string
}

/** What a law takes off each payment on days of service in these days. */
export interface Sequestration {
  readonly from: Day
  readonly to: Day | null
  /** Of what would be paid: 200 is 2 %. */
  readonly basisPoints: number
}

export interface PlanRules {
  readonly payer: {
    /** The id claims are addressed to (NM109 of 2010BB). */
    readonly id: string
    readonly name: string
    /** Nine digits; TRN03 is `1` and this. */
    readonly taxId: string
    readonly address: PlanAddress
    readonly contactName: string
    readonly telephone: string
    /** ISA qualifier and id of the payer's own files. */
    readonly interchangeQualifier: string
    readonly interchangeId: string
  }
  readonly members: readonly Member[]
  /** Providers enrolled, billing and rendering alike, by NPI. */
  readonly enrolled: readonly string[]
  readonly fees: readonly PlanFee[]
  /** Places of service and modifiers this plan takes. */
  readonly places: readonly string[]
  readonly modifiers: readonly string[]
  readonly timelyFilingDays: number
  /** False of a payer that takes no replacement and no void (frequency 7 and 8), as Medicare Part B; absent is true. */
  readonly takesCorrections?: boolean
  /** True of a payer that judges a line again that it has judged before; absent, it is denied as a duplicate. */
  readonly takesDuplicates?: boolean
  /** Of Medicare: taken off what is paid (CO 253); absent is none. */
  readonly sequestration?: readonly Sequestration[]
  /** Codes another company answers for. */
  readonly carvedOut: readonly string[]
  /** Codes the plan does not cover, and whose loss it is. */
  readonly notInPlan: readonly { readonly code: string; readonly group: 'CO' | 'PR' }[]
  readonly authorizationNeeded: readonly string[]
  readonly authorizations: readonly PlanAuthorization[]
  readonly payment: {
    readonly method: 'ACH' | 'CHK'
    /** From whose account to whose: a remittance by ACH names both (BPR06–09, BPR12–15). Without them it is a check. */
    readonly banks?: { readonly from: BankAccount; readonly to: BankAccount }
  }
}

/** What changes from answer to answer: numbers used, claims seen, units and deductibles used. */
export interface PayerState {
  /** ISA13, GS06 of the payer's next file; each file takes one. */
  readonly nextInterchangeControl: number
  readonly nextClaimNumber: number
  readonly nextTrace: number
  /** `sender id + ISA13` of interchanges taken before. */
  readonly interchangesSeen: readonly string[]
  readonly claimsSeen: readonly ClaimSeen[]
  /** Absent in a plan that has answered nothing yet. */
  readonly authorizationUses?: readonly AuthorizationUse[]
  readonly deductiblesMet?: readonly DeductibleMet[]
  readonly claimsOnFile?: readonly ClaimOnFile[]
  readonly claimsTakenBack?: readonly ClaimTakenBack[]
  readonly carriedBalances?: readonly CarriedBalance[]
}

/** The `payer` part of a case file: what it holds, and its counters as they stand. */
export interface PayerPlan {
  readonly planRules: PlanRules
  readonly state: PayerState
}

export interface AnswerFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What this payer never says of a claim: nothing at all, or that it accepts it and then no payment. */
export type Silence = 'all' | 'payment'

export interface AnswerInput {
  readonly files: readonly AnswerFile[]
  readonly planRules: PlanRules
  readonly state: PayerState
  readonly at: Instant
  readonly facts: Facts
  /** When payments go out, if later than the other answers: the day and time of the 835. Absent is `at`. */
  readonly paidAt?: Instant
  /** Claims this payer loses, as payers do; absent loses none. A lost claim leaves no trace in the books. */
  readonly silentOn?: (claim: SentClaim) => Silence | null
}

/** A claim that came through its 999, and what became of it. */
export interface TakenClaim {
  /** ISA06 and ISA13 of the interchange it came in. */
  readonly sender: string
  readonly interchangeControl: string
  readonly claimNumber: string
  /** Empty when it was rejected, or lost before it got one. */
  readonly payerClaimNumber: string
  readonly outcome: 'rejected' | 'judged' | 'silent'
}

export interface AnswerOutput {
  readonly files: readonly AnswerFile[]
  readonly state: PayerState
  /** Every claim of these files that came through its 999, in the order it came. */
  readonly claims: readonly TakenClaim[]
  /** Bytes that no X12 answer can be addressed for: a file without an ISA, a stretch outside of any interchange. */
  readonly unread?: readonly Finding[]
}
