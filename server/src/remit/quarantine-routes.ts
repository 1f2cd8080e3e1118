// Routes of quarantine: an owner looks at a file that was set apart, and rejects it or takes it in.
import { z } from 'zod'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { fileById } from '../files/list-store.ts'
import type { Tx } from '../database/tx.ts'
import type { App } from '../http/app-type.ts'
import { notFound } from '../http/problem.ts'
import { addRoute, refusal, reply } from '../http/route.ts'
import { CentsNumber, DayText, Findings, Uuid } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { quarantinedFile, rejectFile, takeFileIn } from './release-file.ts'
import { StoredFileView } from './remit-schemas.ts'

const params = z.object({ id: Uuid })

const QuarantinedView = z
  .object({
    id: Uuid,
    kind: z.enum(['837P', 'TA1', '999', '277CA', '835', 'unknown']),
    status: z.enum(['stored', 'read', 'quarantined', 'rejected']),
    findings: Findings.describe('why it was set apart'),
    interchanges: z.array(
      z.object({ receiver: z.string(), receiverQualifier: z.string(), sets: z.array(z.string()) }),
    ),
    payments: z.array(
      z.object({
        payerName: z.string().nullable(),
        payee: z.string(),
        payeeTaxId: z.string().nullable(),
        trace: z.string(),
        day: DayText,
        paid: CentsNumber,
        claims: z.int(),
      }),
    ),
  })
  .meta({ id: 'QuarantinedFile' })

const shown = async (tx: Tx, id: string) => {
  const file = await fileById(tx, id)
  if (file === null) throw new Error('a file that is kept can be read')
  return reply(200, file)
}

export const registerQuarantineRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/remit/files/:id/quarantine',
    summary: 'Look at a file that was set apart: whom it is addressed to and whom it pays',
    act: 'read-quarantined-file',
    roles: ['owner'],
    params,
    answers: { 200: QuarantinedView },
    run: async ({ tx, params: { id } }) => {
      const file = await quarantinedFile(tx, services, id)
      if (file === null) throw notFound()
      tx.touch('stored_file', id)
      const findings: readonly Finding[] = file.findings
      return reply(200, { ...file, findings })
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/remit/files/:id/reject',
    summary: 'Reject a file that was set apart; it is kept and never used',
    act: 'reject-file',
    roles: ['owner'],
    params,
    answers: { 200: StoredFileView },
    keyed: 'required',
    run: async ({ tx, params: { id } }) => {
      await rejectFile(tx, id)
      return shown(tx, id)
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/remit/files/:id/take-in',
    summary: 'Take in a file that was set apart: it is the practice’s own after all, and is read next',
    act: 'take-in-file',
    roles: ['owner'],
    params,
    answers: { 200: StoredFileView },
    keyed: 'required',
    run: async ({ tx, params: { id } }) => {
      const taken = await takeFileIn(tx, id)
      return taken.ok ? shown(tx, id) : refusal(taken.findings)
    },
  })
}
