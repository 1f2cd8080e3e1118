// What a note need not ask again: its facts as the session has them, and how they keep in step while it is a draft.
import type { Client } from '../people/person.ts'
import type { Provider } from '../people/provider.ts'
import type { Session } from '../session/session.ts'
import { sessionMinutes } from '../session/session-minutes.ts'
import { type LastNote, carryForward, sameValue } from './carry-forward.ts'
import type { Note, RecordedFacts, Template } from './note.ts'

/** The recorded facts of a note as they stand before its author has touched them. No procedure is named. */
export const recordedFrom = (session: Session): RecordedFacts => ({
  day: session.day,
  start: session.start,
  stop: session.stop,
  minutes: sessionMinutes(session),
  therapyMinutes: session.therapyMinutes,
  emMinutes: session.emMinutes,
  modality: session.modality,
  clientPlace: session.clientPlace,
  providerPlace: session.providerPlace,
  platform: session.platform,
  telehealthConsent: session.modality === 'in-person' ? null : session.telehealthConsent !== null,
  attendees: session.attendees,
  procedures: [],
})

/**
 * A draft's facts after its session was changed: what still stood as it was filled in follows the session, what the
 * author wrote otherwise stays, for the seven fields to hold against it.
 */
export const keepInStep = (recorded: RecordedFacts, before: Session, after: Session): RecordedFacts => {
  const [filled, now] = [recordedFrom(before), recordedFrom(after)]
  const kept = Object.entries(recorded).map(([key, value]) => {
    const name = key as keyof RecordedFacts
    return [name, sameValue(value, filled[name]) ? now[name] : value] as const
  })
  return Object.fromEntries(kept) as unknown as RecordedFacts
}

/** Whose note it is and who writes it, as the practice has them now: printed, never typed. */
export const namedIn = (
  client: Pick<Client, 'name' | 'birthDate'>,
  provider: Pick<Provider, 'name' | 'credentials'>,
): Pick<Note, 'identity' | 'author'> => ({
  identity: { name: client.name, birthDate: client.birthDate },
  author: { name: provider.name, credentials: provider.credentials },
})

export interface NoteBeginning {
  readonly template: Template
  readonly client: Pick<Client, 'name' | 'birthDate'>
  readonly provider: Pick<Provider, 'name' | 'credentials'>
  readonly session: Session
  /** The client's note by this provider that was signed last; null when there is none. */
  readonly last: LastNote | null
}

/**
 * A note as it is opened: everything known stands there, what was picked last is offered, nothing is assessed yet and
 * nobody has signed.
 */
export const beginNote = ({ template, client, provider, session, last }: NoteBeginning): Note => ({
  schema: 'golden-thread/note/1',
  template,
  ...namedIn(client, provider),
  recorded: recordedFrom(session),
  ...carryForward(template, last),
  signature: null,
  previousHash: null,
})
