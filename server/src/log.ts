// The log: lines of JSON with ids and codes, never with what a person wrote.
import { type DestinationStream, type Logger, pino } from 'pino'

/** What parts of the server log through. Objects first, then a fixed sentence; values of people go in neither. */
export type Log = Logger

export interface LogSettings {
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

// Whatever is logged by mistake under these names is cut out.
const redacted = [
  'password',
  'token',
  'cookie',
  'authorization',
  'body',
  'document',
  'detail',
  'where',
  'query',
  'parameters',
  'name',
  'email',
]

/** Where an answer of ours did not meet its own schema: names of fields and the kind of fault. */
const unmet = (cause: unknown): readonly string[] | undefined => {
  const issues = (cause as { readonly issues?: unknown } | null | undefined)?.issues
  return Array.isArray(issues)
    ? issues.slice(0, 10).map(({ path, code }) => `${(path as readonly unknown[]).join('.')}: ${code}`)
    : undefined
}

/** An error is logged by its kind, code and the places in our code it passed; its message may quote values. */
const errorFields = (fault: unknown): Readonly<Record<string, unknown>> => {
  if (!(fault instanceof Error)) return { kind: typeof fault }
  const { code, constraint, table, cause } = fault as Error & {
    readonly code?: unknown
    readonly constraint?: unknown
    readonly table?: unknown
  }
  const places = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    kind: fault.name,
    code,
    constraint,
    table,
    unmet: unmet(cause),
    places: places.slice(0, 12).map((line) => line.trim()),
  }
}

/** A log that writes to `stream`, by default to standard output. */
export const makeLog = ({ level }: LogSettings, stream?: DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      redact: { paths: redacted.flatMap((name) => [name, `*.${name}`]), censor: '[redacted]' },
      serializers: { err: errorFields, error: errorFields },
    },
    ...(stream === undefined ? [] : [stream]),
  )
