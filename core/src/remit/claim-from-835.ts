// A claim of an 835 to a remitted claim. What is missing is empty here: faults of the reading say so beside it.
import { zero } from '../values/cents.ts'
import { dayFromCompact } from '../values/day.ts'
import type { Place } from '../values/finding.ts'
import type { Adjustment835, ClaimPayment835, LinePayment835 } from '../x12/sets/835/table.ts'
import type { LenientDocument } from '../x12/sets/table-language.ts'
import type { Adjustment, RemittedClaim, RemittedLine, RemittedProcedure } from './remittance.ts'

type ReadProcedure = LenientDocument<LinePayment835['service']['procedure']>

const procedureFrom = (procedure: ReadProcedure | undefined): RemittedProcedure => ({
  code: procedure?.code ?? '',
  modifiers: procedure?.modifiers ?? [],
})

const adjustmentsFrom = (
  segments: readonly LenientDocument<Adjustment835>[] | undefined,
): readonly Adjustment[] =>
  (segments ?? []).flatMap((segment) =>
    (segment.reasons ?? []).map(({ reason, amount, quantity }) => ({
      group: segment.group ?? '',
      reason: reason ?? '',
      amount: amount ?? zero,
      quantity: quantity ?? null,
    })),
  )

const lineFrom = (line: LenientDocument<LinePayment835>, at: number, place: Place): RemittedLine => {
  const { service } = line
  const days = line.days ?? []
  const on = days.find((each) => each.kind === '472') ?? days.find((each) => each.kind === '150')
  return {
    place,
    number: at + 1,
    lineControlNumber: line.lineNumber?.number ?? null,
    procedure: procedureFrom(service?.procedure),
    sentProcedure:
      service?.submittedProcedure === undefined ? null : procedureFrom(service.submittedProcedure),
    charge: service?.charge ?? zero,
    paid: service?.paid ?? zero,
    units: service?.units ?? 1,
    day: dayFromCompact(on?.day ?? ''),
    adjustments: adjustmentsFrom(line.adjustments),
    remarks: (line.remarks ?? []).filter((each) => each.kind === 'HE').flatMap((each) => each.code ?? []),
  }
}

/** The claim at `place`, its lines each at `placeOfLine(index)`. */
export const claimFrom = (
  claim: LenientDocument<ClaimPayment835>,
  place: Place,
  placeOfLine: (line: number) => Place,
): RemittedClaim => {
  const { claim: head, inpatient, outpatient } = claim
  const stay = inpatient === undefined ? [] : [inpatient.remark, ...(inpatient.moreRemarks ?? [])]
  return {
    place,
    claimNumber: head?.claimNumber ?? '',
    status: head?.status ?? '',
    charge: head?.charge ?? zero,
    paid: head?.paid ?? zero,
    clientOwes: head?.clientOwes ?? null,
    payerClaimNumber: head?.payerClaimNumber ?? '',
    adjustments: adjustmentsFrom(claim.adjustments),
    lines: (claim.lines ?? []).map((line, at) => lineFrom(line, at, placeOfLine(at))),
    interest: claim.amounts?.find((each) => each.kind === 'I')?.amount ?? null,
    sentOnTo: claim.crossoverPayer?.name ?? null,
    remarks: [...stay, ...(outpatient?.remarks ?? [])].flatMap((each) => each ?? []),
  }
}
