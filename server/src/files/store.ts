// Files that came or went, as they were: bytes, SHA-256, kind, and whether they were read.
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'

export type FileKind = '837P' | 'TA1' | '999' | '277CA' | '835' | 'unknown'
export type FileStatus = 'stored' | 'read' | 'quarantined' | 'rejected'

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
  /** An owner has said that it is the practice's though it stood in quarantine. */
  readonly takenIn: boolean
}

/**
 * A file that came and was not read yet, held until the commit. Null when it is read by now, or another process
 * has it in hand.
 */
export const takeFile = async (tx: Tx, id: string): Promise<FileRead | null> => {
  const row = await tx.db
    .selectFrom('stored_file')
    .select(['id', 'kind', 'name', 'bytes', 'receiver_qualifier', 'receiver_id', 'taken_in_at'])
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
  return { id, kind: kind as FileKind, name, bytes, otherSide, takenIn: row.taken_in_at !== null }
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

/**
 * Says so of every file that was stored between two moments and is handed out no more: its sender was told, and whoever
 * told it died before it was written down. Gives how many there were. Nobody is told of a file brought by hand.
 */
export const confirmSilent = async (tx: Tx, from: Instant, before: Instant): Promise<number> => {
  const { numUpdatedRows } = await tx.db
    .updateTable('stored_file')
    .set({ confirmed_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('direction', '=', 'in')
    .where('status', 'in', ['stored', 'read', 'quarantined', 'rejected'])
    .where('stored_at', '>=', from)
    .where('stored_at', '<', before)
    .where('confirmed_at', 'is', null)
    .where('receiver_id', '<>', byHand.id)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
