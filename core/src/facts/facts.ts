// What the trade holds true, by code and day: the interface that stages, rules and x12 are given. Rows are dated and sourced.
import type { Day } from '../values/day.ts'
import type { Severity } from '../values/finding.ts'
import type { LicenceClass } from '../people/provider.ts'

export interface Dated {
  readonly from: Day
  /** The last day it holds; null while it has no end. */
  readonly to: Day | null
  readonly source: string
}

export type PayerClass =
  | 'commercial'
  | 'medicare'
  | 'medicare-advantage'
  | 'medicaid'
  | 'medicaid-managed'
  | 'tricare'
  | 'eap'
  | 'self-pay'

export type Modality = 'in-person' | 'audio-video' | 'audio-only'

/** Where a person sat, in plain words; which place of service that is, is a row of `settings`. */
export type Setting =
  | 'office'
  | 'home'
  | 'school'
  | 'work'
  | 'shelter'
  | 'assisted-living'
  | 'group-home'
  | 'nursing-facility'
  | 'hospital-inpatient'
  | 'hospital-outpatient'
  | 'emergency-room'
  | 'community-mental-health-center'
  | 'clinic'
  | 'vehicle'
  | 'other'

/** The kind of service a code stands for. A note documents a kind; minutes choose the code inside it. */
export type CodeFamily =
  | 'therapy'
  | 'therapy-with-em'
  | 'intake'
  | 'crisis'
  | 'family-with-client'
  | 'family-without-client'
  | 'em-new'
  | 'em-established'
  | 'interactive-complexity'

export type DecisionLevel = 'straightforward' | 'low' | 'moderate' | 'high'

/** A procedure code, by its number and our own label (CPT descriptors are the AMA's). */
export interface ProcedureFact extends Dated {
  readonly code: string
  readonly label: string
  readonly family: CodeFamily
  /** Codes it may be added to; empty for a code that stands alone. */
  readonly addOnTo: readonly string[]
  readonly licenceClasses: readonly LicenceClass[]
  readonly telehealth: 'video-and-audio' | 'video' | 'none'
  readonly clientPresent: 'yes' | 'most' | 'some' | 'no' | 'informants-allowed'
  /** Most units in a day (medically unlikely edit), null when the edition held has none. */
  readonly dailyUnits: number | null
  /** The level of decision making an E/M code stands for. */
  readonly decisionLevel?: DecisionLevel
}

/** Which table of minutes is asked for. */
export type TimedService =
  | 'therapy'
  | 'therapy-with-em'
  | 'crisis'
  | 'crisis-with-em'
  | 'family-with-client'
  | 'family-without-client'
  | 'em-new'
  | 'em-established'

/** One row of the time rule: from so many minutes to so many (null = and more), these codes with these units. */
export interface TimeBand extends Dated {
  readonly service: TimedService
  readonly minutesFrom: number
  readonly minutesTo: number | null
  readonly codes: readonly { readonly code: string; readonly units: number }[]
  /** How a payer counts started blocks of crisis time: each begun block, or only past its midpoint. */
  readonly reading: 'started' | 'midpoint' | 'any'
}

export interface PlaceOfServiceFact extends Dated {
  readonly code: string
  readonly label: string
}

export interface ModifierFact extends Dated {
  readonly code: string
  readonly label: string
  /** Smaller goes first on the line: pricing modifiers before informational ones. */
  readonly order: number
}

/** How a payer class wants a modality billed. `clientSetting` `any` stands for every setting without a row of its own. */
export interface ModalityRow extends Dated {
  readonly payerClass: PayerClass
  readonly modality: Modality
  readonly clientSetting: 'home' | 'elsewhere' | 'any'
  readonly allowed: 'yes' | 'no' | 'ask-the-plan'
  /** Null: the place of service of the client's own setting. */
  readonly placeOfService: string | null
  readonly modifiers: readonly string[]
  readonly says: string
}

export interface DiagnosisFact extends Dated {
  /** With its dot, as people write it: `F33.1`. */
  readonly code: string
  readonly label: string
  readonly billable: boolean
  /** `soft`: the usual name itself maps to it; `hard`: choose a more exact one after the intake (docs/sources.md 5). */
  readonly unspecified: 'soft' | 'hard' | null
}

