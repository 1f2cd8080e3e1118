// Routes of acts that touch more than one stage: confirm, edit, sign and file, release, resend, correct; the case, today, what waits.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { addRoute, everyRole, refusal, reply } from '../http/route.ts'
import { Uuid } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { editSession } from '../session/schedule-session.ts'
import { SessionView } from '../session/session-schema.ts'
import {
  ClaimMade,
  ConfirmAsked,
  EditAsked,
  ResendAsked,
  SentByHandAsked,
  SignAsked,
  SignedView,
  TodayQuery,
} from './act-schema.ts'
import { CaseView } from './case-schema.ts'
import { registerChartRoutes } from './chart/routes.ts'
import { claimMade } from './claim-made.ts'
import { confirmAndFile } from './confirm-and-file.ts'
import { keepDraftInStep } from './keep-in-step.ts'
import { registerNoteRoutesOfThread } from './note-routes.ts'
import { releaseHeld } from './release-held.ts'
import { resendClaim } from './resend-claim.ts'
import { sendByHand } from './send-by-hand.ts'
import { type SignedAndFiled, signAndFile } from './sign-and-file.ts'
import { TodayView, WaitingView } from './today-schema.ts'
import { today } from './today.ts'
import { viewCase } from './view-case.ts'
import { whatWaits } from './waiting.ts'
import { takeBackClaim } from './withdraw-filed.ts'

const params = z.object({ id: Uuid })

const signedView = ({ noteId, noteVersion, signed, claim, findings }: SignedAndFiled) => ({
  note: { id: noteId, version: noteVersion },
  signed: {
    id: signed.id,
    sequence: signed.sequence,
    hash: signed.hash,
    previousHash: signed.previousHash,
    signedAt: signed.signedAt,
    statement: signed.statement,
  },
  claim: claim === null ? null : claimMade(claim),
  findings,
})

const sessionRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'PUT',
    url: '/api/session/sessions/:id',
    summary: 'Move or change a session that was not confirmed; a draft of its note follows',
    act: 'edit-session',
    roles: everyRole,
    params,
    body: EditAsked,
    answers: { 200: SessionView },
    run: async ({ tx, params: { id }, body }) => {
      const changed = await editSession(tx, { id, ...body })
      if (!changed.ok) return refusal(changed.findings)
      await keepDraftInStep(tx, changed.value)
      return reply(200, changed.value.after)
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/session/sessions/:id/confirm',
    summary: 'Say what became of a session: held as planned or otherwise, missed, cancelled',
    act: 'confirm-session',
    roles: everyRole,
    params,
    body: ConfirmAsked,
    answers: { 200: SessionView },
    keyed: true,
    run: async ({ tx, params: { id }, body }) => {
      const confirmed = await confirmAndFile(tx, services, { id, ...body })
      return confirmed.ok ? reply(200, confirmed.value) : refusal(confirmed.findings)
    },
  })
}

const signRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'POST',
    url: '/api/thread/sessions/:id/sign-and-file',
    summary: 'Sign the note of a session, and file its claim when nothing holds it',
    act: 'sign-and-file',
    roles: ['owner', 'clinician'],
    params,
    body: SignAsked,
    answers: { 200: SignedView },
    keyed: 'required',
    run: async ({ tx, params: { id }, body: { attestation: _said, reason = null, ...body } }) => {
      const done = await signAndFile(tx, services, { sessionId: id, reason, ...body })
      return done.ok ? reply(200, signedView(done.value)) : refusal(done.findings)
    },
  })

const claimRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/claim/claims/:id/release',
    summary: 'Judge a held claim anew, and file it when nothing holds it any more',
    act: 'release-claim',
    roles: everyRole,
    params,
    body: ResendAsked,
    answers: { 200: ClaimMade },
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) => {
      const released = await releaseHeld(tx, services, id, body?.reason ?? null)
      return released.ok ? reply(200, claimMade(released.value)) : refusal(released.findings)
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/claim/claims/:id/resend',
    summary: 'Send a rejected claim anew, after what it was rejected for was mended',
    act: 'resend-claim',
    roles: everyRole,
    params,
    body: ResendAsked,
    answers: { 200: ClaimMade },
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) => {
      const sent = await resendClaim(tx, services, { claimId: id, because: body?.reason ?? null })
      return sent.ok ? reply(200, claimMade(sent.value)) : refusal(sent.findings)
    },
  })
}

const wayOutRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/claim/claims/:id/withdraw',
    summary: 'Take a filed claim back before it leaves; a held one stands in its place until it is released',
    act: 'withdraw-claim',
    roles: everyRole,
    params,
    answers: { 200: ClaimMade },
    keyed: 'required',
    run: async ({ tx, params: { id } }) => reply(200, claimMade(await takeBackClaim(tx, services, id))),
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/claim/claims/:id/sent-by-hand',
    summary: 'Say that a claim was sent by mail, by fax or through the portal of its payer',
    act: 'send-claim-by-hand',
    roles: ['owner', 'biller'],
    params,
    body: SentByHandAsked,
    answers: { 200: ClaimMade },
    keyed: 'required',
    run: async ({ tx, params: { id }, body }) => {
      const sent = await sendByHand(tx, services, { id, ...body })
      return sent.ok ? reply(200, claimMade(sent.value)) : refusal(sent.findings)
    },
  })
}

const readRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/thread/cases/:id',
    summary: 'The case of a session: what the page judges is what the server judges',
    act: 'read-case',
    roles: ['owner', 'clinician'],
    params,
    answers: { 200: CaseView },
    run: async ({ tx, params: { id } }) => reply(200, await viewCase(tx, services, id)),
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/thread/today',
    summary: 'The sessions of a day, each with its five links',
    act: 'read-today',
    roles: everyRole,
    query: TodayQuery,
    answers: { 200: TodayView },
    run: async ({ tx, query: { day = null, providerId = null } }) => {
      return reply(200, await today(tx, services, { day, providerId }))
    },
  })
  addRoute(app, services, {
    method: 'GET',
    url: '/api/thread/waiting',
    summary: 'What waits for a person: unconfirmed sessions, claims that need somebody, notes of supervision',
    act: 'read-waiting',
    roles: everyRole,
    answers: { 200: WaitingView },
    trail: 'when-touched',
    run: async ({ tx, who }) => {
      const { unconfirmed, claims, notes } = await whatWaits(tx, services, who)
      return reply(200, { unconfirmed, claims: [...claims], notes: [...notes] })
    },
  })
}

export const registerThreadRoutes = (app: App, services: Services): void => {
  sessionRoutes(app, services)
  signRoute(app, services)
  claimRoutes(app, services)
  wayOutRoutes(app, services)
  registerNoteRoutesOfThread(app, services)
  readRoutes(app, services)
  registerChartRoutes(app, services)
}
