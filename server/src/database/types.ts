// How PostgreSQL's values become ours: days and instants as texts, int8 as a whole number that is proved to be one.
import pg from 'pg'
import type { Instant } from '@goldenthread/core/values/day.ts'

const oid = { int8: 20, date: 1082, timestamptz: 1184 }

const wholeNumber = (text: string): number => {
  const found = Number(text)
  if (!Number.isSafeInteger(found))
    throw new RangeError('a number of the database is larger than we can hold')
  return found
}

const written = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?\+00(?::00)?$/

/** Connections speak UTC (`prepare-database.ts` sets it on the role), so that an instant needs no arithmetic. */
const instantFrom = (text: string): Instant => {
  const found = written.exec(text)
  if (found === null) throw new RangeError('an instant of the database is not in UTC')
  return `${found[1]}T${found[2]}Z` as Instant
}

const asWritten = (text: string): string => text

const ours: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [oid.int8, wholeNumber],
  [oid.date, asWritten],
  [oid.timestamptz, instantFrom],
])

/** The parsers, in the shape that `pg` asks for. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    ours.get(id) ?? pg.types.getTypeParser(id, format)) as pg.CustomTypesConfig['getTypeParser'],
}
