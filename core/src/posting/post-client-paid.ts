// The act of a client's payment: a deposit before the payer has answered, what is owed after.
import { canonicalJson } from '../values/canonical-json.ts'
import { type Cents, greater, lesser, subtract, zero } from '../values/cents.ts'
import { type Finding, field } from '../values/finding.ts'
import { type Result, refused } from '../values/result.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { makeEntry } from '../ledger/make-entry.ts'
import { credit, debit } from './entry-lines.ts'
import type { ClientPayment } from './pay-contract.ts'
import type { PostingMoment } from './posting-terms.ts'

export interface PaymentReceived {
  readonly payment: ClientPayment
  /** The party of the client's accounts: the member number. */
  readonly client: string
  /** True once the payer has answered the claim the payment is for. */
  readonly answered: boolean
  /** What stands on the client's receivable; below zero for one who paid too much. */
  readonly owed: Cents
}

const notAnAmount = (payment: ClientPayment): Finding => ({
  code: 'client-payment',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('clientPayments'),
  says: 'A payment is an amount above zero.',
  remedy: 'Leave out a payment of nothing; a refund is an act of its own.',
  source: 'Ledger amounts are never negative',
  evidence: { key: payment.key, amount: String(payment.amount) },
})

export const paidKey = (key: string): string => `client-paid:${key}`

/**
 * The entry `client-paid:<payment key>`. A card's money waits in clearing until the bank has it. After the answer the
 * payment settles what is owed, and what is paid beyond that is a deposit.
 */
export const postClientPaid = (received: PaymentReceived, moment: PostingMoment): Result<Entry> => {
  const { payment, client } = received
  if (payment.amount <= 0) return refused([notAnAmount(payment)])
  const source = `payment ${payment.key}`
  const receivable = account('receivable-client', client)
  const owed = received.answered ? greater(received.owed, zero) : zero
  const settled = lesser(owed, payment.amount)
  const { key, day, amount, method } = payment
  return makeEntry({
    key: paidKey(key),
    act: 'client-paid',
    at: moment.at,
    says: `The client paid by ${method} on ${day}.`,
    inputHash: moment.sha256(canonicalJson({ act: 'client-paid', client, key, day, amount, method })),
    reverses: null,
    lines: [
      ...debit(account(method === 'card' ? 'card-clearing' : 'bank'), amount, source),
      ...credit(receivable, settled, source),
      ...credit(account('deposits-client', client), subtract(amount, settled), source),
    ],
  })
}
