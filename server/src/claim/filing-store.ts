// Claims in the database as they are made: held, filed, superseded, voided.
import { type Selectable, sql } from 'kysely'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { ClaimStanding } from '@goldenthread/core/thread/plan-correction.ts'
import { sum } from '@goldenthread/core/values/cents.ts'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { ClaimTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import type { ClaimProof } from './claim-proof.ts'

/** What a claim is about: the session, whose it is, the note it rests on, the claim it comes after. */
export interface ClaimSubject {
  readonly sessionId: string
  readonly clientId: string
  readonly providerId: string
  readonly coverageId: string
  readonly payerId: string
  readonly signedNoteId: string
  readonly day: Day
  readonly frequency: '1' | '7' | '8'
  /** The claim of ours in whose place it stands; null for a first one. */
  readonly replacesId: string | null
}

export interface ClaimRow extends ClaimSubject {
  readonly id: string
  /** CLM01. */
  readonly claimNumber: string
  readonly status: ClaimStanding
  /** When another claim took its place; null for the live one of its session. */
  readonly supersededAt: Instant | null
  /** Null while held. */
  readonly claim: Claim | null
  readonly findings: readonly Finding[]
  readonly proof: ClaimProof | null
  /** The payer's own number for it; null while it gave none. */
  readonly payerClaimNumber: string | null
  readonly version: number
}

const asClaim = (row: Selectable<ClaimTable>): ClaimRow => ({
  id: row.id,
  claimNumber: row.claim_number,
  sessionId: row.session_id,
  clientId: row.client_id,
  providerId: row.provider_id,
  coverageId: row.coverage_id,
  payerId: row.payer_id,
  signedNoteId: row.signed_note_id,
  day: row.day,
  frequency: row.frequency as ClaimRow['frequency'],
  replacesId: row.replaces_id,
  status: row.status as ClaimStanding,
  supersededAt: row.superseded_at,
  claim: row.document as Claim | null,
  findings: row.findings as readonly Finding[],
  proof: row.proof as ClaimProof | null,
  payerClaimNumber: row.payer_claim_number,
  version: row.version,
})

const claims = (tx: Tx) => tx.db.selectFrom('claim').selectAll().where('practice_id', '=', tx.practiceId)

export const readClaim = async (tx: Tx, id: string): Promise<ClaimRow | null> => {
  const row = await claims(tx).where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : asClaim(row)
}

/** The live claim of a session, held until the commit; null when it has none. */
export const lockLiveClaim = async (tx: Tx, sessionId: string): Promise<ClaimRow | null> => {
  const row = await claims(tx)
    .where('session_id', '=', sessionId)
    .where('status', '<>', 'void')
    .where('superseded_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return row === undefined ? null : asClaim(row)
}

/** Of the claims of a session that left before this one, the last, where it was rejected; null where it was not. */
export const rejectedBefore = async (
  tx: Tx,
  { id, sessionId }: Pick<ClaimRow, 'id' | 'sessionId'>,
): Promise<ClaimRow | null> => {
  const row = await claims(tx)
    .where('session_id', '=', sessionId)
    .where('frequency', '<>', '8')
    .where('status', 'in', ['batched', 'sent', 'accepted', 'rejected', 'answered'])
    .where('id', '<', id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.status === 'rejected' ? asClaim(row) : null
}

/**
 * Whether a payer has a claim of the session: one that left, was not rejected, and that no replacement or void of it
 * has taken back by the payer's own answer.
 */
export const isWithPayer = async (tx: Tx, sessionId: string): Promise<boolean> =>
  (await tx.db
    .selectFrom('claim as c')
    .select('c.id')
    .where('c.practice_id', '=', tx.practiceId)
    .where('c.session_id', '=', sessionId)
    .where('c.frequency', '<>', '8')
    .where('c.status', 'in', ['batched', 'sent', 'accepted', 'answered'])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('claim as r')
            .select('r.id')
            .whereRef('r.practice_id', '=', 'c.practice_id')
            .whereRef('r.replaces_id', '=', 'c.id')
            .where('r.frequency', 'in', ['7', '8'])
            .where('r.status', '=', 'answered'),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst()) !== undefined

/** Voids of a claim that the payer has, or is to have, and has not answered with its taking back. */
export const voidsUnderWay = async (tx: Tx, claimId: string): Promise<readonly string[]> => {
  const rows = await tx.db
    .selectFrom('claim')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('replaces_id', '=', claimId)
    .where('frequency', '=', '8')
    .where('status', 'in', ['batched', 'sent', 'accepted'])
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether no later void stands for the claim that this one voids. */
export const isLastVoid = async (tx: Tx, { id, replacesId }: ClaimRow): Promise<boolean> =>
  (await tx.db
    .selectFrom('claim')
    .select('id')
    .where('practice_id', '=', tx.practiceId)
    .where('replaces_id', '=', replacesId)
    .where('frequency', '=', '8')
    .where('id', '>', id)
    .executeTakeFirst()) === undefined

/** A claim as it is judged: made, with its proof, or only the findings that hold it. */
export type Judged =
  | { readonly claim: Claim; readonly proof: ClaimProof; readonly findings: readonly Finding[] }
  | { readonly claim: null; readonly proof: null; readonly findings: readonly Finding[] }

/** Nothing is expected of a void: it takes back. */
const expectedOf = (claim: Claim | null, of: 'payer' | 'client'): number | null => {
  if (claim === null) return null
  return claim.frequency === '8' ? 0 : sum(claim.lines.map((line) => line.expected[of]))
}

const madeColumns = ({ claim, proof, findings }: Judged, at: Instant) => ({
  status: claim === null ? 'held' : 'filed',
  document: claim === null ? null : JSON.stringify(claim),
  proof: proof === null ? null : JSON.stringify(proof),
  findings: JSON.stringify(findings),
  charge: claim?.charge ?? null,
  expected_payer: expectedOf(claim, 'payer'),
  expected_client: expectedOf(claim, 'client'),
  filed_at: claim === null ? null : at,
  updated_at: at,
})

const subjectColumns = (subject: ClaimSubject) => ({
  session_id: subject.sessionId,
  client_id: subject.clientId,
  provider_id: subject.providerId,
  coverage_id: subject.coverageId,
  payer_id: subject.payerId,
  signed_note_id: subject.signedNoteId,
  day: subject.day,
  frequency: subject.frequency,
  replaces_id: subject.replacesId,
})

export interface NewClaim {
  readonly id: string
  readonly claimNumber: string
  readonly subject: ClaimSubject
  readonly judged: Judged
  /** True for a void, which is never the live claim of its session. */
  readonly superseded: boolean
}

export const insertClaim = async (tx: Tx, made: NewClaim): Promise<ClaimRow> => {
  const row = await tx.db
    .insertInto('claim')
    .values({
      practice_id: tx.practiceId,
      id: made.id,
      claim_number: made.claimNumber,
      ...subjectColumns(made.subject),
      ...madeColumns(made.judged, tx.at),
      superseded_at: made.superseded ? tx.at : null,
      payer_claim_number: null,
      version: 1,
      created_at: tx.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asClaim(row)
}

/** Writes a held claim as it was judged anew: about this subject now, held still or filed. */
export const rejudgeHeld = async (
  tx: Tx,
  { id }: Pick<ClaimRow, 'id'>,
  subject: ClaimSubject,
  judged: Judged,
): Promise<ClaimRow> => {
  const row = await tx.db
    .updateTable('claim')
    .set({ ...subjectColumns(subject), ...madeColumns(judged, tx.at), version: sql<number>`version + 1` })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .where('status', '=', 'held')
    .returningAll()
    .executeTakeFirstOrThrow()
  return asClaim(row)
}

/** The same claim, resting on a later version of its note. */
export const restOnNote = async (
  tx: Tx,
  { id }: Pick<ClaimRow, 'id'>,
  signedNoteId: string,
  proof: ClaimProof,
): Promise<void> => {
  await tx.db
    .updateTable('claim')
    .set({
      signed_note_id: signedNoteId,
      proof: JSON.stringify(proof),
      updated_at: tx.at,
      version: sql<number>`version + 1`,
    })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .execute()
}

/** Puts a claim back into its session's place, where no other one has taken it. */
export const standAgain = async (
  tx: Tx,
  { id, sessionId }: Pick<ClaimRow, 'id' | 'sessionId'>,
): Promise<void> => {
  if ((await lockLiveClaim(tx, sessionId)) !== null) return
  await tx.db
    .updateTable('claim')
    .set({ superseded_at: null, updated_at: tx.at, version: sql<number>`version + 1` })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .execute()
}

/** Takes a claim out of its session's place: void when it never left, else it stays what the payer made of it. */
export const supersede = async (tx: Tx, { id }: Pick<ClaimRow, 'id'>, toVoid: boolean): Promise<void> => {
  await tx.db
    .updateTable('claim')
    .set({
      superseded_at: tx.at,
      updated_at: tx.at,
      version: sql<number>`version + 1`,
      ...(toVoid ? { status: 'void' } : {}),
    })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .execute()
}
