// What `verify` prints: of each practice what was looked at, and each finding by its place.
import type { Finding } from '@goldenthread/core/values/finding.ts'

export interface Verified {
  readonly practiceId: string
  readonly name: string | null
  readonly counts: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

const placeOf = ({ place }: Finding): string => (place.kind === 'field' ? place.path : place.kind)

const evidenceOf = ({ evidence }: Finding): string => {
  const parts = Object.entries(evidence).map(([name, value]) => `${name} ${value}`)
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`
}

const linesOf = ({ practiceId, name, counts, findings }: Verified): readonly string[] => [
  name === null ? `Practice ${practiceId}` : `${name} (practice ${practiceId})`,
  ...Object.entries(counts).map(([what, count]) => `  ${String(count).padStart(12)}  ${what}`),
  ...findings.map((finding) => `  ! ${placeOf(finding)}: ${finding.says}${evidenceOf(finding)}`),
  findings.length === 0 ? '  Everything stands as it was written.' : `  Findings: ${findings.length}`,
]

/** The lines of a page. */
export const printVerified = (verified: readonly Verified[]): readonly string[] =>
  verified.length === 0
    ? ['There is no practice to prove yet.']
    : verified.flatMap((each, at) => (at === 0 ? linesOf(each) : ['', ...linesOf(each)]))
