// Puts the services together from the settings and what only the one who starts knows.
import { createHmac } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { destination } from 'pino'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import { accountsClearinghouse } from './clearinghouse/accounts-clearinghouse.ts'
import { httpClearinghouse } from './clearinghouse/http-clearinghouse.ts'
import { secretBox, secretKey } from './clearinghouse/secret-box.ts'
import { type Clearinghouse, noClearinghouse } from './clearinghouse/clearinghouse.ts'
import type { Clock } from './clock.ts'
import type { Settings } from './config.ts'
import { type Connection, connectionFrom } from './database/connection.ts'
import { migrate } from './database/migrate.ts'
import { openDatabase } from './database/pool.ts'
import {
  type Prepared,
  loginRole,
  prepareGivenServer,
  prepareOwnServer,
} from './database/prepare-database.ts'
import { type MakeId, makeIds } from './ids.ts'
import { type Log, makeLog } from './log.ts'
import { setUpTokenFrom } from './practice/first-set-up.ts'
import type { Services } from './services.ts'
import { sha256 } from './sha256.ts'
import { headKey, openHeads } from './trail/heads.ts'

/** What the server is started with: the settings, and what only the one who supervises knows. */
export interface ServerStart {
  readonly settings: Settings
  /** The superuser's way into the embedded PostgreSQL; null with a database of one's own. */
  readonly administrator: Connection | null
  readonly passwords: { readonly owner: string; readonly login: string }
  /** Where the stand-in payer takes files, and as whom; null where none is started. */
  readonly payer: { readonly url: string; readonly userName: string; readonly password: string } | null
  /** The file the log is written to. */
  readonly logPath: string
  /** Where the built pages stand; left out, none are served. */
  readonly pagesFolder?: string
}

export type ServicesOpened =
  | {
      readonly ok: true
      readonly services: Services
      readonly setUpToken: string
      readonly close: () => Promise<void>
    }
  | { readonly ok: false; readonly says: string }

const databaseName = 'golden_thread'

/** On a server of our own the password is the folder's; on a given one every process derives the same. */
const loginPassword = (
  { administrator, passwords }: Pick<ServerStart, 'administrator' | 'passwords'>,
  owner: Connection | null,
): string =>
  administrator !== null || owner === null
    ? passwords.login
    : createHmac('sha256', owner.password).update('golden_login').digest('hex')

/** The serving role's way in to a database that was made ready before; nothing is changed there. */
export const servingConnection = (start: Omit<ServerStart, 'payer' | 'logPath'>): Connection => {
  const { administrator, settings } = start
  const owner = settings.databaseAddress === null ? null : connectionFrom(settings.databaseAddress)
  const there = administrator === null ? owner : { ...administrator, database: databaseName }
  if (there === null) throw new Error('there is no database to look into')
  return { ...there, user: loginRole, password: loginPassword(start, owner) }
}

const prepare = (start: ServerStart): Promise<Prepared> => {
  const { administrator, settings, passwords } = start
  if (administrator !== null) return prepareOwnServer(administrator, databaseName, passwords)
  if (settings.databaseAddress === null) throw new Error('there is no database to start with')
  const owner = connectionFrom(settings.databaseAddress)
  return prepareGivenServer(owner, loginPassword(start, owner))
}

/** Where receivers go that a practice has no account for: the stand-in payer, where one is started. */
const standIn = ({ payer }: ServerStart, clock: Clock, makeId: MakeId): Clearinghouse =>
  payer === null
    ? noClearinghouse
    : httpClearinghouse({ accountOf: () => ({ ...payer, address: payer.url }), clock, makeId })

const fileLog = ({ settings, logPath }: ServerStart): Log => {
  mkdirSync(dirname(logPath), { recursive: true, mode: 0o700 })
  return makeLog({ level: settings.logLevel }, destination({ dest: logPath, sync: false, mode: 0o600 }))
}

/**
 * The serving role's password is made of the owner's. Of none it would be the same everywhere, and known to whoever
 * has read this.
 */
const lacksPassword = ({ administrator, settings }: ServerStart): boolean =>
  administrator === null &&
  settings.databaseAddress !== null &&
  connectionFrom(settings.databaseAddress).password === ''

const noPassword =
  'DATABASE_URL has no password: give its role one, since the password of the role that serves is made of it.'

/** Why the database could not be prepared, in one sentence without a value of it. */
const saysOf = (fault: unknown): string => {
  const code = (fault as { readonly code?: unknown }).code
  return `The database does not answer as it must (${typeof code === 'string' ? code : 'no code'}). Look at DATABASE_URL and whether the server runs and lets that role make roles.`
}

/** Prepares and migrates the database, then opens everything that stands on it. Nothing listens yet. */
export const openServices = async (
  start: ServerStart,
  clock: Clock,
  facts: Facts,
): Promise<ServicesOpened> => {
  let prepared: Prepared
  try {
    if (lacksPassword(start)) return { ok: false, says: noPassword }
    prepared = await prepare(start)
  } catch (fault) {
    return { ok: false, says: saysOf(fault) }
  }
  const migrated = await migrate(prepared.owner, clock)
  if (!migrated.stands) return { ok: false, says: migrated.says }
  const { settings } = start
  const log = fileLog(start)
  const key = headKey(join(settings.dataFolder, 'secrets'))
  const setUpToken = setUpTokenFrom(prepared.login.password)
  const makeId = makeIds(clock)
  const ground = {
    settings,
    database: openDatabase(prepared.login, log),
    clock,
    facts,
    sha256,
    makeId,
    secrets: secretBox(secretKey(join(settings.dataFolder, 'secrets'), settings.secretKey)),
    heads: openHeads(join(settings.dataFolder, 'heads'), key, log),
    log,
  }
  const services: Services = {
    ...ground,
    clearinghouse: accountsClearinghouse(ground, standIn(start, clock, makeId)),
    setUpHash: sha256(setUpToken),
    ...(start.pagesFolder === undefined ? {} : { pagesFolder: start.pagesFolder }),
  }
  const close = async (): Promise<void> => {
    await services.heads.close()
    await services.database.pool.end()
    log.flush()
  }
  return { ok: true, services, setUpToken, close }
}
