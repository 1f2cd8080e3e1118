// Clients in the database.
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import type { Client } from '@goldenthread/core/people/person.ts'
import type { ClientTable } from '../database/generated.tables.ts'
import type { Tx } from '../database/tx.ts'
import { versionedRows } from '../database/versioned-rows.ts'
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

const clients = versionedRows('client', asClient)

export const insertClient = (tx: Tx, row: Omit<ClientRow, 'version'>): Promise<void> =>
  clients.insert(tx, row.id, columns(row))

/** The row as it stands now; null when the version has moved on, or there is no such client in the practice. */
export const updateClient = (tx: Tx, row: ClientRow): Promise<ClientRow | null> =>
  clients.update(tx, row, columns(row))

export const findClient = clients.find

export interface ClientsAsked {
  /** The id of the last client of the page before: a cursor with a name in it would put names into addresses. */
  readonly after: string | null
  readonly limit: number
  /** Beginnings of words of the name, in any order; marks and capitals are left out of account. */
  readonly begins?: string
  readonly providerId?: string
  readonly active?: boolean
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

const wordsOf = (begins: string): readonly string[] =>
  plainName(begins)
    .split(/[\s,]+/)
    .filter((word) => word !== '')

/** `mari` begins a word of `quinones-vega, maribel`, and so does `vega`. */
const beginsAWord = (word: string) =>
  sql<boolean>`replace(' ' || sort_name, '-', ' ') LIKE ${`% ${escapeLike(word.replaceAll('-', ' '))}%`}`

/** A condition on `sort_name`: each word begins a word of it, in any order. */
export const nameBegins = (begins: string) =>
  sql<boolean>`(true ${sql.join(
    wordsOf(begins).map((word) => sql`AND ${beginsAWord(word)}`),
    sql` `,
  )})`

/** By name. One more than `limit` when there are more. */
export const listClients = async (tx: Tx, asked: ClientsAsked): Promise<readonly ClientRow[]> => {
  const { after, begins = '', providerId, active, limit } = asked
  const rows = await tx.db
    .selectFrom('client')
    .selectAll()
    .where('practice_id', '=', tx.practiceId)
    .where((name) => name.and(wordsOf(begins).map((word) => beginsAWord(word))))
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
