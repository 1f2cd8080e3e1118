// Routes of people: clients, providers, and who has a part in the practice.
import type { App } from '../http/app-type.ts'
import type { Services } from '../services.ts'
import { registerClientRoutes } from './client-routes.ts'
import { registerMemberRoutes } from './member-routes.ts'
import { registerProviderRoutes } from './provider-routes.ts'

/** Ground of every stage: those who are treated, those who treat, those who work here. */
export const registerPeopleRoutes = (app: App, services: Services): void => {
  registerClientRoutes(app, services)
  registerProviderRoutes(app, services)
  registerMemberRoutes(app, services)
}
