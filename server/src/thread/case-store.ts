// Everything that is kept of a session's thread, read in one query: people, coverage, note, claim, payments, answer.
import { sql } from 'kysely'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { FeeScheduleRow, PayerRules } from '@goldenthread/core/coverage/coverage.ts'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import type { Client, Subscriber } from '@goldenthread/core/people/person.ts'
import type { Practice, Provider } from '@goldenthread/core/people/provider.ts'
import type { EntryLine } from '@goldenthread/core/ledger/entry.ts'
import type { ClientPayment, PayContract } from '@goldenthread/core/posting/pay-contract.ts'
import type { PrivateCharge } from '@goldenthread/core/posting/private-charge.ts'
import type { EarlierSession, Session } from '@goldenthread/core/session/session.ts'
import type { Heard } from '@goldenthread/core/thread/links.ts'
import type { ClaimStanding } from '@goldenthread/core/thread/plan-correction.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { CoverageTerms } from '../coverage/coverage-schemas.ts'
import type { Tx } from '../database/tx.ts'
import type { NoteStatus } from '../note/store.ts'
import type { SessionStatus } from '../session/store.ts'
import type { VoidOfSession } from './void-links.ts'

export interface ThreadRow {
  readonly id: string
  readonly client_id: string
  readonly provider_id: string
  readonly supervisor_id: string | null
  readonly coverage_id: string | null
  readonly status: SessionStatus
  readonly session: Session
  readonly confirmed_at: Instant | null
  readonly version: number
  readonly practice: Practice
  readonly sender_qualifier: string
  readonly sender_id: string
  readonly usage: 'T' | 'P'
  readonly client: Client
  readonly provider: Provider
  readonly supervisor: Provider | null
  readonly coverage: CoverageTerms | null
  readonly subscriber: Subscriber | null
  readonly payer_id: string | null
  readonly payer_code: string | null
  readonly payer_name: string | null
  readonly payer_class: PayerClass | null
  readonly receiver_qualifier: string | null
  readonly receiver_id: string | null
  readonly fee_schedule: readonly FeeScheduleRow[] | null
  readonly payer_rules: PayerRules | null
  readonly pay_contract: PayContract | null
  readonly note_id: string | null
  readonly draft: Note | null
  readonly note_status: NoteStatus | null
  readonly note_version: number | null
  readonly signed_id: string | null
  readonly signed_sequence: number | null
  readonly signed_hash: string | null
  readonly canonical: string | null
  /** What the supervisor said of that version, as it was hashed. */
  readonly co_signed: string | null
  readonly claim_id: string | null
  readonly claim_number: string | null
  readonly claim_status: ClaimStanding | null
  readonly claim_frequency: '1' | '7' | '8' | null
  readonly replaces_id: string | null
  /** Of the claim in whose place it stands: what the payer calls it. */
  readonly replaced_number: string | null
  readonly replaced_payer: string | null
  readonly claim: Claim | null
  readonly claim_findings: readonly Finding[] | null
  readonly claim_version: number | null
  readonly payer_claim_number: string | null
  readonly payments: readonly ClientPayment[]
  readonly earlier: readonly EarlierSession[]
  /** How the last remittance of the claim judged it; null while none came. */
  readonly remitted: 'accepted' | 'rejected' | 'partly' | null
  /** The lines of its entries on the bank, which core adds up. */
  readonly bank_lines: readonly EntryLine[]
  /** Of a claim that was sent: the answers to its file that came. */
  readonly heard: readonly Heard[]
  /** The void filed last for the session; null while there is none. */
  readonly voided: VoidRow | null
  readonly do_not_bill: Day | null
  readonly private_fees: readonly FeeScheduleRow[] | null
  /** What the client is charged where no payer is billed. */
  readonly charge_id: string | null
  readonly charge_status: 'waiting' | 'charged' | null
  readonly charge: PrivateCharge | null
  readonly charge_findings: readonly Finding[] | null
  readonly charge_paid_at: Instant | null
}

export interface VoidRow extends Omit<VoidOfSession, 'payerPaid' | 'providerShare'> {
  /** Lines of the entries of all the session's claims on the bank and on what is owed to providers. */
  readonly lines: readonly EntryLine[]
}

