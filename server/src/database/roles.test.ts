// What each role may do, as the database itself has it and as it answers.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, makeTestDatabase } from '../../stories/test-database.ts'
import { type Connection, pgSettings } from './connection.ts'

// Each with its reason in migrations/0001-people.sql.
const withoutTenant = [
  'migration',
  'payer_directory',
  'person',
  'sign_in_attempt',
  'sign_in_session',
  'wake_up',
]

let database: TestDatabase

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.drop())

const asked = async (connection: Connection, ...statements: readonly string[]): Promise<string> => {
  const client = new pg.Client(pgSettings(connection))
  await client.connect()
  try {
    let rows = 0
    for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0
    return `${rows} rows`
  } catch (fault) {
    return String((fault as { readonly code?: string }).code)
  } finally {
    await client.end()
  }
}

const denied = '42501'
const asApp = 'SET ROLE golden_app'

describe('the catalogue of the database', () => {
  test('shows every table with a tenant under forced row-level security, reading and writing', async () => {
    const rows = await database.asAdministrator(`
      SELECT c.relname AS name, c.relrowsecurity AS enabled, c.relforcerowsecurity AS forced,
        count(p.polname) AS policies,
        bool_and(p.polqual IS NOT NULL AND p.polwithcheck IS NOT NULL AND p.polcmd = '*') AS whole
      FROM pg_class c LEFT JOIN pg_policy p ON p.polrelid = c.oid
      WHERE c.relkind IN ('r', 'p') AND c.relnamespace = 'public'::regnamespace
      GROUP BY c.oid ORDER BY c.relname`)
    const open = rows.filter(({ enabled }) => enabled !== true).map(({ name }) => name)
    expect(open).toEqual(withoutTenant)
    const closed = rows.filter(({ enabled }) => enabled === true)
    expect(closed.length).toBeGreaterThan(20)
    for (const row of closed) expect(row, String(row['name'])).toMatchObject({ forced: true, whole: true })
  })

  test('leads every primary, unique and foreign key of a table with a tenant with the practice', async () => {
    const rows = await database.asAdministrator(`
      SELECT c.relname AS "table", k.conname AS name, k.contype AS kind, a.attname AS first,
        CASE WHEN k.confrelid <> 0 THEN k.confrelid::regclass::text END AS refers
      FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.conkey[1]
      WHERE c.relnamespace = 'public'::regnamespace AND k.contype IN ('p', 'u', 'f')
        AND c.relrowsecurity`)
    const astray = rows.filter(
      ({ first, refers }) => first !== 'practice_id' && !withoutTenant.includes(String(refers)),
    )
    expect(rows.length).toBeGreaterThan(60)
    expect(astray).toEqual([])
  })

  test('gives the app role no way around the policies, and the login role nothing but the way to the app role', async () => {
    const roles = await database.asAdministrator(`
      SELECT rolname, rolsuper, rolbypassrls, rolcanlogin, rolinherit, rolcreaterole, rolcreatedb FROM pg_roles
      WHERE rolname IN ('golden_app', 'golden_login', 'golden_owner') ORDER BY rolname`)
    const powerless = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }
    expect(roles).toEqual([
      { rolname: 'golden_app', ...powerless, rolcanlogin: false, rolinherit: false },
      { rolname: 'golden_login', ...powerless, rolcanlogin: true, rolinherit: false },
      { rolname: 'golden_owner', ...powerless, rolcanlogin: true, rolinherit: false },
    ])
    const grants = await database.asAdministrator(
      `SELECT table_name FROM information_schema.role_table_grants WHERE grantee IN ('golden_login', 'PUBLIC')
       AND table_schema = 'public'`,
    )
    expect(grants).toEqual([])
  })

  test('lets the app role delete nothing of a practice but spent keys', async () => {
    const rows = await database.asAdministrator(`
      SELECT table_name AS name FROM information_schema.role_table_grants
      WHERE grantee = 'golden_app' AND privilege_type IN ('DELETE', 'TRUNCATE') ORDER BY table_name`)
    expect(rows.map(({ name }) => name)).toEqual([
      'idempotency',
      'payer_directory',
      'sign_in_attempt',
      'sign_in_session',
    ])
  })
})

describe('a connection', () => {
  test.each<[string, readonly string[], string]>([
    ['as the login role reads nothing', ['SELECT * FROM practice'], denied],
    ['as the login role reads no persons', ['SELECT * FROM person'], denied],
    ['as the app role without a practice sees no practice', [asApp, 'SELECT * FROM practice'], '0 rows'],
    ['as the app role changes no signed note', [asApp, 'UPDATE signed_note SET hash = hash'], denied],
    ['as the app role changes no row of the trail', [asApp, 'UPDATE trail SET act = act'], denied],
    ['as the app role deletes no entry', [asApp, 'DELETE FROM entry'], denied],
    ['as the app role changes no line of an entry', [asApp, 'UPDATE entry_line SET amount = 1'], denied],
    ['as the app role makes no table', [asApp, 'CREATE TABLE own (id int)'], denied],
    ['as the app role turns no policy off', [asApp, 'ALTER TABLE claim DISABLE ROW LEVEL SECURITY'], denied],
    ['as the app role takes no other role', [asApp, 'SET ROLE golden_owner'], denied],
  ])('%s', async (_name, statements, expected) => {
    expect(await asked(database.login, ...statements)).toBe(expected)
  })

  test('as the owner is bound by the policies too', async () => {
    await database.asAdministrator(
      `INSERT INTO practice VALUES ('00000000-0000-7000-8000-000000000001', '{}', 'UTC', 'ZZ', 'ONE', 'T', false, 1,
       '2026-03-10T14:00:00Z', '2026-03-10T14:00:00Z')`,
    )
    expect(await asked(database.owner, 'SELECT * FROM practice')).toBe('0 rows')
    expect(await asked(database.administrator, 'SELECT * FROM practice')).toBe('1 rows')
  })
})