/** A claim adjustment reason: our label, and what to do about it (docs/sources.md 8.4). */
export interface AdjustmentReasonFact extends Dated {
  readonly code: string
  readonly label: string
  readonly nextAction: string
  readonly queue:
    | 'client'
    | 'contract'
    | 'fixable'
    | 'authorization'
    | 'credentialing'
    | 'appeal'
    | 'write-off'
    | 'other-payer'
    | 'post'
}

/** A claim status or category of 277 and 277CA (docs/sources.md 8.3), in our own words. */
export interface ClaimStatusFact extends Dated {
  readonly code: string
  readonly label: string
  readonly remedy: string
}

/** What letters after a name let a person bill. */
export interface CredentialFact extends Dated {
  readonly credentials: string
  readonly licenceClass: LicenceClass
  readonly label: string
}

/** What a class of payers expects beyond the code set, and how grave its rules are. */
export interface PayerProfile extends Dated {
  readonly payerClass: PayerClass
  readonly label: string
  /** SBR09. */
  readonly filingIndicator: string
  /** Fewest categories of mental status a note should show, by kind of service. */
  readonly mentalStatusLeast: { readonly therapy: number; readonly intake: number; readonly em: number }
  /** Who goes as rendering provider for an associate when the payer has no written policy of its own. */
  readonly associates: 'self' | 'supervisor' | 'nobody'
  readonly timelyFilingDays: number | null
  /** Settings that count as the client's home by telehealth; absent: home alone (docs/sources.md 0, row 4). */
  readonly countsAsHome?: readonly Setting[]
  /** Severities that differ from the rules' own, by rule id. */
  readonly severities: Readonly<Record<string, Severity>>
}

export type EditionKind =
  | 'procedures'
  | 'diagnoses'
  | 'places'
  | 'modifiers'
  | 'adjustment-reasons'
  | 'claim-statuses'

export interface Edition extends Dated {
  readonly kind: EditionKind
  readonly name: string
  /**
   * The groups of codes that are held whole, by how their codes begin: `F`, `G47`. A code of such a group that is not
   * found does not exist; of any other it is only not known here. Absent: all there are.
   */
  readonly groups?: readonly string[]
}

/** Which place of service a setting is when people meet in person. */
export interface SettingRow extends Dated {
  readonly setting: Setting
  readonly place: string
}

/** Everything that facts are looked up in: plain rows, which can be kept, sent to a page and read back. */
export interface FactRows {
  readonly editions: readonly Edition[]
  readonly procedures: readonly ProcedureFact[]
  readonly timeBands: readonly TimeBand[]
  readonly places: readonly PlaceOfServiceFact[]
  readonly settings: readonly SettingRow[]
  readonly modifiers: readonly ModifierFact[]
  readonly modalities: readonly ModalityRow[]
  readonly diagnoses: readonly DiagnosisFact[]
  readonly adjustmentReasons: readonly AdjustmentReasonFact[]
  readonly claimStatusCategories: readonly ClaimStatusFact[]
  readonly claimStatuses: readonly ClaimStatusFact[]
  readonly credentials: readonly CredentialFact[]
  readonly payerProfiles: readonly PayerProfile[]
}

/**
 * Look-ups by code and day. A day outside the editions held is answered by the nearest edition;
 * `editionOn` says whether the day was inside. Unknown codes give null.
 */
export interface Facts {
  /** What is looked up in, for whoever has to look it up elsewhere in the same way. */
  readonly rows: FactRows
  procedure(code: string, on: Day): ProcedureFact | null
  procedures(on: Day): readonly ProcedureFact[]
  timeBands(service: TimedService, on: Day, reading: 'started' | 'midpoint'): readonly TimeBand[]
  place(code: string, on: Day): PlaceOfServiceFact | null
  /** The place of service of a setting, in person. */
  placeOfSetting(setting: Setting, on: Day): PlaceOfServiceFact | null
  modifier(code: string, on: Day): ModifierFact | null
  modality(payerClass: PayerClass, modality: Modality, clientAtHome: boolean, on: Day): ModalityRow | null
  diagnosis(code: string, on: Day): DiagnosisFact | null
  adjustmentReason(code: string, on: Day): AdjustmentReasonFact | null
  claimStatusCategory(code: string, on: Day): ClaimStatusFact | null
  claimStatus(code: string, on: Day): ClaimStatusFact | null
  credential(credentials: string, on: Day): CredentialFact | null
  payerProfile(payerClass: PayerClass, on: Day): PayerProfile
  editionOn(kind: EditionKind, on: Day): { readonly edition: Edition; readonly inside: boolean }
}
