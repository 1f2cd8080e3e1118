// The list of sessions: insurance and private pay in one, with what each payer's contract says of timely filing.
import { sql } from 'kysely'
import type { PayerRules } from '@goldenthread/core/coverage/coverage.ts'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { Client } from '@goldenthread/core/people/person.ts'
import type { Provider } from '@goldenthread/core/people/provider.ts'
import type { Session } from '@goldenthread/core/session/session.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import type { SessionStatus } from './store.ts'

export interface SessionsAsked {
  readonly from: Day | null
  readonly to: Day | null
  readonly providerId: string | null
  readonly clientId: string | null
  readonly status: SessionStatus | null
  /** The start and id of the last row of the page before. */
  readonly after: readonly [string, string] | null
  readonly limit: number
}

export interface ListedRow {
  readonly id: string
  readonly status: SessionStatus
  readonly document: Session
  readonly version: number
  readonly client_id: string
  readonly client: Client
  readonly provider_id: string
  readonly provider: Provider
  readonly payer_id: string | null
  readonly payer_name: string | null
  readonly payer_class: PayerClass | null
  readonly payer_rules: PayerRules | null
}

/** Up to `limit + 1` rows in the order of their start, so that the last one tells whether there are more. */
export const listSessionRows = async (tx: Tx, asked: SessionsAsked): Promise<readonly ListedRow[]> => {
  const { from, to, providerId, clientId, status, after, limit } = asked
  const [start, id] = after ?? [null, null]
  const { rows } = await sql<ListedRow>`
    SELECT s.id, s.status, s.document, s.version,
      s.client_id, c.document AS client, s.provider_id, p.document AS provider,
      y.id AS payer_id, y.name AS payer_name, y.class AS payer_class, t.payer_rules
    FROM session s
    JOIN client c ON c.practice_id = s.practice_id AND c.id = s.client_id
    JOIN provider p ON p.practice_id = s.practice_id AND p.id = s.provider_id
    LEFT JOIN coverage v ON v.practice_id = s.practice_id AND v.id = s.coverage_id
    LEFT JOIN payer y ON y.practice_id = v.practice_id AND y.id = v.payer_id
    LEFT JOIN LATERAL (
      SELECT payer_rules FROM payer_contract
      WHERE practice_id = y.practice_id AND payer_id = y.id
        AND starts <= s.day AND (ends IS NULL OR ends >= s.day)
      ORDER BY starts DESC LIMIT 1) t ON true
    WHERE s.practice_id = ${tx.practiceId}
      AND (${from}::date IS NULL OR s.day >= ${from}::date)
      AND (${to}::date IS NULL OR s.day <= ${to}::date)
      AND (${providerId}::uuid IS NULL OR s.provider_id = ${providerId}::uuid)
      AND (${clientId}::uuid IS NULL OR s.client_id = ${clientId}::uuid)
      AND (${status}::text IS NULL OR s.status = ${status}::text)
      AND (${start}::timestamptz IS NULL OR (s.starts_at, s.id) > (${start}::timestamptz, ${id}::uuid))
    ORDER BY s.starts_at, s.id
    LIMIT ${limit + 1}
  `.execute(tx.db)
  return rows
}
