// The 835: one payment to one payee, claim by claim and line by line. It balances because every line does.
import { type Cents, sum, zero } from '@goldenthread/core/values/cents.ts'
import { type Instant, compactDay, utcDay } from '@goldenthread/core/values/day.ts'
import type {
  Adjustment835,
  ClaimPayment835,
  LinePayment835,
  Remittance835,
} from '@goldenthread/core/x12/sets/835/table.ts'
import type { JudgedLine } from './judge-line.ts'
import type { PlanRules } from './plan.ts'
import { type SentClaim, type SentLine, type SentName, claimDays } from './sent-claim.ts'
import { given, writable } from './write-answer.ts'

/** A claim with the judgement of each of its lines. */
export interface JudgedClaim {
  readonly claim: SentClaim
  readonly payerClaimNumber: string
  readonly lines: readonly JudgedLine[]
}

const amountOf = ({ lines }: JudgedClaim, group: 'CO' | 'PR'): Cents =>
  sum(
    lines
      .flatMap(({ adjustments }) => adjustments.filter((each) => each.group === group))
      .map(({ amount }) => amount),
  )
const paidOf = ({ lines }: JudgedClaim): Cents => sum(lines.map(({ paid }) => paid))

/** One CAS a group, CO before PR. */
const adjustmentsOf = ({ adjustments }: JudgedLine): readonly Adjustment835[] =>
  (['CO', 'PR'] as const).flatMap((group) => {
    const reasons = adjustments
      .filter((each) => each.group === group)
      .map(({ reason, amount }) => ({ reason, amount }))
    return reasons.length > 0 ? [{ group, reasons }] : []
  })

const daysOf = ({ from, to }: SentLine): NonNullable<LinePayment835['days']> =>
  from === to
    ? [{ kind: '472', day: compactDay(from) }]
    : [
        { kind: '150', day: compactDay(from) },
        { kind: '151', day: compactDay(to) },
      ]

const linePayment = (line: SentLine, judged: JudgedLine): LinePayment835 => {
  const adjustments = adjustmentsOf(judged)
  const lineNumber = writable(line.lineNumber, 50)
  return {
    service: {
      procedure: {
        qualifier: line.qualifier as 'HC',
        code: writable(line.code, 48),
        ...(line.modifiers.length > 0 ? { modifiers: line.modifiers } : {}),
      },
      charge: line.charge,
      paid: judged.paid,
      units: line.thousandths / 1000,
    },
    days: daysOf(line),
    ...(adjustments.length > 0 ? { adjustments } : {}),
    ...(lineNumber === '' ? {} : { lineNumber: { number: lineNumber } }),
    ...(line.renderingNpi === ''
      ? {}
      : { renderingProviderIds: [{ qualifier: 'HPI' as const, number: writable(line.renderingNpi, 50) }] }),
    ...(judged.allowed === null ? {} : { amounts: [{ kind: 'B6' as const, amount: judged.allowed }] }),
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

/** CLP02 is 1 for a denied claim too: 4 would say that the client is not known (docs/sources.md 8.8). */
const claimPayment = (judged: JudgedClaim, received: string): ClaimPayment835 => {
  const { claim, payerClaimNumber, lines } = judged
  const days = claimDays(claim)
  const owes = amountOf(judged, 'PR')
  return {
    claim: {
      claimNumber: writable(claim.claimNumber, 38) || '0',
      status: '1',
      charge: claim.charge,
      paid: paidOf(judged),
      ...(owes > 0 ? { clientOwes: owes } : {}),
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
      return one === undefined ? [] : [linePayment(line, one)]
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

/** Claims by who is paid for them: NPI and tax id. Each payee gets one payment. */
export const byPayee = (
  judged: readonly JudgedClaim[],
): readonly (readonly [JudgedClaim, ...JudgedClaim[]])[] => {
  const found = new Map<string, [JudgedClaim, ...JudgedClaim[]]>()
  for (const each of judged) {
    const key = `${each.claim.billing.id} ${each.claim.billing.taxId}`
    const claims = found.get(key)
    if (claims === undefined) found.set(key, [each])
    else claims.push(each)
  }
  return [...found.values()]
}

/** One payment; `trace` is TRN02. */
export const remitPayment = (
  judged: readonly [JudgedClaim, ...JudgedClaim[]],
  rules: PlanRules,
  trace: string,
  at: Instant,
): Remittance835 => {
  const day = compactDay(utcDay(at))
  const paid = judged.reduce<Cents>((total, each) => sum([total, paidOf(each)]), zero)
  return {
    financialInformation: financialInformation(rules, paid, day),
    trace: { number: trace, payerTaxId: `1${rules.payer.taxId}` },
    productionDay: { day },
    payer: payerOf(rules),
    payee: payeeOf(judged[0].claim),
    headerNumbers: [{ header: { number: 1 }, claims: judged.map((each) => claimPayment(each, day)) }],
  }
}
