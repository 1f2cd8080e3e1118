// Persons, their sign-in sessions and attempts in the database: tables without tenant, used at the door alone.
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tables } from '../database/generated.tables.ts'
import type { PersonActor, Role } from '../database/tx.ts'

type Db = Kysely<Tables>

export interface Person {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string | null
  readonly practiceIds: readonly string[]
}

const personColumns = ['id', 'email', 'name', 'password_hash', 'practice_ids'] as const

const asPerson = (row: {
  id: string
  email: string
  name: string
  password_hash: string | null
  practice_ids: readonly string[]
}): Person => ({
  id: row.id,
  email: row.email,
  name: row.name,
  passwordHash: row.password_hash,
  practiceIds: row.practice_ids,
})

export const findPersonByEmail = async (db: Db, email: string): Promise<Person | null> => {
  const found = await db
    .selectFrom('person')
    .select(personColumns)
    .where('email', '=', email)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return found === undefined ? null : asPerson(found)
}

export const findPerson = async (db: Db, id: string): Promise<Person | null> => {
  const found = await db
    .selectFrom('person')
    .select(personColumns)
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  return found === undefined ? null : asPerson(found)
}

export const findPersonBySetUp = async (db: Db, setUpHash: string, at: Instant): Promise<Person | null> => {
  const found = await db
    .selectFrom('person')
    .select(personColumns)
    .where('setup_hash', '=', setUpHash)
    .where('setup_expires_at', '>', at)
    .where('disabled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  return found === undefined ? null : asPerson(found)
}

export interface NewPerson {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly passwordHash: string | null
  readonly setUpHash: string | null
  readonly setUpExpiresAt: Instant | null
  readonly practiceId: string
  readonly at: Instant
}

export const insertPerson = async (db: Db, person: NewPerson): Promise<void> => {
  await db
    .insertInto('person')
    .values({
      id: person.id,
      email: person.email,
      name: person.name,
      password_hash: person.passwordHash,
      setup_hash: person.setUpHash,
      setup_expires_at: person.setUpExpiresAt,
      practice_ids: [person.practiceId],
      disabled_at: null,
      created_at: person.at,
      updated_at: person.at,
    })
    .execute()
}

/** Lets a person who is known already look for a membership in one more practice. */
export const addPracticeToPerson = async (
  db: Db,
  id: string,
  practiceId: string,
  at: Instant,
): Promise<void> => {
  await sql`
    UPDATE person SET practice_ids = array_append(practice_ids, ${practiceId}::uuid), updated_at = ${at}
    WHERE id = ${id} AND NOT ${practiceId}::uuid = ANY (practice_ids)
  `.execute(db)
}

/** Sets the password and spends the set-up link. */
export const setPassword = async (db: Db, id: string, passwordHash: string, at: Instant): Promise<void> => {
  await db
    .updateTable('person')
    .set({ password_hash: passwordHash, setup_hash: null, setup_expires_at: null, updated_at: at })
    .where('id', '=', id)
    .execute()
}

export const setSetUp = async (
  db: Db,
  id: string,
  hash: string,
  expiresAt: Instant,
  at: Instant,
): Promise<void> => {
  await db
    .updateTable('person')
    .set({ setup_hash: hash, setup_expires_at: expiresAt, updated_at: at })
    .where('id', '=', id)
    .execute()
}

export interface SignInRow {
  readonly personId: string
  readonly email: string
  readonly name: string
  readonly practiceId: string | null
  readonly seenAt: Instant
  readonly expiresAt: Instant
  readonly lockedAt: Instant | null
}

/** The session of a token and its person; null when it has ended, or the person may not sign in any more. */
export const findSignIn = async (db: Db, tokenHash: string, at: Instant): Promise<SignInRow | null> => {
  const found = await db
    .selectFrom('sign_in_session as signed')
    .innerJoin('person', 'person.id', 'signed.person_id')
    .select(['signed.person_id', 'person.email', 'person.name', 'signed.practice_id'])
    .select(['signed.seen_at', 'signed.expires_at', 'signed.locked_at'])
    .where('signed.token_hash', '=', tokenHash)
    .where('signed.ended_at', 'is', null)
    .where('signed.expires_at', '>', at)
    .where('person.disabled_at', 'is', null)
    .executeTakeFirst()
  if (found === undefined) return null
  return {
    personId: found.person_id,
    email: found.email,
    name: found.name,
    practiceId: found.practice_id,
    seenAt: found.seen_at,
    expiresAt: found.expires_at,
    lockedAt: found.locked_at,
  }
}

export const insertSignIn = async (
  db: Db,
  row: {
    readonly tokenHash: string
    readonly personId: string
    readonly practiceId: string | null
    readonly at: Instant
    readonly expiresAt: Instant
  },
): Promise<void> => {
  await db
    .insertInto('sign_in_session')
    .values({
      token_hash: row.tokenHash,
      person_id: row.personId,
      practice_id: row.practiceId,
      made_at: row.at,
      seen_at: row.at,
      expires_at: row.expiresAt,
      locked_at: null,
      ended_at: null,
    })
    .execute()
}

type SignInChange = Partial<{
  readonly seen_at: Instant
  readonly locked_at: Instant | null
  readonly ended_at: Instant
  readonly practice_id: string
}>

export const changeSignIn = async (db: Db, tokenHash: string, change: SignInChange): Promise<void> => {
  await db.updateTable('sign_in_session').set(change).where('token_hash', '=', tokenHash).execute()
}

/** What has ended, or is too old to be used, is forgotten. */
export const forgetSignIns = async (db: Db, at: Instant): Promise<void> => {
  await db
    .deleteFrom('sign_in_session')
    .where((row) => row.or([row('expires_at', '<=', at), row('ended_at', '<=', at)]))
    .execute()
}

/** A changed password ends every sitting but the one it was changed in. */
export const endOtherSignIns = async (db: Db, personId: string, keep: string, at: Instant): Promise<void> => {
  await db
    .updateTable('sign_in_session')
    .set({ ended_at: at })
    .where('person_id', '=', personId)
    .where('token_hash', '<>', keep)
    .where('ended_at', 'is', null)
    .execute()
}

/** The person's part in the practice the connection stands in; null when they have none there. */
export const findMembership = async (
  db: Db,
  practiceId: string,
  personId: string,
): Promise<PersonActor | null> => {
  const found = await db
    .selectFrom('membership')
    .select(['role', 'provider_id'])
    .where('practice_id', '=', practiceId)
    .where('person_id', '=', personId)
    .where('accepted_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (found === undefined) return null
  return { kind: 'person', personId, role: found.role as Role, providerId: found.provider_id }
}

export const insertAttempt = async (
  db: Db,
  attempt: {
    readonly id: string
    readonly accountHash: string
    readonly address: string
    readonly at: Instant
  },
): Promise<void> => {
  const { id, accountHash, address, at } = attempt
  await db.insertInto('sign_in_attempt').values({ id, account_hash: accountHash, address, at }).execute()
}

/**
 * Lets attempts of one account, then those of one address, go by one at a time until the unit of work ends: guesses
 * sent at once would else all be counted before any of them was written down.
 */
export const queueAttempt = async (
  db: Db,
  by: { readonly accountHash: string; readonly address: string },
): Promise<void> => {
  await sql`SELECT pg_advisory_xact_lock(7426101, hashtext(${by.accountHash}))`.execute(db)
  await sql`SELECT pg_advisory_xact_lock(7426102, hashtext(${by.address}))`.execute(db)
}

/** Attempts since a moment that have not succeeded, of an account and of an address. */
export const countFailures = async (
  db: Db,
  by: { readonly accountHash: string; readonly address: string; readonly since: Instant },
): Promise<{ readonly account: number; readonly address: number }> => {
  const found = await sql<{ account: number; address: number }>`
    SELECT count(*) FILTER (WHERE account_hash = ${by.accountHash}) AS account,
           count(*) FILTER (WHERE address = ${by.address}) AS address
    FROM sign_in_attempt
    WHERE at > ${by.since} AND (account_hash = ${by.accountHash} OR address = ${by.address})
  `.execute(db)
  return found.rows[0] ?? { account: 0, address: 0 }
}

/** The right password clears its own account; what else came from that address still counts. */
export const clearAttempts = async (db: Db, accountHash: string): Promise<void> => {
  await db.deleteFrom('sign_in_attempt').where('account_hash', '=', accountHash).execute()
}

/** What can no longer count is forgotten. */
export const forgetAttempts = async (db: Db, before: Instant): Promise<void> => {
  await db.deleteFrom('sign_in_attempt').where('at', '<', before).execute()
}
