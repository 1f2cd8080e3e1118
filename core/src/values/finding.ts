// The one Finding: what codec, rules, command line and server say when something does not hold.

/** `blocks-signing`: identity, date or author. `holds-claim`: the claim waits. `warns`, `coaches`: nothing waits. */
export type Severity = 'blocks-signing' | 'holds-claim' | 'warns' | 'coaches'

/** Whose rule it is. A practice may turn off platform and advice rules with a reason, never the others. */
export type Whose = 'law' | 'code-set' | 'payer' | 'platform' | 'advice'

/** A field of a document, as a path from the case: `note.recorded.stop`, `coverage.feeSchedule.0.code`. */
export interface FieldPlace {
  readonly kind: 'field'
  readonly path: string
}

/** A segment of an X12 file. `segment` counts from ST = 1 inside a set, from ISA = 1 outside of one. `offset` and `length` are bytes from the start of the file. */
export interface SegmentPlace {
  readonly kind: 'segment'
  readonly id: string
  readonly segment: number
  readonly loop?: string
  readonly element?: number
  readonly component?: number
  readonly repetition?: number
  readonly offset: number
  readonly length: number
}

/** A span of a text: UTF-16 offsets into the stored section. */
export interface TextPlace {
  readonly kind: 'text'
  readonly section: string
  readonly start: number
  readonly end: number
}

export type Place = FieldPlace | SegmentPlace | TextPlace

/** One thing that does not hold: what happened, where, what to do, and on whose word. */
export interface Finding {
  /** A rule's id (`time-rule`), or a code of the standard with its family (`999:IK4:7`, `TA1:025`, `835:line-balance`). */
  readonly code: string
  readonly severity: Severity
  readonly whose: Whose
  readonly place: Place
  /** One sentence: what happened. No patient data. */
  readonly says: string
  /** One sentence: what to do. */
  readonly remedy: string
  /** Where the rule stands: a regulation, a page, a contract row. */
  readonly source: string
  /** The values that were compared, each short: `{'note': '53', 'billed': '60'}`. */
  readonly evidence: Readonly<Record<string, string>>
}

export const field = (path: string): FieldPlace => ({ kind: 'field', path })

/** True when the finding keeps the claim from leaving. */
export const holdsClaim = (finding: Finding): boolean =>
  finding.severity === 'holds-claim' || finding.severity === 'blocks-signing'
