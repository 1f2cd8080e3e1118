// Clients in the database.
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Client } from '@goldenthread/core/people/person.ts'
import type { ClientTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import type { Contact } from './contact.ts'
import { plainName, sortName } from './sort-name.ts'

export interface ClientRow {
  readonly id: string
  readonly version: number
  readonly client: Omit<Client, 'key'>
  readonly contacts: readonly Contact[]
  /** Who treats them. */
  readonly providerId: string | null
  readonly active: boolean
}

const asClient = (row: Selectable<ClientTable>): ClientRow => ({
  id: row.id,
  version: row.version,
  client: row.document as Client,
  contacts: row.contacts as readonly Contact[],
  providerId: row.provider_id,
  active: row.active,
})

const columns = ({ client, contacts, providerId, active }: Omit<ClientRow, 'id' | 'version'>) => ({
  sort_name: sortName(client.name),
  birth_date: client.birthDate,
  document: JSON.stringify(client),
  contacts: JSON.stringify(contacts),
  provider_id: providerId,
  active,
})

export const insertClient = async (tx: Tx, row: Omit<ClientRow, 'version'>): Promise<void> => {
  await tx.db
    .insertInto('client')
    .values({
      practice_id: tx.practiceId,
      id: row.id,
      ...columns(row),
      version: 1,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .execute()
}

/** False when the version has moved on, or there is no such client in the practice. */
export const updateClient = async (tx: Tx, row: ClientRow): Promise<boolean> => {
  const done = await tx.db
    .updateTable('client')
    .set({ ...columns(row), version: row.version + 1, updated_at: tx.at })
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export const findClient = async (tx: Tx, id: string): Promise<ClientRow | null> => {
  const row = await tx.db
    .selectFrom('client')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : asClient(row)
}

export interface ClientsAsked {
  /** The id of the last client of the page before: a cursor with a name in it would put names into addresses. */
  readonly after: string | null
  readonly limit: number
  /** The beginning of "last, first", marks and capitals left out of account. */
  readonly begins?: string
  readonly providerId?: string
  readonly active?: boolean
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** By name. One more than `limit` when there are more. */
export const listClients = async (tx: Tx, asked: ClientsAsked): Promise<readonly ClientRow[]> => {
  const { after, begins = '', providerId, active, limit } = asked
  const rows = await tx.db
    .selectFrom('client')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .$if(begins !== '', (query) => query.where('sort_name', 'like', `${escapeLike(plainName(begins))}%`))
    .$if(providerId !== undefined, (query) => query.where('provider_id', '=', providerId ?? null))
    .$if(active !== undefined, (query) => query.where('active', '=', active ?? true))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(sort_name, id) > (SELECT before.sort_name, before.id FROM client AS before
          WHERE before.practice_id = ${tx.practiceId} AND before.id = ${after})`,
      ),
    )
    .orderBy('sort_name')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  return rows.map(asClient)
}
