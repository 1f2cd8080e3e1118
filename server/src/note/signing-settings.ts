// What a practice settled of signing: its zone, when a signature is late, whose notes are co-signed.
import { usualLimitHours } from '@goldenthread/core/note/late-entry.ts'
import type { Tx } from '../database/tx.ts'

export interface SigningSettings {
  readonly zone: string
  readonly lateAfterHours: number
  readonly coSigned: 'associates' | 'supervised'
}

/** As set, or as is usual: 24 hours, and the notes of associates. */
export const readSigningSettings = async ({
  db,
  practiceId,
}: Pick<Tx, 'db' | 'practiceId'>): Promise<SigningSettings> => {
  const rows = await db
    .selectFrom('practice')
    .leftJoin('setting', (join) =>
      join
        .onRef('setting.practice_id', '=', 'practice.practice_id')
        .on('setting.key', 'in', ['note.late-entry-hours', 'note.co-sign']),
    )
    .select(['practice.zone', 'setting.key', 'setting.value'])
    .where('practice.practice_id', '=', practiceId)
    .execute()
  const set = (key: string): unknown => rows.find((row) => row.key === key)?.value ?? null
  const [first] = rows
  if (first === undefined) throw new Error('a unit of work stands in a practice')
  return {
    zone: first.zone,
    lateAfterHours: Number(set('note.late-entry-hours') ?? usualLimitHours),
    coSigned: set('note.co-sign') === 'supervised' ? 'supervised' : 'associates',
  }
}
