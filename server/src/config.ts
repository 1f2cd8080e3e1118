// The settings: the only reader of the environment. Each has its line in docs/settings.md.
import { join, resolve } from 'node:path'

export interface Settings {
  /** Where the page and the API are served. */
  readonly host: string
  readonly port: number
  /** Everything this installation keeps outside the database, and the embedded database itself. */
  readonly dataFolder: string
  /** `postgres://` of a database of your own, as a role that owns it and may make roles; null: the embedded one. */
  readonly databaseAddress: string | null
  /**
   * Proxies before us that end TLS and add to X-Forwarded-For; 0: none. So many entries are read from its end, since
   * what stands before them anybody may have written.
   */
  readonly trustProxy: number
  /** The origin people type, `https://…`; null: taken from host and port. */
  readonly publicOrigin: string | null
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Seconds without a request after which the password is asked for again. */
  readonly idleSeconds: number
  /** Seconds after which one signs in anew, whatever was done. */
  readonly sessionSeconds: number
  /** Requests a minute that one session, or one address without a session, may make of this process. */
  readonly requestsPerMinute: number
  /** Under it lie the mailboxes of practices whose clearinghouse takes files by folder; null: there are none. */
  readonly mailboxFolder: string | null
  /** 64 hex digits: the key that secrets of accounts are locked with; null: the data folder's own. */
  readonly secretKey: string | null
}

type Environment = Readonly<Record<string, string | undefined>>

export type SettingsRead =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly says: string }

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const

/** Names of this computer itself: what is served there reaches nobody else. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)

const wholeNumber = (text: string | undefined, usual: number, least: number, most: number): number | null => {
  if (text === undefined || text === '') return usual
  const found = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(found) && found >= least && found <= most ? found : null
}

const originOf = (text: string | undefined): string | null | undefined => {
  if (text === undefined || text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && /^https?:$/.test(url.protocol) ? url.origin : undefined
}

/** Reads the settings. A value that cannot be used is one sentence, never a guess. */
export const readSettings = (environment: Environment, folder: string): SettingsRead => {
  const no = (says: string): SettingsRead => ({ ok: false, says })
  const port = wholeNumber(environment['PORT'], 7311, 0, 65_535)
  if (port === null) return no('PORT is a number from 0 to 65535.')
  const trustProxy = wholeNumber(environment['TRUST_PROXY'], 0, 0, 9)
  if (trustProxy === null) return no('TRUST_PROXY is the number of proxies before this server, from 0 to 9.')
  const publicOrigin = originOf(environment['PUBLIC_ORIGIN'])
  if (publicOrigin === undefined) return no('PUBLIC_ORIGIN is an address such as https://practice.example.')
  const logLevel = levels.find((level) => level === (environment['LOG_LEVEL'] || 'info'))
  if (logLevel === undefined) return no(`LOG_LEVEL is one of ${levels.join(', ')}.`)
  const idleSeconds = wholeNumber(environment['IDLE_SECONDS'], 900, 60, 86_400)
  if (idleSeconds === null) return no('IDLE_SECONDS is a number from 60 to 86400.')
  const sessionSeconds = wholeNumber(environment['SESSION_SECONDS'], 43_200, 300, 604_800)
  if (sessionSeconds === null) return no('SESSION_SECONDS is a number from 300 to 604800.')
  const requestsPerMinute = wholeNumber(environment['REQUESTS_PER_MINUTE'], 1_200, 10, 10_000_000)
  if (requestsPerMinute === null) return no('REQUESTS_PER_MINUTE is a number from 10 to 10000000.')
  const address = environment['DATABASE_URL'] || null
  if (address !== null && !/^postgres(ql)?:\/\//.test(address))
    return no('DATABASE_URL begins with postgres://.')
  const secretKey = environment['SECRET_KEY'] || null
  if (secretKey !== null && !/^[0-9a-f]{64}$/i.test(secretKey)) return no('SECRET_KEY is 64 hex digits.')
  const mailboxFolder = environment['MAILBOX_DIR'] || null
  const host = environment['HOST'] || '127.0.0.1'
  if (!isLoopback(host) && trustProxy === 0)
    return no(
      'HOST is not this computer itself: serving others needs encryption. Put a proxy that ends TLS before it and set TRUST_PROXY=1, or leave HOST away.',
    )
  return {
    ok: true,
    settings: {
      host,
      port,
      dataFolder: resolve(folder, environment['DATA_DIR'] || join('data')),
      databaseAddress: address,
      trustProxy,
      publicOrigin,
      logLevel,
      idleSeconds,
      sessionSeconds,
      requestsPerMinute,
      mailboxFolder: mailboxFolder === null ? null : resolve(folder, mailboxFolder),
      secretKey,
    },
  }
}

/** The settings from the process's own environment. */
export const settingsOfProcess = (): SettingsRead => readSettings(process.env, process.cwd())
