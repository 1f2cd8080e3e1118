// What becomes of a claim before it is judged: the rows of the decision table that a 277CA answers, in their order.
import type { Day } from '@goldenthread/core/values/day.ts'
import { type Cents, sum } from '@goldenthread/core/values/cents.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import { correctedBy, isCorrection } from './claims-on-file.ts'
import { isEarlierBalanced } from './coordinate.ts'
import { findMember, samePlain } from './find-member.ts'
import type { ClaimOnFile, Member, PayerState, PlanRules } from './plan.ts'
import { type SentClaim, type SentLine, claimDays } from './sent-claim.ts'

/** STC01: category, code, and whose datum it is (docs/sources.md 8.3). */
export interface Status {
  readonly category: 'A1' | 'A2' | 'A3' | 'A7'
  readonly code: string
  readonly entity?: 'PR' | 'IL' | 'QC' | '85'
}

/** A line that is itself at fault, by its number in the claim from 0. */
export interface LineStatus {
  readonly line: number
  readonly status: Status
}

export type ClaimDecision =
  | {
      readonly kind: 'accepted'
      readonly member: Member
      /** The claim that it replaces or voids; null of one that does neither. */
      readonly corrects: ClaimOnFile | null
    }
  | { readonly kind: 'rejected'; readonly status: Status; readonly lines: readonly LineStatus[] }

interface Asked {
  readonly claim: SentClaim
  readonly rules: PlanRules
  readonly facts: Facts
  readonly state: PayerState
  /** The day of service; of a claim without lines there is none, and `checkSet` refused it. */
  readonly day: Day
}

/** Lines at fault by their number, or `claim` for what the claim as a whole gets wrong; null when all is well. */
type Fault = 'claim' | readonly number[] | null
type Row = readonly [status: Status, faultOf: (asked: Asked) => Fault]

const whole = (isWrong: boolean): Fault => (isWrong ? 'claim' : null)
const linesWhere = ({ claim }: Asked, isWrong: (line: SentLine) => boolean): Fault => {
  const found = claim.lines.flatMap((line, n) => (isWrong(line) ? [n] : []))
  return found.length > 0 ? found : null
}

const isEnrolled = ({ claim, rules }: Asked): boolean =>
  [claim.billing.id, claim.rendering?.id ?? '', ...claim.lines.map(({ renderingNpi }) => renderingNpi)].every(
    (npi) => npi === '' || rules.enrolled.includes(npi),
  )

const isPlace = ({ rules, facts }: Asked, place: string, on: Day): boolean =>
  rules.places.includes(place) && facts.place(place, on) !== null

const placeFault = (asked: Asked): Fault => {
  if (!isPlace(asked, asked.claim.place, asked.day)) return 'claim'
  return linesWhere(asked, ({ place, from }) => place !== '' && !isPlace(asked, place, from))
}

/** As people write it: `F331` is `F33.1`. */
const dotted = (code: string): string => (code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code)

const isDiagnosis = ({ facts, day }: Asked, code: string): boolean =>
  facts.diagnosis(dotted(code.toUpperCase()), day)?.billable === true

const chargesAddUp = ({ claim }: Asked): boolean =>
  (sum(claim.lines.map(({ charge }) => charge)) as Cents) === claim.charge

const isFrequency = ({ claim, rules }: Asked): boolean =>
  claim.frequency === '1' || (isCorrection(claim) && rules.takesCorrections !== false)

const isWhole = (
  claim: SentClaim,
  rules: PlanRules,
  kind: 'unknown-subscriber' | 'unknown-birth-date',
): Fault => whole(findMember(claim, rules.members).kind === kind)

/**
 * The first row that applies decides. A correction names a claim that this payer has judged for the same client and
 * providers and that stands still; an 835 cannot balance on charges that do not add up.
 */
const rows: readonly Row[] = [
  [
    { category: 'A3', code: '116', entity: 'PR' },
    ({ claim, rules }) => whole(!samePlain(claim.payerId, rules.payer.id)),
  ],
  [
    { category: 'A3', code: '33', entity: 'IL' },
    ({ claim, rules }) => isWhole(claim, rules, 'unknown-subscriber'),
  ],
  [
    { category: 'A7', code: '158', entity: 'QC' },
    ({ claim, rules }) => isWhole(claim, rules, 'unknown-birth-date'),
  ],
  [{ category: 'A3', code: '496', entity: '85' }, (asked) => whole(!isEnrolled(asked))],
  [
    { category: 'A7', code: '454' },
    (asked) => linesWhere(asked, ({ code, from }) => asked.facts.procedure(code, from) === null),
  ],
  [
    { category: 'A7', code: '453' },
    (asked) =>
      linesWhere(asked, ({ modifiers, from }) =>
        modifiers.some(
          (modifier) =>
            !asked.rules.modifiers.includes(modifier) || asked.facts.modifier(modifier, from) === null,
        ),
      ),
  ],
  [{ category: 'A7', code: '249' }, placeFault],
  [
    { category: 'A7', code: '254' },
    (asked) => whole(!asked.claim.diagnoses.every((code) => isDiagnosis(asked, code))),
  ],
  [{ category: 'A7', code: '535' }, (asked) => whole(!isFrequency(asked))],
  [
    { category: 'A7', code: '464' },
    ({ claim, rules, state }) => whole(isCorrection(claim) && correctedBy(claim, rules, state) === undefined),
  ],
  [{ category: 'A7', code: '400' }, (asked) => whole(!chargesAddUp(asked))],
  [{ category: 'A7', code: '672' }, (asked) => linesWhere(asked, (line) => !isEarlierBalanced(line))],
]

/** What a claim that none of the rows holds back is answered with. */
export const acceptedStatus: Status = { category: 'A2', code: '20', entity: 'PR' }

/** Whether a claim is taken up for judgement, and for which member; or the row that holds it back. */
export const decideClaim = (
  claim: SentClaim,
  rules: PlanRules,
  facts: Facts,
  state: PayerState,
): ClaimDecision => {
  const day = claimDays(claim)?.[0] ?? ('1970-01-01' as Day)
  const asked = { claim, rules, facts, state, day }
  for (const [status, faultOf] of rows) {
    const fault = faultOf(asked)
    if (fault === null) continue
    return {
      kind: 'rejected',
      status,
      lines: fault === 'claim' ? [] : fault.map((line) => ({ line, status })),
    }
  }
  const found = findMember(claim, rules.members)
  if (found.kind !== 'found') throw new Error('a claim passed the rows on members without a member')
  const corrects = isCorrection(claim) ? (correctedBy(claim, rules, state) ?? null) : null
  return { kind: 'accepted', member: found.member, corrects }
}
