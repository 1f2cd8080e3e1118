// The pool of connections that the server works through.
import pg from 'pg'
import { type Bell, makeBell } from '../jobs/bell.ts'
import type { Log } from '../log.ts'
import { type Connection, pgSettings } from './connection.ts'
import { typeParsers } from './types.ts'

export interface Database {
  readonly pool: pg.Pool
  /** Rung after a commit that made work due, for the sweeps of this process. */
  readonly bell: Bell
}

export interface PoolSettings {
  readonly size: number
  /** Milliseconds to wait for a connection before saying that the database is busy. */
  readonly patience: number
}

export const usualPool: PoolSettings = { size: 10, patience: 10_000 }

/** Opens the pool, as the login role. A connection that breaks is logged by its code and replaced; nothing crashes. */
export const openDatabase = (
  connection: Connection,
  log: Log,
  settings: PoolSettings = usualPool,
): Database => {
  const pool = new pg.Pool({
    ...pgSettings(connection),
    types: typeParsers,
    max: settings.size,
    connectionTimeoutMillis: settings.patience,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    application_name: 'golden-thread',
  })
  const broken = (fault: Error & { readonly code?: string }) =>
    log.warn({ code: fault.code ?? 'unknown' }, 'a connection to the database broke')
  // Idle connections report through the pool, those in use by themselves: without both, a restart of the database
  // ends the process.
  pool.on('error', broken)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return { pool, bell: makeBell() }
}
