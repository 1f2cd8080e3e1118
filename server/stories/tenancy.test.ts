// Two practices in one database, seen both ways: in every table there is each sees and writes its own rows, and nobody without a practice any.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tellMailbox } from '../src/clearinghouse/account-store.ts'
import { pgSettings } from '../src/database/connection.ts'
import { moneyExamples } from './money-route-examples.ts'
import { signedNoteExamples } from './session-route-examples.ts'
import { type TwoPractices, must, openTwoPractices } from './two-practices.ts'

let both: TwoPractices
let tables: readonly string[]
let oneId: string
let otherId: string

/** So that no table is empty, where a policy that shows nothing could not be told from one that shows too much. */
const fillEveryTable = async (both: TwoPractices): Promise<void> => {
  const { one } = both
  for (const act of ['co-sign', 'move'] as const) {
    const example = signedNoteExamples[`POST /api/note/notes/{id}/${act}`]
    if (example?.kind !== 'named') throw new Error(`${act} names a note`)
    const { id, body } = await example.make(one, both)
    must(
      await one[example.as].ask('POST', `/api/note/notes/${id}/${act}`, body, {
        'idempotency-key': `fills-by-${act}`,
      }),
      200,
    )
  }
  for (const route of ['/api/posting/remittances/{id}/approve', '/api/thread/sessions/{id}/charge']) {
    const example = moneyExamples[`POST ${route}`]
    if (example?.kind !== 'named') throw new Error(`${route} names something`)
    const { id = '', body } = await example.make(one, both)
    const done = await one[example.as].ask('POST', route.replace('{id}', id), body)
    if (done.status >= 300) throw new Error(done.text)
  }
  const { owner, clientId } = one
  const payment = { clientId, sessionId: null, day: '2026-03-10', amount: 3_000, method: 'cash' }
  const key = { 'idempotency-key': 'fills-every-table' }
  must(await owner.ask('POST', '/api/posting/client-payments', payment, key))
  must(await owner.ask('POST', '/api/payout/runs/preview', { day: '2026-03-13' }), 200)
  must(await owner.ask('PUT', '/api/practice/settings/claim.undo-seconds', { value: 0, version: 0 }), 200)
  const elsewhere = { receiverQualifier: 'ZZ', receiverId: 'ELSEWHERE' }
  const account = { ...elsewhere, kind: 'sftp', address: 'sftp://files.clearinghouse.example', version: 0 }
  must(await owner.ask('PUT', '/api/claim/clearinghouse-accounts', account), 200)
  await owner.work('look', (tx) => tellMailbox(tx, elsewhere, null, { failure: { code: 'unreachable' } }))
}

