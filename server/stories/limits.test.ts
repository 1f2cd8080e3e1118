// What the door demands of every request and says with every answer: origin, kind and size; policy, cookie, nothing kept.
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOpenapi } from '../../tools/make-openapi.ts'
import type { Settings } from '../src/config.ts'
import { type DeclaredRoute, type Description, isOpen, routesOf } from './declared-answers.ts'
import { inventedClient } from './invented.ts'
import { type Asked, type Signed, type TestServer, makeTestServer, ours } from './test-server.ts'
import { must, password } from './two-practices.ts'

const routes = routesOf(JSON.parse(await makeOpenapi()) as Description)
const changes = routes.filter(({ method }) => method !== 'GET')
const someId = '019cd80c-2300-7000-8000-000000000001'
const urlOf = ({ path }: DeclaredRoute): string =>
  path.replace('{id}', someId).replace('{key}', 'claim.undo-seconds')

let server: TestServer
let owner: Signed

beforeAll(async () => {
  server = await makeTestServer()
  owner = await server.makePractice()
})
afterAll(() => server.close())

const json = { ...ours, 'content-type': 'application/json' }
const cookie = () => ({ cookie: `golden-thread=${owner.token}` })

interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly payload?: string | Buffer
}

const send = ({ method, ...rest }: Sent): Promise<Asked> => server.ask({ method: method as 'GET', ...rest })

const codeOf = (answer: Asked): readonly unknown[] => [answer.status, answer.json().code]

describe('every change, of every route', () => {
  const unproved = { host: 'localhost:80', 'content-type': 'application/json' }
  test.each<[string, Readonly<Record<string, string>>, number, string]>([
    ['that proves no origin', unproved, 403, 'other-origin'],
    ['from another page', { ...json, origin: 'https://elsewhere.example' }, 403, 'other-origin'],
    ['from a page without a name', { ...json, origin: 'null' }, 403, 'other-origin'],
    ['that a browser calls cross-site', { ...json, 'sec-fetch-site': 'cross-site' }, 403, 'other-origin'],
    ['from a page of a neighbour', { ...json, 'sec-fetch-site': 'same-site' }, 403, 'other-origin'],
    [
      'that somebody typed into the address line',
      { ...unproved, 'sec-fetch-site': 'none' },
      403,
      'other-origin',
    ],
    ['as a form', { ...ours, 'content-type': 'application/x-www-form-urlencoded' }, 415, 'media-type'],
    [
      'as a form with files',
      { ...ours, 'content-type': 'multipart/form-data; boundary=x' },
      415,
      'media-type',
    ],
    ['as plain text', { ...ours, 'content-type': 'text/plain;charset=UTF-8' }, 415, 'media-type'],
    ['of no stated kind', ours, 415, 'media-type'],
    [
      'under a name that is not ours',
      { ...json, host: 'elsewhere.example', origin: 'http://elsewhere.example' },
      421,
      'misdirected',
    ],
  ])('%s is refused, also with a cookie', async (_name, headers, status, code) => {
    expect(changes.length).toBeGreaterThan(30)
    for (const route of changes)
      for (const who of [{}, cookie()]) {
        const sent = {
          method: route.method,
          url: urlOf(route),
          payload: '{}',
          headers: { ...headers, ...who },
        }
        // Which kinds of content are read is told to those who may ask.
        const hears =
          status === 415 && !('cookie' in who) && !isOpen(route) ? [401, 'signed-out'] : [status, code]
        expect([route.name, ...codeOf(await send(sent))]).toEqual([route.name, ...hears])
      }
  })
})

describe('every answer, of every route', () => {
  const inAllOfThem = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': expect.stringMatching(/^(SAMEORIGIN|DENY)$/),
    'cross-origin-resource-policy': 'same-origin',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  }
  const shows = ({ headers }: Asked): void => {
    expect(headers).toMatchObject(inAllOfThem)
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/(^|;)default-src 'self'(;|$)/)
    expect(policy).toMatch(/;script-src 'self';/)
    expect(policy).toMatch(/;object-src 'none';.*frame-ancestors 'none'$/)
    for (const left of ['server', 'x-powered-by', 'access-control-allow-origin', 'strict-transport-security'])
      expect(headers[left]).toBe(undefined)
  }

  test('says who may show, load and keep it: strangers’ and our own, refused or not', async () => {
    // One of these requests signs out, another locks the screen: whoever it was asks nothing more.
    const passing = await server.join(owner, 'biller')
    for (const route of routes)
      for (const who of [{}, { cookie: `golden-thread=${passing.token}` }]) {
        const headers = { ...(route.method === 'GET' ? ours : json), ...who }
        const answer = await send({ method: route.method, url: urlOf(route), headers })
        shows(answer)
        if (route.path.startsWith('/api/')) expect(answer.headers['cache-control']).toBe('no-store')
      }
  })

  test.each<[string, () => Sent, number]>([
    ['of an address that is not there', () => ({ method: 'GET', url: '/api/nothing', headers: ours }), 404],
    ['of an address outside of the API', () => ({ method: 'GET', url: '/etc/passwd', headers: ours }), 404],
    [
      'of a way out of a folder',
      () => ({
        method: 'GET',
        url: '/openapi/static/..%2f..%2fpackage.json',
        headers: { ...ours, ...cookie() },
      }),
      404,
    ],
    [
      'to what is too large',
      () => ({
        method: 'POST',
        url: '/api/people/clients',
        headers: { ...json, ...cookie() },
        payload: `"${'x'.repeat(1_048_577)}"`,
      }),
      413,
    ],
    [
      'to a question about other origins',
      () => ({ method: 'OPTIONS', url: '/api/people/clients', headers: ours }),
      404,
    ],
    [
      'to a method nobody knows here',
      () => ({ method: 'DELETE', url: '/api/people/clients', headers: json }),
      404,
    ],
    ['of the description', () => ({ method: 'GET', url: '/openapi.json', headers: ours }), 200],
    ['of its page', () => ({ method: 'GET', url: '/openapi/', headers: { ...ours, ...cookie() } }), 200],
  ])('%s does too', async (_name, sent, status) => {
    const answer = await send(sent())
    expect(answer.status, answer.text).toBe(status)
    shows(answer)
  })

  test('of a question for the headers alone is refused to strangers as the question itself is', async () => {
    for (const route of routes.filter((each) => each.method === 'GET' && !isOpen(each))) {
      const answer = await send({ method: 'HEAD', url: urlOf(route), headers: ours })
      expect([route.name, answer.status, answer.text]).toEqual([route.name, 401, ''])
    }
  })

  test('of the page for readers holds no script in its own text', async () => {
    const { text } = await send({ method: 'GET', url: '/openapi/', headers: { ...ours, ...cookie() } })
    const scripts = [...text.matchAll(/<script([^>]*)>([^<]*)</g)]
    expect(scripts.length).toBeGreaterThan(0)
    for (const [, given, inside] of scripts)
      expect([/ src="/.test(given ?? ''), inside?.trim()]).toEqual([true, ''])
    expect(text).not.toMatch(/ on[a-z]+=/)
  })
})

