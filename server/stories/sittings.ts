// Sessions as people hold them through the server's own door: scheduled, confirmed, noted, signed.
import type { Note } from '@goldenthread/core/note/note.ts'
import { attestation } from '../src/note/sign-note.ts'
import { type BillingPractice, example } from './billed-sessions.ts'
import type { Asked, Signed } from './test-server.ts'

const place = (setting: 'home' | 'office', city: string) => ({ setting, city, state: 'NY' })

/** By video from 09:00 to 09:56, in New York. */
export const byVideo = (day: string, more: object = {}) => ({
  day,
  start: '09:00',
  stop: '09:56',
  modality: 'audio-video',
  clientPlace: place('home', 'Kingston'),
  providerPlace: place('office', 'Albany'),
  attendees: [{ role: 'client' }],
  therapyMinutes: null,
  emMinutes: null,
  platform: 'Quietroom Video',
  telehealthConsent: '2025-11-04',
  ...more,
})

const done = (answer: Asked): Asked => {
  if (answer.status >= 300) throw new Error(`${answer.status}: ${answer.text}`)
  return answer
}

export interface Draft {
  readonly id: string
  readonly version: number
  readonly note: Note
}

export const sitting = '0197c1a4-0000-7000-8000-000000000001'

/** Asks as the clinician of a practice. */
export const sittingsOf = ({
  clinician,
  clientId,
  coverageId,
}: Pick<BillingPractice, 'clinician' | 'clientId' | 'coverageId'>) => {
  const ask: Signed['ask'] = clinician.ask
  const schedule = (session: object, more: object = {}) =>
    ask('POST', '/api/session/sessions', {
      clientId,
      providerId: clinician.actor.providerId,
      coverageId,
      session,
      ...more,
    })
  const confirm = (id: string, version: number, more: object = { attendance: 'held' }) =>
    ask('POST', `/api/session/sessions/${id}/confirm`, { version, ...more })
  const open = async (sessionId: string): Promise<Draft> =>
    done(await ask('POST', '/api/note/notes', { sessionId, template: example.note.template })).json()
  const save = (draft: Draft, changed: object = {}, by = sitting) => {
    const { template, sections, picks, diagnoses } = example.note
    const note = { template, sections, picks, diagnoses, recorded: draft.note.recorded, ...changed }
    // Who writes says again what was offered from the last note.
    const { confirmed = [], untouched = [] } = draft.note.carried ?? {}
    const body = { version: draft.version, sitting: by, note, confirmed: [...confirmed, ...untouched] }
    return ask('PUT', `/api/note/notes/${draft.id}`, body)
  }
  /** What the case of a session shows, for whoever signs; of a case that is not shown to them, nothing. */
  const look = async (sessionId: string): Promise<string> => {
    const seen = await ask('GET', `/api/thread/cases/${sessionId}`)
    return seen.status === 200 ? seen.json().shown : '0'.repeat(64)
  }
  /** Looks at the case and signs what it shows. */
  const sign = async (
    sessionId: string,
    version: number,
    more: Readonly<Record<string, unknown>> & { readonly shown?: string } = {},
    headers = {},
  ) => {
    const shown = more.shown ?? (await look(sessionId))
    const body = { version, attestation, ...more, shown }
    return ask('POST', `/api/thread/sessions/${sessionId}/sign-and-file`, body, headers)
  }
  /** A session of a day that was held as planned, as it is answered. */
  const hold = async (day: string, more: object = {}) => {
    const { id, version } = done(await schedule(byVideo(day, more))).json()
    return done(await confirm(id, version)).json()
  }
  /** The same with its note written; gives the session's id and the note. */
  const write = async (day: string, changed: object = {}, more: object = {}) => {
    const session = await hold(day, more)
    const draft = await open(session.id)
    const { version } = done(await save(draft, changed)).json()
    return { sessionId: session.id as string, noteId: draft.id, version: version as number, draft }
  }
  /** The same, signed: what signing answered. */
  const file = async (day: string, changed: object = {}, more: object = {}) => {
    const written = await write(day, changed, more)
    const answer = done(await sign(written.sessionId, written.version)).json()
    return { ...written, answer }
  }
  /** Signs an addendum in which `changed` stands otherwise. */
  const amend = async (sessionId: string, noteId: string, changed: (note: Note) => object) => {
    const { version: signed } = done(await ask('GET', `/api/note/notes/${noteId}`)).json()
    const begun = done(await ask('POST', `/api/note/notes/${noteId}/amendment`, { version: signed })).json()
    const { version } = done(await save(begun, changed(begun.note))).json()
    return sign(sessionId, version, { reason: 'The times were noted wrongly.' })
  }
  const seeCase = async (sessionId: string) => done(await ask('GET', `/api/thread/cases/${sessionId}`)).json()
  return { ask, schedule, confirm, open, save, look, sign, hold, write, file, amend, seeCase }
}

export type Sittings = ReturnType<typeof sittingsOf>
