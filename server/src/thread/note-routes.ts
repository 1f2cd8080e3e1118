// Routes of what is done to a signed note and touches its claim: co-signed, returned, moved to the right chart.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { addRoute, reply } from '../http/route.ts'
import { Uuid } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { CoSignAsked, DecidedView, MoveAsked, MovedView, ReturnAsked } from './act-schema.ts'
import { claimMade } from './claim-made.ts'
import { type Decided, decideNote } from './decide-note.ts'
import { moveNote, moveTold } from './move-note.ts'

const clinical = ['owner', 'clinician'] as const
const params = z.object({ id: Uuid })

const decidedView = ({ coSignature, claim }: Decided) => ({
  ...coSignature,
  claim: claim === null ? null : claimMade(claim),
})

const supervisorRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/note/notes/:id/co-sign',
    summary: 'Co-sign a supervised note as its supervisor; a claim that waited for it is judged anew',
    act: 'co-sign-note',
    roles: clinical,
    params,
    body: CoSignAsked,
    answers: { 200: DecidedView },
    keyed: 'required',
    run: async ({ tx, params: { id }, body: { hash } }) =>
      reply(200, decidedView(await decideNote(tx, services, { noteId: id, hash, comment: null }))),
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/note/notes/:id/return',
    summary: 'Return a supervised note to its author with a comment, instead of co-signing it',
    act: 'return-note',
    roles: clinical,
    params,
    body: ReturnAsked,
    answers: { 200: DecidedView },
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) =>
      reply(200, decidedView(await decideNote(tx, services, { noteId: id, ...body }))),
  })
}

/** Acts on signed notes. */
export const registerNoteRoutesOfThread = (app: App, services: Services): void => {
  supervisorRoutes(app, services)
  addRoute(app, services, {
    method: 'POST',
    url: '/api/note/notes/:id/move',
    summary: 'Move a signed note out of a wrong chart; it stays there struck, and begins in the right one',
    act: 'move-note',
    roles: clinical,
    params,
    body: MoveAsked,
    answers: { 200: MovedView },
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) => {
      const { move, claim } = await moveNote(tx, services, { noteId: id, ...body })
      return reply(200, { move: moveTold(move), claim: claim === null ? null : claimMade(claim) })
    },
  })
}