describe('a body', () => {
  const mebibyte = 1_048_576
  const client = JSON.stringify({ client: inventedClient })
  const padded = (bytes: number): string => client + ' '.repeat(bytes - Buffer.byteLength(client))
  const add = (payload: string | Buffer, more = {}): Promise<Asked> =>
    send({ method: 'POST', url: '/api/people/clients', headers: { ...json, ...cookie(), ...more }, payload })

  test.each<[string, () => Promise<Asked>, number]>([
    ['of a mebibyte', () => add(padded(mebibyte)), 201],
    ['of a byte more', () => add(padded(mebibyte + 1)), 413],
    ['that was compressed', () => add(gzipSync(client), { 'content-encoding': 'gzip' }), 400],
    ['that is nothing', () => add(''), 422],
    ['that nests without end', () => add('['.repeat(500_000) + ']'.repeat(500_000)), 400],
    ['that nests objects without end', () => add('{"a":'.repeat(150_000) + '1' + '}'.repeat(150_000)), 400],
    [
      'with a key of the language’s own inside',
      () => add('{"client": {"constructor": {"prototype": {}}}}'),
      400,
    ],
    [
      'with a file of sixteen mebibytes, where files are brought',
      () =>
        owner.ask('POST', '/api/remit/files', {
          name: 'a',
          content: Buffer.alloc(16 * mebibyte, 65).toString('base64'),
        }),
      422,
    ],
    [
      'with a larger one',
      () => owner.ask('POST', '/api/remit/files', { name: 'a', content: 'QUFB'.repeat(6 * mebibyte) }),
      413,
    ],
  ])('%s is answered as it should be, and the next request too', async (_name, ask, status) => {
    expect((await ask()).status).toBe(status)
    expect((await owner.ask('GET', '/api/people/me')).status).toBe(200)
  })
})

describe('the cookie', () => {
  const inTheClear = /^golden-thread=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/
  const encrypted =
    /^__Host-golden-thread=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/
  const outside = {
    'content-type': 'application/json',
    host: 'practice.example',
    origin: 'https://practice.example',
  }

  test.each<[string, Partial<Settings>, Readonly<Record<string, string>>, RegExp, boolean]>([
    ['on this computer alone', {}, json, inTheClear, false],
    ['under an address of its own', { publicOrigin: 'https://practice.example' }, outside, encrypted, true],
    [
      'behind a proxy',
      { trustProxy: 1, host: '0.0.0.0' },
      { ...outside, 'x-forwarded-proto': 'https' },
      encrypted,
      false,
    ],
  ])('%s is as closed as it can be there', async (_name, settings, headers, shape, promises) => {
    const there = await makeTestServer({ settings })
    const { ask } = there
    const signed = await there.makePractice()
    const post = (url: string, body: unknown, more = {}) =>
      ask({ method: 'POST', url, headers: { ...headers, ...more }, payload: JSON.stringify(body) })
    const name = shape === encrypted ? '__Host-golden-thread' : 'golden-thread'
    const added = await post(
      '/api/people/members',
      { email: 'new@practice.example', name: 'Ruth Okafor', role: 'biller' },
      { cookie: `${name}=${signed.token}` },
    )
    const entered = await post('/api/people/set-up', { token: must(added).token, password })
    expect(String(entered.headers['set-cookie'])).toMatch(shape)
    expect('strict-transport-security' in entered.headers).toBe(promises)
    const [given = ''] = String(entered.headers['set-cookie']).split(';')
    const otherName = given.replace(
      /^[^=]+/,
      name === 'golden-thread' ? '__Host-golden-thread' : 'golden-thread',
    )
    const me = (sent: string) =>
      ask({ method: 'GET', url: '/api/people/me', headers: { ...headers, cookie: sent } })
    expect([(await me(given)).status, (await me(otherName)).status]).toEqual([200, 401])
    const left = await post('/api/people/sign-out', {}, { cookie: given })
    expect(String(left.headers['set-cookie'])).toMatch(new RegExp(`^${name}=; Max-Age=0; Path=/; `))
    expect((await me(given)).status).toBe(401)
    await there.close()
  })
})
