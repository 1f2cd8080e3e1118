// Whose rule a finding follows and where it stands, as whoever reads it can look it up.
import type { Coverage } from '@goldenthread/core/coverage/coverage.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { whoseRule } from '../../../ui/finding.tsx'

/** The project's own page of sources, which says under the same number where each thing was read. */
const ownPage = /^docs\/sources\.md /

/** How the project's own list numbers what it began with. */
const seedMark = / \(seed \d+\)/g

/** What is read elsewhere goes first; the project's own page is named where nothing else is. */
export const sourceWords = (source: string): string => {
  const parts = source.split('; ')
  const elsewhere = parts.filter((part) => !ownPage.test(part))
  return (elsewhere.length > 0 ? elsewhere : parts)
    .map((part) => part.replace(ownPage, 'Golden Thread, sources ').replace(seedMark, ''))
    .join('; ')
}

/** A rule of payers is this payer's own only where it stands in its contract or manual. */
export const ruleWords = ({ whose, source }: Finding, coverage: Coverage | null): string => {
  const isOwn = coverage?.payerRules?.source === source
  return whose === 'payer' && !isOwn ? 'Rule of payers' : whoseRule(whose, coverage?.payer.name ?? 'payers')
}
