// How a stage adds a route: its act, its roles, its schemas, and what runs inside one unit of work.
import type { FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { z } from 'zod'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { inPractice } from '../database/in-practice.ts'
import { once } from '../database/once.ts'
import type { PersonActor, Role, Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import type { App } from './app-type.ts'
import { AttachmentBody, attachmentDescribed, sendAttachment } from './attachment.ts'
import { conflict, forbidden, locked, problem, unsigned } from './problem.ts'
import { Problem } from './schemas.ts'
import { sendProblem } from './problems.ts'

type Answers = Readonly<Record<number, z.ZodType>>

/** An answer of one of the declared statuses, with the body its schema asks for. */
export type ReplyOf<A extends Answers> = {
  [S in keyof A & number]: { readonly status: S; readonly body: z.output<A[S]> }
}[keyof A & number]

/** A 422: what does not hold. It is committed with its row of the trail, and kept under the key. */
export interface Refusal {
  readonly status: 422
  readonly findings: readonly Finding[]
}

export const reply = <const S extends number, B>(status: S, body: B) => ({ status, body })
export const refusal = (findings: readonly Finding[]): Refusal => ({ status: 422, findings })

export interface Asked<P, Q, B> {
  readonly tx: Tx
  readonly who: PersonActor
  readonly params: P
  readonly query: Q
  readonly body: B
  /** As the client sent it; null when it sent none. */
  readonly key: string | null
}

export interface Route<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  A extends Answers = Answers,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `/api/<stage>/<noun>`; the stage is its tag in the description. */
  readonly url: string
  readonly summary: string
  /** What the trail calls it: 'sign-note'. */
  readonly act: string
  readonly roles: readonly Role[]
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answers: A
  /**
   * Honours `Idempotency-Key`: the same key, person, act and input are answered the same and done once. 'required'
   * where money moves or a claim is filed: a request sent twice without a key would do it twice.
   */
  readonly keyed?: boolean | 'required'
  readonly trail?: 'always' | 'when-touched'
  /** Bytes; 1 MiB when it is left out. */
  readonly bodyLimit?: number
  readonly run: (asked: Asked<z.output<P>, z.output<Q>, z.output<B>>) => Promise<ReplyOf<A> | Refusal>
}

export const everyRole: readonly Role[] = ['owner', 'clinician', 'biller']

const problemBody = { content: { 'application/problem+json': { schema: Problem } } }
const described = (description: string) => ({ description, ...problemBody })

/** The problems that any route may answer, by status. */
export const problemAnswers = {
  400: described('The request cannot be read.'),
  401: described('Nobody is signed in, or the screen is locked.'),
  403: described('The role may not do that, or the request is not from our own page.'),
  404: described('There is nothing here under this name.'),
  409: described('It was changed meanwhile, or stands in a state that does not allow this.'),
  413: described('Too large.'),
  415: described('Not JSON.'),
  422: described('It does not hold; the findings say what, where and what to do.'),
  429: described('Too many requests.'),
  500: described('Something went wrong here.'),
  503: described('The database is busy or away.'),
}

const KeyText = z
  .string()
  .regex(/^[\w.:-]{8,100}$/)
  .describe('the same key answers the same; 8 to 100 letters, digits, dashes')
const keyHeader = z.object({ 'idempotency-key': KeyText.optional() })
const requiredKeyHeader = z.object({ 'idempotency-key': KeyText })

/** The person in their practice; a problem when nobody is signed in, the screen is locked, or the role is another. */
export const demandRole = (
  request: FastifyRequest,
  roles: readonly Role[],
): PersonActor & { readonly practiceId: string } => {
  const { who } = request
  if (who === null) throw unsigned()
  if (who.locked) throw locked()
  if (who.practice === null) throw forbidden('You have no part in a practice.')
  const { id, actor } = who.practice
  if (!roles.includes(actor.role)) throw forbidden()
  return { ...actor, practiceId: id }
}

const badKey = () =>
  problem({
    status: 400,
    code: 'idempotency-key',
    title: 'An Idempotency-Key has 8 to 100 letters, digits, dots, colons, dashes.',
  })

const noKey = () =>
  problem({
    status: 400,
    code: 'idempotency-key',
    title: 'This act needs an Idempotency-Key: a new one for each act, the same one when it is sent again.',
  })

const keyOf = (request: FastifyRequest, keyed: boolean | 'required'): string | null => {
  const text = request.headers['idempotency-key']
  if (keyed === 'required' && text === undefined) throw noKey()
  if (keyed === false || text === undefined) return null
  if (typeof text !== 'string' || !/^[\w.:-]{8,100}$/.test(text)) throw badKey()
  return text
}

/** Names nobody knows are refused in an address as they are in a body: a filter that is misspelt finds everything. */
export const closedQuery = (query: z.ZodType | undefined): z.ZodType => {
  if (query === undefined) return z.strictObject({})
  if (!(query instanceof z.ZodObject)) throw new Error('a query is an object of its names')
  return query.strict()
}

type Done = { readonly status: number; readonly body: unknown } | Refusal

const otherKey = () =>
  conflict('key-reused', 'This Idempotency-Key was used for something else. Use a new key for a new act.')

const isRefusal = (done: Done): done is Refusal => 'findings' in done

const send = (request: FastifyRequest, answer: FastifyReply, done: Done): FastifyReply => {
  if (!isRefusal(done))
    return sendAttachment(answer, done.status, done.body) ?? answer.code(done.status).send(done.body)
  const title = 'This does not hold yet; see the findings.'
  sendProblem(answer, request, { status: 422, code: 'findings', title, findings: done.findings })
  return answer
}

const asDescribed = (answers: Answers): FastifySchema['response'] =>
  Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      schema === AttachmentBody ? attachmentDescribed : schema,
    ]),
  )

