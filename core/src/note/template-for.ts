// Which template a note is begun in when nobody has chosen one: as the session was held, else as the last one was written.
import type { AttendeeRole, Session } from '../session/session.ts'
import type { Template } from './note.ts'

const family: readonly AttendeeRole[] = ['parent', 'guardian', 'partner', 'sibling', 'child', 'relative']
/** Written once, or for one occasion: the next note is no such note again. */
const ofOneOccasion: readonly Template[] = ['intake', 'crisis', 'family']

/**
 * The template to begin with. `last` is that of the client's last signed note by this provider; null when there is
 * none, so that this is the first meeting. It may be changed while nothing is written.
 */
export const templateFor = (
  { therapyMinutes, emMinutes, attendees }: Pick<Session, 'therapyMinutes' | 'emMinutes' | 'attendees'>,
  last: Template | null,
): Template => {
  if (emMinutes !== null) return therapyMinutes === null ? 'em' : 'em-with-therapy'
  if (last === null) return 'intake'
  if (attendees.some(({ role }) => family.includes(role))) return 'family'
  return ofOneOccasion.includes(last) ? 'soap' : last
}
