// Somebody of the demo practice asks the server, as a page of ours would: signed in, with the proof of our own origin.
import type { Office } from '@goldenthread/server/start-server.ts'

export interface Asked {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

type Method = 'GET' | 'POST' | 'PUT'

/** Asks; with a key, the same answer comes to the same asking, however often it is done. */
export type Ask = (method: Method, url: string, body?: unknown, key?: string) => Promise<Asked>

const host = 'localhost'

/** What a request carries besides its cookie. */
const headersOf = (
  method: Method,
  cookie: string | null,
  key: string | undefined,
): Record<string, string> => ({
  host,
  origin: `http://${host}`,
  ...(method === 'GET' ? {} : { 'content-type': 'application/json' }),
  ...(cookie === null ? {} : { cookie }),
  ...(key === undefined ? {} : { 'idempotency-key': key }),
})

const send = async (
  app: Office['app'],
  method: Method,
  url: string,
  { body, key, cookie }: { body: unknown; key: string | undefined; cookie: string | null },
) => {
  const headers = headersOf(method, cookie, key)
  return app.inject({
    method,
    url,
    headers,
    ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
  })
}

const firstCookie = (header: unknown): string | null => {
  const found = Array.isArray(header) ? header[0] : header
  return typeof found === 'string' ? (found.split(';')[0] ?? null) : null
}

/** What came back that was not looked for: the route, the status and the codes, never what was sent. */
export const unlooked = (url: string, { status, body }: Asked): Error => {
  const findings = Array.isArray(body['findings']) ? body['findings'] : []
  const codes = findings.map((each) => String((each as { readonly code?: unknown }).code))
  const route = url.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, ':id')
  return new Error(`${route} answered ${status} ${String(body['code'] ?? '')} ${codes.join(' ')}`.trim())
}

const isSuccess = ({ status }: Asked): boolean => status >= 200 && status < 300

/** The body of an asking that must succeed; throws when it did not. */
export const demand = async (ask: Ask, ...asking: Parameters<Ask>): Promise<Asked['body']> => {
  const asked = await ask(...asking)
  if (!isSuccess(asked)) throw unlooked(asking[1], asked)
  return asked.body
}

/** A text of an answer that must be there. */
export const textOf = (body: Asked['body'], name: string): string => {
  const found = body[name]
  if (typeof found !== 'string') throw new Error(`an answer of the server lacks ${name}`)
  return found
}

const asker =
  (app: Office['app'], cookie: string): Ask =>
  async (method, url, body, key) => {
    const answer = await send(app, method, url, { body, key, cookie })
    return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() }
  }

/** Enters by a route of the door and asks with the cookie it gave; null when it gave none. */
const enter = async (app: Office['app'], url: string, body: unknown): Promise<Ask | null> => {
  const answer = await send(app, 'POST', url, { body, key: undefined, cookie: null })
  const cookie = firstCookie(answer.headers['set-cookie'])
  return answer.statusCode === 200 && cookie !== null ? asker(app, cookie) : null
}

/** Signs in; null when this e-mail and password open nothing. */
export const signIn = (app: Office['app'], email: string, password: string): Promise<Ask | null> =>
  enter(app, '/api/people/sign-in', { email, password })

/** Chooses a password by the set-up link, and is signed in. */
export const setUp = async (app: Office['app'], token: string, password: string): Promise<Ask> => {
  const ask = await enter(app, '/api/people/set-up', { token, password })
  if (ask === null) throw new Error('the set-up link of the demo opened nothing')
  return ask
}

/** Ends the sitting: whoever holds its cookie opens nothing with it any more. */
export const signOut = async (ask: Ask): Promise<void> => {
  await demand(ask, 'POST', '/api/people/sign-out')
}
