// Judges a case by the whole catalogue in one pass: each rule that holds on the day of service and has what it needs.
import type { Day } from '../values/day.ts'
import type { Finding, Severity } from '../values/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { Case } from './case.ts'
import type { Fault, Rule } from './rule.ts'

/** The day a case is judged by: of the session, else of the note, else of what was billed. */
export const dayOfService = (given: Case): Day | null =>
  given.session?.day ?? given.note?.recorded.day ?? given.billed?.day ?? null

/** Whether a rule holds for services of that day. */
export const holdsOn = (rule: Rule, day: Day): boolean =>
  (rule.from === null || rule.from <= day) && (rule.to === null || day <= rule.to)

const hasWhatItNeeds = (rule: Rule, given: Case): boolean => rule.needs.every((part) => given[part] !== null)

/**
 * A payer may make a rule graver or lighter, but only identity, date and author may ever block signing
 * (docs/sources.md 0): a profile's word never raises another rule to that, nor lowers one that does.
 */
const severityOf = (rule: Rule, fault: Fault, given: Case, facts: Facts, day: Day): Severity => {
  const own = fault.severity ?? rule.severity
  if (own === 'blocks-signing' || given.coverage === null) return own
  const profile = facts.payerProfile(given.coverage.payer.class, day)
  const theirs = profile.severities[rule.id]
  return theirs === undefined || theirs === 'blocks-signing' ? own : theirs
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
