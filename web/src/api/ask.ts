// Asks the server: every route typed as the server describes it, every failure a `ProblemError`.
import createClient, { type Middleware } from 'openapi-fetch'
import type { paths } from './generated.api.ts'
import { away, problemError, problemOf } from './problem.ts'

/** Hears of every answer that says the sitting is over or locked, and of whether the server is reached. */
export interface Door {
  readonly onSignedOut: () => void
  readonly onLocked: () => void
  readonly onReached: (reached: boolean) => void
}

let door: Door = { onSignedOut: () => undefined, onLocked: () => undefined, onReached: () => undefined }

/** The frame around the pages says once what is to happen then. */
export const watchDoor = (watching: Door): void => {
  door = watching
}

const told = async (answer: Response): Promise<unknown> => {
  try {
    return await answer.clone().json()
  } catch {
    return null
  }
}

/** An act without a body says too what kind of content it has: the server takes no change without (same-origin.ts). */
const withKind: Middleware = {
  onRequest: ({ request }) => {
    if (request.method !== 'GET' && !request.headers.has('content-type'))
      request.headers.set('content-type', 'application/json')
  },
}

const isBrokenOff = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError'

const asProblem: Middleware = {
  onResponse: async ({ response }) => {
    door.onReached(true)
    if (response.ok) return
    const problem = problemOf(response.status, await told(response))
    if (problem.kind === 'signed-out') door.onSignedOut()
    if (problem.kind === 'locked') door.onLocked()
    throw problemError(problem)
  },
  onError: ({ error }) => {
    // What the page itself broke off says nothing of the server.
    if (isBrokenOff(error)) return
    door.onReached(false)
    return problemError(away)
  },
}

/** openapi-fetch takes a `readonly` list apart into its members, so what is answered is handed to it without the word. */
type Writable<T> = T extends object ? { -readonly [Key in keyof T]: Writable<T[Key]> } : T
type Answered<Act> = Act extends { readonly responses: infer Answers }
  ? Omit<Act, 'responses'> & { responses: Writable<Answers> }
  : Act
type Asked = { [Url in keyof paths]: { [Method in keyof paths[Url]]: Answered<paths[Url][Method]> } }

const client = createClient<Asked>({ baseUrl: globalThis.location?.origin ?? '', credentials: 'same-origin' })
client.use(withKind, asProblem)

/** `ask.GET('/api/…', {params})` and its like; see `answerOf` for the body of a success. */
export const ask = client

/** The body of a success; what is none was thrown before. */
export const answerOf = async <Body>(
  asked: Promise<{ readonly data?: Body }>,
): Promise<NonNullable<Body>> => {
  const { data } = await asked
  if (data === undefined || data === null) throw problemError(problemOf(500, null))
  return data
}

/** The key of an act: a new one for each act, the same one when the same act is asked for again. */
export const newKey = (): string => crypto.randomUUID()
