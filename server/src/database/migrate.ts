// Migrations: numbered SQL, forward only, each in one transaction under a lock, with the checksum of what was applied.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import { sha256 } from '../sha256.ts'
import { type Connection, pgSettings } from './connection.ts'

export interface Migration {
  readonly number: number
  readonly name: string
  readonly text: string
}

/** What came of it: the names applied now, or the one sentence that stops the start. */
export type Migrated =
  | { readonly stands: true; readonly applied: readonly string[] }
  | { readonly stands: false; readonly says: string }

const folder = join(import.meta.dirname, 'migrations')

/** Any number, the same in every process: who holds it migrates. */
const lock = 7_426_101

/** The migrations that came with this program, in order. Throws when their numbers have a gap. */
export const shippedMigrations = (): readonly Migration[] => {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return names.map((name, index) => {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name) || Number(name.slice(0, 4)) !== index + 1)
      throw new Error(`${name} is not the next migration: they are numbered without a gap`)
    return { number: index + 1, name, text: readFileSync(join(folder, name), 'utf8') }
  })
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly sha256: string
}

const beginTable = `CREATE TABLE IF NOT EXISTS migration (
  number integer PRIMARY KEY,
  name text NOT NULL,
  sha256 text NOT NULL,
  applied_at timestamptz NOT NULL
)`

const disagreement = (applied: readonly Applied[], shipped: readonly Migration[]): string | null => {
  for (const row of applied) {
    const ours = shipped.find(({ number }) => number === row.number)
    if (ours === undefined)
      return `The database is newer than this program (it has migration ${row.name}): start the newer program, or restore the backup from before the upgrade.`
    if (sha256(ours.text) !== row.sha256)
      return `Migration ${ours.name} was changed after it had been applied: put the file back as it was, and write the change as the next migration.`
  }
  return null
}

const next = async (
  client: pg.Client,
  shipped: readonly Migration[],
  clock: Clock,
): Promise<Migration | string | null> => {
  await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
  await client.query(beginTable)
  const { rows } = await client.query<Applied>('SELECT number, name, sha256 FROM migration ORDER BY number')
  const wrong = disagreement(rows, shipped)
  if (wrong !== null) return wrong
  const due = shipped[rows.length]
  if (due === undefined) return null
  await client.query(due.text)
  await client.query('INSERT INTO migration (number, name, sha256, applied_at) VALUES ($1, $2, $3, $4)', [
    due.number,
    due.name,
    sha256(due.text),
    clock.now(),
  ])
  return due
}

/**
 * Brings a database to this program's state, as its owner. Several processes may start at once: one applies, the others
 * wait and find it done. A changed applied file or a newer database changes nothing and says so.
 */
export const migrate = async (
  owner: Connection,
  clock: Clock,
  shipped: readonly Migration[] = shippedMigrations(),
): Promise<Migrated> => {
  const client = new pg.Client({ ...pgSettings(owner), application_name: 'golden-thread migrate' })
  await client.connect()
  const applied: string[] = []
  try {
    for (;;) {
      await client.query('BEGIN')
      const done = await next(client, shipped, clock)
      await client.query('COMMIT')
      if (done === null) return { stands: true, applied }
      if (typeof done === 'string') return { stands: false, says: done }
      applied.push(done.name)
    }
  } finally {
    // Leaving without COMMIT undoes what was begun.
    await client.end()
  }
}
