// An act that must not be done twice is not done without a key.
import fastify from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Signed, type TestServer, makeTestServer } from '../../stories/test-server.ts'
import { identify } from '../people/identify.ts'
import type { App } from './app-type.ts'
import { judgeRequest } from './judge-request.ts'
import { registerProblems } from './problems.ts'
import { addRoute, reply } from './route.ts'

let server: TestServer
let owner: Signed
let app: App
let done = 0

beforeAll(async () => {
  server = await makeTestServer()
  owner = await server.makePractice()
  app = fastify() as unknown as App
  app.setValidatorCompiler(judgeRequest)
  app.setSerializerCompiler(serializerCompiler)
  registerProblems(app)
  app.decorateRequest('who', null)
  app.addHook('onRequest', async (request) => {
    request.who = await identify(server.services, String(request.headers['x-token']))
  })
  addRoute(app, server.services, {
    method: 'POST',
    url: '/api/money/payments',
    summary: 'Take money',
    act: 'take-money',
    roles: ['owner'],
    body: z.strictObject({ amount: z.int() }),
    answers: { 201: z.object({ done: z.int() }) },
    keyed: 'required',
    run: async () => {
      done += 1
      return reply(201, { done })
    },
  })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const ask = async (headers: Readonly<Record<string, string>>, payload: object = { amount: 2500 }) => {
  const answer = await app.inject({ method: 'POST', url: '/api/money/payments', headers, payload })
  return [answer.statusCode, answer.json().code ?? answer.json().done]
}

describe('an act that needs a key', () => {
  test.each<[string, () => Readonly<Record<string, string>>, object, readonly unknown[]]>([
    ['without one', () => ({ 'x-token': owner.token }), { amount: 1 }, [400, 'idempotency-key']],
    [
      'with one of a single sign',
      () => ({ 'x-token': owner.token, 'idempotency-key': 'x' }),
      { amount: 1 },
      [400, 'idempotency-key'],
    ],
    ['of a stranger, without one', () => ({ 'x-token': 'nobody' }), { amount: 1 }, [401, 'signed-out']],
    [
      'with one and a body that does not fit',
      () => ({ 'x-token': owner.token, 'idempotency-key': 'payment-0001' }),
      {},
      [422, 'findings'],
    ],
  ])('%s is refused and not done', async (_name, headers, body, expected) => {
    expect(await ask(headers(), body)).toEqual(expected)
    expect(done).toBe(0)
  })

  test('is done once, however often it is sent under its key', async () => {
    const headers = { 'x-token': owner.token, 'idempotency-key': 'payment-0002' }
    expect(await Promise.all([ask(headers), ask(headers), ask(headers)])).toEqual([
      [201, 1],
      [201, 1],
      [201, 1],
    ])
    expect(await ask({ ...headers, 'idempotency-key': 'payment-0003' })).toEqual([201, 2])
  })
})
