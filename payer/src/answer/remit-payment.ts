// The 835: one payment to one payee, claim by claim and line by line. It balances because every line does.
import {
  type Cents,
  add,
  greater,
  lesser,
  negate,
  subtract,
  sum,
  zero,
} from '@goldenthread/core/values/cents.ts'
import { type Instant, compactDay, utcDay } from '@goldenthread/core/values/day.ts'
import type {
  Adjustment835,
  ClaimPayment835,
  LinePayment835,
  Remittance835,
} from '@goldenthread/core/x12/sets/835/table.ts'
import type { JudgedLine } from './judge-line.ts'
import type { PayerState, PlanRules } from './plan.ts'
import { type SentClaim, type SentLine, type SentName, claimDays } from './sent-claim.ts'
import { given, writable } from './write-answer.ts'

/** A claim with the judgement of each of its lines. */
export interface JudgedClaim {
  readonly claim: SentClaim
  readonly payerClaimNumber: string
  readonly lines: readonly JudgedLine[]
  /** True of one that is taken back: every amount goes the other way. */
  readonly isReversal: boolean
}

const amountOf = ({ lines }: JudgedClaim, group: 'CO' | 'PR'): Cents =>
  sum(
    lines
      .flatMap(({ adjustments }) => adjustments.filter((each) => each.group === group))
      .map(({ amount }) => amount),
  )
const paidOf = ({ lines }: JudgedClaim): Cents => sum(lines.map(({ paid }) => paid))

/** The sign of all that an 835 says of a claim. */
type Signed = (amount: Cents) => Cents
const signOf = ({ isReversal }: JudgedClaim): Signed => (isReversal ? negate : (amount) => amount)

/** One CAS a group: CO, OA, PR. */
const adjustmentsOf = ({ adjustments }: JudgedLine, signed: Signed): readonly Adjustment835[] =>
  (['CO', 'OA', 'PR'] as const).flatMap((group) => {
    const reasons = adjustments
      .filter((each) => each.group === group)
      .map(({ reason, amount }) => ({ reason, amount: signed(amount) }))
    return reasons.length > 0 ? [{ group, reasons }] : []
  })

const daysOf = ({ from, to }: SentLine): NonNullable<LinePayment835['days']> =>
  from === to
    ? [{ kind: '472', day: compactDay(from) }]
    : [
        { kind: '150', day: compactDay(from) },
        { kind: '151', day: compactDay(to) },
      ]

const linePayment = (line: SentLine, judged: JudgedLine, of: JudgedClaim): LinePayment835 => {
  const signed = signOf(of)
  const adjustments = adjustmentsOf(judged, signed)
  const lineNumber = writable(line.lineNumber, 50)
  return {
    service: {
      procedure: {
        qualifier: line.qualifier as 'HC',
        code: writable(line.code, 48),
        ...(line.modifiers.length > 0 ? { modifiers: line.modifiers } : {}),
      },
      charge: signed(line.charge),
      paid: signed(judged.paid),
      units: (of.isReversal ? -line.thousandths : line.thousandths) / 1000,
    },
    days: daysOf(line),
    ...(adjustments.length > 0 ? { adjustments } : {}),
    ...(lineNumber === '' ? {} : { lineNumber: { number: lineNumber } }),
    ...(line.renderingNpi === ''
      ? {}
      : { renderingProviderIds: [{ qualifier: 'HPI' as const, number: writable(line.renderingNpi, 50) }] }),
    ...(judged.allowed === null || of.isReversal
      ? {}
      : { amounts: [{ kind: 'B6' as const, amount: judged.allowed }] }),
  }
}

const nameOf = ({ lastName, firstName }: SentName) => ({
  ...given('lastName', lastName, 60),
  ...given('firstName', firstName, 35),
})

/** Whose claim it is, who is insured when that is another person, and who treated. */
const peopleOf = ({ client, subscriber, rendering }: SentClaim) => ({
  client: { ...nameOf(client), idQualifier: 'MI' as const, id: writable(subscriber.id, 80).padEnd(2, '?') },
  ...(client === subscriber
    ? {}
    : {
        insured: {
          entity: subscriber.entity,
          ...nameOf(subscriber),
          idQualifier: 'MI' as const,
          id: writable(subscriber.id, 80).padEnd(2, '?'),
        },
      }),
  ...(rendering === null
    ? {}
    : {
        renderingProvider: {
          entity: rendering.entity,
          ...nameOf(rendering),
          idQualifier: 'XX' as const,
          id: writable(rendering.id, 80),
        },
      }),
})

/** CLP02 of what is judged: this payer's place among those asked. */
const places: Readonly<Record<string, '1' | '2' | '3'>> = { S: '2', T: '3' }

/** CLP02 is 1 for a denied claim too: 4 would say that the client is not known (docs/sources.md 8.8). */
const claimPayment = (judged: JudgedClaim, received: string): ClaimPayment835 => {
  const { claim, payerClaimNumber, lines, isReversal } = judged
  const signed = signOf(judged)
  const days = claimDays(claim)
  const owes = amountOf(judged, 'PR')
  return {
    claim: {
      claimNumber: writable(claim.claimNumber, 38) || '0',
      status: isReversal ? '22' : (places[claim.order] ?? '1'),
      charge: signed(claim.charge),
      paid: signed(paidOf(judged)),
      ...(owes > 0 && !isReversal ? { clientOwes: owes } : {}),
      filing: claim.filing,
      payerClaimNumber,
      ...given('placeOfService', claim.place, 2),
      ...given('frequency', claim.frequency, 1),
    },
    ...peopleOf(claim),
    ...(days === null ? {} : { from: { day: compactDay(days[0]) }, to: { day: compactDay(days[1]) } }),
    received: { day: received },
    lines: claim.lines.flatMap((line, n) => {
      const one = lines[n]
      return one === undefined ? [] : [linePayment(line, one, judged)]
    }),
  }
}

