// How a printed note is typed into the contract: the parts every typed note shares, and null for whatever the print leaves out.
import { clockTime, day, instant } from '../src/values/day.ts'
import type { Setting } from '../src/facts/facts.ts'
import type { SessionPlace } from '../src/session/session.ts'
import type { Note, RecordedFacts, Signature } from '../src/note/note.ts'

/** A note by what its print says: facts and picks. No sentence of the print is taken over, so there are no sections. */
export const typeNote = (written: Omit<Note, 'schema' | 'sections' | 'previousHash'>): Note => ({
  schema: 'golden-thread/note/1',
  ...written,
  sections: {},
  previousHash: null,
})

/** The recorded facts of a note that says nothing at all; a typed note writes over it what its print does say. */
export const notSaid: RecordedFacts = {
  day: null,
  start: null,
  stop: null,
  minutes: null,
  therapyMinutes: null,
  emMinutes: null,
  modality: null,
  clientPlace: null,
  providerPlace: null,
  platform: null,
  telehealthConsent: null,
  attendees: [],
  procedures: [],
}

/** The day and the times of a session as printed, on the 24-hour clock. */
export const met = (
  on: string,
  start: string,
  stop: string,
): Pick<RecordedFacts, 'day' | 'start' | 'stop'> => ({
  day: day(on),
  start: clockTime(start),
  stop: clockTime(stop),
})

/** Where somebody sat, in the print's own detail. */
export const place = (setting: Setting | null, city: string | null, state: string | null): SessionPlace => ({
  setting,
  city,
  state,
})

/** A session in one room: where the provider sat is where the client's side sat. */
export const inPerson = (
  where: SessionPlace,
): Pick<RecordedFacts, 'modality' | 'clientPlace' | 'providerPlace'> => ({
  modality: 'in-person',
  clientPlace: where,
  providerPlace: where,
})

/** One unit of each procedure code that the note prints. */
export const printed = (...codes: readonly string[]): RecordedFacts['procedures'] =>
  codes.map((code) => ({ code, units: 1 }))

/**
 * An electronic signature of a printed day. The prints give no zone, so the instant is a late one of that day, after
 * the session's end wherever in the United States it was held.
 */
export const signed = (at: string): Signature => ({
  signedAt: instant(at),
  attestation: 'electronically signed',
})
