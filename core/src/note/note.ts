// The progress note, structured: its own recorded facts, sections, picks, diagnoses, author and signature.
import type { ClockTime, Day, Instant } from '../values/day.ts'
import type { PersonName } from '../people/person.ts'
import type { DecisionLevel, Modality } from '../facts/facts.ts'
import type { Attendee, SessionPlace } from '../session/session.ts'

export type Template = 'soap' | 'dap' | 'birp' | 'intake' | 'crisis' | 'family' | 'em' | 'em-with-therapy'

/** An answer, or why there is none: what was not assessed is said, not invented. */
export type Answer<T> = T | { readonly notAssessed: string }

export type MentalStatusCategory =
  | 'appearance'
  | 'behavior'
  | 'speech'
  | 'mood'
  | 'affect'
  | 'thought-process'
  | 'thought-content'
  | 'perception'
  | 'cognition'
  | 'insight'
  | 'judgment'

export type RiskAnswer = 'denied' | 'endorsed' | 'historical'
export type Direction = 'better' | 'same' | 'worse'

/** What the note itself says of the session. It is never filled in from the claim; null is "the note does not say". */
export interface RecordedFacts {
  readonly day: Day | null
  readonly start: ClockTime | null
  readonly stop: ClockTime | null
  /** Total minutes, where the note prints them. */
  readonly minutes: number | null
  /** Therapy minutes where the note states them apart (E/M, waiting, forms). */
  readonly therapyMinutes: number | null
  readonly emMinutes: number | null
  readonly modality: Modality | null
  readonly clientPlace: SessionPlace | null
  readonly providerPlace: SessionPlace | null
  readonly platform: string | null
  readonly telehealthConsent: boolean | null
  readonly attendees: readonly Attendee[]
  /** Procedure codes the note itself names; empty when it names none. */
  readonly procedures: readonly { readonly code: string; readonly units: number }[]
}

export interface Risk {
  readonly suicidalIdeation?: Answer<RiskAnswer>
  readonly homicidalIdeation?: Answer<RiskAnswer>
  readonly selfHarm?: Answer<RiskAnswer>
  readonly level?: Answer<'low' | 'moderate' | 'high'>
  readonly levelChange?: Direction
  /** C-SSRS done this session, with its result in the practice's words. */
  readonly cssrs?: string
  readonly safetyPlan?: 'made' | 'reviewed'
  readonly crisisResources?: boolean
}

/** Medical decision making in its three columns; two of the three carry the level (docs/sources.md 2). */
export interface DecisionMaking {
  readonly problems: DecisionLevel
  readonly data: DecisionLevel
  readonly risk: DecisionLevel
}

export interface Picks {
  readonly mentalStatus?: Partial<Readonly<Record<MentalStatusCategory, Answer<string>>>>
  readonly risk?: Risk
  readonly interventions?: Answer<readonly { readonly name: string; readonly goal?: string }[]>
  readonly response?: Answer<string>
  readonly symptoms?: Answer<readonly string[]>
  readonly impairment?: Answer<readonly string[]>
  readonly direction?: Answer<Direction>
  readonly goals?: Answer<
    readonly { readonly goal: string; readonly progress: Direction | 'met' | 'not-addressed' }[]
  >
  readonly necessity?: Answer<'continue' | 'modify' | 'end'>
  /** Why 53 minutes or more were needed (docs/sources.md 6.2, 90837). */
  readonly longSessionReason?: string
  /** E/M notes: new to the practice's specialty within three years, or established. */
  readonly newClient?: boolean
  readonly decisionMaking?: DecisionMaking
  /** What the E/M level rests on; with therapy minutes it must be decision making (docs/sources.md 2). */
  readonly levelBasis?: 'decision-making' | 'time'
  /** Intake with medical work (90792): what was done. */
  readonly medicalServices?: readonly string[]
  /** Crisis: the state met, the disposition, what was done to lower the risk. */
  readonly crisis?: {
    readonly state: Answer<string>
    readonly disposition: Answer<string>
    readonly resources: Answer<readonly string[]>
  }
  /** 90846: why the client was not there. */
  readonly clientAbsentBecause?: string
  /** 90785: which of the four factors, and how it changed the session. */
  readonly interactiveComplexity?: { readonly factor: 1 | 2 | 3 | 4; readonly how: string }
}

export interface NoteDiagnosis {
  readonly code: string
  /** The clinician's own words for it, when the note prints them. */
  readonly words?: string
}

/** A first signature that came later than the practice allows: how late, and what its limit was. */
export interface LateEntry {
  /** Whole hours from the end of the session to the signature. */
  readonly hoursAfter: number
  readonly limitHours: number
}

export interface Signature {
  readonly signedAt: Instant
  /** The sentence that was attested. */
  readonly attestation: string
  /** The practice's zone, in which day and time of the signature are told; absent where it was not kept. */
  readonly zone?: string
  readonly lateEntry?: LateEntry
  /** Of an addendum: why it was made. */
  readonly addendum?: { readonly reason: string }
  /** Of late entries and addenda: whether records were being asked for already; null where nobody knew. */
  readonly recordsRequestOpen?: boolean | null
  /** The author works under supervision: this version is for the supervisor to co-sign. */
  readonly coSign?: true
}

/**
 * What was carried into a note from the one before it, by path: `picks.risk.level`, `sections.history`,
 * `diagnoses.F33.1`. What no path names was written for this session.
 */
export interface CarriedForward {
  /** The note it came from: its id, the day of its session, the hash of its signed version. */
  readonly from: { readonly noteId: string; readonly day: Day; readonly hash: string }
  /** Said again for this session by the author, who touched it. */
  readonly confirmed: readonly string[]
  /** Offered and not touched. Picks and sections of these are no part of the note; diagnoses stand until changed. */
  readonly untouched: readonly string[]
}

/** Of a note that was written into another chart by mistake: what it was there, and who moved it. */
export interface MovedFrom {
  /** The hash of the version that was signed there last. */
  readonly hash: string
  readonly movedAt: Instant
  readonly reason: string
}

export interface Note {
  readonly schema: 'golden-thread/note/1'
  readonly template: Template
  /** As printed on each page. */
  readonly identity: { readonly name: PersonName | null; readonly birthDate: Day | null }
  readonly recorded: RecordedFacts
  /** Free text by section id of the template. */
  readonly sections: Readonly<Record<string, string>>
  readonly picks: Picks
  readonly diagnoses: readonly NoteDiagnosis[]
  readonly author: { readonly name: PersonName; readonly credentials: string }
  readonly signature: Signature | null
  /** SHA-256 of the note this one amends, hex; null for a first version. */
  readonly previousHash: string | null
  /** Absent when nothing was carried forward into it. */
  readonly carried?: CarriedForward
  /** Set in the first version of a note that was moved into this chart. */
  readonly movedFrom?: MovedFrom
}
