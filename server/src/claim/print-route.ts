// The route of a claim's copy for people, as a PDF.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { AttachmentBody } from '../http/attachment.ts'
import { conflict, notFound } from '../http/problem.ts'
import { addRoute, everyRole, reply } from '../http/route.ts'
import { Uuid } from '../http/schemas.ts'
import { toldIn } from '../note/statement.ts'
import { readPractice } from '../practice/store.ts'
import { printSheet } from '../print/print-sheet.ts'
import type { Services } from '../services.ts'
import { eventsOf } from './event-store.ts'
import { ownProvider } from './own-provider.ts'
import { claimSheet } from './print-claim.ts'
import { claimById, lineageOf } from './view-store.ts'

export const registerClaimPrint = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/claim/claims/:id/pdf',
    summary:
      'A copy of a claim that people can read, as a PDF: parties, lines, amounts, and what became of it',
    act: 'print-claim',
    roles: everyRole,
    params: z.object({ id: Uuid }),
    answers: { 200: AttachmentBody },
    run: async ({ tx, who, params: { id } }) => {
      const found = await claimById(tx, id)
      const own = ownProvider(who)
      if (found === null || (own !== null && found.providerId !== own)) throw notFound()
      const { claim, ...row } = found
      if (claim === null)
        throw conflict('held', 'This claim is held: nothing was made of it that could be printed.')
      const numbers = new Map((await lineageOf(tx, id)).map((each) => [each.id, each.claimNumber]))
      const events = await eventsOf(tx, [...numbers.keys()])
      tx.touch('claim', ...numbers.keys())
      const { zone } = await readPractice(tx)
      const sheet = claimSheet({
        row,
        claim,
        events: events.map((event) => ({ ...event, number: numbers.get(event.claimId) ?? '' })),
        facts: services.facts,
        told: (at) => toldIn(zone, at).replace(/, [^,]*$/, ''),
      })
      const bytes = await printSheet(sheet)
      return reply(200, { name: `claim-${row.claimNumber}.pdf`, contentType: 'application/pdf', bytes })
    },
  })
