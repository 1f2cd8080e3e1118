// How long a claim may still be filed: the payer's own limit, else that of its class.
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import { isBilledToPayer } from '@goldenthread/core/thread/make-documents.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { type Day, daysBetween } from '@goldenthread/core/values/day.ts'

export interface TimeToFile {
  readonly used: number
  readonly allowed: number
  readonly left: number
  /** Whose limit it is. */
  readonly source: string
}

/** Null where no payer is billed or nobody has said a limit. `today` is the practice's day. */
export const timeToFile = (given: ThreadCase, facts: Facts, today: Day): TimeToFile | null => {
  const { coverage, session } = given
  if (coverage === null || session === null || !isBilledToPayer(given)) return null
  const own = coverage.payerRules?.timelyFilingDays
  const profile = facts.payerProfile(coverage.payer.class, session.day)
  const allowed = own ?? profile.timelyFilingDays
  if (allowed === null || allowed === undefined) return null
  const used = daysBetween(session.day, today)
  const source = own === undefined ? profile.source : (coverage.payerRules?.source ?? profile.source)
  return { used, allowed, left: allowed - used, source }
}
