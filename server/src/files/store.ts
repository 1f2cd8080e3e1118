// Files that came or went, as they were: bytes, SHA-256, kind, and whether they were read.
import { type Selectable, sql } from 'kysely'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { StoredFileTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'

export type FileKind = '837P' | 'TA1' | '999' | '277CA' | '835' | 'unknown'
export type FileStatus = 'stored' | 'read' | 'quarantined'

/** The other side of a file: to whom it went, from whose mailbox it came; empty texts for one brought by hand. */
export interface OtherSide {
  readonly qualifier: string
  readonly id: string
}

export const byHand: OtherSide = { qualifier: '', id: '' }

export interface FileToStore {
  readonly direction: 'in' | 'out'
  readonly kind: FileKind
  readonly name: string
  readonly bytes: Uint8Array
  readonly otherSide: OtherSide
}

export interface FileStored {
  readonly id: string
  readonly sha256: string
  /** False when the same bytes had come from there before. */
  readonly added: boolean
}

const nameLength = 200

/** Stores a file as it is. The same bytes from the same side are one row, under whatever name they come. */
export const putFile = async (
  tx: Tx,
  { makeId, sha256 }: Pick<Services, 'makeId' | 'sha256'>,
  file: FileToStore,
): Promise<FileStored> => {
  const hash = sha256(file.bytes)
  const id = makeId()
  const { numInsertedOrUpdatedRows } = await tx.db
    .insertInto('stored_file')
    .values({
      practice_id: tx.practiceId,
      id,
      direction: file.direction,
      kind: file.kind,
      name: file.name.slice(0, nameLength),
      receiver_qualifier: file.otherSide.qualifier,
      receiver_id: file.otherSide.id,
      bytes: file.bytes,
      size: file.bytes.length,
      sha256: hash,
      status: file.direction === 'in' ? 'stored' : 'read',
      findings: '[]',
      stored_at: tx.at,
      read_at: null,
      confirmed_at: null,
    })
    .onConflict((conflict) => conflict.constraint('stored_file_content_unique').doNothing())
    .executeTakeFirst()
  if ((numInsertedOrUpdatedRows ?? 0n) > 0n) {
    touchSealed(tx, 'stored_file', id, { sha256: hash }, sha256)
    return { id, sha256: hash, added: true }
  }
  const before = await tx.db
    .selectFrom('stored_file')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('direction', '=', file.direction)
    .where('receiver_qualifier', '=', file.otherSide.qualifier)
    .where('receiver_id', '=', file.otherSide.id)
    .where('sha256', '=', hash)
    .executeTakeFirstOrThrow()
  return { id: before.id, sha256: hash, added: false }
}

export interface FileRead {
  readonly id: string
  readonly kind: FileKind
  readonly name: string
  readonly bytes: Uint8Array
  readonly otherSide: OtherSide
}

/**
 * A file that came and was not read yet, held until the commit. Null when it is read by now, or another process
 * has it in hand.
 */
export const takeFile = async (tx: Tx, id: string): Promise<FileRead | null> => {
  const row = await tx.db
    .selectFrom('stored_file')
    .select(['id', 'kind', 'name', 'bytes', 'receiver_qualifier', 'receiver_id'])
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .where('direction', '=', 'in')
    .where('status', '=', 'stored')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (row === undefined) return null
  const { kind, name, bytes } = row
  const otherSide = { qualifier: row.receiver_qualifier, id: row.receiver_id }
  return { id, kind: kind as FileKind, name, bytes, otherSide }
}

/** The bytes of a file, to be sent or looked at; null when there is none. */
export const fileBytes = async (
  tx: Tx,
  id: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly sha256: string } | null> =>
  (await tx.db
    .selectFrom('stored_file')
    .select(['name', 'bytes', 'sha256'])
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? null

/** Files that came and wait to be read, in the order they came. */
export const unreadFiles = async (tx: Tx, limit: number): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectFrom('stored_file')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('direction', '=', 'in')
    .where('status', '=', 'stored')
    .orderBy('stored_at')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.id)
}

/** Says what became of a file. Where two have read it at once, what the first one says stands. */
export const settleFile = async (
  tx: Tx,
  id: string,
  status: Exclude<FileStatus, 'stored'>,
  findings: readonly Finding[],
): Promise<void> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('stored_file')
    .set({ status, findings: JSON.stringify(findings), read_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .where('status', '=', 'stored')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) tx.touch('stored_file', id)
}

/** Says that its sender was told that we hold it. */
export const confirmFile = async (tx: Tx, id: string): Promise<void> => {
  await tx.db
    .updateTable('stored_file')
    .set({ confirmed_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .where('confirmed_at', 'is', null)
    .execute()
}

export interface FileListed {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly kind: FileKind
  readonly name: string
  readonly size: number
  readonly sha256: string
  readonly status: FileStatus
  readonly findings: readonly Finding[]
  readonly storedAt: Instant
}

export interface FileQuery {
  readonly direction?: 'in' | 'out'
  readonly status?: FileStatus
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

const listed = [
  'id',
  'direction',
  'kind',
  'name',
  'size',
  'sha256',
  'status',
  'findings',
  'stored_at',
] as const

type ListedRow = Pick<Selectable<StoredFileTable>, (typeof listed)[number]>

const asListed = (row: ListedRow): FileListed => ({
  id: row.id,
  direction: row.direction as FileListed['direction'],
  kind: row.kind as FileKind,
  name: row.name,
  size: row.size,
  sha256: row.sha256,
  status: row.status as FileStatus,
  findings: row.findings as readonly Finding[],
  storedAt: row.stored_at,
})

/** Files without their bytes, newest first. */
export const listFiles = async (tx: Tx, asked: FileQuery): Promise<readonly FileListed[]> => {
  let query = tx.db.selectFrom('stored_file').select(listed).where('practice_id', '=', tx.practiceId)
  if (asked.direction !== undefined) query = query.where('direction', '=', asked.direction)
  if (asked.status !== undefined) query = query.where('status', '=', asked.status)
  if (asked.after !== undefined)
    query = query.where(
      sql<boolean>`(stored_at, id) < (${asked.after.at}::timestamptz, ${asked.after.id}::uuid)`,
    )
  const rows = await query.orderBy('stored_at', 'desc').orderBy('id', 'desc').limit(asked.limit).execute()
  return rows.map(asListed)
}

/** One file without its bytes; null when there is none. */
export const fileById = async (tx: Tx, id: string): Promise<FileListed | null> => {
  const row = await tx.db
    .selectFrom('stored_file')
    .select(listed)
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asListed(row)
}

/** Files that wait for a person: set apart as not ours, or come and not read although it was tried. */
export const countWaitingFiles = async (
  tx: Tx,
  storedBefore: Instant,
): Promise<{ readonly quarantined: number; readonly unread: number }> => {
  const row = await tx.db
    .selectFrom('stored_file')
    .select([
      sql<number>`count(*) FILTER (WHERE status = 'quarantined')::bigint`.as('quarantined'),
      sql<number>`count(*) FILTER (WHERE status = 'stored' AND stored_at < ${storedBefore}::timestamptz)::bigint`.as(
        'unread',
      ),
    ])
    .where('practice_id', '=', tx.practiceId)
    .where('direction', '=', 'in')
    .where('status', 'in', ['stored', 'quarantined'])
    .executeTakeFirstOrThrow()
  return { quarantined: row.quarantined, unread: row.unread }
}
