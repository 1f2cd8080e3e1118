// The ledger in the database: entries and their lines, appended and never edited.
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { AccountKind, Entry, EntryLine, Side } from '@goldenthread/core/ledger/entry.ts'
import type { EntryTable, Tables } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'

/** The documents that entries came from. */
export interface EntryDocuments {
  /** Our claims by their number, which ends an entry's key: `filed:C1`, `remitted:<unit>:reversal-C1`. */
  readonly claimIds?: ReadonlyMap<string, string>
  readonly remittanceId?: string
  readonly clientPaymentId?: string
  readonly payoutRunId?: string
  readonly privateChargeId?: string
  readonly decisionId?: string
}

/** An entry as it stands, with its row and the documents it leads to. */
export interface EntryRow {
  readonly id: string
  readonly entry: Entry
  readonly claimId: string | null
  readonly remittanceId: string | null
  readonly clientPaymentId: string | null
  readonly payoutRunId: string | null
  readonly privateChargeId: string | null
  readonly decisionId: string | null
}

/** Rows in one statement: far below the most parameters that PostgreSQL takes. */
const atOnce = 500

const claimNumberOf = (key: string): string => (key.split(':').at(-1) ?? '').replace(/^reversal-/, '')

const standingHashes = async (tx: Tx, entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> => {
  if (entries.length === 0) return new Map()
  const keys = entries.map(({ key }) => key)
  const rows = await tx.db
    .selectFrom('entry')
    .select(['key', 'input_hash'])
    .where('practice_id', '=', tx.practiceId)
    .where('key', 'in', keys)
    .execute()
  return new Map(rows.map((row) => [row.key, row.input_hash]))
}

const entryRow = (tx: Tx, id: string, entry: Entry, of: EntryDocuments) => ({
  practice_id: tx.practiceId,
  id,
  key: entry.key,
  act: entry.act,
  at: entry.at,
  says: entry.says,
  input_hash: entry.inputHash,
  reverses: entry.reverses,
  claim_id: of.claimIds?.get(claimNumberOf(entry.key)) ?? null,
  remittance_id: of.remittanceId ?? null,
  client_payment_id: of.clientPaymentId ?? null,
  payout_run_id: of.payoutRunId ?? null,
  private_charge_id: of.privateChargeId ?? null,
  decision_id: of.decisionId ?? null,
})

const lineRows = (tx: Tx, entryId: string, { lines }: Entry) =>
  lines.map(({ account, side, amount, source }, index) => ({
    practice_id: tx.practiceId,
    entry_id: entryId,
    number: index + 1,
    account_kind: account.kind,
    party: account.party,
    side,
    amount,
    source,
  }))

/**
 * Appends entries in their order and gives the ids of those added. An entry whose key stands, made from the same
 * input, is left alone. Throws when it stands from other input: acts prove that before they come here.
 */
export const putEntries = async (
  tx: Tx,
  { makeId, sha256 }: Pick<Services, 'makeId' | 'sha256'>,
  entries: readonly Entry[],
  of: EntryDocuments,
): Promise<readonly string[]> => {
  const standing = await standingHashes(tx, entries)
  const conflict = entries.find(({ key, inputHash }) => (standing.get(key) ?? inputHash) !== inputHash)
  if (conflict !== undefined) throw new Error(`${conflict.key} stands in the ledger from other input`)
  const added = entries.filter(({ key }) => !standing.has(key)).map((entry) => ({ id: makeId(), entry }))
  for (let from = 0; from < added.length; from += atOnce) {
    const some = added.slice(from, from + atOnce)
    await tx.db
      .insertInto('entry')
      .values(some.map(({ id, entry }) => entryRow(tx, id, entry, of)))
      .execute()
    await tx.db
      .insertInto('entry_line')
      .values(some.flatMap(({ id, entry }) => lineRows(tx, id, entry)))
      .execute()
  }
  for (const { id, entry } of added) touchSealed(tx, 'entry', id, entry, sha256)
  return added.map(({ id }) => id)
}

type Rows = SelectQueryBuilder<Tables, 'entry', EntryTable>

const linesOf = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, EntryLine[]>> => {
  const lines = new Map<string, EntryLine[]>()
  if (ids.length === 0) return lines
  const rows = await tx.db
    .selectFrom('entry_line')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('entry_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('entry_id')
    .orderBy('number')
    .execute()
  for (const row of rows) {
    const line: EntryLine = {
      account: { kind: row.account_kind as AccountKind, party: row.party },
      side: row.side as Side,
      amount: row.amount as Cents,
      source: row.source,
    }
    const before = lines.get(row.entry_id)
    if (before === undefined) lines.set(row.entry_id, [line])
    else before.push(line)
  }
  return lines
}

/** The entries of a query, with their lines, in the order the query gives. */
const readEntries = async (tx: Tx, chosen: (rows: Rows) => Rows): Promise<readonly EntryRow[]> => {
  const all = tx.db.selectFrom('entry').selectAll('entry').where('entry.practice_id', '=', tx.practiceId)
  const rows = await chosen(all as Rows).execute()
  const lines = await linesOf(
    tx,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    entry: {
      key: row.key,
      act: row.act as Entry['act'],
      at: row.at,
      says: row.says,
      inputHash: row.input_hash,
      reverses: row.reverses,
      lines: lines.get(row.id) ?? [],
    },
    claimId: row.claim_id,
    remittanceId: row.remittance_id,
    clientPaymentId: row.client_payment_id,
    payoutRunId: row.payout_run_id,
    privateChargeId: row.private_charge_id,
    decisionId: row.decision_id,
  }))
}

