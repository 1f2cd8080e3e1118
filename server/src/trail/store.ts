// The trail in the database: one row an act, numbered and hashed from the practice's head, which is locked last.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tables } from '../database/generated.tables.ts'
import type { Actor, Touched } from '../database/tx.ts'
import { type TrailRow, firstHash, trailHash } from './trail-row.ts'

export interface TrailHead {
  readonly number: number
  readonly hash: string
  readonly at: Instant
}

interface Told {
  readonly practiceId: string
  readonly actor: Actor
  readonly act: string
  readonly requestId: string | null
  readonly at: Instant
  readonly touched: readonly Touched[]
}

type Hash = (utf8: string) => string

/** The first head of a practice, made together with it. */
export const beginTrail = async (
  db: Kysely<Tables>,
  practiceId: string,
  at: Instant,
  sha256: Hash,
): Promise<void> => {
  await db
    .insertInto('trail_head')
    .values({ practice_id: practiceId, number: 0, hash: firstHash(practiceId, sha256), at })
    .execute()
}

const lockHead = (db: Kysely<Tables>, practiceId: string) =>
  db
    .selectFrom('trail_head')
    .select(['number', 'hash'])
    .where('practice_id', '=', practiceId)
    .forUpdate()
    .executeTakeFirstOrThrow()

/** Appends a row and moves the head. The head's lock is held until the commit, so rows are numbered in that order. */
export const writeTrail = async (db: Kysely<Tables>, told: Told, sha256: Hash): Promise<TrailHead> => {
  const { practiceId, actor, act, requestId, at, touched } = told
  const before = await lockHead(db, practiceId)
  const row: TrailRow = {
    practiceId,
    number: before.number + 1,
    at,
    personId: actor.kind === 'person' ? actor.personId : null,
    actor: actor.kind === 'person' ? 'person' : actor.name,
    act,
    touched,
    requestId,
    previousHash: before.hash,
  }
  const head: TrailHead = { number: row.number, hash: trailHash(row, sha256), at }
  // One statement: the row and the head stand or fall together, and cost one way to the database.
  await sql`
    WITH row AS (
      INSERT INTO trail (practice_id, number, at, person_id, actor, act, touched, request_id, previous_hash, hash)
      VALUES (${practiceId}, ${row.number}, ${at}, ${row.personId}, ${row.actor}, ${act},
        ${JSON.stringify(touched)}, ${requestId}, ${row.previousHash}, ${head.hash})
    )
    UPDATE trail_head SET number = ${head.number}, hash = ${head.hash}, at = ${at}
    WHERE practice_id = ${practiceId}
  `.execute(db)
  return head
}

/** The rows of a practice from a number on, in order, with the hash that was kept for each. */
export const readTrail = async (
  db: Kysely<Tables>,
  practiceId: string,
  from: number,
  limit: number,
): Promise<readonly (TrailRow & { readonly hash: string })[]> => {
  const rows = await db
    .selectFrom('trail')
    .selectAll()
    .where('practice_id', '=', practiceId)
    .where('number', '>=', from)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    practiceId,
    number: row.number,
    at: row.at,
    personId: row.person_id,
    actor: row.actor,
    act: row.act,
    touched: row.touched as readonly Touched[],
    requestId: row.request_id,
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
}

/** The head as the database has it; null where the practice shows none. */
export const readHead = async (db: Kysely<Tables>, practiceId: string): Promise<TrailHead | null> => {
  const found = await db
    .selectFrom('trail_head')
    .select(['number', 'hash', 'at'])
    .where('practice_id', '=', practiceId)
    .executeTakeFirst()
  return found ?? null
}
