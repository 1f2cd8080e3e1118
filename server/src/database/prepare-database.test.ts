// Roles on somebody else's server: made by a role that owns its database and may make roles, and is nothing more.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Postgres, startPostgres } from '../../../cli/src/serve/postgres/postgres.ts'
import { systemClock } from '../clock.ts'
import { type Connection, connectionFrom, pgSettings } from './connection.ts'
import { migrate } from './migrate.ts'
import { prepareGivenServer } from './prepare-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-given-'))
let postgres: Postgres
let owner: Connection

const asked = async (connection: Connection, ...statements: readonly string[]) => {
  const client = new pg.Client(pgSettings(connection))
  await client.connect()
  try {
    let rows: readonly unknown[] = []
    for (const statement of statements) rows = (await client.query(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

beforeAll(async () => {
  postgres = await startPostgres({ folder, log: () => undefined, settings: { fsync: 'off' } })
  const administrator = postgres.administrator('postgres')
  await asked(
    administrator,
    `CREATE ROLE tenant LOGIN CREATEROLE PASSWORD 'its-own'`,
    'CREATE DATABASE theirs OWNER tenant',
  )
  owner = { ...administrator, database: 'theirs', user: 'tenant', password: 'its-own' }
})
afterAll(async () => {
  await postgres.stop()
  rmSync(folder, { recursive: true })
})

describe('a given database', () => {
  test('is prepared and migrated by its owner, as often as it is started, by several at once', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => prepareGivenServer(owner, 'derived')))
    for (const prepared of all) expect((await migrate(prepared.owner, systemClock)).stands).toBe(true)
    const [prepared] = all
    const rows = await asked(
      prepared?.login ?? owner,
      'BEGIN',
      'SET LOCAL ROLE golden_app',
      `SELECT count(*)::int AS practices, current_setting('TimeZone') AS zone FROM practice`,
    )
    expect(rows).toEqual([{ practices: 0, zone: 'UTC' }])
  })
})

describe('an address of a database', () => {
  test.each<[string, Partial<Connection>]>([
    [
      'postgres://ann:p%40ss@db.example:6000/golden',
      { host: 'db.example', port: 6000, password: 'p@ss', tls: true },
    ],
    ['postgresql://ann@localhost/golden', { host: 'localhost', port: 5432, tls: false }],
    ['postgres://ann@db.example/golden?sslmode=disable', { host: 'db.example', tls: false }],
    ['postgres://ann@localhost/golden?sslmode=require', { tls: true }],
    ['postgres:///golden?host=%2Fvar%2Frun', { host: '/var/run', tls: false }],
  ])('%s is read whole', (address, expected) => {
    expect(connectionFrom(address)).toMatchObject({ database: 'golden', ...expected })
  })

  test('of another kind is refused', () => {
    expect(() => connectionFrom('mysql://ann@db.example/golden')).toThrow('postgres://')
  })
})
