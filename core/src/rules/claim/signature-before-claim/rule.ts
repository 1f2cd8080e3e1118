// A claim stands on a signed note: signed after the session, by the one who treated, before anything is filed.
import { field } from '../../../values/finding.ts'
import { type Instant, addDays, instant, minutesBetween } from '../../../values/day.ts'
import type { Case } from '../../case.ts'
import type { Fault, Rule } from '../../rule.ts'

const place = field('note.signature')

const unsigned: Fault = {
  place,
  says: 'The note is not signed.',
  remedy: 'Read it once more and sign it; the claim follows then.',
}

const beforeTheEnd: Fault = {
  place: field('note.signature.signedAt'),
  says: 'The note was signed before the session ended.',
  remedy:
    'Sign after the session; a note signed earlier is amended with an addendum that is signed in its turn.',
}

const toCome: Fault = {
  place: field('note.signature.signedAt'),
  says: 'The note is signed at a moment that has not come yet.',
  remedy: 'Correct the moment of signing; it is the clock’s, never typed.',
}

const lateBy = (days: number): Fault => ({
  place: field('note.signature.signedAt'),
  severity: 'warns',
  says: `The note was signed ${days} days after the session.`,
  remedy: 'Sign within three days; a late entry says that it is one.',
  evidence: { days: String(days) },
})

const minutesOfDay = 24 * 60

/**
 * When the session may first have ended and when it has at the latest, as instants like the signature's. Of a note
 * without a session only the day is known and not its zone: a day begins at 10:00 UTC of the day before where the
 * clocks are furthest ahead, and ends at 12:00 UTC of the day after where they are furthest behind.
 */
const endsOf = ({ session, note }: Case): { readonly earliest: Instant; readonly latest: Instant } | null => {
  if (session !== null) return { earliest: session.stopInstant, latest: session.stopInstant }
  const day = note?.recorded.day ?? null
  return day === null
    ? null
    : { earliest: instant(`${addDays(day, -1)}T10:00:00Z`), latest: instant(`${addDays(day, 1)}T12:00:00Z`) }
}

export const rule: Rule = {
  id: 'signature-before-claim',
  title: 'The note is signed before its claim is filed',
  whose: 'law',
  severity: 'holds-claim',
  link: 'note',
  from: null,
  to: null,
  source: 'CMS Program Integrity Manual, chapter 3, 3.3.2.4 (signature requirements)',
  reason:
    'An unsigned note is no record: reviewers treat the service as not documented and take the whole payment back.',
  write: {
    what: 'Name, credentials, "Electronically signed by", and when.',
    good: 'Electronically signed by June Whitfield, LCSW, 2026-03-10 15:12.',
    bad: 'JW',
  },
  needs: ['note'],
  reads: ['at', 'note.signature', 'session.stopInstant'],
  check: (given) => {
    const signature = given.note?.signature ?? null
    if (signature === null) return [unsigned]
    const { signedAt } = signature
    const ends = endsOf(given)
    const future = signedAt > given.at ? [toCome] : []
    if (ends === null) return future
    if (signedAt < ends.earliest) return [...future, beforeTheEnd]
    const days = Math.floor(minutesBetween(ends.latest, signedAt) / minutesOfDay)
    return [...future, ...(days > 3 ? [lateBy(days)] : [])]
  },
}
