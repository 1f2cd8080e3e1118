// What proving reads: everything that was written once, page by page, as it stood at one moment.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { Account, Entry, EntryLine } from '@goldenthread/core/ledger/entry.ts'
import type { Practice } from '@goldenthread/core/people/provider.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { outsidePractice } from '../../database/in-practice.ts'
import type { Tables } from '../../database/generated.tables.ts'
import type { Database } from '../../database/pool.ts'
import { transact } from '../../database/transaction.ts'

type Db = Kysely<Tables>

/** Rows read at once: enough to be quick, few enough to be held. */
export const pageSize = 500

/** Looks at a practice as it stands at one moment, whatever is written meanwhile. It writes nothing. */
export const lookAtMoment = <T>(
  database: Database,
  practiceId: string,
  look: (db: Db) => Promise<T>,
): Promise<T> =>
  transact(database, practiceId, async (db) => {
    await sql`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`.execute(db)
    return look(db)
  })

/** Every practice that a table without tenant names: the list itself is hidden by row-level security. */
export const practicesNamed = (database: Database): Promise<readonly string[]> =>
  outsidePractice({ database }, async (db) => {
    const woken = await db.selectFrom('wake_up').select('practice_id').execute()
    const people = await db.selectFrom('person').select('practice_ids').execute()
    return [
      ...new Set([...woken.map((row) => row.practice_id), ...people.flatMap((row) => row.practice_ids)]),
    ]
  })

/** What the practice is called; null where its own row does not stand. */
export const practiceName = async (db: Db, practiceId: string): Promise<string | null> => {
  const found = await db
    .selectFrom('practice')
    .select('document')
    .where('practice_id', '=', practiceId)
    .executeTakeFirst()
  return found === undefined ? null : (found.document as Practice).legalName
}

