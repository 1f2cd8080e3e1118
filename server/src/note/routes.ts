// Routes of notes: open, read, autosave, addenda, versions. Signing touches the claim and is added by thread.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, reply } from '../http/route.ts'
import { pageFrom } from '../http/cursor.ts'
import { PageQuery, Uuid, Version, pageOf } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import type { Tx } from '../database/tx.ts'
import { type Waiting, listWaiting, readCoSignatures } from './co-sign-store.ts'
import { beginAmendment, dropAmendment } from './amend-note.ts'
import { readMove } from './move-store.ts'
import {
  ConfirmedPaths,
  NoteMoved,
  NoteView,
  SignedVersion,
  TemplateName,
  WaitingNote,
  WrittenNote,
} from './note-schema.ts'
import { demandReaderOrSupervisor, movedAway, named, openNote } from './open-note.ts'
import { registerNotePrint } from './print-route.ts'
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
  await demandReaderOrSupervisor(tx, found.providerId)
  tx.touch('note', id)
  return found
}

/** The versions with what supervisors said of them. Of a note that was moved the content is closed, and the rest stands. */
const versionsOf = async (tx: Tx, { id, status }: NoteRow) => {
  const [versions, said, move] = [
    await readVersions(tx, id),
    await readCoSignatures(tx, id),
    await readMove(tx, id),
  ]
  tx.touch('signed_note', ...versions.map((each) => each.id))
  const items = versions.map(({ noteId: _noteId, note, ...version }) => {
    const coSignature = said.find(({ signedNoteId }) => signedNoteId === version.id)
    return {
      ...version,
      note: status === 'moved' ? null : note,
      coSign: note.signature?.coSign === true,
      coSignature:
        coSignature === undefined
          ? null
          : { statement: coSignature.statement, hash: coSignature.hash, said: coSignature.said },
    }
  })
  if (move === null) return { items, moved: null }
  const { toNoteId, toSessionId, hash, reason, movedAt } = move
  return { items, moved: { toNoteId, toSessionId, hash, reason, movedAt } }
}

const openRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'POST',
    url: '/api/note/notes',
    summary: 'Open the note of a session: the one it has, or a draft in which all that is known stands',
    act: 'open-note',
    roles: clinical,
    body: z.strictObject({
      sessionId: Uuid,
      template: TemplateName.exactOptional().describe(
        'left out: as the session was held, else as the client’s last note was written',
      ),
    }),
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
    run: async ({ tx, params: { id } }) => {
      const found = await find(tx, id)
      if (found.status === 'moved') throw movedAway()
      return reply(200, await view(tx, found))
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/note/notes/:id/versions',
    summary: 'The signed versions of a note with their hashes, oldest first',
    act: 'read-note-versions',
    roles: clinical,
    params,
    answers: {
      200: z.object({
        items: z.array(SignedVersion),
        moved: NoteMoved.nullable().describe('null: the note stands where it was written'),
      }),
    },
    run: async ({ tx, params: { id } }) => reply(200, await versionsOf(tx, await find(tx, id))),
  })
}

const WaitingPage = pageOf(WaitingNote)
const WaitingQuery = PageQuery.extend({ after: Uuid.optional() })

const waitingPage = async (tx: Tx, of: Waiting | null, { after, limit }: z.output<typeof WaitingQuery>) => {
  const rows = of === null ? [] : await listWaiting(tx, of, after ?? null, limit)
  const page = pageFrom(rows, limit, (row) => row.id)
  tx.touch('note', ...page.items.map((each) => each.noteId))
  return page
}

const waitingRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/note/to-co-sign',
    summary: 'Notes that wait for the co-signature of whoever asks, in the order they were signed',
    act: 'list-notes-to-co-sign',
    roles: clinical,
    query: WaitingQuery,
    answers: { 200: WaitingPage },
    run: async ({ tx, who, query }) =>
      reply(
        200,
        await waitingPage(tx, who.providerId === null ? null : { supervisorId: who.providerId }, query),
      ),
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/note/returned',
    summary: 'Notes of whoever asks that their supervisor returned, each with what is to be amended',
    act: 'list-notes-returned',
    roles: clinical,
    query: WaitingQuery,
    answers: { 200: WaitingPage },
    run: async ({ tx, who, query }) =>
      reply(200, await waitingPage(tx, who.providerId === null ? null : { authorId: who.providerId }, query)),
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
    body: z.strictObject({
      version: Version,
      sitting: Uuid,
      note: WrittenNote,
      confirmed: ConfirmedPaths.exactOptional(),
    }),
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
  waitingRoutes(app, services)
  saveRoute(app, services)
  amendmentRoutes(app, services)
  registerNotePrint(app, services)
}
