// What does not change while this payer answers files: its plan, the code sets, the moment, and what it loses.
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { PlanRules, Silence } from './plan.ts'
import type { SentClaim } from './sent-claim.ts'

export interface Desk {
  readonly rules: PlanRules
  readonly facts: Facts
  readonly at: Instant
  readonly paidAt: Instant
  readonly silentOn: (claim: SentClaim) => Silence | null
}
