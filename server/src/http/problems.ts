// How whatever goes wrong is answered: as a problem, without a value that anybody sent or stored.
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isContention } from '../database/transaction.ts'
import type { App } from './app-type.ts'
import type { ShowPage } from './pages.ts'
import { type ProblemFields, broken, busy, isProblem, notFound, problem } from './problem.ts'

const ofFastify: Readonly<Record<string, ProblemFields>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'too-large',
    title: 'What was sent is too large.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'media-type',
    title: 'This kind of content is not read here; send application/json.',
  },
}

/** 57014 is a statement that took too long; 08 and 57P are connections that ended; 53 a server that is full. */
const isAway = (code: string): boolean =>
  /^(57014|08|57P|53)/.test(code) || /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT)/.test(code)

/** pg-pool gives up waiting without a code. */
const isPoolWait = (fault: Error): boolean =>
  /^(timeout exceeded when trying to connect|Connection terminated)/.test(fault.message)

const ofDatabase = (fault: Error & { readonly code?: unknown }): ProblemFields | null => {
  const code = typeof fault.code === 'string' ? fault.code : ''
  if (isContention(fault) || isAway(code) || isPoolWait(fault)) return busy().problem
  if (code === '23505')
    return { status: 409, code: 'already-there', title: 'This stands already under the same number or name.' }
  if (code === '23503') return notFound().problem
  return null
}

const ofRequest = (fault: FastifyError): ProblemFields | null => {
  const known = ofFastify[fault.code]
  if (known !== undefined) return known
  return fault.statusCode !== undefined && fault.statusCode >= 400 && fault.statusCode < 500
    ? { status: 400, code: 'unreadable', title: 'The request cannot be read.' }
    : null
}

/** The problem that an error is answered as. What is not known is ours, and logged. */
export const problemOf = (fault: unknown): ProblemFields => {
  if (isProblem(fault)) return fault.problem
  if (!(fault instanceof Error)) return broken().problem
  return ofDatabase(fault) ?? ofRequest(fault as FastifyError) ?? broken().problem
}

/** Sends a problem as its status and `application/problem+json`. */
export const sendProblem = (reply: FastifyReply, request: FastifyRequest, fields: ProblemFields): void => {
  const { retryAfter, findings, ...told } = fields
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter))
  const body = {
    type: `urn:golden-thread:problem:${told.code}`,
    ...told,
    request: request.id,
    ...(findings === undefined ? {} : { findings }),
  }
  void reply
    .code(told.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((text: unknown) => String(text))
    .send(JSON.stringify(body))
}

/** Errors of the whole app answer as problems. */
export const registerProblems = (app: App): void => {
  app.setErrorHandler((fault, request, reply) => {
    const fields = problemOf(fault)
    if (fields.status >= 500) request.log.error({ err: fault, requestId: request.id }, 'a request failed')
    sendProblem(reply, request, fields)
  })
}

/** Unknown addresses answer as problems too. After the limits: who tries addresses out is counted like anybody. */
export const registerUnknownAddresses = (app: App, showPage: ShowPage): void =>
  void app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    if (!showPage(request, reply)) sendProblem(reply, request, notFound().problem)
  })

/** For hooks: a problem that ends the request. */
export const misdirected = () =>
  problem({ status: 421, code: 'misdirected', title: 'This server does not answer under that name.' })
