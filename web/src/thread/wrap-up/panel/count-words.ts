// How many findings stop filing and how many only suggest, in words.
import { holdsClaim } from '@goldenthread/core/values/finding.ts'
import type { JudgedFinding } from './judgement.ts'

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'] as const

export interface CountWords {
  /** `2 things stop filing.` Null where nothing does. */
  readonly stops: string | null
  /** `One suggestion is open.` Null where there is none. */
  readonly suggestions: string | null
}

export const countWords = (findings: readonly JudgedFinding[]): CountWords => {
  const stops = findings.filter(({ finding }) => holdsClaim(finding)).length
  const rest = findings.length - stops
  const many = numbers[rest] ?? String(rest)
  return {
    stops: stops === 0 ? null : stops === 1 ? '1 thing stops filing.' : `${stops} things stop filing.`,
    suggestions: rest === 0 ? null : rest === 1 ? 'One suggestion is open.' : `${many} suggestions are open.`,
  }
}
