// Files in quarantine: held to be decided of, and let out.
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'

/** A file in quarantine with its bytes, held until the commit; null when none of this id stands there. */
export const lockQuarantined = async (
  tx: Tx,
  id: string,
): Promise<{ readonly bytes: Uint8Array; readonly findings: readonly Finding[] } | null> => {
  const row = await tx.db
    .selectFrom('stored_file')
    .select(['bytes', 'findings'])
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .where('status', '=', 'quarantined')
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : { bytes: row.bytes, findings: row.findings as readonly Finding[] }
}

/** Lets a file out of quarantine: rejected and kept, or to be read as the practice's own. */
export const releaseFile = async (tx: Tx, id: string, to: 'rejected' | 'taken-in'): Promise<void> => {
  const change =
    to === 'rejected'
      ? { status: 'rejected' }
      : { status: 'stored', read_at: null, findings: '[]', taken_in_at: tx.at }
  await tx.db
    .updateTable('stored_file')
    .set(change)
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .where('status', '=', 'quarantined')
    .execute()
  tx.touch('stored_file', id)
}
