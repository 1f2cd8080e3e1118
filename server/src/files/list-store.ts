// Files as people look for them: listed without their bytes, one by one, and those that wait for a person.
import { type Selectable, sql } from 'kysely'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { StoredFileTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import type { FileKind, FileStatus } from './store.ts'

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
  /** Only files that were read and of which answers were not used. */
  readonly isStray?: boolean
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

/** Answers to what was not sent from here, or broken so that nobody can use them, among others that were read. */
const isStray = sql<boolean>`(stored_file.status = 'read' AND jsonb_path_exists(stored_file.findings,
  '$[*].code ? (@ like_regex "^(TA1|999|277CA):(not-ours|unread)$")'))`

/** Files without their bytes, newest first. */
export const listFiles = async (tx: Tx, asked: FileQuery): Promise<readonly FileListed[]> => {
  let query = tx.db.selectFrom('stored_file').select(listed).where('practice_id', '=', tx.practiceId)
  if (asked.direction !== undefined) query = query.where('direction', '=', asked.direction)
  if (asked.status !== undefined) query = query.where('status', '=', asked.status)
  if (asked.isStray === true) query = query.where(isStray)
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

/** Files that wait for a person. */
export interface WaitingFiles {
  /** Set apart whole: not ours, or broken. */
  readonly quarantined: number
  /** Read, and answers in it were not used. */
  readonly stray: number
  /** Come, and not read although it was tried. */
  readonly unread: number
}

export const countWaitingFiles = async (tx: Tx, storedBefore: Instant): Promise<WaitingFiles> => {
  const row = await tx.db
    .selectFrom('stored_file')
    .select([
      sql<number>`count(*) FILTER (WHERE status = 'quarantined')::bigint`.as('quarantined'),
      sql<number>`count(*) FILTER (WHERE status = 'stored' AND stored_at < ${storedBefore}::timestamptz)::bigint`.as(
        'unread',
      ),
      sql<number>`count(*) FILTER (WHERE ${isStray})::bigint`.as('stray'),
    ])
    .where('practice_id', '=', tx.practiceId)
    .where('direction', '=', 'in')
    .executeTakeFirstOrThrow()
  return { quarantined: row.quarantined, stray: row.stray, unread: row.unread }
}
