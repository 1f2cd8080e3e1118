// The practice itself and its settings in the database.
import type { Practice } from '@goldenthread/core/people/provider.ts'
import type { Tx } from '../database/tx.ts'

export interface PracticeRow {
  readonly id: string
  readonly document: Practice
  readonly zone: string
  readonly senderQualifier: string
  readonly senderId: string
  readonly usage: 'T' | 'P'
  readonly demo: boolean
  readonly version: number
}

/** Also puts it on the list by which sweeps find practices with work. */
export const insertPractice = async (
  tx: Tx,
  practice: Omit<PracticeRow, 'id' | 'version'>,
): Promise<void> => {
  await tx.db
    .insertInto('practice')
    .values({
      practice_id: tx.practiceId,
      document: JSON.stringify(practice.document),
      zone: practice.zone,
      sender_qualifier: practice.senderQualifier,
      sender_id: practice.senderId,
      usage: practice.usage,
      demo: practice.demo,
      version: 1,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .execute()
  await tx.db.insertInto('wake_up').values({ practice_id: tx.practiceId, due_at: tx.at }).execute()
}

/** The practice the unit of work stands in. */
export const readPractice = async (tx: Pick<Tx, 'db' | 'practiceId'>): Promise<PracticeRow> => {
  const row = await tx.db
    .selectFrom('practice')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .executeTakeFirstOrThrow()
  return {
    id: row.practice_id,
    document: row.document as Practice,
    zone: row.zone,
    senderQualifier: row.sender_qualifier,
    senderId: row.sender_id,
    usage: row.usage as 'T' | 'P',
    demo: row.demo,
    version: row.version,
  }
}

/** False when the version has moved on. Who sends is fixed: payers know the practice by it. */
export const updatePractice = async (
  tx: Tx,
  version: number,
  change: Pick<PracticeRow, 'document' | 'zone'>,
): Promise<boolean> => {
  const done = await tx.db
    .updateTable('practice')
    .set({
      document: JSON.stringify(change.document),
      zone: change.zone,
      version: version + 1,
      updated_at: tx.at,
    })
    .where('practice_id', '=', tx.practiceId)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export interface SettingRow {
  readonly value: unknown
  /** 0 while it was never set. */
  readonly version: number
}

/** A setting's value; null when nobody has set it. */
export const readSetting = async (tx: Tx, key: string): Promise<SettingRow> => {
  const row = await tx.db
    .selectFrom('setting')
    .select(['value', 'version'])
    .where('practice_id', '=', tx.practiceId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? { value: null, version: 0 }
}

/** All that somebody has set, by key. */
export const readSettings = async (tx: Tx): Promise<ReadonlyMap<string, SettingRow>> => {
  const rows = await tx.db
    .selectFrom('setting')
    .select(['key', 'value', 'version'])
    .where('practice_id', '=', tx.practiceId)
    .execute()
  return new Map(rows.map(({ key, value, version }) => [key, { value, version }]))
}

/** False when the version has moved on; 0 sets what was never set. */
export const writeSetting = async (
  tx: Tx,
  key: string,
  value: unknown,
  version: number,
): Promise<boolean> => {
  const row = { value: JSON.stringify(value), version: version + 1, updated_at: tx.at }
  const done =
    version === 0
      ? await tx.db
          .insertInto('setting')
          .values({ practice_id: tx.practiceId, key, ...row })
          .onConflict((conflict) => conflict.columns(['practice_id', 'key']).doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows = 0n }) => numInsertedOrUpdatedRows)
      : await tx.db
          .updateTable('setting')
          .set(row)
          .where('practice_id', '=', tx.practiceId)
          .where('key', '=', key)
          .where('version', '=', version)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows)
  return done > 0n
}
