// Which faults of an answer leave its word standing: real senders write small ones, and one of them must not cost every claim.
import { type Finding, type Place, holdsClaim } from '../values/finding.ts'
import type { LenientFile, LenientSetInFile } from '../x12/sets/read-file.ts'
import type { SetTable } from '../x12/sets/table-language.ts'

export type AnswerKind = 'TA1' | '999' | '277CA'

/** Where the bytes do not say what belongs together: delimiters, headers without trailers, counts that do not hold. */
const breakFile: ReadonlySet<string> = new Set([
  'TA1:001',
  'TA1:004',
  'TA1:021',
  'TA1:022',
  'TA1:023',
  'TA1:024',
  'TA1:026',
  'TA1:027',
  '999:AK9:3',
  '999:AK9:4',
  '999:AK9:5',
  'x12:no-interchange',
  'x12:overlong-segment',
])

/** A set without its SE, with another set's SE, or with another number of segments than its SE says. */
const breakSet: ReadonlySet<string> = new Set(['999:IK5:2', '999:IK5:3', '999:IK5:4'])

/** A segment that stands where the guide has none, once too often, or out of its order. */
const misplaced: ReadonlySet<string> = new Set(['999:IK3:2', '999:IK3:4', '999:IK3:5', '999:IK3:7'])

/** True when nothing of the file can be trusted. */
export const breaksFile = (finding: Finding): boolean => holdsClaim(finding) && breakFile.has(finding.code)

/**
 * True when the loops of a set cannot be trusted. `carriers` are the segments by which loops open and answers are given:
 * one that is misplaced may be somebody else's answer. An HL that names another parent (HL02) has lost its place.
 */
const breaksLoops = ({ code, place }: Finding, carriers: ReadonlySet<string>): boolean => {
  if (breakSet.has(code)) return true
  if (place.kind !== 'segment' || !carriers.has(place.id)) return false
  return misplaced.has(code) || (place.id === 'HL' && place.element === 2)
}

export const asWarning = (finding: Finding): Finding => ({ ...finding, severity: 'warns' })

/** Something of an answer that was not used; `place` says where it stands. */
export const unread = (kind: AnswerKind, place: Place, what: string): Finding => ({
  code: `${kind}:unread`,
  severity: 'holds-claim',
  whose: 'code-set',
  place,
  says: `This ${kind} was not used: ${what}.`,
  remedy: 'Ask its sender for it again, and ask what became of the claims in it.',
  source: 'docs/sources.md 8.8',
  evidence: {},
})

/** The sets of a file whose word can be taken, and everything that was found in it. */
export interface OpenedSets<T extends SetTable> {
  readonly sets: readonly LenientSetInFile<T>[]
  /** What was not used holds; whatever else is wrong warns. */
  readonly findings: readonly Finding[]
  /** True when nothing of the file can be used. */
  readonly isBroken: boolean
}

const brokenSet = 'its segments do not stand as its guide and its trailer say'

/** Parts what can be trusted of a file from what cannot: the whole file, a set, or nothing. */
export const openSets = <T extends SetTable>(
  kind: AnswerKind,
  { sets, outside }: LenientFile<T>,
  carriers: ReadonlySet<string>,
): OpenedSets<T> => {
  const broken = outside.find(breaksFile)
  if (broken !== undefined) {
    const findings = [unread(kind, broken.place, 'the envelope of its file is broken'), ...outside]
    return { sets: [], findings, isBroken: true }
  }
  const trusted: LenientSetInFile<T>[] = []
  const findings = sets.length === 0 ? [...outside] : outside.map(asWarning)
  for (const set of sets) {
    const fault = set.findings.find((each) => breaksLoops(each, carriers))
    if (fault === undefined) {
      trusted.push(set)
      findings.push(...set.findings.map(asWarning))
    } else findings.push(unread(kind, fault.place, brokenSet), ...set.findings)
  }
  return { sets: trusted, findings, isBroken: trusted.length === 0 }
}
