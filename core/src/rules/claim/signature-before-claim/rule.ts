// A claim stands on a signed note: signed after the session, by the one who treated, before anything is filed.
import { field } from '../../../values/finding.ts'
import { daysBetween, utcDay } from '../../../values/day.ts'
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

const lateBy = (days: number): Fault => ({
  place: field('note.signature.signedAt'),
  severity: 'warns',
  says: `The note was signed ${days} days after the session.`,
  remedy: 'Sign within three days; a late entry says that it is one.',
  evidence: { days: String(days) },
})

/** A signature that cannot have followed the session, by the instants where the session is known, else by the day. */
const precedesSession = (given: Case, signedAt: string): boolean => {
  if (given.session !== null) return signedAt < given.session.stopInstant
  const day = given.note?.recorded.day ?? null
  return day !== null && signedAt.slice(0, 10) < day
}

export const rule: Rule = {
  id: 'signature-before-claim',
  title: 'The note is signed before its claim is filed',
  whose: 'law',
  severity: 'holds-claim',
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
  reads: ['note.signature', 'session.stopInstant', 'note.recorded.day'],
  check: (given) => {
    const signature = given.note?.signature ?? null
    if (signature === null) return [unsigned]
    if (precedesSession(given, signature.signedAt)) return [beforeTheEnd]
    const day = given.session?.day ?? given.note?.recorded.day ?? null
    const late = day === null ? 0 : daysBetween(day, utcDay(signature.signedAt))
    return late > 3 ? [lateBy(late)] : []
  },
}
