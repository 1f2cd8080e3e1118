// The app, built without a port: the door first, then each stage's routes.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { registerClaimRoutes } from './claim/routes.ts'
import type { Settings } from './config.ts'
import { registerCodingRoutes } from './coding/routes.ts'
import { registerCoverageRoutes } from './coverage/routes.ts'
import type { App } from './http/app-type.ts'
import { readBodies } from './http/bodies.ts'
import { registerHealth, registerMetrics } from './http/health.ts'
import { judgeRequest } from './http/judge-request.ts'
import { registerLimits } from './http/limits.ts'
import { registerDescription, registerDescriptionPages } from './http/openapi.ts'
import { contentPolicy } from './http/content-policy.ts'
import { registerNoteRoutes } from './note/routes.ts'
import { registerPages } from './http/pages.ts'
import { registerProblems, registerUnknownAddresses } from './http/problems.ts'
import { registerRequestLog } from './http/request-log.ts'
import { registerSameOrigin } from './http/same-origin.ts'
import { registerDoorRoutes } from './people/door-routes.ts'
import { registerIdentity } from './people/identify.ts'
import { registerPeopleRoutes } from './people/routes.ts'
import { registerPracticeRoutes } from './practice/routes.ts'
import { registerFactsRoutes } from './practice/facts-routes.ts'
import { registerFirstSetUp } from './practice/first-set-up.ts'
import { registerPayoutRoutes } from './payout/routes.ts'
import { registerPayContractRoutes } from './posting/pay-contract-routes.ts'
import { registerDecisionRoutes } from './posting/decision-routes.ts'
import { registerPostingRoutes } from './posting/routes.ts'
import { registerQuarantineRoutes } from './remit/quarantine-routes.ts'
import { registerRemitRoutes } from './remit/routes.ts'
import type { Services } from './services.ts'
import { registerSessionRoutes } from './session/routes.ts'
import { registerCorrectionRoutes } from './thread/correction-routes.ts'
import { registerPrivateRoutes } from './thread/private-routes.ts'
import { registerThreadRoutes } from './thread/routes.ts'

/** A registrar adds the routes of its part. */
type Registrar = (app: App, services: Services) => void

/** In the order the work travels; a new stage is a line. */
const parts: readonly Registrar[] = [
  registerHealth,
  registerDoorRoutes,
  registerFirstSetUp,
  registerPeopleRoutes,
  registerPracticeRoutes,
  registerFactsRoutes,
  registerCoverageRoutes,
  registerSessionRoutes,
  registerNoteRoutes,
  registerCodingRoutes,
  registerClaimRoutes,
  registerRemitRoutes,
  registerQuarantineRoutes,
  registerPostingRoutes,
  registerDecisionRoutes,
  registerPayContractRoutes,
  registerPayoutRoutes,
  registerThreadRoutes,
  registerPrivateRoutes,
  registerCorrectionRoutes,
]

const mebibyte = 1_048_576

/** The nearest proxies are believed, so many as there are; an address that one of them was told is not. */
const trustOf = ({ trustProxy }: Settings): false | ((address: string, hop: number) => boolean) =>
  trustProxy > 0 && ((_address, hop) => hop < trustProxy)

const bare = (services: Services): App => {
  const loggerInstance: FastifyBaseLogger = services.log
  return fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: services.makeId,
    requestIdHeader: false,
    trustProxy: trustOf(services.settings),
    bodyLimit: mebibyte,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
  })
}

/** What every request passes, in this order: headers, cookie, origin, who asks, how often. */
const registerDoor = async (app: App, services: Services): Promise<void> => {
  await app.register(helmet, contentPolicy(services.settings))
  await app.register(cookie)
  registerRequestLog(app)
  registerSameOrigin(app, services.settings)
  const known = await registerLimits(app, services.settings)
  registerIdentity(app, services, known)
  registerUnknownAddresses(app, await registerPages(app, services))
}

/** The app with all its routes; `inject` asks it without a port, `listen` gives it one. */
export const makeApp = async (services: Services): Promise<App> => {
  const app = bare(services)
  app.setValidatorCompiler(judgeRequest)
  app.setSerializerCompiler(serializerCompiler)
  readBodies(app)
  registerProblems(app)
  registerMetrics(app)
  await registerDoor(app, services)
  await registerDescription(app, services.settings)
  for (const register of parts) register(app, services)
  await registerDescriptionPages(app)
  await app.ready()
  return app
}
