// The procedures a case is to be paid for: what a person or another system billed, else what our own claim carries.
import type { Case } from './case.ts'

export interface ClaimedProcedure {
  readonly code: string
  readonly units: number
  /** Where it stands: `billed.procedures.0`. */
  readonly path: string
}

export interface ClaimedProcedures {
  readonly procedures: readonly ClaimedProcedure[]
  readonly placeOfService: string | null
  readonly placePath: string
  /** With dots, as written there. */
  readonly diagnoses: readonly { readonly code: string; readonly path: string }[]
}

/** Billed wins over the claim made here: it is the one that would be, or was, sent. */
export const billedOrClaimed = ({ billed, claim }: Case): ClaimedProcedures =>
  billed !== null
    ? {
        procedures: billed.procedures.map(({ code, units }, at) => ({
          code,
          units,
          path: `billed.procedures.${at}`,
        })),
        placeOfService: billed.placeOfService,
        placePath: 'billed.placeOfService',
        diagnoses: billed.diagnoses.map((code, at) => ({ code, path: `billed.diagnoses.${at}` })),
      }
    : {
        procedures: (claim?.lines ?? []).map(({ procedure, units }, at) => ({
          code: procedure,
          units,
          path: `claim.lines.${at}`,
        })),
        placeOfService: claim?.placeOfService ?? null,
        placePath: 'claim.placeOfService',
        diagnoses: (claim?.diagnoses ?? []).map((code, at) => ({ code, path: `claim.diagnoses.${at}` })),
      }
