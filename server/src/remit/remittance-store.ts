// Remittances in the database: one row a unit, posted or refused, and the claims of ours that they may answer.
import { sql } from 'kysely'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { PersonName } from '@goldenthread/core/people/person.ts'
import type { Remittance } from '@goldenthread/core/remit/remittance.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { touchSealed } from '../trail/seal.ts'

export type RemittanceStatus = 'posted' | 'refused'

/** Holds every other reader of this payment off until the commit, under whatever name or envelope it came to them. */
export const lockUnit = async (tx: Tx, unitKey: string): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`unit/${tx.practiceId}/${unitKey}`}, 0))`.execute(
    tx.db,
  )
}

export interface UnitRow {
  readonly id: string
  readonly status: RemittanceStatus
  /** Why it was refused; none of one that was posted. */
  readonly findings: readonly Finding[]
}

/** What stands under a unit's key. */
export const unitOf = async (tx: Tx, unitKey: string): Promise<UnitRow | null> => {
  const row = await tx.db
    .selectFrom('remittance')
    .select(['id', 'status', 'findings'])
    .where('practice_id', '=', tx.practiceId)
    .where('unit_key', '=', unitKey)
    .executeTakeFirst()
  if (row === undefined) return null
  const status = row.status as RemittanceStatus
  return { id: row.id, status, findings: status === 'refused' ? (row.findings as readonly Finding[]) : [] }
}

export interface RemittanceToPut {
  readonly id: string
  readonly fileId: string
  readonly payerId: string | null
  readonly status: RemittanceStatus
  readonly remittance: Remittance
  readonly findings: readonly Finding[]
}

/** Keeps a remittance. One that was refused and came right takes the place of what was refused. */
export const putRemittance = async (
  tx: Tx,
  { sha256 }: Pick<Services, 'sha256'>,
  { id, fileId, payerId, status, remittance, findings }: RemittanceToPut,
): Promise<void> => {
  const { key, trace, day, paid } = remittance.unit
  const told = {
    file_id: fileId,
    payer_id: payerId,
    status,
    document: JSON.stringify(remittance),
    findings: JSON.stringify(findings),
    posted_at: tx.at,
  }
  await tx.db
    .insertInto('remittance')
    .values({ practice_id: tx.practiceId, id, unit_key: key, trace, day, paid, ...told })
    .onConflict((conflict) =>
      conflict
        .constraint('remittance_unit_unique')
        .doUpdateSet(told)
        .where('remittance.status', '=', 'refused'),
    )
    .execute()
  touchSealed(tx, 'remittance', id, remittance, sha256)
}

/** A claim of ours that a remittance may answer. */
export interface AnsweredClaimRow {
  readonly id: string
  readonly claim: Claim
  readonly payerId: string
  readonly providerId: string
  readonly payerClass: PayerClass
  /** NPI of the one who did the work, whoever goes on the claim. */
  readonly provider: string
  readonly payerClaimNumbers: readonly string[]
}

/** Our claims of these numbers or of these numbers of the payer's, held until the commit, in the order of their ids. */
export const claimsAnswered = async (
  tx: Tx,
  claimNumbers: readonly string[],
  payerClaimNumbers: readonly string[],
): Promise<readonly AnsweredClaimRow[]> => {
  const rows = await tx.db
    .selectFrom('claim')
    .innerJoin('payer', (join) =>
      join.onRef('payer.practice_id', '=', 'claim.practice_id').onRef('payer.id', '=', 'claim.payer_id'),
    )
    .innerJoin('provider', (join) =>
      join
        .onRef('provider.practice_id', '=', 'claim.practice_id')
        .onRef('provider.id', '=', 'claim.provider_id'),
    )
    .select([
      'claim.id',
      'claim.document',
      'claim.payer_id',
      'claim.provider_id',
      'claim.payer_claim_number',
      'payer.class',
      'provider.npi',
    ])
    .where('claim.practice_id', '=', tx.practiceId)
    .where('claim.document', 'is not', null)
    .where((where) =>
      where.or([
        where('claim.claim_number', '=', sql<string>`any(${claimNumbers}::text[])`),
        where('claim.payer_claim_number', '=', sql<string>`any(${payerClaimNumbers}::text[])`),
      ]),
    )
    .orderBy('claim.id')
    .forUpdate('claim')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    claim: row.document as Claim,
    payerId: row.payer_id,
    providerId: row.provider_id,
    payerClass: row.class as PayerClass,
    provider: row.npi,
    payerClaimNumbers: row.payer_claim_number === null ? [] : [row.payer_claim_number],
  }))
}

/** The payer that goes by this id on claims; null when the practice knows none. */
export const payerOfCode = async (tx: Tx, code: string | null): Promise<string | null> => {
  if (code === null) return null
  const row = await tx.db
    .selectFrom('payer')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id ?? null
}

/** How the practice is named by those who write to it. */
export interface OwnNames {
  readonly qualifier: string
  readonly id: string
  /** What an 835 names its payee by. */
  readonly npi: string
  readonly taxId: string
}

export const ownNames = async (tx: Tx): Promise<OwnNames> => {
  const row = await tx.db
    .selectFrom('practice')
    .select(['sender_qualifier', 'sender_id', 'document'])
    .where('practice_id', '=', tx.practiceId)
    .executeTakeFirstOrThrow()
  const { npi, taxId } = row.document as { readonly npi: string; readonly taxId: string }
  return { qualifier: row.sender_qualifier, id: row.sender_id, npi, taxId }
}

export interface RemittanceListed {
  readonly id: string
  readonly status: RemittanceStatus
  readonly payerId: string | null
  /** As the practice calls it, else as it calls itself. */
  readonly payerName: string | null
  readonly trace: string
  readonly day: Day
  readonly paid: Cents
  /** How many claims it answers. */
  readonly claims: number
  readonly fileId: string
  readonly findings: readonly Finding[]
  readonly postedAt: Instant
}

export interface RemittanceQuery {
  readonly status?: RemittanceStatus
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

const remittances = (tx: Tx) =>
  tx.db
    .selectFrom('remittance as r')
    .leftJoin('payer as y', (join) =>
      join.onRef('y.practice_id', '=', 'r.practice_id').onRef('y.id', '=', 'r.payer_id'),
    )
    .select([
      'r.id',
      'r.status',
      'r.payer_id',
      'r.trace',
      'r.day',
      'r.paid',
      'r.file_id',
      'r.findings',
      'r.posted_at',
      sql<string | null>`coalesce(y.name, r.document ->> 'payerName')`.as('payer_name'),
      sql<number>`jsonb_array_length(r.document -> 'claims')`.as('claims'),
    ])
    .where('r.practice_id', '=', tx.practiceId)

type ListedRow = Awaited<ReturnType<ReturnType<typeof remittances>['execute']>>[number]

const asListed = (row: ListedRow): RemittanceListed => ({
  id: row.id,
  status: row.status as RemittanceStatus,
  payerId: row.payer_id,
  payerName: row.payer_name,
  trace: row.trace,
  day: row.day as Day,
  paid: row.paid as Cents,
  claims: row.claims,
  fileId: row.file_id,
  findings: row.findings as readonly Finding[],
  postedAt: row.posted_at,
})

/** Remittances, newest payment first. */
export const listRemittances = async (
  tx: Tx,
  asked: RemittanceQuery,
): Promise<readonly RemittanceListed[]> => {
  let query = remittances(tx)
  if (asked.status !== undefined) query = query.where('r.status', '=', asked.status)
  if (asked.after !== undefined)
    query = query.where(sql<boolean>`(r.day, r.id) < (${asked.after.at}::date, ${asked.after.id}::uuid)`)
  const rows = await query.orderBy('r.day', 'desc').orderBy('r.id', 'desc').limit(asked.limit).execute()
  return rows.map(asListed)
}

/** One remittance with what was read; null when there is none. */
export const remittanceById = async (
  tx: Tx,
  id: string,
): Promise<(RemittanceListed & { readonly remittance: Remittance }) | null> => {
  const row = await remittances(tx).select('r.document').where('r.id', '=', id).executeTakeFirst()
  return row === undefined ? null : { ...asListed(row), remittance: row.document as Remittance }
}

/** A claim of ours by its number, with what explains its adjustments. */
export interface ClaimNamed {
  readonly id: string
  readonly claimNumber: string
  readonly sessionId: string
  readonly clientName: PersonName
  readonly day: Day
  readonly payerClass: PayerClass
  /** Null while it never was made whole. */
  readonly claim: Claim | null
}

/** Our claims of these numbers. */
export const claimsByNumber = async (
  tx: Tx,
  claimNumbers: readonly string[],
): Promise<readonly ClaimNamed[]> => {
  const rows = await tx.db
    .selectFrom('claim')
    .innerJoin('payer', (join) =>
      join.onRef('payer.practice_id', '=', 'claim.practice_id').onRef('payer.id', '=', 'claim.payer_id'),
    )
    .innerJoin('client', (join) =>
      join.onRef('client.practice_id', '=', 'claim.practice_id').onRef('client.id', '=', 'claim.client_id'),
    )
    .select([
      'claim.id',
      'claim.claim_number',
      'claim.session_id',
      'claim.day',
      'claim.document',
      'client.document as client',
      'payer.class',
    ])
    .where('claim.practice_id', '=', tx.practiceId)
    .where('claim.claim_number', '=', sql<string>`any(${claimNumbers}::text[])`)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    claimNumber: row.claim_number,
    sessionId: row.session_id,
    clientName: (row.client as { readonly name: PersonName }).name,
    day: row.day,
    payerClass: row.class as PayerClass,
    claim: row.document as Claim | null,
  }))
}
