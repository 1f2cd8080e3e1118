// The 277CA to one set of claims: each claim accepted under the payer's own number, or held back with its reason.
import { type Cents, sum } from '@goldenthread/core/values/cents.ts'
import { type Instant, compactDay, utcDay } from '@goldenthread/core/values/day.ts'
import type { ClaimAcknowledgment277 } from '@goldenthread/core/x12/sets/277ca/table.ts'
import { type ClaimDecision, type Status, acceptedStatus } from './decide-claim.ts'
import type { PlanRules } from './plan.ts'
import { type SentClaim, type SentLine, type SentName, claimDays } from './sent-claim.ts'
import { given, writable } from './write-answer.ts'

/** A claim and what became of it; `payerClaimNumber` is empty when it was held back. */
export interface DecidedClaim {
  readonly claim: SentClaim
  readonly decision: ClaimDecision
  readonly payerClaimNumber: string
}

type Submitter = ClaimAcknowledgment277['source']['submitters'][number]
type Billing = NonNullable<Submitter['billingProviders']>[number]
type Client = NonNullable<Billing['clients']>[number]
type Claim = Client['claims'][number]

/** Neighbours with the same key, in the order they came. */
const runs = <T, K>(list: readonly T[], keyOf: (each: T) => K): readonly (readonly [T, ...T[]])[] => {
  const found: [T, ...T[]][] = []
  for (const each of list) {
    const last = found.at(-1)
    if (last !== undefined && keyOf(last[0]) === keyOf(each)) last.push(each)
    else found.push([each])
  }
  return found
}

const nameOf = ({ entity, lastName, firstName }: SentName) => ({
  entity,
  ...given('lastName', lastName, 60),
  ...given('firstName', firstName, 35),
})

const statusOf = ({ category, code, entity }: Status) => ({
  category,
  code,
  ...(entity === undefined ? {} : { entity }),
})

const isAccepted = ({ decision }: DecidedClaim): boolean => decision.kind === 'accepted'
const chargesOf = (decided: readonly DecidedClaim[]): Cents => sum(decided.map(({ claim }) => claim.charge))

/** How many were accepted and rejected, and what they charged; what is none is left out. */
const totals = (decided: readonly DecidedClaim[]) => {
  const accepted = decided.filter(isAccepted)
  const rejected = decided.filter((each) => !isAccepted(each))
  return {
    ...(accepted.length > 0
      ? { accepted: { count: accepted.length }, acceptedAmount: { amount: chargesOf(accepted) } }
      : {}),
    ...(rejected.length > 0
      ? { rejected: { count: rejected.length }, rejectedAmount: { amount: chargesOf(rejected) } }
      : {}),
  }
}

const daysOf = (from: SentLine['from'], to: SentLine['to']) =>
  from === to
    ? { form: 'D8' as const, days: compactDay(from) }
    : { form: 'RD8' as const, days: `${compactDay(from)}-${compactDay(to)}` }

const lineAnswer = (line: SentLine, status: Status, day: string) => ({
  service: {
    procedure: {
      qualifier: line.qualifier as 'HC',
      code: writable(line.code, 48) || '?',
      ...(line.modifiers.length > 0
        ? { modifiers: line.modifiers.map((each) => writable(each, 2).padEnd(2, '?')) }
        : {}),
    },
    charge: line.charge,
  },
  statuses: [{ status: statusOf(status), day, action: 'U' as const }],
  ...(writable(line.lineNumber, 50) === '' ? {} : { lineNumber: { number: writable(line.lineNumber, 50) } }),
  serviceDays: daysOf(line.from, line.to),
})

const claimAnswer = ({ claim, decision, payerClaimNumber }: DecidedClaim, day: string): Claim => {
  const isIn = decision.kind === 'accepted'
  const days = claimDays(claim)
  const faulty = isIn ? [] : decision.lines
  const lines = faulty.flatMap(({ line, status }) => {
    const sent = claim.lines[line]
    return sent === undefined ? [] : [lineAnswer(sent, status, day)]
  })
  return {
    trace: { number: writable(claim.claimNumber, 50) || '0' },
    statuses: [
      {
        status: statusOf(isIn ? acceptedStatus : decision.status),
        day,
        action: isIn ? ('WQ' as const) : ('U' as const),
        amount: claim.charge,
      },
    ],
    ...(isIn ? { payerClaimNumber: { number: payerClaimNumber } } : {}),
    ...(days === null ? {} : { serviceDays: daysOf(days[0], days[1]) }),
    ...(lines.length > 0 ? { lines } : {}),
  }
}

const clientAnswer = (decided: readonly [DecidedClaim, ...DecidedClaim[]], day: string): Client => {
  const [{ claim }] = decided
  return {
    name: {
      ...nameOf(claim.client),
      idQualifier: 'MI',
      id: writable(claim.subscriber.id, 80).padEnd(2, '?'),
    },
    claims: decided.map((each) => claimAnswer(each, day)),
  }
}

const billingAnswer = (decided: readonly [DecidedClaim, ...DecidedClaim[]], day: string): Billing => {
  const [{ claim }] = decided
  return {
    name: {
      ...nameOf(claim.billing),
      idQualifier: 'XX',
      id: writable(claim.billing.id, 80).padEnd(2, '?'),
    },
    answer: { trace: { number: '0' }, ...totals(decided) },
    clients: runs(decided, (each) => each.claim.client).map((run) => clientAnswer(run, day)),
  }
}

/** That the file came: said of the submission as a whole, whatever became of its claims. */
const received: Status = { category: 'A1', code: '19', entity: 'PR' }

/** The answer to one set; `reference` is the payer's own number for it. Null when the set holds no claim. */
export const acknowledgeClaims = (
  decided: readonly DecidedClaim[],
  rules: PlanRules,
  reference: string,
  at: Instant,
): ClaimAcknowledgment277 | null => {
  const [first] = decided
  if (first === undefined) return null
  const day = compactDay(utcDay(at))
  const time = at.slice(11, 16).replace(':', '')
  const { submitter } = first.claim
  return {
    beginning: { reference, day, time },
    source: {
      name: {
        kind: 'PR',
        name: writable(rules.payer.name, 60),
        idQualifier: 'PI',
        id: writable(rules.payer.id, 80),
      },
      receipt: { trace: { number: reference }, received: { day }, processed: { day } },
      submitters: [
        {
          name: {
            ...nameOf(submitter),
            idQualifier: '46',
            id: writable(submitter.id, 80).padEnd(2, '?'),
          },
          answer: {
            trace: { number: writable(first.claim.reference, 50) || '0' },
            statuses: [{ status: statusOf(received), day, action: 'WQ', amount: chargesOf(decided) }],
            ...totals(decided),
          },
          billingProviders: runs(decided, (each) => each.claim.billing).map((run) => billingAnswer(run, day)),
        },
      ],
    },
  }
}
