// The procedures a case is to be paid for, and where: what another hand billed, else what our own claim carries.
import type { Case } from './case.ts'

export interface ClaimedProcedure {
  readonly code: string
  readonly units: number
  /** Where it stands: `billed.procedures.0`. */
  readonly path: string
}

/** What was billed wins over the claim made here: it is the one that would be, or was, sent. */
export const claimedProcedures = ({ billed, claim }: Case): readonly ClaimedProcedure[] =>
  billed === null
    ? (claim?.lines ?? []).map(({ procedure, units }, at) => ({
        code: procedure,
        units,
        path: `claim.lines.${at}`,
      }))
    : billed.procedures.map(({ code, units }, at) => ({ code, units, path: `billed.procedures.${at}` }))

/** The place of service in the same order; null where nobody wrote one. */
export const claimedPlace = ({
  billed,
  claim,
}: Case): { readonly code: string; readonly path: string } | null => {
  const code = billed === null ? (claim?.placeOfService ?? null) : billed.placeOfService
  return code === null ? null : { code, path: `${billed === null ? 'claim' : 'billed'}.placeOfService` }
}
