// What payers denied since a day, how many claims went through at once, and the last denial that was paid after all.
import { sql } from 'kysely'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { PersonName } from '@goldenthread/core/people/person.ts'
import type { RemittedClaim } from '@goldenthread/core/remit/remittance.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'

export interface DeniedRow {
  readonly claimId: string
  readonly day: Day
  readonly payerClass: PayerClass
  /** The payer's answer as it stands in the remittance. */
  readonly remitted: RemittedClaim
  /** Of what was expected of the payer, what it did not pay, in cents. */
  readonly unpaid: Cents
}

const ofProvider = (providerId: string | null) =>
  providerId === null ? sql`true` : sql`claim.provider_id = ${providerId}::uuid`

/**
 * Claims of which payers denied all or some since a day, each once by its last denial; it counts too where another claim
 * has taken its place or the money came in the end. A remitted event's key ends with the claim's place in its remittance.
 */
export const deniedSince = async (
  tx: Tx,
  since: Day,
  providerId: string | null,
): Promise<readonly DeniedRow[]> => {
  const { rows } = await sql<{
    readonly claim_id: string
    readonly day: Day
    readonly class: PayerClass
    readonly remitted: RemittedClaim
    readonly unpaid: Cents
  }>`
    SELECT DISTINCT ON (claim.id) claim.id AS claim_id, claim.day, payer.class,
      remittance.document -> 'claims' -> nullif(split_part(answer.key, ':', 3), '')::int AS remitted,
      greatest(coalesce(claim.expected_payer, 0) - coalesce((answer.document ->> 'paid')::bigint, 0), 0) AS unpaid
    FROM claim_event AS answer
    JOIN claim ON claim.practice_id = answer.practice_id AND claim.id = answer.claim_id
    JOIN payer ON payer.practice_id = claim.practice_id AND payer.id = claim.payer_id
    JOIN remittance ON remittance.practice_id = answer.practice_id
      AND remittance.id = (answer.document ->> 'remittanceId')::uuid
    WHERE answer.practice_id = ${tx.practiceId} AND answer.kind = 'remitted'
      AND answer.verdict IN ('rejected', 'partly') AND answer.day >= ${since}::date AND ${ofProvider(providerId)}
    ORDER BY claim.id, answer.at DESC, answer.id DESC
  `.execute(tx.db)
  return rows.map((row) => ({
    claimId: row.claim_id,
    day: row.day,
    payerClass: row.class,
    remitted: row.remitted,
    unpaid: row.unpaid,
  }))
}

export interface CleanClaims {
  /** Claims sent for the first time that were decided since the day: paid, denied or rejected. */
  readonly decided: number
  /** Those of them that nobody rejected and no payer denied, in whole or in part. */
  readonly clean: number
}

/** How many claims went through at their first sending. A claim in the place of another is none of a first sending. */
export const cleanSince = async (tx: Tx, since: Day, providerId: string | null): Promise<CleanClaims> => {
  const { rows } = await sql<CleanClaims>`
    SELECT count(*)::bigint AS decided, count(*) FILTER (WHERE NOT faulted)::bigint AS clean FROM (
      SELECT bool_or(answer.kind <> 'remitted' OR answer.verdict <> 'accepted') AS faulted
      FROM claim_event AS answer
      JOIN claim ON claim.practice_id = answer.practice_id AND claim.id = answer.claim_id
      WHERE answer.practice_id = ${tx.practiceId} AND answer.day >= ${since}::date
        AND claim.replaces_id IS NULL AND claim.frequency = '1' AND ${ofProvider(providerId)}
        AND (answer.kind = 'remitted' AND answer.verdict IS NOT NULL
          OR answer.kind IN ('envelope', 'syntax', 'acknowledgment') AND answer.verdict = 'rejected')
      GROUP BY claim.id) AS first_sending
  `.execute(tx.db)
  return rows[0] ?? { decided: 0, clean: 0 }
}

export interface WonBack {
  readonly claimId: string
  readonly clientName: PersonName
  /** Of service. */
  readonly day: Day
  readonly paidOn: Day
  readonly paid: Cents
}

/** The last claim that was paid in full after a denial of it, or of the claim in whose place it stands; null for none. */
export const lastWonBack = async (tx: Tx, providerId: string | null): Promise<WonBack | null> => {
  const { rows } = await sql<{
    readonly claim_id: string
    readonly name: PersonName
    readonly day: Day
    readonly paid_on: Day
    readonly paid: Cents
  }>`
    SELECT claim.id AS claim_id, client.document -> 'name' AS name, claim.day, answer.day AS paid_on,
      (answer.document ->> 'paid')::bigint AS paid
    FROM claim_event AS answer
    JOIN claim ON claim.practice_id = answer.practice_id AND claim.id = answer.claim_id
    JOIN client ON client.practice_id = claim.practice_id AND client.id = claim.client_id
    WHERE answer.practice_id = ${tx.practiceId} AND answer.kind = 'remitted' AND answer.verdict = 'accepted'
      AND (answer.document ->> 'paid')::bigint > 0 AND ${ofProvider(providerId)}
      AND EXISTS (
        SELECT FROM claim_event AS denial
        WHERE denial.practice_id = claim.practice_id AND denial.claim_id IN (claim.id, claim.replaces_id)
          AND denial.kind = 'remitted' AND denial.verdict IN ('rejected', 'partly')
          AND (denial.at, denial.id) < (answer.at, answer.id))
    ORDER BY answer.day DESC, answer.id DESC LIMIT 1
  `.execute(tx.db)
  const [row] = rows
  if (row === undefined) return null
  const { claim_id: claimId, name: clientName, day, paid_on: paidOn, paid } = row
  return { claimId, clientName, day, paidOn, paid }
}

export interface LastAnswer {
  readonly remittanceId: string
  /** Of the payment. */
  readonly day: Day
  readonly serviceDay: Day
  readonly payerClass: PayerClass
  readonly remitted: RemittedClaim
}

/** The payer's last answer to a claim, as it stands in its remittance; null while there is none, or it was taken back. */
export const lastAnswerOf = async (tx: Tx, claimId: string): Promise<LastAnswer | null> => {
  const { rows } = await sql<LastAnswer & { readonly verdict: string | null }>`
    SELECT remittance.id AS "remittanceId", answer.day, answer.verdict, claim.day AS "serviceDay",
      payer.class AS "payerClass",
      remittance.document -> 'claims' -> nullif(split_part(answer.key, ':', 3), '')::int AS remitted
    FROM claim_event AS answer
    JOIN claim ON claim.practice_id = answer.practice_id AND claim.id = answer.claim_id
    JOIN payer ON payer.practice_id = claim.practice_id AND payer.id = claim.payer_id
    JOIN remittance ON remittance.practice_id = answer.practice_id
      AND remittance.id = (answer.document ->> 'remittanceId')::uuid
    WHERE answer.practice_id = ${tx.practiceId} AND answer.claim_id = ${claimId} AND answer.kind = 'remitted'
    ORDER BY answer.at DESC, answer.id DESC LIMIT 1
  `.execute(tx.db)
  const [row] = rows
  return row === undefined || row.verdict === null ? null : row
}
