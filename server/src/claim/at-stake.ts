// What is at stake with a claim, as SQL over a row of `claim`: its last answer, what stands open, what was paid too little.
import { sql } from 'kysely'

const lastAnswer = (column: 'verdict' | 'day' | 'document') => sql`(
  SELECT answer.${sql.ref(column)} FROM claim_event AS answer
  WHERE answer.practice_id = claim.practice_id AND answer.claim_id = claim.id AND answer.kind = 'remitted'
  ORDER BY answer.at DESC, answer.id DESC LIMIT 1)`

/** What the payer's last word was: 'accepted', 'partly', 'rejected'; null where it took its answer back, or gave none. */
export const lastVerdict = sql<string | null>`${lastAnswer('verdict')}`

/** The day that the payer's last remittance of the claim gives itself. */
export const answeredOn = sql<string | null>`${lastAnswer('day')}`

const lastPaid = sql<number>`coalesce((${lastAnswer('document')} ->> 'paid')::bigint, 0)`

/** What the ledger says the payer still owes of the claim, in cents. Written off or asked of the client, it is nothing. */
export const openAmount = sql<number>`coalesce((
  SELECT sum(CASE line.side WHEN 'debit' THEN line.amount ELSE -line.amount END)
  FROM entry JOIN entry_line AS line ON line.practice_id = entry.practice_id AND line.entry_id = entry.id
  WHERE entry.practice_id = claim.practice_id AND entry.claim_id = claim.id
    AND line.account_kind = 'receivable-payer'), 0)::bigint`

// A finding holds its amounts as people read them (core/values `dollars`): "$1,204.50" is 120450 cents.
const centsIn = (key: 'expected' | 'seen') => sql`
  CASE WHEN finding -> 'evidence' ->> ${sql.lit(key)} ~ '^\\$[0-9,]+\\.[0-9]{2}$'
    THEN regexp_replace(finding -> 'evidence' ->> ${sql.lit(key)}, '[^0-9]', '', 'g')::bigint ELSE 0 END`

/** By how much the payer's allowed amounts lie under those of the contract, in cents. */
export const shortAmount = sql<number>`coalesce((
  SELECT sum(greatest(${centsIn('expected')} - ${centsIn('seen')}, 0))
  FROM jsonb_array_elements(claim.findings) AS finding WHERE finding ->> 'code' = 'remit:allowed'), 0)::bigint`

/**
 * What the practice may lose or win with a claim, in cents: of an answered one what was expected of the payer and neither
 * paid nor decided, or what it allowed too little; else all that is expected. Null for a claim that was never priced.
 */
export const atStake = sql<number | null>`CASE
  WHEN claim.status <> 'answered' THEN claim.expected_payer
  WHEN ${lastVerdict} IN ('rejected', 'partly')
    THEN greatest(least(${openAmount}, claim.expected_payer - ${lastPaid}), 0)
  ELSE ${shortAmount} END`
