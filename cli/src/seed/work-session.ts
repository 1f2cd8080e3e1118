// The work of one session of the demo: planned, confirmed, paid, written, signed and filed, each by the one whose work it is.
import type { Note } from '@goldenthread/core/note/note.ts'
import { type Asked, demand, textOf, unlooked } from './asking.ts'
import type { Appointment } from './calendar.ts'
import { type Entered, found } from './enter-practice.ts'
import { providers } from './staff.ts'
import { besideClient, partsOf, templateOf, writeNote } from './write-note.ts'

interface Versioned {
  readonly id: string
  readonly version: number
}

/** Sessions that were planned, by the key of their appointment. */
export type Planned = Map<string, Versioned>

const modality = { video: 'audio-video', telephone: 'audio-only', office: 'in-person' } as const

/** One client was with a sister in another state that day: nobody is licensed there, and the claim is held. */
const isElsewhere = ({ key }: Appointment): boolean => key === 'nakamura-9'

const clientPlace = (appointment: Appointment) => {
  const { means } = appointment.client.row
  if (isElsewhere(appointment)) return { setting: 'home', city: 'Danbury', state: 'CT' }
  const { city, state } = appointment.client.document.address
  return means === 'office'
    ? { setting: 'office', city: 'Kingston', state: 'NY' }
    : { setting: 'home', city, state }
}

const platforms = { video: 'Quietroom Video', telephone: 'telephone', office: null } as const

const sessionOf = (appointment: Appointment) => {
  const { client, day, start, stop } = appointment
  const { means } = client.row
  const beside = besideClient(appointment)
  const parts = partsOf(appointment)
  return {
    day,
    start,
    stop,
    modality: modality[means],
    clientPlace: clientPlace(appointment),
    providerPlace: { setting: 'office', city: 'Kingston', state: 'NY' },
    attendees: [{ role: 'client' }, ...(beside === null ? [] : [{ role: beside }])],
    therapyMinutes: parts?.therapy ?? null,
    emMinutes: parts?.em ?? null,
    platform: platforms[means],
    telehealthConsent: means === 'office' ? null : '2025-02-03',
  }
}

/** The first three claims of the client whose plan leaves therapy to the state went to the plan; then it was known. */
const coverageOf = ({ client, number }: Appointment, coverageIds: readonly string[]): string | null =>
  coverageIds[client.row.last === 'Pineda' && number >= 3 ? 1 : 0] ?? null

const versionOf = (body: Asked['body']): number => {
  const { version } = body
  if (typeof version !== 'number') throw new Error('an answer of the server lacks its version')
  return version
}

/** Plans a session; planned before, it is the one that stands. */
export const planSession = async (
  entered: Entered,
  planned: Planned,
  appointment: Appointment,
): Promise<void> => {
  const { client, key } = appointment
  const { clientId, coverageIds } = found(entered.clients, client.key)
  const body = {
    clientId,
    providerId: found(entered.providerIds, client.row.provider),
    coverageId: coverageOf(appointment, coverageIds),
    session: sessionOf(appointment),
  }
  const made = await demand(entered.asBiller, 'POST', '/api/session/sessions', body, `demo-plan-${key}`)
  planned.set(key, { id: textOf(made, 'id'), version: versionOf(made) })
}

/** Says what became of a session. */
const confirm = async (
  entered: Entered,
  planned: Planned,
  { key, client, attendance }: Appointment,
): Promise<void> => {
  const ask = found(entered.asProvider, client.row.provider)
  const { id, version } = found(planned, key)
  const body = { version, attendance }
  await demand(ask, 'POST', `/api/session/sessions/${id}/confirm`, body, `demo-confirm-${key}`)
}

