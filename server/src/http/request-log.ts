// One line a request in the log: its id, route, status and time. Never the address that was asked for, which may say more.
import type { App } from './app-type.ts'

/** The request's id is given back too, and nothing of the API is kept by a browser or proxy. */
export const registerRequestLog = (app: App): void => {
  app.addHook('onRequest', async (request, answer) => {
    void answer.header('x-request-id', request.id)
    if (!/^\/(api|openapi)/.test(request.url)) return
    void answer.header('cache-control', 'no-store')
  })
  app.addHook('onResponse', async (request, answer) => {
    request.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: answer.statusCode,
        milliseconds: Math.round(answer.elapsedTime),
        ...(request.who?.practice
          ? { practiceId: request.who.practice.id, personId: request.who.personId }
          : {}),
      },
      'answered',
    )
  })
}
