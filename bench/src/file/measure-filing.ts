// Measures filing: sessions confirmed, signed and filed by the acts, beside the same rows by plain SQL in the same run.
import type { Connection } from '@goldenthread/server/database/connection.ts'
import { type Database, openDatabase } from '@goldenthread/server/database/pool.ts'
import type { Log } from '@goldenthread/server/log.ts'
import { type Treatment, holdSession, seeSession, signSession, writeSession } from './held-session.ts'
import { timed } from './parallel.ts'
import { rowsIn, unitsOf, writeUnits } from './raw-rows.ts'
import { readRows, writeRows } from './table-rows.ts'

/** A session that was planned, and whose note is still to be written. */
export interface PlannedSession {
  readonly treatment: Treatment
  readonly session: { readonly id: string; readonly version: number }
}

export interface ToMeasure {
  readonly practiceId: string
  readonly sessions: readonly PlannedSession[]
  /** In so many rounds, each by the acts and then by plain SQL, so that a busy moment of the machine meets both. */
  readonly rounds: number
  /** How many are worked on at a time, in both. */
  readonly lanes: number
  /** The superuser's way to the database that the acts write to. */
  readonly acted: Connection
  /** A migrated and otherwise empty database beside it: the superuser's way and the serving one. */
  readonly beside: { readonly administrator: Connection; readonly login: Connection }
  readonly log: Log
}

export interface Measured {
  readonly sessions: number
  readonly rows: number
  /** Sessions a second. */
  readonly acts: number
  readonly plain: number
  /** How much of plain SQL's speed the acts keep. */
  readonly ratio: number
}

const withPool = async <T>(
  { beside, lanes, log }: ToMeasure,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const database = openDatabase(beside.login, log, { size: lanes, patience: 10_000 })
  try {
    return await work(database)
  } finally {
    await database.pool.end()
  }
}

interface Seconds {
  readonly acts: number
  readonly plain: number
  readonly rows: number
}

/** One round: the acts, then the rows that they left by plain SQL. */
const measureRound = async (
  { lanes, acted, practiceId }: ToMeasure,
  sessions: readonly PlannedSession[],
  drafts: ReadonlyMap<string, number>,
  { pool }: Database,
): Promise<Seconds> => {
  const held = await timed(sessions, lanes, ({ treatment, session }) => holdSession(treatment, session))
  // Looking at the case before signing is reading: it writes nothing that plain SQL would write as well.
  const shown = new Map<string, string>()
  for (const { treatment, session } of sessions)
    shown.set(session.id, await seeSession(treatment, session.id))
  const signed = await timed(sessions, lanes, ({ treatment, session: { id } }) =>
    signSession(treatment, id, drafts.get(id) ?? 0, shown.get(id) ?? ''),
  )
  const acts = held + signed
  const after = await readRows(acted)
  const units = sessions.map(({ session }) => unitsOf(after, session.id))
  const plain = await timed(units, lanes, (two) => writeUnits(pool, practiceId, two))
  return { acts, plain, rows: rowsIn(units.flat()) }
}

/**
 * The notes are written first, untimed. Then the acts: confirm, and sign and file, two units of work a session. Then
 * the rows that these left are written again by plain SQL, in as many transactions under the same role and policies,
 * into a database that holds what stood before. The first round warms up and is not counted.
 */
export const measureFiling = async (given: ToMeasure): Promise<Measured> => {
  const { sessions, rounds, acted, beside } = given
  const drafts = new Map<string, number>()
  for (const { treatment, session } of sessions)
    drafts.set(session.id, (await writeSession(treatment, session.id)).version)
  await writeRows(beside.administrator, await readRows(acted))
  const each = Math.ceil(sessions.length / rounds)
  const seconds: Seconds[] = []
  await withPool(given, async (database) => {
    for (let from = 0; from < sessions.length; from += each)
      seconds.push(await measureRound(given, sessions.slice(from, from + each), drafts, database))
  })
  const counted = seconds.slice(1)
  const sum = (of: keyof Seconds): number => counted.reduce((total, round) => total + round[of], 0)
  const measured = sessions.length - each
  const [acts, plain] = [measured / sum('acts'), measured / sum('plain')]
  return { sessions: measured, rows: sum('rows'), acts, plain, ratio: acts / plain }
}
