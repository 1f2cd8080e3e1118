// Which kind of service a note documents: its template, who was there, what was done.
import { type Result, accepted, refused } from '../values/result.ts'
import type { Attendee, AttendeeRole } from '../session/session.ts'
import type { Note } from '../note/note.ts'
import { cannotCode } from './cannot-code.ts'

export type DocumentedService =
  | 'therapy'
  | 'intake'
  | 'crisis'
  | 'crisis-with-em'
  | 'family-with-client'
  | 'family-without-client'
  | 'em'
  | 'em-with-therapy'

const familyRoles: readonly AttendeeRole[] = ['parent', 'guardian', 'partner', 'sibling', 'child', 'relative']

const withoutClient = (attendees: readonly Attendee[]): boolean =>
  attendees.length > 0 && !attendees.some(({ role }) => role === 'client')
const hasFamily = (attendees: readonly Attendee[]): boolean =>
  attendees.some(({ role }) => familyRoles.includes(role))

const family = (attendees: readonly Attendee[]): Result<DocumentedService> => {
  if (attendees.length === 0) {
    return refused([
      cannotCode({
        code: 'attendees-not-stated',
        path: 'note.recorded.attendees',
        says: 'The note of a family session does not say who was there.',
        remedy: 'Write who attended and how they are related; whether the client was there decides the code.',
        source: 'docs/sources.md 6.2, 90846 and 90847',
      }),
    ])
  }
  return accepted(withoutClient(attendees) ? 'family-without-client' : 'family-with-client')
}

/** Therapy without the client is a family session without the client when family was there, and nothing otherwise (docs/sources.md 1). */
const therapy = (attendees: readonly Attendee[]): Result<DocumentedService> => {
  if (!withoutClient(attendees)) return accepted('therapy')
  if (hasFamily(attendees)) return accepted('family-without-client')
  return refused([
    cannotCode({
      code: 'client-absent',
      path: 'note.recorded.attendees',
      says: 'The note documents individual therapy at which the client was not present.',
      remedy: 'Correct who attended; without the client there is no individual therapy.',
      source: 'docs/sources.md 1, timed individual codes',
    }),
  ])
}

/**
 * The kind of service. Those who attended are the note's, else the session's. A crisis note with decision making
 * documents an evaluation beside the crisis therapy.
 */
export const documentedService = (
  note: Note,
  sessionAttendees: readonly Attendee[],
): Result<DocumentedService> => {
  const attendees = note.recorded.attendees.length > 0 ? note.recorded.attendees : sessionAttendees
  switch (note.template) {
    case 'soap':
    case 'dap':
    case 'birp':
      return therapy(attendees)
    case 'family':
      return family(attendees)
    case 'crisis':
      return accepted(note.picks.decisionMaking === undefined ? 'crisis' : 'crisis-with-em')
    case 'intake':
    case 'em':
    case 'em-with-therapy':
      return accepted(note.template)
  }
}
