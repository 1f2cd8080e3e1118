// Opening a note: what is known of its session stands there already.
import type { Note, Template } from '@goldenthread/core/note/note.ts'
import { beginNote, namedIn } from '@goldenthread/core/note/prefill-note.ts'
import { templateFor } from '@goldenthread/core/note/template-for.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, forbidden, notFound } from '../http/problem.ts'
import type { Services } from '../services.ts'
import { lockSession } from '../session/store.ts'
import { readSupervisor } from '../people/provider-store.ts'
import { type NoteRow, insertNote, lastSigned, lockNoteOfSession, readSitters } from './store.ts'

/** A note is written by the one who treated, and read beside them by the owner of the practice. */
export const demandReader = ({ actor }: Pick<Tx, 'actor'>, providerId: string): void => {
  if (actor.kind === 'person' && actor.role !== 'owner' && actor.providerId !== providerId) throw notFound()
}

/** Beside them, the supervisor of who treated reads it: they are to co-sign it. */
export const demandReaderOrSupervisor = async (tx: Tx, providerId: string): Promise<void> => {
  const { actor } = tx
  if (actor.kind !== 'person' || actor.role === 'owner' || actor.providerId === providerId) return
  const supervisorId = await readSupervisor(tx, providerId)
  if (supervisorId === null || supervisorId !== actor.providerId) throw notFound()
}

/** Only who treated writes and signs: anybody else of the practice is told so. */
export const demandAuthor = ({ actor }: Pick<Tx, 'actor'>, providerId: string): void => {
  if (actor.kind === 'person' && actor.providerId !== providerId)
    throw forbidden('A note is written and signed by the one who treated.')
}

/** A note that was written into the wrong chart is closed there: its versions say that it stood, and where it went. */
export const movedAway = () =>
  conflict('moved', 'This note was written into the wrong chart and moved. Its versions say where it went.')

/** The note with client and author as the practice has them now: until it is signed, they are printed, never typed. */
export const named = async (tx: Tx, { sessionId, draft, status }: NoteRow): Promise<Note> => {
  if (status === 'signed') return draft
  const { client, provider } = await readSitters(tx, sessionId)
  return { ...draft, ...namedIn(client, provider) }
}

export interface Opened {
  readonly row: NoteRow
  /** False when the session had a note already, which is given as it is. */
  readonly made: boolean
}

/** Opens the note of a session: the one it has, or a new draft; without a template, of the one it calls for. */
export const openNote = async (
  tx: Tx,
  { makeId }: Pick<Services, 'makeId'>,
  { sessionId, template }: { readonly sessionId: string; readonly template?: Template },
): Promise<Opened> => {
  const session = await lockSession(tx, sessionId)
  if (session === null) throw notFound()
  demandReader(tx, session.providerId)
  const before = await lockNoteOfSession(tx, sessionId)
  if (before !== null) {
    tx.touch('note', before.id)
    return { row: before, made: false }
  }
  demandAuthor(tx, session.providerId)
  const { clientId, providerId } = session
  const sitters = await readSitters(tx, sessionId)
  const last = await lastSigned(tx, clientId, providerId, session.session.startInstant)
  const draft = beginNote({
    template: template ?? templateFor(session.session, last?.note.template ?? null),
    ...sitters,
    session: session.session,
    last,
  })
  const row: NoteRow = {
    id: makeId(),
    sessionId,
    providerId,
    status: 'draft',
    draft,
    sitting: null,
    version: 1,
  }
  await insertNote(tx, row)
  tx.touch('note', row.id)
  tx.touch('session', sessionId)
  return { row, made: true }
}
