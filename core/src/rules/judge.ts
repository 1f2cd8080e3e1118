// Judges a case by the whole catalogue in one pass: each rule that holds on the day of service and has what it needs.
import type { Day } from '../values/day.ts'
import type { Finding, Severity } from '../values/finding.ts'
import type { Facts } from '../facts/facts.ts'
import { dayOfService } from '../claim/day-of-service.ts'
import type { Case } from './case.ts'
import type { Fault, Rule } from './rule.ts'

/** Whether a rule holds for services of that day. */
export const holdsOn = (rule: Rule, day: Day): boolean =>
  (rule.from === null || rule.from <= day) && (rule.to === null || day <= rule.to)

const hasWhatItNeeds = (rule: Rule, given: Case): boolean => rule.needs.every((part) => given[part] !== null)

/** What is read for every rule: the day whose facts judge it, and whose payer may raise it. */
export const judgeReads: readonly string[] = [
  'session.day',
  'note.recorded.day',
  'claim.day',
  'billed.day',
  'coverage.payer.class',
]

const gravity: readonly Severity[] = ['coaches', 'warns', 'holds-claim', 'blocks-signing']

/**
 * A payer's profile may raise a rule, up to holding the claim: only identity, date and author may ever block signing
 * (docs/sources.md 0, row 6). It lowers none: what cannot be billed cannot, whoever pays.
 */
const severityOf = (rule: Rule, fault: Fault, given: Case, facts: Facts, day: Day): Severity => {
  const own = fault.severity ?? rule.severity
  if (given.coverage === null) return own
  const theirs = facts.payerProfile(given.coverage.payer.class, day).severities[rule.id]
  if (theirs === undefined || theirs === 'blocks-signing') return own
  return gravity.indexOf(theirs) > gravity.indexOf(own) ? theirs : own
}

const findingOf = (rule: Rule, fault: Fault, severity: Severity): Finding => ({
  code: rule.id,
  severity,
  whose: rule.whose,
  place: fault.place,
  says: fault.says,
  remedy: fault.remedy,
  source: rule.source,
  evidence: fault.evidence ?? {},
})

/** All findings of the catalogue on a case, in the catalogue's order. A case without any day of service is not judged. */
export const judge = (given: Case, facts: Facts, catalogue: readonly Rule[]): readonly Finding[] => {
  const day = dayOfService(given)
  if (day === null) return []
  return catalogue
    .filter((rule) => holdsOn(rule, day) && hasWhatItNeeds(rule, given))
    .flatMap((rule) =>
      rule
        .check(given, facts)
        .map((fault) => findingOf(rule, fault, severityOf(rule, fault, given, facts, day))),
    )
}
