// The act of taking a client's payment back: it is kept and marked by its reversal, and what it paid is owed again.
import { paidKey } from '@goldenthread/core/posting/post-client-paid.ts'
import { type TakeBackReason, takeBackPaid } from '@goldenthread/core/posting/take-back-paid.ts'
import { type Result, accepted } from '@goldenthread/core/values/result.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, notFound } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { type PaymentStanding, clientPaymentById } from './client-payment-store.ts'
import { entriesOfCharge, entriesOnAccounts, lockAccounts, putEntries } from './entry-store.ts'
import { type ChargeRow, markUnpaid, standingCharges } from './private-charge-store.ts'

const paidCharges = async (tx: Tx, clientId: string) =>
  (await standingCharges(tx, clientId, true)).flatMap((row) =>
    row.charge === null ? [] : [{ row, charge: row.charge }],
  )

/** Everything on the client's accounts, and of the charges they have paid, in the order it was posted. */
const standing = async (tx: Tx, clientId: string, charges: readonly { readonly row: ChargeRow }[]) => {
  const found = [...(await entriesOnAccounts(tx, ['receivable-client', 'deposits-client'], [clientId]))]
  for (const { row } of charges) found.push(...(await entriesOfCharge(tx, row.id)))
  return [...new Map(found.map((each) => [each.id, each])).values()]
    .sort((one, other) =>
      one.entry.at === other.entry.at ? (one.id < other.id ? -1 : 1) : one.entry.at < other.entry.at ? -1 : 1,
    )
    .map(({ entry }) => entry)
}

/** What it settled, at once or as money paid ahead, is owed again. Throws 404, and 409 for one that was taken back. */
export const takeBackPayment = async (
  tx: Tx,
  services: Pick<Services, 'makeId' | 'sha256'>,
  { id, reason }: { readonly id: string; readonly reason: TakeBackReason },
): Promise<Result<PaymentStanding>> => {
  const named = await clientPaymentById(tx, id)
  if (named === null) throw notFound()
  const client = named.clientId
  await lockAccounts(tx, [client])
  const row = await clientPaymentById(tx, id)
  if (row?.takenBack !== null) throw conflict('taken-back', 'This payment was taken back before.')
  const charges = await paidCharges(tx, client)
  const entries = await standing(tx, client, charges)
  const paid = entries.find(({ key }) => key === paidKey(row.payment.key))
  if (paid === undefined) throw new Error('a payment that was taken stands in the ledger')
  const moment = { at: tx.at, sha256: services.sha256 }
  const asked = { paid, client, reason, entries, charges: charges.map(({ charge }) => charge) }
  const made = takeBackPaid(asked, moment)
  if (!made.ok) return made
  await putEntries(tx, services, made.value.entries, { clientPaymentId: id })
  for (const { charge, entries: back } of made.value.unpaid) {
    const of = charges.find((each) => each.charge === charge)?.row.id ?? ''
    await putEntries(tx, services, back, { privateChargeId: of, clientPaymentId: id })
    await markUnpaid(tx, of)
    tx.touch('private_charge', of)
  }
  tx.touch('client_payment', id)
  const [back] = made.value.entries
  return accepted({ ...row, takenBack: { at: tx.at, says: back?.says ?? '' } })
}
