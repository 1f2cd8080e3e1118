// Payout runs in the database: what each provider was owed when the run was looked at.
import { sql } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'

export interface RunRow {
  readonly id: string
  readonly key: string
  readonly status: 'previewed' | 'paid'
}

/** Keeps a preview under the key of its run; one that was paid stays as it was, and is given back. */
export const putPreview = async (
  tx: Tx,
  run: { readonly id: string; readonly key: string; readonly document: unknown },
): Promise<RunRow> => {
  const document = JSON.stringify(run.document)
  await tx.db
    .insertInto('payout_run')
    .values({
      practice_id: tx.practiceId,
      id: run.id,
      key: run.key,
      status: 'previewed',
      document,
      at: tx.at,
    })
    .onConflict((conflict) =>
      conflict
        .constraint('payout_run_key_unique')
        .doUpdateSet({ document, at: tx.at })
        .where('payout_run.status', '=', 'previewed')
        .where(sql<boolean>`payout_run.document <> ${document}::jsonb`),
    )
    .execute()
  const row = await tx.db
    .selectFrom('payout_run')
    .select(['id', 'key', 'status'])
    .where('practice_id', '=', tx.practiceId)
    .where('key', '=', run.key)
    .executeTakeFirstOrThrow()
  tx.touch('payout_run', row.id)
  return { id: row.id, key: row.key, status: row.status as RunRow['status'] }
}

/** Providers by their NPI, as the ledger names them. */
export const providerIds = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx.db
    .selectFrom('provider')
    .select(['id', 'npi'])
    .where('practice_id', '=', tx.practiceId)
    .execute()
  return new Map(rows.map((row) => [row.npi, row.id]))
}

/** Those of these claims that by then their payer had accepted into adjudication, or had answered. */
export const acceptedClaims = async (
  tx: Tx,
  claimIds: readonly string[],
  before: Instant | null = null,
): Promise<ReadonlySet<string>> => {
  if (claimIds.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('claim_event')
    .select('claim_id')
    .distinct()
    .where('practice_id', '=', tx.practiceId)
    .where('claim_id', '=', sql<string>`any(${claimIds}::uuid[])`)
    .where(sql<boolean>`(${before}::timestamptz IS NULL OR at < ${before}::timestamptz)`)
    .where((where) =>
      where.or([
        where('kind', '=', 'remitted'),
        where.and([where('kind', '=', 'acknowledgment'), where('verdict', '=', 'accepted')]),
      ]),
    )
    .execute()
  return new Set(rows.map((row) => row.claim_id))
}

export interface ProviderNamed {
  readonly id: string
  readonly npi: string
  /** `Marguerite Ashdown`. */
  readonly name: string
}

/** Everybody who may earn, by name. */
export const providersNamed = async (tx: Tx): Promise<readonly ProviderNamed[]> => {
  const { rows } = await sql<ProviderNamed>`
    SELECT id, npi, (document #>> '{name,first}') || ' ' || (document #>> '{name,last}') AS name FROM provider
    WHERE practice_id = ${tx.practiceId} ORDER BY document #>> '{name,last}', id`.execute(tx.db)
  return rows
}
