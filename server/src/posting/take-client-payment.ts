// The act of taking a client's payment: kept, and posted at once, as a deposit before the payer has answered.
import { account } from '@goldenthread/core/ledger/chart.ts'
import { postClientPaid } from '@goldenthread/core/posting/post-client-paid.ts'
import type { ClientPayment } from '@goldenthread/core/posting/pay-contract.ts'
import { type Cents, subtract } from '@goldenthread/core/values/cents.ts'
import { type Result, accepted } from '@goldenthread/core/values/result.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { awaitedOfClient, insertClientPayment, isAnswered } from './client-payment-store.ts'
import { earnWhatIsPaid } from './charge-client.ts'
import { balanceOn } from './account-store.ts'
import { lockAccounts, putEntries } from './entry-store.ts'

export interface PaymentTaken {
  readonly clientId: string
  /** The session it is for; null: it settles what the client owes by now, and what is beyond that is paid ahead. */
  readonly sessionId: string | null
  readonly payment: Omit<ClientPayment, 'key'>
}

export interface TakenPayment {
  readonly id: string
  readonly key: string
}

/** What a payment settles at once: never what a payer has not yet left to the client. */
const owedNow = async (
  tx: Tx,
  { clientId, sessionId }: PaymentTaken,
): Promise<{ readonly answered: boolean; readonly owed: Cents }> => {
  const owed = await balanceOn(tx, account('receivable-client', clientId))
  if (sessionId !== null) return { answered: await isAnswered(tx, sessionId), owed }
  return { answered: true, owed: subtract(owed, await awaitedOfClient(tx, clientId)) }
}

/**
 * Takes a payment and posts its entry. Refused, with nothing kept, when the amount is not above zero.
 */
export const takeClientPayment = async (
  tx: Tx,
  services: Pick<Services, 'makeId' | 'sha256'>,
  taking: PaymentTaken,
): Promise<Result<TakenPayment>> => {
  const { clientId, sessionId, payment } = taking
  const id = services.makeId()
  // The id is the key: what makes a payment the same when it is asked for again is the request's Idempotency-Key.
  const key = id
  // A client's accounts go by the practice's key for the client (core/people `Client.key`).
  await lockAccounts(tx, [clientId])
  const posted = postClientPaid(
    { payment: { ...payment, key }, client: clientId, ...(await owedNow(tx, taking)) },
    { at: tx.at, sha256: services.sha256 },
  )
  if (!posted.ok) return posted
  await insertClientPayment(tx, { id, clientId, sessionId, payment: { ...payment, key } })
  await putEntries(tx, services, [posted.value], { clientPaymentId: id })
  await earnWhatIsPaid(tx, services, clientId)
  return accepted({ id, key })
}
