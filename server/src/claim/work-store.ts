// What waits for a person, as a list of work: each claim with the money at stake and the day it must be done by.
import { sql } from 'kysely'
import type { PayerClass } from '@goldenthread/core/facts/facts.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import { answeredOn, atStake } from './at-stake.ts'
import { undoSeconds } from './batch-store.ts'
import { type ClaimRow, claimColumns, claimRow } from './view-store.ts'
import { type Claims, type Moments, type Worklist, claimsIn, inWorklist } from './worklist-store.ts'

/** How long payers of a class take claims where the contract does not say, in days; null where the class does not either. */
export type FilingDays = Readonly<Record<PayerClass, number | null>>

/** Until when something must be done. */
export interface Due {
  /** `file`: the payer takes no claim after that day; `appeal`: no appeal. */
  readonly what: 'file' | 'appeal'
  /** Null where neither the contract nor the payer's class says it. */
  readonly by: Day | null
}

export interface WorkRow {
  readonly claim: ClaimRow
  /** Of the lines as they were filed; none while the claim is held. */
  readonly codes: readonly string[]
  /** Null for a claim that was never priced. */
  readonly atStake: Cents | null
  /** Null where nothing runs out: the payer has accepted the claim in time, or was void. */
  readonly due: Due | null
}

const ruleInForce = (key: 'timelyFilingDays' | 'appealDays') => sql`(
  SELECT (contract.payer_rules ->> ${sql.lit(key)})::int FROM payer_contract AS contract
  WHERE contract.practice_id = claim.practice_id AND contract.payer_id = claim.payer_id
    AND contract.starts <= claim.day AND (contract.ends IS NULL OR contract.ends >= claim.day)
  ORDER BY contract.starts DESC LIMIT 1)`

const dueWhat = sql<Due['what'] | null>`CASE
  WHEN claim.status = 'answered' THEN 'appeal'
  WHEN claim.status IN ('accepted', 'void') THEN NULL
  ELSE 'file' END`

// A day plus nothing known is nothing known.
const dueBy = (days: FilingDays) => sql<Day | null>`CASE
  WHEN claim.status = 'answered' THEN ${answeredOn} + ${ruleInForce('appealDays')}
  WHEN claim.status IN ('accepted', 'void') THEN NULL
  ELSE claim.day + coalesce(${ruleInForce('timelyFilingDays')},
    (${JSON.stringify(days)}::jsonb ->> payer.class)::int) END`

const codes = sql<readonly string[]>`(
  SELECT coalesce(jsonb_agg(line ->> 'procedure' ORDER BY (line ->> 'number')::int), '[]')
  FROM jsonb_array_elements(claim.document -> 'lines') AS line)`

const worked = (claims: Claims, days: FilingDays) =>
  claims
    .select(claimColumns)
    .select([codes.as('codes'), atStake.as('at_stake'), dueWhat.as('due_what'), dueBy(days).as('due_by')])

type Worked = Awaited<ReturnType<ReturnType<typeof worked>['execute']>>[number]

const workRow = (row: Worked, undo: number): WorkRow => ({
  claim: claimRow(row, undo),
  codes: row.codes ?? [],
  atStake: row.at_stake as Cents | null,
  due: row.due_what === null ? null : { what: row.due_what, by: row.due_by },
})

/** Behind every day that is known. */
const noDay = '9999-12-31'

/** The value that a list of work is ordered by. */
export const dueOrder = ({ due }: WorkRow): string => due?.by ?? noDay

export interface WorkAsked {
  readonly worklist: Worklist
  readonly providerId: string | null
  readonly before: Moments
  readonly filingDays: FilingDays
  readonly after?: { readonly at: string; readonly id: string }
  readonly limit: number
}

/** The claims of a worklist, the nearest deadline first; those of which none is known stand last. */
export const listWork = async (tx: Tx, asked: WorkAsked): Promise<readonly WorkRow[]> => {
  const all = claimsIn(tx)
  const seen = asked.providerId === null ? all : all.where('claim.provider_id', '=', asked.providerId)
  const work = worked(inWorklist(seen, asked.worklist, asked.before), asked.filingDays)
  let query = tx.db.selectFrom(work.as('work')).selectAll()
  const order = sql<string>`coalesce(work.due_by, ${noDay}::date)`
  if (asked.after !== undefined)
    query = query.where(
      sql<boolean>`(${order}, work.id) > (${asked.after.at}::date, ${asked.after.id}::uuid)`,
    )
  const rows = await query.orderBy(order).orderBy('work.id').limit(asked.limit).execute()
  const undo = await undoSeconds(tx)
  return rows.map((row) => workRow(row, undo))
}

/** One claim as a piece of work; null when there is none. */
export const workOfClaim = async (tx: Tx, id: string, filingDays: FilingDays): Promise<WorkRow | null> => {
  const row = await worked(claimsIn(tx).where('claim.id', '=', id), filingDays).executeTakeFirst()
  return row === undefined ? null : workRow(row, await undoSeconds(tx))
}