/** Sessions of the same client and provider that came before: as many as rules may look back on. */
const mostEarlier = 12

const columns = sql`
  s.id, s.client_id, s.provider_id, s.coverage_id, s.do_not_bill, s.status, s.document AS session, s.confirmed_at, s.version,
  p.supervisor_id, q.document AS practice, q.sender_qualifier, q.sender_id, q.usage,
  c.document AS client, p.document AS provider, u.document AS supervisor,
  v.document AS coverage, v.subscriber,
  y.id AS payer_id, y.code AS payer_code, y.name AS payer_name, y.class AS payer_class,
  y.receiver_qualifier, y.receiver_id, t.fee_schedule, t.payer_rules, k.document AS pay_contract,
  n.id AS note_id, n.document AS draft, n.status AS note_status, n.version AS note_version,
  g.id AS signed_id, g.sequence AS signed_sequence, g.hash AS signed_hash, g.canonical,
  x.canonical AS co_signed,
  m.id AS claim_id, m.claim_number, m.status AS claim_status, m.frequency AS claim_frequency, m.replaces_id,
  m.document AS claim, m.findings AS claim_findings, m.version AS claim_version, m.payer_claim_number,
  r.payer_claim_number AS replaced_number, r.document #>> '{payer,id}' AS replaced_payer,
  h.id AS charge_id, h.status AS charge_status, h.document AS charge, h.findings AS charge_findings,
  h.paid_at AS charge_paid_at`

const tables = sql`
  session s
  JOIN practice q ON q.practice_id = s.practice_id
  JOIN client c ON c.practice_id = s.practice_id AND c.id = s.client_id
  JOIN provider p ON p.practice_id = s.practice_id AND p.id = s.provider_id
  LEFT JOIN provider u ON u.practice_id = p.practice_id AND u.id = p.supervisor_id
  LEFT JOIN coverage v ON v.practice_id = s.practice_id AND v.id = s.coverage_id
  LEFT JOIN payer y ON y.practice_id = v.practice_id AND y.id = v.payer_id
  LEFT JOIN LATERAL (
    SELECT fee_schedule, payer_rules FROM payer_contract
    WHERE practice_id = y.practice_id AND payer_id = y.id AND starts <= s.day AND (ends IS NULL OR ends >= s.day)
    ORDER BY starts DESC LIMIT 1) t ON true
  LEFT JOIN LATERAL (
    SELECT document FROM pay_contract
    WHERE practice_id = s.practice_id AND provider_id = s.provider_id
      AND starts <= s.day AND (ends IS NULL OR ends >= s.day)
    ORDER BY starts DESC LIMIT 1) k ON true
  LEFT JOIN note n ON n.practice_id = s.practice_id AND n.session_id = s.id AND n.status <> 'moved'
  LEFT JOIN LATERAL (
    SELECT id, sequence, hash, canonical FROM signed_note
    WHERE practice_id = n.practice_id AND note_id = n.id
    ORDER BY sequence DESC LIMIT 1) g ON true
  LEFT JOIN co_signature x ON x.practice_id = s.practice_id AND x.signed_note_id = g.id
  LEFT JOIN claim m ON m.practice_id = s.practice_id AND m.session_id = s.id
    AND m.status <> 'void' AND m.superseded_at IS NULL
  LEFT JOIN claim r ON r.practice_id = m.practice_id AND r.id = m.replaces_id
  LEFT JOIN private_charge h ON h.practice_id = s.practice_id AND h.session_id = s.id AND h.status <> 'reversed'`

const payments = sql`(
  SELECT coalesce(json_agg(
    json_build_object('key', w.key, 'day', w.day, 'amount', w.amount, 'method', w.method) ORDER BY w.received_at, w.id), '[]')
  FROM client_payment w WHERE w.practice_id = s.practice_id AND w.session_id = s.id
    AND NOT EXISTS (SELECT 1 FROM entry b WHERE b.practice_id = w.practice_id AND b.reverses = 'client-paid:' || w.key))`

