// Health and figures for whoever runs the program.
import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { z } from 'zod'
import { isLoopback } from '../config.ts'
import type { Services } from '../services.ts'
import type { App } from './app-type.ts'
import { addOpenRoute } from './door-route.ts'
import { notFound } from './problem.ts'
import { reply } from './route.ts'

const Health = z.object({ status: z.enum(['live', 'ready', 'not-ready']) }).meta({ id: 'Health' })

const answersQueries = (services: Services): Promise<boolean> =>
  services.database.pool.query('SELECT 1').then(
    () => true,
    () => false,
  )

/** /health/live: the process runs. /health/ready: it reaches its database. */
export const registerHealth = (app: App, services: Services): void => {
  addOpenRoute(app, {
    method: 'GET',
    url: '/health/live',
    summary: 'The process runs',
    answers: { 200: Health },
    run: async () => reply(200, { status: 'live' as const }),
  })
  addOpenRoute(app, {
    method: 'GET',
    url: '/health/ready',
    summary: 'The database answers',
    answers: { 200: Health, 503: Health },
    run: async () =>
      (await answersQueries(services))
        ? reply(200, { status: 'ready' as const })
        : reply(503, { status: 'not-ready' as const }),
  })
}

const ours = (address: string | undefined): boolean => isLoopback((address ?? '').replace(/^::ffff:/, ''))

/** /metrics, for this computer alone. Labels are routes and statuses, never an address that was asked for. */
export const registerMetrics = (app: App): void => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'golden_thread_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  const seconds = new Histogram({
    name: 'golden_thread_request_seconds',
    help: 'Seconds to an answer',
    labelNames: ['method', 'route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  app.addHook('onResponse', async (request, answer) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ method: request.method, route, status: answer.statusCode })
    seconds.observe({ method: request.method, route }, answer.elapsedTime / 1000)
  })
  app.get('/metrics', { schema: { hide: true } }, async (request, answer) => {
    // Behind a proxy everybody comes from this computer; what was passed on is a stranger's.
    const passedOn = request.headers['x-forwarded-for'] ?? request.headers['forwarded']
    if (!ours(request.socket.remoteAddress) || passedOn !== undefined) throw notFound()
    return answer.type(registry.contentType).send(await registry.metrics())
  })
}