beforeAll(async () => {
  both = await openTwoPractices()
  await fillEveryTable(both)
  oneId = both.one.owner.practiceId
  otherId = both.other.owner.practiceId
  // Those without a tenant are counted up, each with its reason, in database/roles.test.ts.
  const rows = await both.server.database.asAdministrator(
    `SELECT relname FROM pg_catalog.pg_class WHERE relkind IN ('r', 'p') AND relrowsecurity
     AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  )
  tables = rows.map(({ relname }) => String(relname))
}, 60_000)
afterAll(() => both.close())

type Outcome = number | string

/** Runs a statement as the app does inside a practice, or in none (null), and undoes it: rows, or the database's code. */
const within = async (
  practiceId: string | null,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Outcome> => {
  const client = new pg.Client(pgSettings(both.server.database.login))
  await client.connect()
  const practice = practiceId === null ? '' : `; SET LOCAL app.practice = '${practiceId}'`
  try {
    await client.query(`BEGIN; SET LOCAL ROLE golden_app${practice}`)
    return (await client.query(statement, [...values])).rowCount ?? 0
  } catch (fault) {
    const { code, message } = fault as { readonly code?: string; readonly message: string }
    return /row-level security/.test(message) ? 'refused by policy' : (code ?? message)
  } finally {
    await client.end()
  }
}

const ofEach = async (ask: (table: string) => Promise<Outcome>): Promise<Record<string, Outcome>> => {
  const told: Record<string, Outcome> = {}
  for (const table of tables) told[table] = await ask(table)
  return told
}

const rowsOf = (practiceId: string) =>
  ofEach(async (table) => {
    const [row] = await both.server.database.asAdministrator(
      `SELECT count(*)::int AS n FROM ${table} WHERE practice_id = $1`,
      [practiceId],
    )
    return Number(row?.['n'])
  })

const all = (outcome: Outcome) => Object.fromEntries(tables.map((table) => [table, outcome]))

/** A row of the first practice, as its JSON. */
const aRow = async (table: string): Promise<string> => {
  const [row] = await both.server.database.asAdministrator(
    `SELECT to_jsonb(t)::text AS row FROM ${table} t WHERE practice_id = $1 LIMIT 1`,
    [oneId],
  )
  return String(row?.['row'])
}

const insertInto = (table: string): string =>
  `INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`

const mayUpdate = async (table: string): Promise<boolean> => {
  const [row] = await both.server.database.asAdministrator(
    "SELECT has_table_privilege('golden_app', $1, 'UPDATE') AS may",
    [table],
  )
  return row?.['may'] === true
}

describe('every table with a tenant', () => {
  test('has rows of the practice that bills, so that seeing none means something', async () => {
    const counted = await rowsOf(oneId)
    expect(Object.entries(counted).filter(([, count]) => count === 0)).toEqual([])
    expect(tables.length).toBeGreaterThan(20)
  })

  test('has one policy for all, for reading and for writing, and a key that begins with the practice', async () => {
    const rows = await both.server.database.asAdministrator(
      `SELECT c.relname AS name, pg_get_expr(p.polqual, p.polrelid) AS reads,
         pg_get_expr(p.polwithcheck, p.polrelid) AS writes, p.polpermissive AS permissive, p.polroles::text AS roles,
         c.relforcerowsecurity AS forced, a.attname AS key, a.attnotnull AS stated
       FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid
       LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
       LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
       WHERE c.relrowsecurity AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname`,
    )
    const own = "(practice_id = (NULLIF(current_setting('app.practice'::text, true), ''::text))::uuid)"
    const policy = { reads: own, writes: own, permissive: true, roles: '{0}', forced: true }
    expect(rows).toEqual(tables.map((name) => ({ name, ...policy, key: 'practice_id', stated: true })))
  })

  test('is reached by no view and no function that acts with another’s rights', async () => {
    const rows = await both.server.database.asAdministrator(
      `SELECT relname AS name FROM pg_class WHERE relkind IN ('v', 'm', 'f') AND relnamespace = 'public'::regnamespace
       UNION ALL SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`,
    )
    expect(rows).toEqual([])
  })
})

describe('reading', () => {
  test('a practice sees its own rows, all of them, and no other’s', async () => {
    for (const id of [oneId, otherId])
      expect(await ofEach((table) => within(id, `SELECT 1 FROM ${table}`))).toEqual(await rowsOf(id))
  })

  test('another practice sees none of them, also when it asks for them by name', async () => {
    const seen = await ofEach((table) =>
      within(otherId, `SELECT 1 FROM ${table} WHERE practice_id = $1`, [oneId]),
    )
    expect(seen).toEqual(all(0))
  })

  test('without a practice there is nothing', async () => {
    expect(await ofEach((table) => within(null, `SELECT 1 FROM ${table}`))).toEqual(all(0))
  })

  test('under a practice that is none there is nothing, and under what is no name an error', async () => {
    const nobody = both.server.services.makeId()
    expect(await ofEach((table) => within(nobody, `SELECT 1 FROM ${table}`))).toEqual(all(0))
    expect(await ofEach((table) => within('everyone', `SELECT 1 FROM ${table}`))).toEqual(all('22P02'))
  })

  test('the login role, before it takes the app’s, may read no table at all', async () => {
    const client = new pg.Client(pgSettings(both.server.database.login))
    await client.connect()
    const codeOf = (fault: { readonly code?: string }): string => fault.code ?? ''
    const told = await ofEach((table) => client.query(`SELECT 1 FROM ${table}`).then(() => 0, codeOf))
    await client.end()
    expect(told).toEqual(all('42501'))
  })
})

describe('writing', () => {
  test('a row into another practice is refused, into none too, and into the own one it is only there already', async () => {
    const put = (id: string | null) =>
      ofEach(async (table) => within(id, insertInto(table), [await aRow(table)]))
    expect(await put(otherId)).toEqual(all('refused by policy'))
    expect(await put(null)).toEqual(all('refused by policy'))
    expect(await put(oneId)).toEqual(all('23505'))
  })

  test('a change reaches no row of another practice', async () => {
    const changed = await ofEach(async (table) =>
      (await mayUpdate(table))
        ? within(otherId, `UPDATE ${table} SET practice_id = practice_id WHERE practice_id = $1`, [oneId])
        : 0,
    )
    expect(changed).toEqual(all(0))
  })

  test('no row is given away to another practice', async () => {
    const given = await ofEach(async (table) =>
      (await mayUpdate(table))
        ? within(oneId, `UPDATE ${table} SET practice_id = $1`, [otherId])
        : 'refused by policy',
    )
    expect(given).toEqual(all('refused by policy'))
  })

  test('nothing of another practice is deleted', async () => {
    const deleted = await ofEach((table) =>
      within(otherId, `DELETE FROM ${table} WHERE practice_id = $1`, [oneId]),
    )
    expect(deleted).toEqual({ ...all('42501'), idempotency: 0 })
  })
})
