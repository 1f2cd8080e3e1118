// Claims as people look for them: one with all that happened to it, lists by status, and the worklists.
import { sql } from 'kysely'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { PersonName } from '@goldenthread/core/people/person.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { failureFinding, needingPerson } from '../clearinghouse/failure-finding.ts'
import { addSeconds } from '../clock.ts'
import type { Tx } from '../database/tx.ts'
import { undoSeconds } from './batch-store.ts'
import type { ClaimState } from './event-store.ts'
import { type Claims, type Moments, type Worklist, claimsIn, inWorklist } from './worklist-store.ts'

export type Channel = 'electronic' | 'mail' | 'fax' | 'portal'

export interface ClaimRow {
  readonly id: string
  readonly claimNumber: string
  readonly sessionId: string
  readonly clientId: string
  readonly clientName: PersonName
  readonly providerId: string
  readonly payerId: string
  readonly payerName: string
  /** How the payer takes claims. */
  readonly channel: Channel
  readonly status: ClaimState
  readonly frequency: '1' | '7' | '8'
  readonly replacesId: string | null
  readonly supersededAt: Instant | null
  readonly day: Day
  readonly charge: Cents | null
  readonly expectedPayer: Cents | null
  readonly expectedClient: Cents | null
  readonly findings: readonly Finding[]
  readonly payerClaimNumber: string | null
  readonly filedAt: Instant | null
  /** When the time to take it back is over and it leaves; null where it does not leave by itself, or has left. */
  readonly departsAt: Instant | null
  readonly version: number
}

export const claimColumns = [
  'claim.id',
  'claim.claim_number',
  'claim.session_id',
  'claim.client_id',
  'client.document as client_document',
  'claim.provider_id',
  'claim.payer_id',
  'payer.name as payer_name',
  'payer.channel',
  'claim.status',
  'claim.frequency',
  'claim.replaces_id',
  'claim.superseded_at',
  'claim.day',
  'claim.charge',
  'claim.expected_payer',
  'claim.expected_client',
  'claim.findings',
  'claim.payer_claim_number',
  'claim.filed_at',
  'claim.version',
] as const

const selected = (claims: Claims) => claims.select(claimColumns)

type Selected = Awaited<ReturnType<ReturnType<typeof selected>['execute']>>[number]

/** A row of the columns as a claim; `undo` is the time to take it back, in seconds. */
export const claimRow = (row: Selected, undo: number): ClaimRow => ({
  id: row.id,
  claimNumber: row.claim_number,
  sessionId: row.session_id,
  clientId: row.client_id,
  clientName: (row.client_document as { readonly name: PersonName }).name,
  providerId: row.provider_id,
  payerId: row.payer_id,
  payerName: row.payer_name,
  channel: row.channel as Channel,
  status: row.status as ClaimState,
  frequency: row.frequency as ClaimRow['frequency'],
  replacesId: row.replaces_id,
  supersededAt: row.superseded_at,
  day: row.day,
  charge: row.charge as Cents | null,
  expectedPayer: row.expected_payer as Cents | null,
  expectedClient: row.expected_client as Cents | null,
  findings: row.findings as readonly Finding[],
  payerClaimNumber: row.payer_claim_number,
  filedAt: row.filed_at,
  departsAt:
    row.status === 'filed' && row.channel === 'electronic' && row.filed_at !== null
      ? addSeconds(row.filed_at, undo)
      : null,
  version: row.version,
})

