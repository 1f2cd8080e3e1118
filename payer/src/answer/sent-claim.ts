// A claim as this payer has read it: what it decides by, and what it gives back.
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'

/** A person or organization (then `lastName` is its name) with an id: NM109. */
export interface SentName {
  /** NM102: 1 is a person, 2 an organization. */
  readonly entity: '1' | '2'
  readonly lastName: string
  readonly firstName: string
  readonly id: string
}

export interface SentBilling extends SentName {
  /** REF*EI or REF*SY; digits as they came. */
  readonly taxId: string
}

/** What an earlier payer made of a line (2430): its payment, and of its CAS all and the client's part. */
export interface EarlierAnswer {
  readonly paid: Cents
  readonly adjusted: Cents
  readonly client: Cents
}

/** A service line. */
export interface SentLine {
  /** REF*6R; empty when none was sent. */
  readonly lineNumber: string
  /** SV101-1. */
  readonly qualifier: string
  readonly code: string
  readonly modifiers: readonly string[]
  readonly charge: Cents
  /** SV104 in thousandths of a unit, so that no fraction is lost. */
  readonly thousandths: number
  /** SV105; empty when it is the claim's. */
  readonly place: string
  readonly from: Day
  readonly to: Day
  /** 2420A NM109; empty when it is the claim's. */
  readonly renderingNpi: string
  /** REF*G1 of the line; empty when it is the claim's. */
  readonly authorization: string
  /** In the order they came. */
  readonly earlierAnswers: readonly EarlierAnswer[]
}

export interface SentClaim {
  readonly submitter: SentName
  /** BHT03. */
  readonly reference: string
  readonly billing: SentBilling
  /** NM109 of 2010BB. */
  readonly payerId: string
  readonly subscriber: SentName
  /** NM1*QC, or the subscriber when he or she is the client. `id` is empty where none was sent. */
  readonly client: SentName
  readonly clientBirthDate: Day | null
  /** SBR01: `P` asks this payer first. */
  readonly order: string
  /** SBR09. */
  readonly filing: string
  readonly claimNumber: string
  readonly charge: Cents
  readonly place: string
  readonly frequency: string
  /** As sent, without their dots. */
  readonly diagnoses: readonly string[]
  readonly rendering: SentName | null
  /** REF*G1 of the claim; empty when none was sent. */
  readonly authorization: string
  /** REF*F8: this payer's own number of the claim that is replaced or voided; empty when none was sent. */
  readonly originalNumber: string
  /** AMT*D of all 2320: what earlier payers paid; null when none says so. */
  readonly earlierPaid: Cents | null
  readonly lines: readonly SentLine[]
}

/** Who treated: the line's rendering provider, else the claim's, else who bills (docs/sources.md 8.1). */
export const treatedBy = (claim: SentClaim, line: SentLine): string =>
  line.renderingNpi || claim.rendering?.id || claim.billing.id

/** The first and the last day of a claim's services. */
export const claimDays = (claim: SentClaim): readonly [from: Day, to: Day] | null => {
  const [first] = claim.lines
  if (first === undefined) return null
  return claim.lines.reduce<readonly [Day, Day]>(
    ([from, to], line) => [line.from < from ? line.from : from, line.to > to ? line.to : to],
    [first.from, first.to],
  )
}
