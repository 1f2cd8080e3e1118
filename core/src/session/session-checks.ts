// What must hold of a session by itself, before a note or a claim is made of it.
import { type Finding, field } from '../values/finding.ts'
import type { Session } from './session.ts'
import { sessionMinutes } from './session-minutes.ts'

/** A session that runs this long is a stop written before its start: no outpatient code of ours counts so far. */
const longestMinutes = 12 * 60

const finding = (
  code: string,
  path: string,
  says: string,
  remedy: string,
  source: string,
  evidence: Finding['evidence'],
): Finding => ({
  code,
  severity: 'holds-claim',
  whose: 'code-set',
  place: field(path),
  says,
  remedy,
  source,
  evidence,
})

const checkTimes = (session: Session): readonly Finding[] => {
  const minutes = sessionMinutes(session)
  if (minutes > 0 && minutes <= longestMinutes) return []
  return [
    finding(
      'session-times',
      'session.stop',
      minutes === 0
        ? 'The session stops when it starts.'
        : `The session stops before it starts, or lasts longer than ${longestMinutes / 60} hours.`,
      'Write the start and the stop as they were; a stop after midnight belongs to the next day.',
      'docs/sources.md 6.1, time.start_stop',
      { start: session.start, stop: session.stop },
    ),
  ]
}

const checkParts = (session: Session): readonly Finding[] => {
  const findings: Finding[] = []
  for (const part of ['therapyMinutes', 'emMinutes'] as const) {
    const minutes = session[part]
    if (minutes === null || (Number.isSafeInteger(minutes) && minutes >= 0)) continue
    findings.push(
      finding(
        'session-minutes',
        `session.${part}`,
        'These minutes are not a whole number of zero or more.',
        'Write whole minutes, or leave the field empty when nothing was counted apart.',
        'docs/sources.md 2',
        { minutes: String(minutes) },
      ),
    )
  }
  const length = sessionMinutes(session)
  const parts = (session.therapyMinutes ?? 0) + (session.emMinutes ?? 0)
  if (findings.length > 0 || length <= 0 || parts <= length) return findings
  return [
    finding(
      'session-minutes',
      session.therapyMinutes === null ? 'session.emMinutes' : 'session.therapyMinutes',
      'Therapy and medical minutes together are more than the session lasted.',
      'Count each minute once: therapy apart from evaluation and management, both within start and stop.',
      'docs/sources.md 2, E/M and therapy on one day, 5',
      {
        therapy: String(session.therapyMinutes ?? 0),
        em: String(session.emMinutes ?? 0),
        session: String(length),
      },
    ),
  ]
}

const checkAttendees = (session: Session): readonly Finding[] =>
  session.attendees.length > 0
    ? []
    : [
        finding(
          'session-attendees',
          'session.attendees',
          'Nobody is listed as having attended.',
          'List who was there by role; who attended decides the kind of service.',
          'docs/sources.md 6.2, 90846 and 90847',
          {},
        ),
      ]

/**
 * What does not hold of a session by itself, each at its field: times in order, minutes within them, someone there.
 * Nothing here needs a note, a code or a payer.
 */
export const checkSession = (session: Session): readonly Finding[] => [
  ...checkTimes(session),
  ...checkParts(session),
  ...checkAttendees(session),
]
