// A rule: one statement a machine can check, with whose it is, since when, where it stands, and cases that prove it.
import type { Day } from '../values/day.ts'
import type { Place, Severity, Whose } from '../values/finding.ts'
import type { Facts } from '../facts/facts.ts'
import type { Case } from './case.ts'

/** What a check says is wrong; the judge adds the rule's id, whose it is, its severity for this payer, and its source. */
export interface Fault {
  readonly place: Place
  readonly says: string
  readonly remedy: string
  readonly evidence?: Readonly<Record<string, string>>
  /** Only where one fault of the rule is graver or lighter than the rule itself. */
  readonly severity?: Severity
}

/** The five links of the thread, in the order the work travels. */
export type LinkName = 'session' | 'note' | 'code' | 'claim' | 'pay'

export interface Rule {
  /** The folder's name: `time-rule`. */
  readonly id: string
  readonly title: string
  readonly whose: Whose
  /** By default; a payer profile may raise it (`facts.payerProfile().severities`). */
  readonly severity: Severity
  /** Which link of the thread a finding of it breaks; a rule of coding may point into the note. */
  readonly link: LinkName
  /** The first day of service it holds for; null when it has no beginning we know. */
  readonly from: Day | null
  readonly to: Day | null
  /** Where it stands: regulation, guide, page. */
  readonly source: string
  /** Why it is so, in plain words. */
  readonly reason: string
  /** What to write, with a good and a bad example of our own. */
  readonly write: { readonly what: string; readonly good: string; readonly bad: string }
  /** The parts of the case that must be there before it can be judged. */
  readonly needs: readonly ('coverage' | 'session' | 'note' | 'coding' | 'claim' | 'billed')[]
  /**
   * The parts (paths) its check reads, each with all below it, so that an edit re-runs only what it touches. What the
   * judge reads for every rule (`judgeReads`) is not repeated. The tidy check holds it true, both ways.
   */
  readonly reads: readonly string[]
  check(given: Case, facts: Facts): readonly Fault[]
}

/** One example that proves a rule: the whole catalogue runs on it. */
export interface RuleCase {
  /** A sentence of the trade. */
  readonly name: string
  readonly given: Case
  /** Rule ids of the findings expected when the whole catalogue runs; empty for a passing case. */
  readonly expect: readonly string[]
}

/** What `cases.ts` of a rule exports. `passes` and `fails` differ in one field; `dayBefore` only where the rule has a beginning. */
export interface RuleCases {
  readonly passes: RuleCase
  readonly fails: RuleCase
  readonly dayBefore: RuleCase | null
  readonly more: readonly RuleCase[]
}
