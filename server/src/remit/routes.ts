// Routes of remittances: what payers paid and why, and the files that came.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { pageFrom, writeCursor } from '../http/cursor.ts'
import { AttachmentBody } from '../http/attachment.ts'
import { goingOn } from '../http/dated-cursor.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, refusal, reply } from '../http/route.ts'
import { PageQuery, Uuid, pageOf, textOf } from '../http/schemas.ts'
import { fileContents, quarantineFinding } from '../files/file-contents.ts'
import { fileById, listFiles } from '../files/list-store.ts'
import { byHand, fileBytes, putFile } from '../files/store.ts'
import { wake } from '../jobs/wake.ts'
import type { Services } from '../services.ts'
import { explainRemittance } from './explain-remittance.ts'
import { RemittanceDetail, RemittanceView, StoredFileView } from './remit-schemas.ts'
import { listRemittances } from './remittance-store.ts'

const office = ['owner', 'biller'] as const
const OneId = z.object({ id: Uuid })

const registerRemittances = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/remit/remittances',
    summary: 'List remittances, newest payment first',
    act: 'list-remittances',
    roles: office,
    query: PageQuery.extend({ status: z.enum(['posted', 'refused']).optional() }),
    answers: { 200: pageOf(RemittanceView) },
    run: async ({ tx, query }) => {
      const rows = await listRemittances(tx, {
        ...(query.status === undefined ? {} : { status: query.status }),
        ...goingOn(query.after, 'day'),
        limit: query.limit + 1,
      })
      const page = pageFrom(rows, query.limit, (row) => writeCursor(row.day, row.id))
      tx.touch('remittance', ...page.items.map((each) => each.id))
      return reply(200, page)
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/remit/remittances/:id',
    summary: 'Read a remittance: the proof of its sums, and each adjustment explained',
    act: 'read-remittance',
    roles: office,
    params: OneId,
    answers: { 200: RemittanceDetail },
    run: async ({ tx, params: { id } }) => {
      const explained = await explainRemittance(tx, services, id)
      if (explained === null) throw notFound()
      tx.touch('remittance', id)
      return reply(200, explained)
    },
  })
}

/** Sixteen mebibytes as base64: far more than a payer's file of a day, and no more than a request may hold. */
const mostBytes = 16 * 1_048_576

const FileBrought = z.strictObject({
  name: textOf(200),
  content: z
    .base64()
    .min(1)
    .max(Math.ceil(mostBytes / 3) * 4),
})

const registerBringing = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'POST',
    url: '/api/remit/files',
    summary: 'Bring an 835 by hand; it is read at once after this answer',
    act: 'bring-remittance-file',
    roles: office,
    body: FileBrought,
    bodyLimit: Math.ceil(mostBytes / 3) * 4 + 4096,
    answers: {
      202: z.object({ fileId: Uuid, again: z.boolean().describe('the same file was brought before') }),
    },
    keyed: 'required',
    run: async ({ tx, body }) => {
      const bytes = Buffer.from(body.content, 'base64')
      const { kind, interchanges } = fileContents(bytes)
      if (!interchanges.some(({ sets }) => sets.includes('835')))
        return refusal([quarantineFinding('unknown')])
      const file = { direction: 'in', kind, name: body.name, bytes, otherSide: byHand } as const
      const stored = await putFile(tx, services, file)
      wake(tx)
      return reply(202, { fileId: stored.id, again: !stored.added })
    },
  })

const registerFiles = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/remit/files',
    summary: 'List files that came or went',
    act: 'list-files',
    roles: office,
    query: PageQuery.extend({
      direction: z.enum(['in', 'out']).optional(),
      status: z.enum(['stored', 'read', 'quarantined', 'rejected']).optional(),
      stray: z.enum(['yes']).optional().describe('those of which answers were not used'),
    }),
    answers: { 200: pageOf(StoredFileView) },
    run: async ({ tx, query }) => {
      const rows = await listFiles(tx, {
        ...(query.direction === undefined ? {} : { direction: query.direction }),
        ...(query.status === undefined ? {} : { status: query.status }),
        ...(query.stray === undefined ? {} : { isStray: true }),
        ...goingOn(query.after, 'instant'),
        limit: query.limit + 1,
      })
      const page = pageFrom(rows, query.limit, (row) => writeCursor(row.storedAt, row.id))
      tx.touch('stored_file', ...page.items.map((each) => each.id))
      return reply(200, page)
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/remit/files/:id',
    summary: 'Read what became of a file',
    act: 'read-stored-file',
    roles: office,
    params: OneId,
    answers: { 200: StoredFileView },
    run: async ({ tx, params: { id } }) => {
      const file = await fileById(tx, id)
      if (file === null) throw notFound()
      tx.touch('stored_file', id)
      return reply(200, file)
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/remit/files/:id/bytes',
    summary: 'Take a file as it came or went',
    act: 'take-stored-file',
    roles: office,
    params: OneId,
    answers: { 200: AttachmentBody },
    run: async ({ tx, params: { id } }) => {
      const file = await fileBytes(tx, id)
      if (file === null) throw notFound()
      tx.touch('stored_file', id)
      return reply(200, { name: file.name, contentType: 'application/octet-stream', bytes: file.bytes })
    },
  })
}

/** Registers the routes of remittances. */
export const registerRemitRoutes = (app: App, services: Services): void => {
  registerRemittances(app, services)
  registerBringing(app, services)
  registerFiles(app, services)
}