const earlier = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'day', e.document -> 'day', 'start', e.document -> 'start', 'stop', e.document -> 'stop',
    'codes', coalesce((
      SELECT jsonb_agg(l -> 'procedure')
      FROM claim x, jsonb_array_elements(x.document -> 'lines') l
      WHERE x.practice_id = e.practice_id AND x.session_id = e.id
        AND x.status <> 'void' AND x.superseded_at IS NULL), '[]')) ORDER BY e.starts_at), '[]')
  FROM (
    SELECT practice_id, id, document, starts_at FROM session
    WHERE practice_id = s.practice_id AND client_id = s.client_id AND provider_id = s.provider_id
      AND status = 'confirmed' AND starts_at < s.starts_at
    ORDER BY starts_at DESC LIMIT ${mostEarlier}) e)`

const remitted = sql`(
  SELECT o.verdict FROM claim_event o
  WHERE o.practice_id = m.practice_id AND o.claim_id = m.id AND o.kind = 'remitted'
  ORDER BY o.at DESC, o.id DESC LIMIT 1)`

const bankLines = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'account', json_build_object('kind', d.account_kind, 'party', d.party), 'side', d.side, 'amount', d.amount,
    'source', d.source)), '[]')
  FROM entry b JOIN entry_line d ON d.practice_id = b.practice_id AND d.entry_id = b.id
  WHERE b.practice_id = m.practice_id AND b.claim_id = m.id AND d.account_kind = 'bank')`

const heard = sql`(
  SELECT coalesce(json_agg(DISTINCT o.kind), '[]') FROM claim_event o
  WHERE m.status = 'sent' AND o.practice_id = m.practice_id AND o.claim_id = m.id
    AND o.kind IN ('envelope', 'syntax') AND o.verdict = 'accepted')`

// By client, whose claims are few: claims have no index by session but for the live one.
const voided = sql`(
  SELECT json_build_object(
    'claimNumber', z.claim_number, 'status', z.status, 'voids', f.claim_number,
    'payerName', z.document #>> '{payer,name}',
    'lines', (
      SELECT coalesce(json_agg(json_build_object(
        'account', json_build_object('kind', d.account_kind, 'party', d.party), 'side', d.side, 'amount', d.amount,
        'source', d.source)), '[]')
      FROM claim l
      JOIN entry b ON b.practice_id = l.practice_id AND b.claim_id = l.id
      JOIN entry_line d ON d.practice_id = b.practice_id AND d.entry_id = b.id
      WHERE l.practice_id = z.practice_id AND l.client_id = z.client_id AND l.session_id = z.session_id
        AND d.account_kind IN ('bank', 'payable-provider')))
  FROM claim z JOIN claim f ON f.practice_id = z.practice_id AND f.id = z.replaces_id
  WHERE z.practice_id = s.practice_id AND z.client_id = s.client_id AND z.session_id = s.id
    AND z.frequency = '8' AND z.status <> 'void'
  ORDER BY z.id DESC LIMIT 1)`

const privateFees = sql`(
  SELECT f.value FROM setting f WHERE f.practice_id = s.practice_id AND f.key = 'private-fees')`

/** What is kept of these sessions, in the order of their start; those of another practice are not there. */
export const readThreads = async (tx: Tx, sessionIds: readonly string[]): Promise<readonly ThreadRow[]> => {
  if (sessionIds.length === 0) return []
  // The joins stand in the order in which they are cheapest; weighing others takes longer than the looking.
  await sql`SET LOCAL join_collapse_limit = 1`.execute(tx.db)
  const { rows } = await sql<ThreadRow>`
    SELECT ${columns}, ${payments} AS payments, ${earlier} AS earlier, ${remitted} AS remitted,
      ${bankLines} AS bank_lines, ${heard} AS heard, ${voided} AS voided, ${privateFees} AS private_fees
    FROM ${tables}
    WHERE s.practice_id = ${tx.practiceId} AND s.id = any(${sessionIds}::uuid[])
    ORDER BY s.starts_at, s.id
  `.execute(tx.db)
  return rows
}

/** The sessions of a day in the order of their start; of one provider, or (null) of all. */
export const sessionsOfDay = async (
  tx: Tx,
  day: Day,
  providerId: string | null,
): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectFrom('session')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('day', '=', day)
    .$if(providerId !== null, (query) => query.where('provider_id', '=', providerId ?? ''))
    .orderBy('starts_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
