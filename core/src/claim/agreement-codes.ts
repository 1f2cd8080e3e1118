// Two of the seven fields: the procedure with units, and the diagnosis.
import type { Facts } from '../facts/facts.ts'
import type { AgreementInput } from './agreement-input.ts'
import {
  type AgreementField,
  type AgreementPart,
  type Document,
  type Verdict,
  gravest,
  sentence,
} from './compare-part.ts'
import {
  type NamedProcedure,
  compareKinds,
  compareNamed,
  compareUnits,
  documentedKinds,
  showProcedures,
} from './compare-procedures.ts'
import { dayOfService } from './day-of-service.ts'

interface Judged {
  readonly part: string
  readonly label: string
  readonly verdict: Verdict
  /** The document that is held against the note. */
  readonly against: 'claim' | 'billed'
  readonly key: string
  readonly note: string | null
  readonly claim: string | null
  readonly billed: string | null
}

const partOf = ({ part, label, verdict, against, key, note, claim, billed }: Judged): AgreementPart => ({
  part,
  path: `${against}.${key}`,
  note,
  session: null,
  claim,
  billed,
  verdict,
  says: sentence(label, verdict, ['note', against] satisfies Document[]),
})

/** Null for an empty list: nothing is written there. */
const stated = <T>(list: readonly T[] | undefined): readonly T[] | null =>
  list === undefined || list.length === 0 ? null : list

const shown = (procedures: readonly NamedProcedure[] | null): string | null =>
  procedures === null ? null : showProcedures(procedures)

/**
 * What was billed, where somebody billed, is held against the note; our own claim is what we would send instead, and
 * is held against it only when nobody else's claim is there.
 */
export const procedureField = (given: AgreementInput, facts: Facts): AgreementField => {
  const { note } = given
  const billed = stated(given.billed?.procedures)
  const claim = stated(given.claim?.lines.map((line) => ({ code: line.procedure, units: line.units })))
  const against = billed === null ? 'claim' : 'billed'
  const procedures = billed ?? claim
  const named = stated(note?.recorded.procedures)
  const on = dayOfService(given)
  const judge = (by: () => Verdict): Verdict => (note === null || procedures === null ? 'not-stated' : by())
  const both = { against, claim: shown(claim), billed: shown(billed), note: shown(named) } as const
  return {
    field: 'procedure',
    parts: [
      partOf({
        ...both,
        part: 'codes',
        label: 'The procedure codes',
        key: against === 'billed' ? 'procedures' : 'lines',
        verdict: judge(() =>
          on === null ? 'not-stated' : compareNamed(named ?? [], procedures ?? [], facts, on),
        ),
      }),
      partOf({
        ...both,
        part: 'kind',
        label: 'The kind of service',
        key: against === 'billed' ? 'procedures' : 'lines',
        note: note === null ? null : [...documentedKinds(note)].join(', '),
        verdict: judge(() =>
          on === null || note === null ? 'not-stated' : compareKinds(note, procedures ?? [], facts, on),
        ),
      }),
      partOf({
        ...both,
        part: 'units',
        label: 'The units',
        key: against === 'billed' ? 'procedures' : 'lines',
        verdict: judge(() => compareUnits(named ?? [], procedures ?? [])),
      }),
    ],
  }
}

/** Dots, blanks and case do not count. */
const plainDiagnosis = (code: string): string => code.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** A code printed without its letter (`10.20` for F10.20) fits what was billed and does not settle it. */
const standsIn = (held: ReadonlySet<string>, code: string): Verdict => {
  if (held.has(code)) return 'agree'
  return held.has(code.slice(1)) ? 'unclear' : 'disagree'
}

/** Every diagnosis of a claim stands in the note; the note may hold more, and their order decides only the first. */
export const diagnosisField = ({ note, claim, billed }: AgreementInput): AgreementField => {
  const noted = stated(
    (note?.diagnoses ?? []).map((each) => each.code).filter((code) => plainDiagnosis(code) !== ''),
  )
  const sent = { billed: stated(billed?.diagnoses), claim: stated(claim?.diagnoses) }
  const held = new Set((noted ?? []).map(plainDiagnosis))
  const setOf = (codes: readonly string[] | null): Verdict => {
    if (noted === null || codes === null) return 'not-stated'
    return gravest(codes.map((code) => standsIn(held, plainDiagnosis(code))))
  }
  const firstOf = (codes: readonly string[] | null): Verdict => {
    const first = codes?.[0]
    if (noted === null || first === undefined || !held.has(plainDiagnosis(first))) return 'not-stated'
    return plainDiagnosis(first) === plainDiagnosis(noted[0] ?? '') ? 'agree' : 'unclear'
  }
  const judged = (
    part: string,
    label: string,
    verdictOf: (codes: readonly string[] | null) => Verdict,
  ): AgreementPart => {
    const verdict = gravest([verdictOf(sent.billed), verdictOf(sent.claim)])
    const against = sent.billed !== null && verdictOf(sent.billed) === verdict ? 'billed' : 'claim'
    const show = (codes: readonly string[] | null): string | null => codes?.join(', ') ?? null
    return partOf({
      part,
      label,
      verdict,
      against,
      key: 'diagnoses',
      note: show(noted),
      claim: show(sent.claim),
      billed: show(sent.billed),
    })
  }
  return {
    field: 'diagnosis',
    parts: [judged('codes', 'The diagnoses', setOf), judged('primary', 'The first diagnosis', firstOf)],
  }
}
