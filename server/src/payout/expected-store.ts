// What is on its way to being earned: claims that payers have not answered, and the days of what was earned.
import { sql } from 'kysely'
import type { ClaimLine } from '@goldenthread/core/claim/claim.ts'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { PayContract } from '@goldenthread/core/posting/pay-contract.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'

export interface ClaimUnderWay {
  readonly claimId: string
  readonly providerId: string
  readonly day: Day
  readonly lines: readonly ClaimLine[]
  readonly payerClass: PayerClass
  readonly payContract: PayContract | null
  readonly expectedPayer: Cents
  /** The payer has taken it into adjudication. */
  readonly isAccepted: boolean
}

/** The claims that were filed and that no payer has paid or denied; of one provider, or (null) of all. */
export const claimsUnderWay = async (
  tx: Tx,
  providerId: string | null,
): Promise<readonly ClaimUnderWay[]> => {
  const { rows } = await sql<ClaimUnderWay>`
    SELECT m.id AS "claimId", m.provider_id AS "providerId", m.day, m.document -> 'lines' AS lines, y.class AS "payerClass", k.document AS "payContract",
      coalesce(m.expected_payer, 0)::bigint AS "expectedPayer", m.status = 'accepted' AS "isAccepted"
    FROM claim m
    JOIN payer y ON y.practice_id = m.practice_id AND y.id = m.payer_id
    LEFT JOIN LATERAL (
      SELECT document FROM pay_contract
      WHERE practice_id = m.practice_id AND provider_id = m.provider_id
        AND starts <= m.day AND (ends IS NULL OR ends >= m.day)
      ORDER BY starts DESC LIMIT 1) k ON true
    WHERE m.practice_id = ${tx.practiceId} AND m.superseded_at IS NULL AND m.frequency <> '8'
      AND m.status IN ('filed', 'batched', 'sent', 'accepted')
      AND (${providerId}::uuid IS NULL OR m.provider_id = ${providerId}::uuid)
  `.execute(tx.db)
  return rows
}

/** The days of service of these claims and private charges. */
export const daysOfService = async (
  tx: Tx,
  { claimIds, chargeIds }: { readonly claimIds: readonly string[]; readonly chargeIds: readonly string[] },
): Promise<readonly { readonly sessionId: string; readonly day: Day }[]> => {
  if (claimIds.length + chargeIds.length === 0) return []
  const { rows } = await sql<{ sessionId: string; day: Day }>`
    SELECT session_id AS "sessionId", day FROM claim
    WHERE practice_id = ${tx.practiceId} AND id = any(${claimIds}::uuid[])
    UNION
    SELECT session_id, day FROM private_charge
    WHERE practice_id = ${tx.practiceId} AND id = any(${chargeIds}::uuid[])
  `.execute(tx.db)
  return rows
}
