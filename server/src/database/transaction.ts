// A transaction as the app role: opened in one string, tried again when the database asks for it, bounded.
import { setTimeout } from 'node:timers/promises'
import { Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type pg from 'pg'
import { isUuid } from '../ids.ts'
import type { Tables } from './generated.tables.ts'
import type { Database } from './pool.ts'

const kyselyOf = new WeakMap<pg.PoolClient, Kysely<Tables>>()

/** One Kysely a connection, since a unit of work must not leave its connection. */
const onClient = (client: pg.PoolClient): Kysely<Tables> => {
  const known = kyselyOf.get(client)
  if (known !== undefined) return known
  const lent = { query: client.query.bind(client), release: () => undefined }
  const pool = { connect: async () => lent, end: async () => undefined }
  const made = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PostgresDriver({ pool: pool as never }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  kyselyOf.set(client, made)
  return made
}

/** Serialization failure and deadlock: the database asks for the whole unit of work again. */
const again = new Set(['40001', '40P01'])
const mostTries = 6

const codeOf = (fault: unknown): string =>
  typeof fault === 'object' && fault !== null && 'code' in fault ? String(fault.code) : ''

/** True when the unit of work failed only because others were at the same rows. */
export const isContention = (fault: unknown): boolean => again.has(codeOf(fault))

const opening = (practiceId: string | null): string => {
  const asApp = 'BEGIN; SET LOCAL ROLE golden_app'
  if (practiceId === null) return asApp
  // SET takes no parameter, so the text is proved here. Not set_config(): it does not reach the workers of a
  // distributed database.
  if (!isUuid(practiceId)) throw new RangeError('a practice is named by its uuid')
  return `${asApp}; SET LOCAL app.practice = '${practiceId}'`
}

const once = async <T>(
  { pool }: Database,
  practiceId: string | null,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> => {
  const begin = opening(practiceId)
  const client = await pool.connect()
  let broken = true
  try {
    try {
      await client.query(begin)
      const answer = await work(onClient(client))
      const { command } = await client.query('COMMIT')
      broken = false
      // An act that swallowed an error of the database has lost its work, and must not look as if it had not.
      if (command !== 'COMMIT') throw new Error('the unit of work was undone by an error it did not hand on')
      return answer
    } catch (fault) {
      await client.query('ROLLBACK').then(
        () => {
          broken = false
        },
        () => undefined,
      )
      throw fault
    }
  } finally {
    // A connection whose state is not known is thrown away.
    client.release(broken)
  }
}

/**
 * Runs a unit of work as the app role, inside a practice or (null) outside of any, where only the tables without
 * tenant show rows. It is run again, up to six times, when the database asks for it, so it may have no effect outside
 * the database.
 */
export const transact = async <T>(
  database: Database,
  practiceId: string | null,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await once(database, practiceId, work)
    } catch (fault) {
      if (!isContention(fault) || tried === mostTries) throw fault
      // Waiting longer each time, and not all alike, lets the others through.
      await setTimeout(2 ** tried * (1 + Math.random()))
    }
  }
}
