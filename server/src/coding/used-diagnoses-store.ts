// Which diagnoses the practice's notes carry, and in how many sessions: what is offered first to whoever chooses one.
import { sql } from 'kysely'
import type { Tx } from '../database/tx.ts'

export interface UsedDiagnosis {
  readonly code: string
  /** Notes that carry it. */
  readonly sessions: number
}

/** As many as anybody looks through before typing. */
const most = 40

/** The most used first; those of one provider where one is named. Drafts are not counted: nobody has stood by them yet. */
export const usedDiagnoses = async (tx: Tx, providerId: string | null): Promise<readonly UsedDiagnosis[]> => {
  const ofProvider = providerId === null ? sql`true` : sql`provider_id = ${providerId}`
  const { rows } = await sql<{ readonly code: string; readonly sessions: string }>`
    SELECT diagnosis->>'code' AS code, count(*) AS sessions
    FROM note CROSS JOIN LATERAL jsonb_array_elements(document->'diagnoses') AS diagnosis
    WHERE practice_id = ${tx.practiceId} AND status IN ('signed', 'amending') AND ${ofProvider}
    GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT ${most}`.execute(tx.db)
  return rows.map(({ code, sessions }) => ({ code, sessions: Number(sessions) }))
}
