// A theme: what a client of the demo comes for, and the words that the notes about it are made of.
import type { MentalStatusCategory, NoteDiagnosis } from '@goldenthread/core/note/note.ts'

export type ThemeKey =
  | 'trauma'
  | 'low-mood'
  | 'worry'
  | 'panic'
  | 'obsession'
  | 'grief'
  | 'adjustment'
  | 'child'
  | 'couple'
  | 'bipolar'
  | 'attention'
  | 'low-mood-medication'

/** A measure that falls as weeks go by. */
export interface Measure {
  readonly name: string
  readonly start: number
  readonly least: number
}

export interface Work {
  /** As the note's picks name it. */
  readonly name: string
  /** A sentence of the note. */
  readonly says: string
}

export interface Theme {
  readonly diagnoses: readonly NoteDiagnosis[]
  readonly measure: Measure
  /** Usual length of a session in minutes. */
  readonly minutes: number
  /** What the client reports, one for a session, in turn. */
  readonly reports: readonly string[]
  readonly works: readonly Work[]
  readonly responses: readonly string[]
  readonly symptoms: readonly string[]
  readonly impairment: readonly string[]
  readonly goals: readonly [string, string]
  readonly mentalStatus: Partial<Readonly<Record<MentalStatusCategory, string>>>
  /** Why care goes on. */
  readonly necessity: string
  /** What is done until the next time. */
  readonly homework: readonly string[]
}
