// Routes of corrections: what a correction would move is shown first, and done on a person's word.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { addRoute, everyRole, refusal, reply } from '../http/route.ts'
import { Uuid } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { CorrectedView, CorrectionAsked, CorrectionSaid } from './act-schema.ts'
import { type Corrected, doCorrection, previewCorrection } from './correct-session.ts'
import { claimMade } from './claim-made.ts'

const params = z.object({ id: Uuid })

const view = ({ claims, wrong, ...told }: Corrected) => ({
  ...told,
  wrong: [...wrong],
  claims: claims.map(claimMade),
})

export const registerCorrectionRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'POST',
    url: '/api/thread/sessions/:id/correction/preview',
    summary:
      'Work out how a confirmed session would be put right, and what money that moves; nothing is done',
    act: 'preview-correction',
    roles: everyRole,
    params,
    body: CorrectionAsked,
    answers: { 200: CorrectedView },
    run: async ({ tx, params: { id }, body }) => {
      tx.touch('session', id)
      const shown = await previewCorrection(tx, services, { id, ...body })
      return shown.ok ? reply(200, view(shown.value)) : refusal(shown.findings)
    },
  })
  addRoute(app, services, {
    method: 'POST',
    url: '/api/thread/sessions/:id/correction',
    summary: 'Put a confirmed session right as it was shown: edit, resend, replace, or void and bill anew',
    act: 'correct-session',
    roles: everyRole,
    params,
    body: CorrectionSaid,
    answers: { 200: CorrectedView },
    keyed: 'required',
    run: async ({ tx, params: { id }, body: { shown, ...body } }) => {
      const done = await doCorrection(tx, services, { id, ...body }, shown)
      return done.ok ? reply(200, view(done.value)) : refusal(done.findings)
    },
  })
}
