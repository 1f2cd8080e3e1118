// Which row holds on a day, and which edition judges a day that lies outside all that are held.
import { type Day, daysBetween } from '../../values/day.ts'
import type { Dated, Edition } from '../facts.ts'

export const holdsOn = (row: Dated, on: Day): boolean => row.from <= on && (row.to === null || on <= row.to)

/** The row that holds on the day, or null. Rows of one key do not overlap. */
export const rowOn = <Row extends Dated>(rows: readonly Row[], on: Day): Row | null =>
  rows.find((row) => holdsOn(row, on)) ?? null

/** Days from a day to a span; zero inside. */
const distance = (span: Dated, on: Day): number => {
  if (on < span.from) return daysBetween(on, span.from)
  return span.to !== null && span.to < on ? daysBetween(span.to, on) : 0
}

/** The edition nearest to a day, the earlier of two as near, and whether the day lies inside. Throws when none is held. */
export const nearestEdition = (
  editions: readonly Edition[],
  on: Day,
): { readonly edition: Edition; readonly inside: boolean } => {
  const [first, ...others] = editions
  if (first === undefined) throw new RangeError('no edition is held of this kind')
  const edition = others.reduce(
    (best, each) => (distance(each, on) < distance(best, on) ? each : best),
    first,
  )
  return { edition, inside: distance(edition, on) === 0 }
}

/** The day itself inside the editions held, else the nearest day of the nearest one (architecture.md, convention 8). */
export const dayJudgedBy = (editions: readonly Edition[], on: Day): Day => {
  const { edition, inside } = nearestEdition(editions, on)
  if (inside) return on
  return on < edition.from || edition.to === null ? edition.from : edition.to
}