/** Adds a route whose `run` works inside the signed-in person's practice, in one unit of work with its trail row. */
export const addRoute = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends Answers>(
  app: App,
  services: Services,
  route: Route<P, Q, B, A>,
): void => {
  const { method, url, act, roles, params, query, body, keyed = false } = route
  const handler = async (request: FastifyRequest, answer: FastifyReply): Promise<FastifyReply> => {
    const { practiceId, ...who } = demandRole(request, roles)
    const key = keyOf(request, keyed)
    const asked = {
      who,
      key,
      params: request.params as z.output<P>,
      query: request.query as z.output<Q>,
      body: request.body as z.output<B>,
    }
    const order = {
      practiceId,
      actor: who,
      act,
      requestId: request.id,
      trail: route.trail ?? 'always',
    } as const
    const done = await inPractice(services, order, async (tx): Promise<Done> => {
      if (key === null) return route.run({ ...asked, tx })
      const input = { params: asked.params, query: asked.query, body: asked.body }
      const found = await once<Done>(tx, { key, act, input }, services.sha256, () =>
        route.run({ ...asked, tx }),
      )
      if (found.kind === 'conflict') throw otherKey()
      return found.answer
    })
    return send(request, answer, done)
  }
  const schema: FastifySchema = {
    summary: route.summary,
    description: `Roles: ${roles.join(', ')}.`,
    tags: [url.split('/')[2] ?? 'api'],
    operationId: act,
    ...(params === undefined ? {} : { params }),
    querystring: closedQuery(query),
    ...(body === undefined ? {} : { body }),
    ...(keyed === false ? {} : { headers: keyed === 'required' ? requiredKeyHeader : keyHeader }),
    security: [{ cookie: [] }],
    response: { ...problemAnswers, ...(asDescribed(route.answers) as object) },
  }
  const limited = route.bodyLimit === undefined ? {} : { bodyLimit: route.bodyLimit }
  // Who asks is judged before what is asked, and before a body is read for them.
  const preParsing = async (request: FastifyRequest): Promise<void> => {
    demandRole(request, roles)
  }
  // A missing key is 400 rather than a finding.
  const preValidation = async (request: FastifyRequest): Promise<void> => {
    keyOf(request, keyed)
  }
  app.route({
    method,
    url,
    ...limited,
    schema,
    preParsing,
    ...(keyed === 'required' ? { preValidation } : {}),
    handler,
  })
}
