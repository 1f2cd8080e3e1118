// A migrated database of its own for a test file, copied from the run's template.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Connection, pgSettings } from '../src/database/connection.ts'
import { loginRole, ownerRole } from '../src/database/prepare-database.ts'
import type { Cluster } from './cluster.ts'

export interface TestDatabase {
  /** The superuser, who is bound by no policy. */
  readonly administrator: Connection
  readonly owner: Connection
  readonly login: Connection
  /** Runs one statement as the superuser and gives its rows. */
  readonly asAdministrator: (
    statement: string,
    values?: readonly unknown[],
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>
  readonly drop: () => Promise<void>
}

const connected = async <T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(pgSettings(connection))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes a database; `drop` it in afterAll, after the pools on it are closed. */
export const makeTestDatabase = async (): Promise<TestDatabase> => {
  const { administrator, template, passwords }: Cluster = inject('cluster')
  const database = `test_${randomBytes(6).toString('hex')}`
  await connected(administrator, (client) =>
    client.query(`CREATE DATABASE ${database} TEMPLATE ${template} OWNER ${ownerRole}`),
  )
  const there = { ...administrator, database }
  return {
    administrator: there,
    owner: { ...there, user: ownerRole, password: passwords.owner },
    login: { ...there, user: loginRole, password: passwords.login },
    asAdministrator: (statement, values = []) =>
      connected(there, async (client) => (await client.query(statement, [...values])).rows),
    drop: () =>
      connected(administrator, async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
      }),
  }
}
