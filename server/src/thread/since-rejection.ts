// What is said when a claim would go again as it was rejected.
import { type Finding, field, holdsClaim } from '@goldenthread/core/values/finding.ts'
import type { ClaimRow } from '../claim/filing-store.ts'

const code = 'resend-unchanged'

/** True of a held claim that would tell the payer what was rejected. */
export const isUnchanged = ({ status, findings }: Pick<ClaimRow, 'status' | 'findings'>): boolean =>
  status === 'held' && findings.some((each) => each.code === code)

/** Why nothing goes: the same claim would be rejected again. What it was rejected for follows. */
export const unchangedSinceRejection = ({ findings }: Pick<ClaimRow, 'findings'>): readonly Finding[] => {
  const why = [...new Set(findings.filter(holdsClaim).map((each) => each.code))].join(', ')
  return [
    {
      code,
      severity: 'holds-claim',
      whose: 'payer',
      place: field('claim'),
      says: `Nothing was changed since it was rejected${why === '' ? '' : ` (${why})`}: the same claim would go again.`,
      remedy:
        'Mend what it was rejected for, then send it. If the payer was wrong, or only its file was lost, send it unchanged and say why.',
      source: 'docs/sources.md 8.3',
      evidence: why === '' ? {} : { rejected: why },
    },
    ...findings.filter(holdsClaim),
  ]
}