export interface ClaimQuery {
  readonly worklist?: Worklist
  readonly status?: ClaimState
  readonly clientId?: string
  readonly sessionId?: string
  /** How the number begins. */
  readonly number?: string
  /** Only this provider's: what a clinician sees. */
  readonly providerId?: string
  readonly before: Moments
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

/** Claims by their day of service, the oldest first: that is the one whose time runs out. */
export const listClaims = async (tx: Tx, asked: ClaimQuery): Promise<readonly ClaimRow[]> => {
  let claims = claimsIn(tx)
  if (asked.worklist !== undefined) claims = inWorklist(claims, asked.worklist, asked.before)
  if (asked.status !== undefined) claims = claims.where('claim.status', '=', asked.status)
  if (asked.clientId !== undefined) claims = claims.where('claim.client_id', '=', asked.clientId)
  if (asked.sessionId !== undefined) claims = claims.where('claim.session_id', '=', asked.sessionId)
  if (asked.providerId !== undefined) claims = claims.where('claim.provider_id', '=', asked.providerId)
  if (asked.number !== undefined) claims = claims.where('claim.claim_number', 'like', `${asked.number}%`)
  if (asked.after !== undefined)
    claims = claims.where(
      sql<boolean>`(claim.day, claim.id) > (${asked.after.at}::date, ${asked.after.id}::uuid)`,
    )
  const rows = await selected(claims).orderBy('claim.day').orderBy('claim.id').limit(asked.limit).execute()
  const undo = await undoSeconds(tx)
  return rows.map((row) => claimRow(row, undo))
}

/** One claim with its document, which is null while it is held; null when there is none. */
export const claimById = async (
  tx: Tx,
  id: string,
): Promise<(ClaimRow & { readonly claim: Claim | null }) | null> => {
  const row = await selected(claimsIn(tx))
    .select('claim.document')
    .where('claim.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  return { ...claimRow(row, await undoSeconds(tx)), claim: row.document as Claim | null }
}

/** The claim and those it came after: rejected and sent anew, replaced, withdrawn; the first one first. */
export const lineageOf = async (
  tx: Tx,
  id: string,
): Promise<readonly { readonly id: string; readonly claimNumber: string }[]> => {
  const { rows } = await sql<{ readonly id: string; readonly claim_number: string; readonly step: number }>`
    WITH RECURSIVE lineage AS (
      SELECT id, claim_number, replaces_id, 0 AS step FROM claim
      WHERE practice_id = ${tx.practiceId} AND id = ${id}
      UNION ALL
      SELECT before.id, before.claim_number, before.replaces_id, lineage.step + 1
      FROM claim AS before JOIN lineage ON before.id = lineage.replaces_id
      WHERE before.practice_id = ${tx.practiceId} AND lineage.step < 50
    )
    SELECT id, claim_number, step FROM lineage ORDER BY step DESC
  `.execute(tx.db)
  return rows.map((row) => ({ id: row.id, claimNumber: row.claim_number }))
}

export interface BatchRow {
  readonly id: string
  readonly receiverId: string
  readonly interchangeControl: number
  readonly sets: number
  readonly fileId: string
  readonly sha256: string
  readonly status: 'fixed' | 'sent' | 'delivered' | 'refused'
  readonly attempts: number
  readonly nextAttemptAt: Instant | null
  readonly lastError: string | null
  /** Why it has not left, and what to do; empty where it has, or was not tried yet. */
  readonly findings: readonly Finding[]
  readonly fixedAt: Instant
  readonly sentAt: Instant | null
  readonly deliveredAt: Instant | null
}

export interface BatchQuery {
  /** `stuck`: tried as often as that and still not taken, or for a reason that needs a person. */
  readonly stuckAfter?: number
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

/** Batches, newest first. */
export const listBatches = async (tx: Tx, asked: BatchQuery): Promise<readonly BatchRow[]> => {
  let query = tx.db.selectFrom('batch').selectAll().where('practice_id', '=', tx.practiceId)
  if (asked.stuckAfter !== undefined)
    query = query
      .where('status', '=', 'fixed')
      .where(sql<boolean>`(attempts >= ${asked.stuckAfter} OR last_error = any(${needingPerson}::text[]))`)
  if (asked.after !== undefined)
    query = query.where(
      sql<boolean>`(fixed_at, id) < (${asked.after.at}::timestamptz, ${asked.after.id}::uuid)`,
    )
  const rows = await query.orderBy('fixed_at', 'desc').orderBy('id', 'desc').limit(asked.limit).execute()
  return rows.map((row) => ({
    id: row.id,
    receiverId: row.receiver_id,
    interchangeControl: row.interchange_control,
    sets: row.set_count,
    fileId: row.file_id,
    sha256: row.sha256,
    status: row.status as BatchRow['status'],
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    lastError: row.last_error,
    findings:
      row.status === 'fixed' && row.last_error !== null ? [failureFinding({ code: row.last_error })] : [],
    fixedAt: row.fixed_at,
    sentAt: row.sent_at,
    deliveredAt: row.delivered_at,
  }))
}

export const batchExists = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.db
    .selectFrom('batch')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined
