// Routes of notes: open, read, autosave, addenda, versions. Signing touches the claim and is added by thread.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, reply } from '../http/route.ts'
import { Uuid, Version } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import type { Tx } from '../database/tx.ts'
import { beginAmendment, dropAmendment } from './amend-note.ts'
import { NoteView, SignedVersion, TemplateName, WrittenNote } from './note-schema.ts'
import { demandReader, named, openNote } from './open-note.ts'
import { saveDraft } from './save-draft.ts'
import { type NoteRow, readNote, readVersions } from './store.ts'

const clinical = ['owner', 'clinician'] as const
const params = z.object({ id: Uuid })

const view = async (tx: Tx, row: NoteRow) => {
  const { id, sessionId, providerId, status, version } = row
  return { id, sessionId, providerId, status, note: await named(tx, row), version }
}

const find = async (tx: Tx, id: string): Promise<NoteRow> => {
  const found = await readNote(tx, id)
  if (found === null) throw notFound()
  demandReader(tx, found.providerId)
  tx.touch('note', id)
  return found
}

const openRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'POST',
    url: '/api/note/notes',
    summary: 'Open the note of a session: the one it has, or a draft in which all that is known stands',
    act: 'open-note',
    roles: clinical,
    body: z.strictObject({ sessionId: Uuid, template: TemplateName }),
    answers: { 200: NoteView, 201: NoteView },
    run: async ({ tx, body }) => {
      const { row, made } = await openNote(tx, services, body)
      return made ? reply(201, await view(tx, row)) : reply(200, await view(tx, row))
    },
  })

const readRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/note/notes/:id',
    summary: 'One note: its draft, or what was signed last',
    act: 'read-note',
    roles: clinical,
    params,
    answers: { 200: NoteView },
    run: async ({ tx, params: { id } }) => reply(200, await view(tx, await find(tx, id))),
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/note/notes/:id/versions',
    summary: 'The signed versions of a note with their hashes, oldest first',
    act: 'read-note-versions',
    roles: clinical,
    params,
    answers: { 200: z.object({ items: z.array(SignedVersion) }) },
    run: async ({ tx, params: { id } }) => {
      const { id: noteId } = await find(tx, id)
      const versions = await readVersions(tx, noteId)
      tx.touch('signed_note', ...versions.map((each) => each.id))
      return reply(200, { items: versions.map(({ noteId: _noteId, ...version }) => version) })
    },
  })
}

const saveRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/note/notes/:id',
    summary: 'Keep the draft as it is now; the autosaves of one sitting are one row of the trail',
    act: 'save-draft',
    roles: clinical,
    params,
    body: z.strictObject({ version: Version, sitting: Uuid, note: WrittenNote }),
    answers: { 200: z.object({ version: Version }) },
    trail: 'when-touched',
    run: async ({ tx, params: { id }, body }) => {
      const { version } = await saveDraft(tx, { id, ...body })
      return reply(200, { version })
    },
  })

const amendmentRoutes = (app: App, services: Services): void => {
  const body = z.strictObject({ version: Version })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/note/notes/:id/amendment',
    summary: 'Begin an addendum to a signed note; the original is kept',
    act: 'begin-amendment',
    roles: clinical,
    params,
    body,
    answers: { 200: NoteView },
    keyed: true,
    run: async ({ tx, params: { id }, body: { version } }) =>
      reply(200, await view(tx, await beginAmendment(tx, { id, version }))),
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/note/notes/:id/amendment/drop',
    summary: 'Drop an addendum that was not signed',
    act: 'drop-amendment',
    roles: clinical,
    params,
    body,
    answers: { 200: NoteView },
    keyed: true,
    run: async ({ tx, params: { id }, body: { version } }) =>
      reply(200, await view(tx, await dropAmendment(tx, { id, version }))),
  })
}

export const registerNoteRoutes = (app: App, services: Services): void => {
  openRoute(app, services)
  readRoutes(app, services)
  saveRoute(app, services)
  amendmentRoutes(app, services)
}
