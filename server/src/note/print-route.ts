// The route of a signed note as a PDF. A draft is never printed: what is not signed is nobody's word yet.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { AttachmentBody } from '../http/attachment.ts'
import { conflict, notFound } from '../http/problem.ts'
import { addRoute, reply } from '../http/route.ts'
import { Uuid } from '../http/schemas.ts'
import { readPractice } from '../practice/store.ts'
import { printSheet } from '../print/print-sheet.ts'
import type { Services } from '../services.ts'
import { readCoSignatures } from './co-sign-store.ts'
import { demandReaderOrSupervisor, movedAway } from './open-note.ts'
import { noteSheet } from './print-note.ts'
import { readNote, readVersions } from './store.ts'

export const registerNotePrint = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/note/notes/:id/pdf',
    summary: 'A signed note as a PDF: whose it is on every page, its signature, and what it was amended from',
    act: 'print-note',
    roles: ['owner', 'clinician'],
    params: z.object({ id: Uuid }),
    query: z.object({
      version: z.coerce.number().int().min(1).optional().describe('the one signed last when it is left out'),
    }),
    answers: { 200: AttachmentBody },
    run: async ({ tx, params: { id }, query }) => {
      const found = await readNote(tx, id)
      if (found === null) throw notFound()
      await demandReaderOrSupervisor(tx, found.providerId)
      if (found.status === 'moved') throw movedAway()
      const signed = await readVersions(tx, id)
      const last = signed.length
      if (last === 0)
        throw conflict('not-signed', 'This note is a draft. It is printed when its author has signed it.')
      const { version = last } = query
      if (version > last) throw notFound()
      const versions = signed.filter(({ sequence }) => sequence <= version)
      tx.touch('note', id)
      tx.touch('signed_note', ...versions.map((each) => each.id))
      const { document } = await readPractice(tx)
      const said = await readCoSignatures(tx, id)
      const sheet = noteSheet({ practiceName: document.legalName, versions, said, facts: services.facts })
      const bytes = await printSheet(sheet)
      // A name of a client belongs in no list of files.
      return reply(200, {
        name: `note-${id}-version-${version}.pdf`,
        contentType: 'application/pdf',
        bytes,
      })
    },
  })
