// A day of birth that can be one: not after today, and nobody is older than the oldest there ever was.
import { type Day, addDays } from '@goldenthread/core/values/day.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'

// The oldest person known died at 122 (Gerontology Research Group, validated supercentenarians).
const oldestInDays = 123 * 366

/** What is wrong with a day of birth at this moment; nothing when it can be one. `path` is the field it stands in. */
export const birthDayFindings = (
  { at }: Pick<Tx, 'at'>,
  birthDate: Day,
  path: string,
): readonly Finding[] => {
  const today = at.slice(0, 10) as Day
  const isAhead = birthDate > today
  if (!isAhead && birthDate > addDays(today, -oldestInDays)) return []
  return [
    {
      code: 'birth-day',
      severity: 'warns',
      whose: 'platform',
      place: field(path),
      says: isAhead
        ? 'The day of birth lies in the future.'
        : 'The day of birth lies longer ago than anybody lives.',
      remedy: 'Write the day of birth as the client’s insurance card or identity document has it.',
      source: 'a day of birth',
      evidence: {},
    },
  ]
}