/** What goes with money by ACH: format, both banks with their accounts, and who sends it. */
const byAch = ({ payer, payment }: PlanRules): Partial<Remittance835['financialInformation']> =>
  payment.banks === undefined
    ? {}
    : {
        format: 'CCP',
        payerBankKind: '01',
        payerBank: payment.banks.from.routing,
        payerAccountKind: 'DA',
        payerAccount: payment.banks.from.account,
        payerTaxId: `1${payer.taxId}`,
        payeeBankKind: '01',
        payeeBank: payment.banks.to.routing,
        payeeAccountKind: 'DA',
        payeeAccount: payment.banks.to.account,
      }

/** BPR: a payment of nothing is only told of (H, NON); one by ACH names its banks, and without them it is a check. */
const financialInformation = (
  rules: PlanRules,
  paid: Cents,
  day: string,
): Remittance835['financialInformation'] => {
  const isPaid = paid > 0
  const method = rules.payment.banks === undefined ? 'CHK' : rules.payment.method
  return {
    handling: isPaid ? 'I' : 'H',
    paid,
    creditOrDebit: 'C',
    method: isPaid ? method : 'NON',
    ...(isPaid && method === 'ACH' ? byAch(rules) : {}),
    effectiveDay: day,
  }
}

const payerOf = ({ payer }: PlanRules): Remittance835['payer'] => ({
  name: { name: writable(payer.name, 60) },
  street: { line1: writable(payer.address.street, 55) },
  city: {
    name: writable(payer.address.city, 30),
    state: payer.address.state,
    postalCode: writable(payer.address.zip, 15),
  },
  otherIds: [{ qualifier: '2U', id: writable(payer.id, 50) }],
  technicalContacts: [
    {
      ...given('name', payer.contactName, 60),
      numbers: [{ kind: 'TE', number: writable(payer.telephone, 256) }],
    },
  ],
})

const payeeOf = ({ billing }: SentClaim): Remittance835['payee'] => {
  const taxId = writable(billing.taxId, 50)
  const name = billing.entity === '1' ? `${billing.lastName} ${billing.firstName}` : billing.lastName
  return {
    name: { ...given('name', name, 60), idQualifier: 'XX', id: writable(billing.id, 80) },
    ...(taxId === '' ? {} : { otherIds: [{ qualifier: 'TJ' as const, id: taxId }] }),
  }
}

const payeeKey = ({ claim: { billing } }: JudgedClaim): string => `${billing.id} ${billing.taxId}`

/** Claims by who is paid for them: NPI and tax id. Each payee gets one payment. */
export const byPayee = (
  judged: readonly JudgedClaim[],
): readonly (readonly [JudgedClaim, ...JudgedClaim[]])[] => {
  const found = new Map<string, [JudgedClaim, ...JudgedClaim[]]>()
  for (const each of judged) {
    const key = payeeKey(each)
    const claims = found.get(key)
    if (claims === undefined) found.set(key, [each])
    else claims.push(each)
  }
  return [...found.values()]
}

interface Netted {
  /** BPR02: never below zero. */
  readonly paid: Cents
  /** PLB amounts: above zero what an earlier payment took too much and this one takes back, below what goes on. */
  readonly adjustments: readonly Cents[]
  /** By how much the carried balance changed. */
  readonly carried: Cents
}

/** Claims that come to less than nothing are paid nothing, and the rest is carried to the next payment (PLB FB). */
const net = (claims: Cents, before: Cents): Netted => {
  const rest = subtract(claims, before)
  const next = lesser(rest, zero)
  return {
    paid: greater(rest, zero),
    adjustments: [before, next].filter((amount) => amount !== 0),
    carried: subtract(negate(next), before),
  }
}

const providerAdjustments = (
  judged: JudgedClaim,
  adjustments: readonly Cents[],
  trace: string,
  day: string,
): Pick<Remittance835, 'providerAdjustments'> =>
  adjustments.length === 0
    ? {}
    : {
        providerAdjustments: [
          {
            providerId: writable(judged.claim.billing.id, 50),
            fiscalPeriodEnd: `${day.slice(0, 4)}1231`,
            adjustments: adjustments.map((amount) => ({ reason: { code: 'FB', reference: trace }, amount })),
          },
        ],
      }

/** One payment to one payee, under the next trace number (TRN02), and the books after it. */
export const remitPayment = (
  judged: readonly [JudgedClaim, ...JudgedClaim[]],
  rules: PlanRules,
  state: PayerState,
  at: Instant,
): { readonly remittance: Remittance835; readonly state: PayerState } => {
  const day = compactDay(utcDay(at))
  const trace = String(state.nextTrace)
  const payee = payeeKey(judged[0])
  const balances = state.carriedBalances ?? []
  const before = add(...balances.filter((each) => each.payee === payee).map(({ amount }) => amount))
  const { paid, adjustments, carried } = net(sum(judged.map((each) => signOf(each)(paidOf(each)))), before)
  const remittance = {
    financialInformation: financialInformation(rules, paid, day),
    trace: { number: trace, payerTaxId: `1${rules.payer.taxId}` },
    productionDay: { day },
    payer: payerOf(rules),
    payee: payeeOf(judged[0].claim),
    headerNumbers: [{ header: { number: 1 }, claims: judged.map((each) => claimPayment(each, day)) }],
    ...providerAdjustments(judged[0], adjustments, trace, day),
  }
  const next = { ...state, nextTrace: state.nextTrace + 1 }
  return {
    remittance,
    state:
      carried === 0 ? next : { ...next, carriedBalances: [...balances, { payee, amount: carried, trace }] },
  }
}
