// Whole tables as rows, carried from one database to another by whoever may see all of them.
import pg from 'pg'
import { type Connection, pgSettings } from '@goldenthread/server/database/connection.ts'

export type Row = Readonly<Record<string, unknown>>

/** Tables in an order in which each comes after those it leans on. */
export const tables = [
  'person',
  'wake_up',
  'practice',
  'provider',
  'membership',
  'client',
  'payer',
  'payer_contract',
  'coverage',
  'pay_contract',
  'session',
  'note',
  'signed_note',
  'claim',
  'claim_event',
  'entry',
  'entry_line',
  'trail',
  'trail_head',
] as const
export type TableName = (typeof tables)[number]

export type Rows = Readonly<Record<TableName, readonly Row[]>>

/** Works with the superuser, who sees past every policy. */
export const asAdministrator = async <T>(
  connection: Connection,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(pgSettings(connection))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every row of every table. */
export const readRows = (connection: Connection): Promise<Rows> =>
  asAdministrator(connection, async (client) => {
    const read: [TableName, readonly Row[]][] = []
    for (const table of tables) {
      const { rows } = await client.query(`SELECT to_jsonb(t) AS row FROM ${table} AS t`)
      read.push([table, rows.map(({ row }) => row as Row)])
    }
    return Object.fromEntries(read) as Rows
  })

/** Puts rows into empty tables. */
export const writeRows = (connection: Connection, rows: Rows): Promise<void> =>
  asAdministrator(connection, async (client) => {
    for (const table of tables) {
      await client.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [
        JSON.stringify(rows[table]),
      ])
    }
  })
