// Routes of coding: what helps to choose a code. The codes themselves follow from session and note.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { addRoute, reply } from '../http/route.ts'
import type { Services } from '../services.ts'
import { usedDiagnoses } from './used-diagnoses-store.ts'

const UsedDiagnosisView = z
  .object({ code: z.string(), sessions: z.int().describe('whose notes carry it') })
  .meta({ id: 'UsedDiagnosis' })

/** Counts of the practice as a whole, nothing of a client: looking is no row of the trail. */
export const registerCodingRoutes = (app: App, services: Services): void => {
  addRoute(app, services, {
    method: 'GET',
    url: '/api/coding/diagnoses-used',
    summary: 'The diagnoses used most; a clinician’s own, for others the practice’s',
    act: 'list-used-diagnoses',
    roles: ['owner', 'clinician'],
    trail: 'when-touched',
    answers: { 200: z.object({ items: z.array(UsedDiagnosisView) }) },
    run: async ({ tx, who }) =>
      reply(200, { items: [...(await usedDiagnoses(tx, who.role === 'clinician' ? who.providerId : null))] }),
  })
}
