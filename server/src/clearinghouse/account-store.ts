// Accounts at clearinghouses in the database. A secret is read here as it was locked.
import type { Kysely, Selectable } from 'kysely'
import type { ClearinghouseAccountTable, Tables } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import type { AccountFields, AccountKind } from './account.ts'
import type { LockedSecret } from './secret-box.ts'

export interface AccountRow extends AccountFields {
  readonly id: string
  readonly secret: LockedSecret | null
  readonly version: number
}

const asAccount = (row: Selectable<ClearinghouseAccountTable>): AccountRow => ({
  id: row.id,
  receiverQualifier: row.receiver_qualifier,
  receiverId: row.receiver_id,
  kind: row.kind as AccountKind,
  address: row.address,
  userName: row.user_name,
  hostKey: row.host_key,
  sendFolder: row.send_folder,
  fetchFolder: row.fetch_folder,
  secret:
    row.secret === null || row.secret_key_id === null
      ? null
      : { keyId: row.secret_key_id, bytes: row.secret },
  active: row.active,
  version: row.version,
})

export interface ReceiverName {
  readonly receiverQualifier: string
  readonly receiverId: string
}

/** The account for a receiver; null when there is none. */
export const accountFor = async (
  { db, practiceId }: { readonly db: Kysely<Tables>; readonly practiceId: string },
  { receiverQualifier, receiverId }: ReceiverName,
): Promise<AccountRow | null> => {
  const row = await db
    .selectFrom('clearinghouse_account')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('receiver_qualifier', '=', receiverQualifier)
    .where('receiver_id', '=', receiverId)
    .executeTakeFirst()
  return row === undefined ? null : asAccount(row)
}

export const listAccounts = async (tx: Tx): Promise<readonly AccountRow[]> => {
  const rows = await tx.db
    .selectFrom('clearinghouse_account')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .orderBy('receiver_qualifier')
    .orderBy('receiver_id')
    .execute()
  return rows.map(asAccount)
}

const columns = (account: Omit<AccountRow, 'id' | 'version'>) => ({
  kind: account.kind,
  address: account.address,
  user_name: account.userName,
  host_key: account.hostKey,
  send_folder: account.sendFolder,
  fetch_folder: account.fetchFolder,
  secret: account.secret?.bytes ?? null,
  secret_key_id: account.secret?.keyId ?? null,
  active: account.active,
})

/** Keeps an account under the version that was read, 0 for a new one; false when another one stands there by now. */
export const writeAccount = async (tx: Tx, account: AccountRow): Promise<boolean> => {
  const { version } = account
  const row = { ...columns(account), version: version + 1, updated_at: tx.at }
  if (version > 0) {
    const { numUpdatedRows } = await tx.db
      .updateTable('clearinghouse_account')
      .set(row)
      .where('practice_id', '=', tx.practiceId)
      .where('id', '=', account.id)
      .where('version', '=', version)
      .executeTakeFirst()
    return numUpdatedRows > 0n
  }
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('clearinghouse_account')
    .values({
      practice_id: tx.practiceId,
      id: account.id,
      receiver_qualifier: account.receiverQualifier,
      receiver_id: account.receiverId,
      created_at: tx.at,
      ...row,
    })
    .onConflict((conflict) => conflict.constraint('clearinghouse_account_receiver_unique').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export interface MailboxRow extends ReceiverName {
  /** Why it fails; null while all is well. */
  readonly code: string | null
  readonly seenKey: string | null
  readonly failingSince: Tx['at'] | null
  readonly failures: number
  readonly nextFetchAt: Tx['at'] | null
}

/** How the mailboxes stand; one that was never looked into has no row. */
export const listMailboxes = async (tx: Tx): Promise<readonly MailboxRow[]> => {
  const rows = await tx.db
    .selectFrom('mailbox')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .orderBy('receiver_qualifier')
    .orderBy('receiver_id')
    .execute()
  return rows.map((row) => ({
    receiverQualifier: row.receiver_qualifier,
    receiverId: row.receiver_id,
    code: row.code,
    seenKey: row.seen_key,
    failingSince: row.failing_since,
    failures: row.failures,
    nextFetchAt: row.next_fetch_at,
  }))
}

const name = (receiver: ReceiverName): string => `${receiver.receiverQualifier}/${receiver.receiverId}`

/** Something failed there, or (null) went well. `nextFetchAt` is left as it is where it is undefined. */
export interface Told {
  readonly failure: { readonly code: string; readonly seenKey?: string } | null
  readonly nextFetchAt?: Tx['at'] | null
}

/** Writes down how a try ended. The trail hears of a trouble that begins or ends. */
export const tellMailbox = async (
  tx: Tx,
  receiver: ReceiverName,
  before: MailboxRow | null,
  { failure, nextFetchAt = before?.nextFetchAt ?? null }: Told,
): Promise<void> => {
  const [code, seenKey] = [failure?.code ?? null, failure?.seenKey ?? null]
  if (before === null && code === null && nextFetchAt === null) return
  if (before !== null && before.code === null && code === null && before.nextFetchAt === nextFetchAt) return
  const row = {
    code,
    seen_key: seenKey,
    failing_since: code === null ? null : (before?.failingSince ?? tx.at),
    failures: code === null ? 0 : (before?.failures ?? 0) + 1,
    next_fetch_at: nextFetchAt,
  }
  await tx.db
    .insertInto('mailbox')
    .values({
      practice_id: tx.practiceId,
      receiver_qualifier: receiver.receiverQualifier,
      receiver_id: receiver.receiverId,
      ...row,
    })
    .onConflict((conflict) =>
      conflict.columns(['practice_id', 'receiver_qualifier', 'receiver_id']).doUpdateSet(row),
    )
    .execute()
  if ((before?.code ?? null) !== code) tx.touch('mailbox', name(receiver))
}

/** One mailbox's standing; null when it was never written down. */
export const mailboxOf = async (tx: Tx, receiver: ReceiverName): Promise<MailboxRow | null> =>
  (await listMailboxes(tx)).find((each) => name(each) === name(receiver)) ?? null

/** Has a mailbox looked into at once: its account was changed. */
export const hurryMailbox = async (tx: Tx, receiver: ReceiverName): Promise<void> => {
  await tx.db
    .updateTable('mailbox')
    .set({ next_fetch_at: null })
    .where('practice_id', '=', tx.practiceId)
    .where('receiver_qualifier', '=', receiver.receiverQualifier)
    .where('receiver_id', '=', receiver.receiverId)
    .execute()
}
