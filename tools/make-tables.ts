// Makes server/src/database/generated.tables.ts, Kysely's types of the tables, from a freshly migrated database.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { systemClock } from '@goldenthread/server/clock.ts'
import { type Connection, pgSettings } from '@goldenthread/server/database/connection.ts'
import { migrate } from '@goldenthread/server/database/migrate.ts'
import { prepareOwnServer } from '@goldenthread/server/database/prepare-database.ts'
import { startPostgres } from '../cli/src/serve/postgres/postgres.ts'

interface Column {
  readonly table_name: string
  readonly column_name: string
  readonly udt_name: string
  readonly is_nullable: 'YES' | 'NO'
}

// Selected, then inserted: jsonb is given as text so that a list is not taken for an array of the database.
const typeOf: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  date: 'Day',
  timestamptz: 'Instant',
  jsonb: 'Document',
  bytea: 'Bytes',
  _uuid: 'readonly string[]',
}

const writtenType = ({ table_name, column_name, udt_name, is_nullable }: Column): string => {
  const type = typeOf[udt_name]
  if (type === undefined)
    throw new Error(`${table_name}.${column_name} is ${udt_name}, which has no type of ours: name it here`)
  if (is_nullable === 'NO') return type
  return type === 'Document' ? 'DocumentOrNull' : `${type} | null`
}

const nameOf = (table: string): string =>
  `${table
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')}Table`

const head = `// What the tables hold, for Kysely. Made by tools/make-tables.ts from the migrated database; run \`npm run tables\`.
import type { ColumnType } from 'kysely'
import type { Day, Instant } from '@goldenthread/core/values/day.ts'

/** jsonb: read as a value, written as its JSON text. */
export type Document = ColumnType<unknown, string, string>
export type DocumentOrNull = ColumnType<unknown, string | null, string | null>
/** bytea: read as a Buffer, written from bytes. */
export type Bytes = ColumnType<Uint8Array, Uint8Array, Uint8Array>
`

/** The text of the file, from a database in the state that all migrations leave. */
export const makeTables = async (connection: Connection): Promise<string> => {
  const client = new pg.Client(pgSettings(connection))
  await client.connect()
  const { rows } = await client.query<Column>(
    `SELECT table_name, column_name, udt_name, is_nullable FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name <> 'migration' ORDER BY table_name, ordinal_position`,
  )
  await client.end()
  const tables = [...new Set(rows.map((row) => row.table_name))]
  const bodies = tables.map((table) => {
    const columns = rows
      .filter((row) => row.table_name === table)
      .map((row) => `  ${row.column_name}: ${writtenType(row)}\n`)
    return `\nexport interface ${nameOf(table)} {\n${columns.join('')}}\n`
  })
  const all = tables.map((table) => `  ${table}: ${nameOf(table)}\n`)
  return `${head}${bodies.join('')}\nexport interface Tables {\n${all.join('')}}\n`
}

/** Where it stands. */
export const tablesPath = join(
  dirname(import.meta.dirname),
  'server',
  'src',
  'database',
  'generated.tables.ts',
)

/** A PostgreSQL of its own for as long as it takes: the migrations alone say what the tables are. */
const writeTables = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-tables-'))
  const postgres = await startPostgres({ folder, log: () => undefined, settings: { fsync: 'off' } })
  try {
    const passwords = { owner: 'owner-of-tables', login: 'login-of-tables' }
    const { owner } = await prepareOwnServer(postgres.administrator('postgres'), 'golden_tables', passwords)
    const migrated = await migrate(owner, systemClock)
    if (!migrated.stands) throw new Error(migrated.says)
    writeFileSync(tablesPath, await makeTables(owner))
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) await writeTables()
