// Rows that people edit: each counts its versions, and an edit made of an older one than stands there changes nothing.
import type { Insertable, Selectable } from 'kysely'
import type { Tables } from './generated.tables.ts'
import type { Tx } from './tx.ts'

interface Kept {
  practice_id: string
  id: string
  version: number
  created_at: unknown
  updated_at: unknown
}

/** The tables whose rows count their versions. */
export type VersionedTable = {
  [Table in keyof Tables]: Tables[Table] extends Kept ? Table : never
}[keyof Tables]

/** What a row says beside what is kept of every one. */
type Columns<Table extends VersionedTable> = Omit<Insertable<Tables[Table]>, keyof Kept>

type Column<Table extends VersionedTable> = keyof Selectable<Tables[Table]> & string

/** Which row an edit was made of. */
export interface Edited {
  readonly id: string
  readonly version: number
}

export interface VersionedRows<Table extends VersionedTable, Row> {
  /** Throws the database's unique violation where another row of the practice has what no two may have. */
  readonly insert: (tx: Tx, id: string, columns: Columns<Table>) => Promise<void>
  /** The row as it stands now; null when its version has moved on, or there is none in the practice. */
  readonly update: (tx: Tx, of: Edited, columns: Partial<Columns<Table>>) => Promise<Row | null>
  readonly find: (tx: Tx, id: string) => Promise<Row | null>
  /** In the order they were made; `after` is the last id of the page before. One more than `limit` when there are more. */
  readonly page: (tx: Tx, after: string | null, limit: number) => Promise<readonly Row[]>
  /** Those whose column holds the id, ordered by these columns. */
  readonly of: (
    tx: Tx,
    column: Column<Table>,
    id: string,
    order: readonly Column<Table>[],
  ) => Promise<readonly Row[]>
}

/**
 * Kysely cannot type a query on a table that is not known yet: what is asked here of any of them is asked of `payer`, which
 * has no column of use but those that all of them have. What goes in and comes out has the types of the table itself.
 */
const named = (table: VersionedTable): 'payer' => table as 'payer'

/** The rows of a table, each made of its columns by `asRow`. */
export const versionedRows = <const Table extends VersionedTable, Row>(
  table: Table,
  asRow: (row: Selectable<Tables[Table]>) => Row,
): VersionedRows<Table, Row> => {
  const made = (row: unknown): Row => asRow(row as Selectable<Tables[Table]>)
  const rowsOf = (tx: Tx) =>
    tx.db.selectFrom(named(table)).selectAll().where('practice_id', '=', tx.practiceId)
  return {
    insert: async (tx, id, columns) => {
      const kept = { practice_id: tx.practiceId, id, version: 1, created_at: tx.at, updated_at: tx.at }
      await tx.db
        .insertInto(named(table))
        .values({ ...columns, ...kept } as unknown as Insertable<Tables['payer']>)
        .execute()
    },
    update: async (tx, { id, version }, columns) => {
      const row = await tx.db
        .updateTable(named(table))
        .set({ ...columns, version: version + 1, updated_at: tx.at } as object)
        .where('practice_id', '=', tx.practiceId)
        .where('id', '=', id)
        .where('version', '=', version)
        .returningAll()
        .executeTakeFirst()
      return row === undefined ? null : made(row)
    },
    find: async (tx, id) => {
      const row = await rowsOf(tx).where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : made(row)
    },
    page: async (tx, after, limit) => {
      const rows = await rowsOf(tx)
        .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
        .orderBy('id')
        .limit(limit + 1)
        .execute()
      return rows.map(made)
    },
    of: async (tx, column, id, order) => {
      const query = rowsOf(tx).where(column as 'id', '=', id)
      const rows = await order.reduce((asked, each) => asked.orderBy(each as 'id'), query).execute()
      return rows.map(made)
    },
  }
}
