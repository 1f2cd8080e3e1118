// The sentence that stands under what was signed: who, by which licence, and when on the clock of the practice.
import { Temporal } from 'temporal-polyfill'
import type { CoSignature } from '@goldenthread/core/note/co-signature.ts'
import type { Note, Signature } from '@goldenthread/core/note/note.ts'
import type { PersonName } from '@goldenthread/core/people/person.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** An instant as people of a zone read it: "March 10, 2026 at 3:12 PM, America/New_York (UTC-04:00)". */
export const toldIn = (zone: string, at: Instant): string => {
  const { year, month, day, hour, minute, offset } = Temporal.Instant.from(at).toZonedDateTimeISO(zone)
  const half = hour < 12 ? 'AM' : 'PM'
  const clock = `${((hour + 11) % 12) + 1}:${String(minute).padStart(2, '0')} ${half}`
  return `${months[month - 1]} ${day}, ${year} at ${clock}, ${zone} (UTC${offset})`
}

const nameOf = ({ first, middle, last, suffix }: PersonName): string =>
  [first, middle, last, suffix].filter((part) => part !== undefined).join(' ')

const requests = (open: boolean | null): string => {
  if (open === null) return ' Whether records were being asked for was not known.'
  return open ? ' Records were being asked for.' : ' No records were being asked for.'
}

const marks = ({ lateEntry, addendum, recordsRequestOpen }: Signature): string => {
  const late =
    lateEntry === undefined
      ? ''
      : ` Late entry: signed ${lateEntry.hoursAfter} hours after the session ended; the limit is ${lateEntry.limitHours}.`
  const added = addendum === undefined ? '' : ' Addendum to what was signed before.'
  return `${late}${added}${recordsRequestOpen === undefined ? '' : requests(recordsRequestOpen)}`
}

/**
 * The line that stands under a signed note (docs/sources.md 6.1, signature). It follows from the signed text alone, so
 * that it can be held against it; a note signed before zones were kept tells its instant.
 */
export const statementOf = ({ author, movedFrom }: Note, signature: Signature): string => {
  const { signedAt, zone } = signature
  const who = `Electronically signed by ${nameOf(author.name)}, ${author.credentials}`
  if (zone === undefined) return `${who}, ${signedAt}.`
  const moved =
    movedFrom === undefined
      ? ''
      : ` Written into another chart by mistake and moved here on ${toldIn(zone, movedFrom.movedAt)}.`
  return `${who}, on ${toldIn(zone, signedAt)}.${marks(signature)}${moved}`
}

/** The line of a supervisor. */
export const coSignStatementOf = ({ supervisor, verdict, zone, signedAt }: CoSignature): string => {
  const did = verdict === 'co-signed' ? 'Electronically co-signed' : 'Returned without a co-signature'
  return `${did} by ${nameOf(supervisor.name)}, ${supervisor.credentials}, on ${toldIn(zone, signedAt)}.`
}
