// The day a case is of: one answer for all that look up facts by it.
import type { Day } from '../values/day.ts'

interface WithDays {
  readonly session: { readonly day: Day } | null
  readonly note: { readonly recorded: { readonly day: Day | null } } | null
  readonly claim: { readonly day: Day } | null
  readonly billed: { readonly day: Day | null } | null
}

/**
 * The day of service, whose facts judge a case: of the session, which is what took place; else of the note, which
 * tells of it; else of our claim, which was made from both; else of what another hand billed. A later document that
 * names another day is held against the earlier one by the seven fields; it does not choose the facts it is judged by.
 */
export const dayOfService = ({ session, note, claim, billed }: WithDays): Day | null =>
  session?.day ?? note?.recorded.day ?? claim?.day ?? billed?.day ?? null
