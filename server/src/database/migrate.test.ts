// Migrations: applied once, in order, by one of several; a changed file or a newer database stops the start.
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { type Connection, pgSettings } from './connection.ts'
import { type Migration, migrate, shippedMigrations } from './migrate.ts'
import { prepareOwnServer } from './prepare-database.ts'

const { administrator, passwords } = inject('cluster')
const made: string[] = []

const asAdministrator = async (database: string, statement: string) => {
  const client = new pg.Client(pgSettings({ ...administrator, database }))
  await client.connect()
  try {
    return (await client.query(statement)).rows as readonly Readonly<Record<string, unknown>>[]
  } finally {
    await client.end()
  }
}

const emptyDatabase = async (): Promise<Connection> => {
  const name = `migrate_${randomBytes(4).toString('hex')}`
  made.push(name)
  return (await prepareOwnServer(administrator, name, passwords)).owner
}

afterAll(async () => {
  for (const name of made) await asAdministrator('postgres', `DROP DATABASE ${name} WITH (FORCE)`)
})

const one: Migration = { number: 1, name: '0001-one.sql', text: 'CREATE TABLE one (id int)' }
const two: Migration = { number: 2, name: '0002-two.sql', text: 'CREATE TABLE two (id int)' }

describe('migrations', () => {
  test('that came with the program bring an empty database to its present state, and then there is nothing to do', async () => {
    const owner = await emptyDatabase()
    const names = shippedMigrations().map(({ name }) => name)
    expect(await migrate(owner, systemClock)).toEqual({ stands: true, applied: names })
    expect(await migrate(owner, systemClock)).toEqual({ stands: true, applied: [] })
  })

  test('are applied once by eight that start at the same time', async () => {
    const owner = await emptyDatabase()
    const all = await Promise.all(Array.from({ length: 8 }, () => migrate(owner, systemClock, [one, two])))
    expect(all.every(({ stands }) => stands)).toBe(true)
    const applied = all.flatMap((each) => (each.stands ? each.applied : []))
    expect(applied.toSorted()).toEqual([one.name, two.name])
  })

  test('go on where they stood', async () => {
    const owner = await emptyDatabase()
    await migrate(owner, systemClock, [one])
    expect(await migrate(owner, systemClock, [one, two])).toEqual({ stands: true, applied: [two.name] })
  })

  test('stop at an applied file that was changed, and change nothing', async () => {
    const owner = await emptyDatabase()
    await migrate(owner, systemClock, [one])
    const found = await migrate(owner, systemClock, [{ ...one, text: 'CREATE TABLE uno (id int)' }, two])
    expect(found).toMatchObject({ stands: false })
    expect(found.stands ? '' : found.says).toMatch(/^Migration 0001-one\.sql was changed after/)
    const rows = await asAdministrator(owner.database, 'SELECT number FROM migration')
    expect(rows).toEqual([{ number: 1 }])
  })

  test('stop at a database that is newer than the program', async () => {
    const owner = await emptyDatabase()
    await migrate(owner, systemClock, [one, two])
    const found = await migrate(owner, systemClock, [one])
    expect(found.stands ? '' : found.says).toMatch(/^The database is newer than this program/)
  })

  test('that fail leave the database as it was, and are tried again whole', async () => {
    const owner = await emptyDatabase()
    const torn = { ...two, text: 'CREATE TABLE two (id int); SELECT nonsense' }
    await expect(migrate(owner, systemClock, [one, torn])).rejects.toMatchObject({ code: '42703' })
    expect(await migrate(owner, systemClock, [one, two])).toEqual({ stands: true, applied: [two.name] })
  })
})
