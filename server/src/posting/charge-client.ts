// The ledger of a private charge: charged, paid and so earned, taken back. Each is posted under the lock of the client's accounts.
import type { Entry } from '@goldenthread/core/ledger/entry.ts'
import {
  earnPaid,
  isChargePaid,
  postCharged,
  takeBackCharge,
} from '@goldenthread/core/posting/post-charged.ts'
import type { PrivateCharge } from '@goldenthread/core/posting/private-charge.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'
import { type EntryRow, entriesOfCharge, entriesOnAccounts, lockAccounts, putEntries } from './entry-store.ts'
import { payContractOn } from './pay-contract-store.ts'
import { type ChargeRow, markPaid, putChargeBack, standingCharges } from './private-charge-store.ts'

type Used = Pick<Services, 'makeId' | 'sha256'>

/** A charge as it is posted: its row, and what stands in it. */
export type Charged = Pick<ChargeRow, 'id' | 'providerId'> & { readonly charge: PrivateCharge }

const inOrder = (rows: readonly EntryRow[]): readonly Entry[] =>
  [...new Map(rows.map((each) => [each.id, each])).values()]
    .sort((one, other) =>
      one.entry.at === other.entry.at ? (one.id < other.id ? -1 : 1) : one.entry.at < other.entry.at ? -1 : 1,
    )
    .map(({ entry }) => entry)

/** Everything on the client's accounts, and everything of this charge. */
const standing = async (tx: Tx, { id, charge }: Charged): Promise<readonly Entry[]> =>
  inOrder([
    ...(await entriesOnAccounts(tx, ['receivable-client', 'deposits-client'], [charge.client])),
    ...(await entriesOfCharge(tx, id)),
  ])

/**
 * Marks what the client has paid by now, and posts what its providers earn by it: asked for whenever the client has paid,
 * or owes less. The accounts are locked.
 */
export const earnWhatIsPaid = async (tx: Tx, services: Used, clientId: string): Promise<readonly Entry[]> => {
  const made: Entry[] = []
  for (const { id, providerId, charge } of await standingCharges(tx, clientId, false)) {
    if (charge === null) throw new Error('a charge that stands has its document')
    const entries = await standing(tx, { id, providerId, charge })
    if (!isChargePaid(entries, charge)) continue
    await markPaid(tx, id)
    tx.touch('private_charge', id)
    const contract = (await payContractOn(tx, providerId, charge.day))?.contract ?? null
    const earned = earnPaid(entries, charge, contract, { at: tx.at, sha256: services.sha256 })
    if (earned === null) continue
    await putEntries(tx, services, [earned], { privateChargeId: id })
    made.push(earned)
  }
  return made
}

export interface ChargePosted {
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
}

/** Posts the charge of a session; what the client paid ahead settles it at once. */
export const chargeClient = async (tx: Tx, services: Used, charged: Charged): Promise<ChargePosted> => {
  const { id, providerId, charge } = charged
  await lockAccounts(tx, [charge.client])
  const contract = (await payContractOn(tx, providerId, charge.day))?.contract ?? null
  const moment = { at: tx.at, sha256: services.sha256 }
  const posted = postCharged(charge, contract, await standing(tx, charged), moment)
  // Its lines are balanced by their making.
  if (!posted.ok) throw new Error(`a charge balances: ${posted.findings[0]?.code}`)
  touchSealed(tx, 'private_charge', id, charge, services.sha256)
  await putEntries(tx, services, [posted.value], { privateChargeId: id })
  const earned = await earnWhatIsPaid(tx, services, charge.client)
  return { entries: [posted.value, ...earned], findings: posted.findings }
}

/**
 * Takes a charge back: what was paid for it settles what else the client owes, and what is over stands as paid ahead.
 * `says` is one sentence without anything of the client.
 */
export const unchargeClient = async (
  tx: Tx,
  services: Used,
  charged: Charged,
  says: string,
): Promise<readonly Entry[]> => {
  await lockAccounts(tx, [charged.charge.client])
  const moment = { at: tx.at, sha256: services.sha256 }
  const entries = takeBackCharge(await standing(tx, charged), charged.charge, says, moment)
  await putEntries(tx, services, entries, { privateChargeId: charged.id })
  await putChargeBack(tx, charged.id)
  tx.touch('private_charge', charged.id)
  return [...entries, ...(await earnWhatIsPaid(tx, services, charged.charge.client))]
}
