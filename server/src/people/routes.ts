// Routes of people: clients, providers, who has a part in the practice, and the key of one's own drafts.
import { z } from 'zod'
import type { App } from '../http/app-type.ts'
import { addRoute, reply } from '../http/route.ts'
import type { Services } from '../services.ts'
import { registerClientRoutes } from './client-routes.ts'
import { draftKey } from './draft-key.ts'
import { registerMemberRoutes } from './member-routes.ts'
import { registerProviderRoutes } from './provider-routes.ts'

const draftKeyRoute = (app: App, services: Services): void =>
  addRoute(app, services, {
    method: 'GET',
    url: '/api/people/draft-key',
    summary: 'The key under which one’s own browser keeps what was typed and not sent; it is stored nowhere',
    act: 'read-draft-key',
    roles: ['owner', 'clinician'],
    answers: {
      200: z
        .object({
          key: z.string().describe('base64url of 32 bytes: AES-256-GCM, of this person and practice'),
        })
        .meta({ id: 'DraftKey' }),
    },
    run: async ({ who, tx }) =>
      reply(200, { key: draftKey(services, { practiceId: tx.practiceId, personId: who.personId }) }),
  })

/** Ground of every stage: those who are treated, those who treat, those who work here. */
export const registerPeopleRoutes = (app: App, services: Services): void => {
  registerClientRoutes(app, services)
  registerProviderRoutes(app, services)
  registerMemberRoutes(app, services)
  draftKeyRoute(app, services)
}