const inOrder = (rows: Rows): Rows => rows.orderBy('entry.at').orderBy('entry.id')

/** Every entry of these claims: filed, answered, taken back; in the order they were made. */
export const entriesOfClaims = (tx: Tx, claimIds: readonly string[]): Promise<readonly EntryRow[]> =>
  claimIds.length === 0
    ? Promise.resolve([])
    : readEntries(tx, (rows) =>
        inOrder(rows.where('entry.claim_id', '=', sql<string>`any(${claimIds}::uuid[])`)),
      )

/** Every entry of a private charge: charged, earned, taken back. */
export const entriesOfCharge = (tx: Tx, chargeId: string): Promise<readonly EntryRow[]> =>
  readEntries(tx, (rows) => inOrder(rows.where('entry.private_charge_id', '=', chargeId)))

/** One entry; null when there is none. */
export const entryById = async (tx: Tx, id: string): Promise<EntryRow | null> =>
  (await readEntries(tx, (rows) => rows.where('entry.id', '=', id)))[0] ?? null

/** The entries of these keys. */
export const entriesByKeys = (tx: Tx, keys: readonly string[]): Promise<readonly EntryRow[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : readEntries(tx, (rows) => inOrder(rows.where('entry.key', '=', sql<string>`any(${keys}::text[])`)))

/** Every entry of a remittance. */
export const entriesOfRemittance = (tx: Tx, remittanceId: string): Promise<readonly EntryRow[]> =>
  readEntries(tx, (rows) => inOrder(rows.where('entry.remittance_id', '=', remittanceId)))

/** Every entry that moves an account of these kinds, of these parties (null: of any). */
export const entriesOnAccounts = (
  tx: Tx,
  kinds: readonly AccountKind[],
  parties: readonly string[] | null,
): Promise<readonly EntryRow[]> =>
  parties !== null && parties.length === 0
    ? Promise.resolve([])
    : readEntries(tx, (rows) =>
        inOrder(
          rows.where(({ exists, selectFrom }) => {
            const lines = selectFrom('entry_line')
              .select('entry_line.number')
              .whereRef('entry_line.practice_id', '=', 'entry.practice_id')
              .whereRef('entry_line.entry_id', '=', 'entry.id')
              .where('entry_line.account_kind', 'in', [...kinds])
            return exists(
              parties === null
                ? lines
                : lines.where('entry_line.party', '=', sql<string>`any(${parties}::text[])`),
            )
          }),
        ),
      )

/**
 * Holds others off these parties' accounts until the commit. A balance is only read to be moved under it: two
 * payments must not both apply the same deposit. Taken in the order of the names, so that two cannot wait for each other.
 */
export const lockAccounts = async (tx: Tx, parties: readonly string[]): Promise<void> => {
  for (const party of [...new Set(parties)].sort())
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`account/${tx.practiceId}/${party}`}, 0))`.execute(
      tx.db,
    )
}

/** Which entries a list shows. */
export interface EntryQuery {
  readonly account?: { readonly kind: AccountKind; readonly party: string }
  readonly claimId?: string
  readonly remittanceId?: string
  /** Of its claims, charges and payments. */
  readonly sessionId?: string
  /** On their accounts, and of their claims. */
  readonly clientId?: string
  /** The entry after which the list goes on. */
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

const ofSession = (id: string) => sql<boolean>`(
  entry.claim_id IN (SELECT c.id FROM claim c WHERE c.practice_id = entry.practice_id AND c.session_id = ${id}::uuid)
  OR entry.private_charge_id IN (
    SELECT h.id FROM private_charge h WHERE h.practice_id = entry.practice_id AND h.session_id = ${id}::uuid)
  OR entry.client_payment_id IN (
    SELECT p.id FROM client_payment p WHERE p.practice_id = entry.practice_id AND p.session_id = ${id}::uuid))`

const ofClient = (id: string) => sql<boolean>`(
  entry.claim_id IN (SELECT c.id FROM claim c WHERE c.practice_id = entry.practice_id AND c.client_id = ${id}::uuid)
  OR entry.id IN (
    SELECT l.entry_id FROM entry_line l WHERE l.practice_id = entry.practice_id AND l.party = ${id}
      AND l.account_kind IN ('receivable-client', 'deposits-client')))`

/** How many entries there are. */
export const countEntries = async (tx: Tx): Promise<number> =>
  (
    await tx.db
      .selectFrom('entry')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('practice_id', '=', tx.practiceId)
      .executeTakeFirstOrThrow()
  ).count

/** Which of these keys were taken back, and by which. */
export const reversalsOf = async (tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.db
    .selectFrom('entry')
    .select(['key', 'reverses'])
    .where('practice_id', '=', tx.practiceId)
    .where('reverses', '=', sql<string>`any(${keys}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.reverses ?? '', row.key]))
}

/** A page of entries, newest first. */
export const listEntries = (tx: Tx, asked: EntryQuery): Promise<readonly EntryRow[]> =>
  readEntries(tx, (rows) => {
    const { account, claimId, remittanceId, after } = asked
    let query = rows
    if (claimId !== undefined) query = query.where('entry.claim_id', '=', claimId)
    if (remittanceId !== undefined) query = query.where('entry.remittance_id', '=', remittanceId)
    if (asked.sessionId !== undefined) query = query.where(ofSession(asked.sessionId))
    if (asked.clientId !== undefined) query = query.where(ofClient(asked.clientId))
    if (account !== undefined)
      query = query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('entry_line')
            .select('entry_line.number')
            .whereRef('entry_line.practice_id', '=', 'entry.practice_id')
            .whereRef('entry_line.entry_id', '=', 'entry.id')
            .where('entry_line.account_kind', '=', account.kind)
            .where('entry_line.party', '=', account.party),
        ),
      )
    if (after !== undefined)
      query = query.where(sql<boolean>`(entry.at, entry.id) < (${after.at}::timestamptz, ${after.id}::uuid)`)
    return query.orderBy('entry.at', 'desc').orderBy('entry.id', 'desc').limit(asked.limit)
  })
