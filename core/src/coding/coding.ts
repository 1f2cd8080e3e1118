// What session and note support: procedures with units, modifiers, place and pointers, each with its reason.
import type { LicenceClass } from '../people/provider.ts'

export interface Reason {
  readonly says: string
  readonly source: string
}

export interface CodedProcedure {
  readonly code: string
  readonly units: number
  readonly modifiers: readonly string[]
  readonly placeOfService: string
  /** One-based places in `Coding.diagnoses`, the first one primary. */
  readonly pointers: readonly number[]
  /** The minutes counted and the band they fell in; null when no time band applies. */
  readonly band: { readonly from: number; readonly to: number | null; readonly minutes: number } | null
  readonly reasons: readonly Reason[]
}

/** Who goes on the claim as the one who did the work. */
export interface Rendering {
  readonly who: 'provider' | 'supervisor' | 'nobody'
  readonly licenceClass: LicenceClass | null
  readonly reason: Reason
}

export interface Coding {
  readonly procedures: readonly CodedProcedure[]
  /** Billable order, with dots; the first is primary. At most twelve. */
  readonly diagnoses: readonly string[]
  readonly rendering: Rendering
}