/** What the client pays by card on the day: the copay of the coverage. */
const takeCopay = async (
  entered: Entered,
  planned: Planned,
  { key, client, day }: Appointment,
): Promise<void> => {
  const [coverage] = client.coverages
  const amount = coverage?.benefits.copay ?? 0
  if (amount === 0) return
  const body = {
    clientId: found(entered.clients, client.key).clientId,
    sessionId: found(planned, key).id,
    day,
    amount,
    method: 'card',
  }
  await demand(entered.asBiller, 'POST', '/api/posting/client-payments', body, `demo-copay-${key}`)
}

/** Opens the note and writes it; a note that is signed already is left as it is (null). */
const write = async (
  entered: Entered,
  planned: Planned,
  appointment: Appointment,
): Promise<Versioned | null> => {
  const { key, client } = appointment
  const ask = found(entered.asProvider, client.row.provider)
  const { id: sessionId } = found(planned, key)
  const template = templateOf(appointment)
  const opened = await demand(ask, 'POST', '/api/note/notes', { sessionId, template })
  if (opened['status'] === 'signed') return null
  const id = textOf(opened, 'id')
  const { recorded, carried } = opened['note'] as Pick<Note, 'recorded' | 'carried'>
  const body = {
    version: versionOf(opened),
    sitting: sessionId,
    note: writeNote(appointment, recorded),
    // The clinician says again what was offered from the last note.
    confirmed: carried?.untouched ?? [],
  }
  return { id, version: versionOf(await demand(ask, 'PUT', `/api/note/notes/${id}`, body)) }
}

const attestation =
  'I attest that this note is complete and true to the best of my knowledge and that I provided the service it describes.'

const signAndFile = async (
  entered: Entered,
  planned: Planned,
  { key, client }: Appointment,
  { version }: Versioned,
): Promise<void> => {
  const ask = found(entered.asProvider, client.row.provider)
  const sessionId = found(planned, key).id
  const shown = textOf(await demand(ask, 'GET', `/api/thread/cases/${sessionId}`), 'shown')
  const url = `/api/thread/sessions/${sessionId}/sign-and-file`
  const asked = await ask('POST', url, { version, attestation, shown }, `demo-sign-${key}`)
  if (asked.status !== 200) throw unlooked(url, asked)
}

const coSignAttestation =
  'I attest that I supervised this service as its payer and my licence ask, have read this note and agree with it.'

interface SignedVersion {
  readonly hash: string
  readonly coSign: boolean
  readonly coSignature: object | null
}

/** The supervisor co-signs what an associate signed; of the last days it still waits for them. */
const coSign = async (
  entered: Entered,
  planned: Planned,
  { key, client, offset }: Appointment,
): Promise<void> => {
  const { supervisor = null } = providers.find((each) => each.key === client.row.provider) ?? {}
  if (supervisor === null || offset >= -3) return
  const ask = found(entered.asProvider, client.row.provider)
  const { id: sessionId } = found(planned, key)
  const { id } = await demand(ask, 'POST', '/api/note/notes', { sessionId, template: 'dap' })
  const { items } = await demand(ask, 'GET', `/api/note/notes/${id}/versions`)
  const last = (items as readonly SignedVersion[]).at(-1)
  if (last === undefined || !last.coSign || last.coSignature !== null) return
  const body = { hash: last.hash, attestation: coSignAttestation }
  const url = `/api/note/notes/${id}/co-sign`
  await demand(found(entered.asProvider, supervisor), 'POST', url, body, `demo-co-sign-${key}`)
}

/** The work that follows a session, as far as it came by today. */
export const workSession = async (
  entered: Entered,
  planned: Planned,
  appointment: Appointment,
): Promise<void> => {
  const { progress } = appointment
  if (progress === 'unconfirmed') return
  await confirm(entered, planned, appointment)
  if (progress === 'missed') return
  await takeCopay(entered, planned, appointment)
  const draft = await write(entered, planned, appointment)
  if (progress !== 'filed') return
  if (draft !== null) await signAndFile(entered, planned, appointment, draft)
  await coSign(entered, planned, appointment)
}
