// What entries and accounts are called for people: whose account it is, and which documents an entry came from.
import { sql } from 'kysely'
import { ofChart } from '@goldenthread/core/ledger/chart.ts'
import type { AccountKind } from '@goldenthread/core/ledger/entry.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Tx } from '../database/tx.ts'
import type { EntryRow } from './entry-store.ts'

interface Party {
  readonly kind: AccountKind
  readonly party: string
}

/** The name behind an account: of the payer, the client, the provider; null where it has no party or nobody is known by it. */
export type NameOf = (of: Party) => string | null

interface Named {
  readonly party: string
  readonly name: string
}

/** Accounts name payers by their code on claims, clients by their id, providers by their NPI. */
export const partyNames = async (tx: Tx, accounts: readonly Party[]): Promise<NameOf> => {
  const of = (stands: string): readonly string[] => [
    ...new Set(accounts.filter(({ kind }) => ofChart(kind).party === stands).map(({ party }) => party)),
  ]
  const { rows } = await sql<Named & { readonly stands: string }>`
    SELECT 'payer' AS stands, code AS party, name FROM payer
      WHERE practice_id = ${tx.practiceId} AND code = any(${of('payer')}::text[])
    UNION ALL
    SELECT 'client', id::text, (document #>> '{name,first}') || ' ' || (document #>> '{name,last}') FROM client
      WHERE practice_id = ${tx.practiceId} AND id::text = any(${of('client')}::text[])
    UNION ALL
    SELECT 'provider', npi, (document #>> '{name,first}') || ' ' || (document #>> '{name,last}') FROM provider
      WHERE practice_id = ${tx.practiceId} AND npi = any(${of('provider')}::text[])`.execute(tx.db)
  const names = new Map(rows.map(({ stands, party, name }) => [`${stands} ${party}`, name]))
  return ({ kind, party }) => names.get(`${ofChart(kind).party} ${party}`) ?? null
}

/** What an entry came from, as people know it. */
export interface DocumentNames {
  readonly sessionId: string | null
  /** The day of service, the codes and the client, of a claim or a private charge. */
  readonly day: Day | null
  readonly codes: readonly string[]
  readonly clientName: string | null
  readonly claimNumber: string | null
  /** TRN02 of the remittance. */
  readonly trace: string | null
  readonly payment: { readonly day: Day; readonly method: string } | null
}

const idsOf = (rows: readonly EntryRow[], of: (row: EntryRow) => string | null): readonly string[] => [
  ...new Set(rows.flatMap((row) => of(row) ?? [])),
]

/** The work that money is for: a claim, or a charge to the client alone. */
export interface Worked {
  readonly id: string
  readonly sessionId: string
  readonly day: Day
  readonly codes: readonly string[]
  readonly clientName: string
  readonly number: string
  /** Null of a charge to the client. */
  readonly payerName: string | null
  /** How its payer answered last; null while none did, and of a charge. */
  readonly verdict: 'accepted' | 'rejected' | 'partly' | null
  /** Of a charge that the client has paid. */
  readonly isPaidByClient: boolean
}

/** Claims and private charges by their ids, with the session they are for. */
export const workBehind = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Worked>> => {
  const { rows } = await sql<Worked>`
    SELECT w.id, w.session_id AS "sessionId", w.day, w.number, y.name AS "payerName", w.verdict,
      w.paid_at IS NOT NULL AS "isPaidByClient",
      (c.document #>> '{name,first}') || ' ' || (c.document #>> '{name,last}') AS "clientName",
      coalesce((SELECT json_agg(DISTINCT l ->> 'procedure') FROM jsonb_array_elements(w.document -> 'lines') l), '[]') AS codes
    FROM (
      SELECT practice_id, id, session_id, client_id, day, claim_number AS number, document, payer_id,
        (SELECT o.verdict FROM claim_event o
          WHERE o.practice_id = claim.practice_id AND o.claim_id = claim.id AND o.kind = 'remitted'
          ORDER BY o.at DESC, o.id DESC LIMIT 1) AS verdict, NULL::timestamptz AS paid_at
        FROM claim
        WHERE practice_id = ${tx.practiceId} AND id = any(${ids}::uuid[])
      UNION ALL
      SELECT practice_id, id, session_id, client_id, day, charge_number, document, NULL, NULL, paid_at
        FROM private_charge
        WHERE practice_id = ${tx.practiceId} AND id = any(${ids}::uuid[])) w
    JOIN client c ON c.practice_id = w.practice_id AND c.id = w.client_id
    LEFT JOIN payer y ON y.practice_id = w.practice_id AND y.id = w.payer_id`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Names of the documents that these entries came from. */
export const documentNames = async (
  tx: Tx,
  rows: readonly EntryRow[],
): Promise<(row: EntryRow) => DocumentNames> => {
  const work = await workBehind(tx, [
    ...idsOf(rows, ({ claimId }) => claimId),
    ...idsOf(rows, ({ privateChargeId }) => privateChargeId),
  ])
  const traces = await tx.db
    .selectFrom('remittance')
    .select(['id', 'trace'])
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', sql<string>`any(${idsOf(rows, ({ remittanceId }) => remittanceId)}::uuid[])`)
    .execute()
  const payments = await tx.db
    .selectFrom('client_payment')
    .select(['id', 'session_id', 'day', 'method'])
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', sql<string>`any(${idsOf(rows, ({ clientPaymentId }) => clientPaymentId)}::uuid[])`)
    .execute()
  return ({ claimId, privateChargeId, remittanceId, clientPaymentId }) => {
    const worked = work.get(claimId ?? privateChargeId ?? '')
    const paid = payments.find(({ id }) => id === clientPaymentId)
    return {
      sessionId: worked?.sessionId ?? paid?.session_id ?? null,
      day: worked?.day ?? null,
      codes: worked?.codes ?? [],
      clientName: worked?.clientName ?? null,
      claimNumber: worked?.number ?? null,
      trace: traces.find(({ id }) => id === remittanceId)?.trace ?? null,
      payment: paid === undefined ? null : { day: paid.day as Day, method: paid.method },
    }
  }
}
