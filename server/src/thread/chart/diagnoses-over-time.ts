// Diagnoses over time, as the signed notes hold them: since when each stands, in how many notes, and which stood before.
import type { Day } from '@goldenthread/core/values/day.ts'
import type { DiagnosedNote } from './chart-store.ts'

export interface DiagnosisSpan {
  readonly code: string
  /** The clinician's own words, as they were signed last. */
  readonly words: string | null
  /** The day of the first note of an unbroken row that names it. */
  readonly since: Day
  /** The day of the last note that names it. */
  readonly last: Day
  readonly lastSessionId: string
  /** Whether the last note of all names it. */
  readonly stands: boolean
  readonly notes: number
}

type Open = Omit<DiagnosisSpan, 'stands'>

/** `notes` the oldest first. What stands comes first, in the order of the last note; then what stood, the latest first. */
export const diagnosesOverTime = (notes: readonly DiagnosedNote[]): readonly DiagnosisSpan[] => {
  let open: readonly Open[] = []
  const closed: Open[] = []
  for (const { session_id: lastSessionId, day, diagnoses } of notes) {
    const named = new Set(diagnoses.map(({ code }) => code))
    closed.push(...open.filter(({ code }) => !named.has(code)))
    open = diagnoses.map(({ code, words = null }) => {
      const before = open.find((each) => each.code === code)
      const since = before?.since ?? day
      return { code, words, since, last: day, lastSessionId, notes: (before?.notes ?? 0) + 1 }
    })
  }
  const stood = closed.toSorted((one, other) => (one.last < other.last ? 1 : one.last > other.last ? -1 : 0))
  return [
    ...open.map((each) => ({ ...each, stands: true })),
    ...stood.map((each) => ({ ...each, stands: false })),
  ]
}
