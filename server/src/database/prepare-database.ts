// The three roles and the database: owner (migrates, owns), login (connects, may do nothing), app (what work runs as).
import pg from 'pg'
import { type Connection, pgSettings } from './connection.ts'
import { scramVerifier } from './scram-verifier.ts'

export const loginRole = 'golden_login'
export const appRole = 'golden_app'
export const ownerRole = 'golden_owner'

const statement = (text: string, ...parts: readonly string[]): string =>
  parts.reduce((made, part, index) => made.replaceAll(`$${index + 1}`, () => part), text)

/** Any number, the same in every process: roles are the whole server's, and are changed by one start at a time. */
const lock = 7_426_100

const alone = async (client: pg.Client, work: () => Promise<void>): Promise<void> => {
  await client.query('BEGIN')
  await client.query('SELECT pg_advisory_xact_lock($1)', [lock])
  await work()
  await client.query('COMMIT')
}

/** Two starts at once may both find a database missing; that the other one made it first is as good. */
const madeAlready = new Set(['42P04', '23505'])

const unlessMade = async (client: pg.Client, text: string): Promise<void> => {
  try {
    await client.query(text)
  } catch (fault) {
    if (!madeAlready.has((fault as { readonly code?: string }).code ?? '')) throw fault
  }
}

const isThere = async (client: pg.Client, catalogue: string, name: string): Promise<boolean> => {
  const { rows } = await client.query(catalogue, [name])
  return rows.length > 0
}

const roleIsThere = (client: pg.Client, role: string): Promise<boolean> =>
  isThere(client, 'SELECT 1 FROM pg_roles WHERE rolname = $1', role)

/** Login and app are made or set right by whoever may make roles; done again, it changes nothing but the password. */
const makeServingRoles = async (client: pg.Client, password: string): Promise<void> => {
  const secret = client.escapeLiteral(scramVerifier(password))
  if (!(await roleIsThere(client, appRole)))
    await client.query(`CREATE ROLE ${appRole} NOLOGIN NOINHERIT NOBYPASSRLS`)
  if (!(await roleIsThere(client, loginRole)))
    await client.query(`CREATE ROLE ${loginRole} LOGIN NOINHERIT NOBYPASSRLS`)
  await client.query(`ALTER ROLE ${loginRole} LOGIN NOINHERIT PASSWORD ${secret}`)
  // SET alone: a connection that forgets to become the app role may do nothing.
  await client.query(`GRANT ${appRole} TO ${loginRole} WITH INHERIT FALSE, SET TRUE`)
  await client.query(`ALTER ROLE ${loginRole} SET timezone = 'UTC'`)
  await client.query(`ALTER ROLE ${loginRole} SET datestyle = 'ISO, YMD'`)
  await client.query(`ALTER ROLE ${loginRole} SET statement_timeout = '30s'`)
  await client.query(`ALTER ROLE ${loginRole} SET idle_in_transaction_session_timeout = '60s'`)
}

const connected = async <T>(connection: Connection, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ ...pgSettings(connection), application_name: 'golden-thread prepare' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export interface Prepared {
  /** For `migrate`. */
  readonly owner: Connection
  /** For `openDatabase`. */
  readonly login: Connection
}

export interface Passwords {
  readonly owner: string
  readonly login: string
}

/**
 * On a server of our own: makes the roles and, when it is missing, the database, as its superuser. May be done at
 * every start.
 */
export const prepareOwnServer = async (
  administrator: Connection,
  database: string,
  passwords: Passwords,
): Promise<Prepared> => {
  await connected(administrator, async (client) => {
    const secret = client.escapeLiteral(scramVerifier(passwords.owner))
    await alone(client, async () => {
      if (!(await roleIsThere(client, ownerRole)))
        await client.query(`CREATE ROLE ${ownerRole} LOGIN NOINHERIT NOBYPASSRLS`)
      await client.query(`ALTER ROLE ${ownerRole} LOGIN PASSWORD ${secret}`)
      await makeServingRoles(client, passwords.login)
    })
    const named = client.escapeIdentifier(database)
    if (!(await isThere(client, 'SELECT 1 FROM pg_database WHERE datname = $1', database)))
      await unlessMade(client, statement('CREATE DATABASE $1 OWNER $2', named, ownerRole))
    await client.query(statement('REVOKE ALL ON DATABASE $1 FROM PUBLIC', named))
    await client.query(statement('GRANT CONNECT ON DATABASE $1 TO $2', named, loginRole))
  })
  const there = { ...administrator, database }
  return {
    owner: { ...there, user: ownerRole, password: passwords.owner },
    login: { ...there, user: loginRole, password: passwords.login },
  }
}

/**
 * On somebody else's server: the given role owns the database and may make roles (CREATEROLE); login and app are made
 * by it. May be done at every start.
 */
export const prepareGivenServer = async (owner: Connection, loginPassword: string): Promise<Prepared> => {
  await connected(owner, async (client) => {
    const database = client.escapeIdentifier(owner.database)
    await alone(client, async () => {
      await makeServingRoles(client, loginPassword)
      await client.query(statement('GRANT CONNECT ON DATABASE $1 TO $2', database, loginRole))
    })
  })
  return { owner, login: { ...owner, user: loginRole, password: loginPassword } }
}