/** Signed notes, every version of a note together, in the order of notes and of versions. */
export const signedNotesAfter = (db: Db, practiceId: string, after: SignedNotePlace | null) =>
  db
    .selectFrom('signed_note')
    .select([
      'id',
      'note_id',
      'sequence',
      'canonical',
      'hash',
      'previous_hash',
      'signed_at',
      'attestation',
      'reason',
      'statement',
      'co_sign',
      'person_id',
      'provider_id',
    ])
    .where('practice_id', '=', practiceId)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(note_id, sequence) > (${after?.noteId}::uuid, ${after?.sequence ?? 0}::int)`),
    )
    .orderBy('note_id')
    .orderBy('sequence')
    .limit(pageSize)
    .execute()

export interface SignedNotePlace {
  readonly noteId: string
  readonly sequence: number
}

export type SignedNoteRow = Awaited<ReturnType<typeof signedNotesAfter>>[number]

/** Notes whose status says that a version was signed, and which have none. */
export const notesWithoutVersions = (db: Db, practiceId: string) =>
  db
    .selectFrom('note')
    .select('id')
    .where('practice_id', '=', practiceId)
    .where('status', '<>', 'draft')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('signed_note')
            .select('signed_note.id')
            .where('signed_note.practice_id', '=', practiceId)
            .whereRef('signed_note.note_id', '=', 'note.id'),
        ),
      ),
    )
    .execute()

export interface PostedEntry {
  readonly id: string
  readonly entry: Entry
  /** The numbers of its lines, in order: from 1 without gaps when none is missing. */
  readonly numbers: readonly number[]
}

const lineFrom = (row: {
  readonly account_kind: string
  readonly party: string
  readonly side: string
  readonly amount: number
  readonly source: string
}): EntryLine => ({
  account: { kind: row.account_kind as Account['kind'], party: row.party },
  side: row.side as EntryLine['side'],
  amount: row.amount as Cents,
  source: row.source,
})

const linesOf = (db: Db, practiceId: string, entryIds: readonly string[]) =>
  db
    .selectFrom('entry_line')
    .select(['entry_id', 'number', 'account_kind', 'party', 'side', 'amount', 'source'])
    .where('practice_id', '=', practiceId)
    .where('entry_id', 'in', [...entryIds])
    .orderBy('entry_id')
    .orderBy('number')
    .execute()

interface EntryRow {
  readonly id: string
  readonly key: string
  readonly act: string
  readonly at: Instant
  readonly says: string
  readonly input_hash: string
  readonly reverses: string | null
}

const withLines = async (db: Db, practiceId: string, rows: readonly EntryRow[]) => {
  if (rows.length === 0) return []
  const lines = new Map<string, Awaited<ReturnType<typeof linesOf>>>()
  const ids = rows.map((row) => row.id)
  for (const line of await linesOf(db, practiceId, ids)) {
    const own = lines.get(line.entry_id) ?? []
    own.push(line)
    lines.set(line.entry_id, own)
  }
  return rows.map((row): PostedEntry => {
    const own = lines.get(row.id) ?? []
    return {
      id: row.id,
      numbers: own.map((line) => line.number),
      entry: {
        key: row.key,
        act: row.act as Entry['act'],
        at: row.at,
        says: row.says,
        inputHash: row.input_hash,
        reverses: row.reverses,
        lines: own.map(lineFrom),
      },
    }
  })
}

const entryColumns = ['id', 'key', 'act', 'at', 'says', 'input_hash', 'reverses'] as const

/** Entries with their lines, in the order of their ids. */
export const entriesAfter = async (
  db: Db,
  practiceId: string,
  after: string | null,
): Promise<readonly PostedEntry[]> => {
  const rows = await db
    .selectFrom('entry')
    .select(entryColumns)
    .where('practice_id', '=', practiceId)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(pageSize)
    .execute()
  return withLines(db, practiceId, rows)
}

/** The entry under a key; null when none stands there. */
export const entryOfKey = async (db: Db, practiceId: string, key: string): Promise<Entry | null> => {
  const rows = await db
    .selectFrom('entry')
    .select(entryColumns)
    .where('practice_id', '=', practiceId)
    .where('key', '=', key)
    .execute()
  const [found] = await withLines(db, practiceId, rows)
  return found?.entry ?? null
}

/** How many lines the ledger holds, and their sums, counted by the database itself. */
export const ledgerSums = (db: Db, practiceId: string) =>
  db
    .selectFrom('entry_line')
    .select(({ fn }) => [
      fn.countAll<number>().as('lines'),
      sql<number>`coalesce(sum(amount) FILTER (WHERE side = 'debit'), 0)::int8`.as('debits'),
      sql<number>`coalesce(sum(amount) FILTER (WHERE side = 'credit'), 0)::int8`.as('credits'),
    ])
    .where('practice_id', '=', practiceId)
    .executeTakeFirstOrThrow()

/** Stored files with their bytes, in the order of their ids; few at once, since a file may be large. */
export const filesAfter = (db: Db, practiceId: string, after: string | null) =>
  db
    .selectFrom('stored_file')
    .select(['id', 'bytes', 'size', 'sha256'])
    .where('practice_id', '=', practiceId)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(20)
    .execute()

/** Batches whose hash is not that of the file they were fixed with. */
export const batchesOffTheirFile = (db: Db, practiceId: string) =>
  db
    .selectFrom('batch')
    .innerJoin('stored_file', (join) =>
      join
        .onRef('stored_file.practice_id', '=', 'batch.practice_id')
        .onRef('stored_file.id', '=', 'batch.file_id'),
    )
    .select(['batch.id', 'batch.sha256', 'stored_file.sha256 as fileHash'])
    .where('batch.practice_id', '=', practiceId)
    .whereRef('batch.sha256', '<>', 'stored_file.sha256')
    .execute()

export interface FiledClaim {
  readonly id: string
  readonly claimNumber: string
  readonly status: string
  readonly charge: number | null
  readonly claim: Claim | null
  readonly proof: unknown
  /** Of the signed note it rests on. */
  readonly noteHash: string
}

/** Claims in the order of their ids. */
export const claimsAfter = async (
  db: Db,
  practiceId: string,
  after: string | null,
): Promise<readonly FiledClaim[]> => {
  const rows = await db
    .selectFrom('claim')
    .innerJoin('signed_note', (join) =>
      join
        .onRef('signed_note.practice_id', '=', 'claim.practice_id')
        .onRef('signed_note.id', '=', 'claim.signed_note_id'),
    )
    .select([
      'claim.id',
      'claim_number',
      'claim.status',
      'charge',
      'claim.document',
      'proof',
      'signed_note.hash',
    ])
    .where('claim.practice_id', '=', practiceId)
    .$if(after !== null, (query) => query.where('claim.id', '>', after))
    .orderBy('claim.id')
    .limit(pageSize)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    claimNumber: row.claim_number,
    status: row.status,
    charge: row.charge,
    claim: row.document as Claim | null,
    proof: row.proof,
    noteHash: row.hash,
  }))
}

/** Remittances in the order of their ids. */
export const remittancesAfter = (db: Db, practiceId: string, after: string | null) =>
  db
    .selectFrom('remittance')
    .select(['id', 'unit_key', 'status', 'document'])
    .where('practice_id', '=', practiceId)
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(pageSize)
    .execute()
