// Routes at the door, where no practice is worked in yet: sign-in, lock, sign-out, who am I.
import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import type { z } from 'zod'
import type { SignedIn } from '../people/signed-in.ts'
import type { App } from './app-type.ts'
import { unsigned } from './problem.ts'
import { type ReplyOf, closedQuery, problemAnswers } from './route.ts'

type Answers = Readonly<Record<number, z.ZodType>>

interface Shown {
  readonly request: FastifyRequest
  readonly answer: FastifyReply
}

export interface DoorRoute<B extends z.ZodType, A extends Answers> {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly summary: string
  readonly body?: B
  readonly answers: A
  readonly run: (asked: Shown & { readonly body: z.output<B> }) => Promise<ReplyOf<A>>
}

const addAny = <B extends z.ZodType, A extends Answers>(
  app: App,
  { method, url, summary, body, answers, run }: DoorRoute<B, A>,
  open: boolean,
): void => {
  const schema: FastifySchema = {
    summary,
    tags: [url.split('/')[2] ?? 'api'],
    // The last word alone would name two routes alike.
    operationId: url.split('/').slice(-2).join('-'),
    ...(url.startsWith('/api/') ? { querystring: closedQuery(undefined) } : {}),
    ...(body === undefined ? {} : { body }),
    security: open ? [] : [{ cookie: [] }],
    response: { ...problemAnswers, ...answers },
  }
  // Who asks is judged before what is asked.
  const preParsing = async (request: FastifyRequest): Promise<void> => {
    if (!open) demandPerson(request)
  }
  app.route({
    method,
    url,
    schema,
    preParsing,
    handler: async (request: FastifyRequest, answer: FastifyReply) => {
      const done = await run({ request, answer, body: request.body as z.output<B> })
      return answer.code(Number(done.status)).send(done.body as unknown)
    },
  })
}

/** A route for strangers too. */
export const addOpenRoute = <B extends z.ZodType, A extends Answers>(
  app: App,
  route: DoorRoute<B, A>,
): void => addAny(app, route, true)

/** The signed-in person, also behind a locked screen; a problem for strangers. */
export const demandPerson = (request: FastifyRequest): SignedIn => {
  if (request.who === null) throw unsigned()
  return request.who
}

/** A route for whoever is signed in, also behind a locked screen or without a practice. */
export const addPersonRoute = <B extends z.ZodType, A extends Answers>(
  app: App,
  route: Omit<DoorRoute<B, A>, 'run'> & {
    readonly run: (
      asked: Shown & { readonly body: z.output<B>; readonly who: SignedIn },
    ) => Promise<ReplyOf<A>>
  },
): void =>
  addAny(app, { ...route, run: (asked) => route.run({ ...asked, who: demandPerson(asked.request) }) }, false)
