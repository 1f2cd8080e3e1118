// What the door lets in, as a table of requests and what they are answered.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inventedClient } from '../../stories/invented.ts'
import { type Signed, type TestServer, makeTestServer } from '../../stories/test-server.ts'
import { makeApp } from '../app.ts'

let server: TestServer
let owner: Signed
let biller: Signed

beforeAll(async () => {
  server = await makeTestServer()
  owner = await server.makePractice()
  biller = await server.join(owner, 'biller')
})
afterAll(() => server.close())

const clients = '/api/people/clients'
const good = {
  host: 'localhost:7311',
  origin: 'http://localhost:7311',
  'content-type': 'application/json',
}
const without = (name: keyof typeof good) => {
  const { [name]: _left, ...rest } = good
  return rest
}

const post = (headers: Readonly<Record<string, string>>, payload: string) =>
  server.ask({
    method: 'POST',
    url: clients,
    headers: { cookie: `golden-thread=${owner.token}`, ...headers },
    payload,
  })

const body = JSON.stringify({ client: inventedClient })

describe('a change', () => {
  test.each<[string, Readonly<Record<string, string>>, string, number, string]>([
    ['from our own page', good, body, 201, ''],
    [
      'from a page of ours that leaves Origin out and proves its site',
      { ...without('origin'), 'sec-fetch-site': 'same-origin' },
      body,
      201,
      '',
    ],
    ['from another page', { ...good, origin: 'https://evil.example' }, body, 403, 'other-origin'],
    [
      'from another port of this computer',
      { ...good, origin: 'http://localhost:9999' },
      body,
      403,
      'other-origin',
    ],
    ['from a page without a name', { ...good, origin: 'null' }, body, 403, 'other-origin'],
    ['that proves nothing', without('origin'), body, 403, 'other-origin'],
    [
      'that a browser calls cross-site',
      { ...good, 'sec-fetch-site': 'cross-site' },
      body,
      403,
      'other-origin',
    ],
    ['as a form', { ...good, 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 415, 'media-type'],
    ['as plain text', { ...good, 'content-type': 'text/plain' }, body, 415, 'media-type'],
    ['of no stated kind', without('content-type'), body, 415, 'media-type'],
    [
      'for a name that is not ours',
      { ...good, host: 'evil.example', origin: 'http://evil.example' },
      body,
      421,
      'misdirected',
    ],
    ['that is no JSON', good, '{"client":', 400, 'unreadable'],
    ['that is too large', good, JSON.stringify({ client: 'x'.repeat(1_100_000) }), 413, 'too-large'],
    [
      'that holds half of a pair of signs',
      good,
      '{"client": {"name": {"first": "\\ud800"}}}',
      400,
      'unreadable',
    ],
    ['that holds a null', good, '{"client": {"a\\u0000": 1}}', 400, 'unreadable'],
    ['that plants a prototype', good, '{"__proto__": {"client": 1}}', 400, 'unreadable'],
  ])('%s is answered as it should be', async (_name, headers, payload, status, code) => {
    const answer = await post(headers, payload)
    expect([answer.status, answer.status < 300 ? '' : answer.json().code], answer.text).toEqual([
      status,
      code,
    ])
    if (status >= 300) expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  })
})

describe('a request', () => {
  test('of a stranger is told to sign in', async () => {
    const answer = await server.ask({ method: 'GET', url: clients, headers: { host: 'localhost' } })
    expect([answer.status, answer.json().code]).toEqual([401, 'signed-out'])
  })

  test('of a stranger is not looked into: neither its id nor its query nor its body is judged', async () => {
    for (const [method, url, payload] of [
      ['GET', `${clients}/nonsense`, ''],
      ['GET', `${clients}?nonsense=1`, ''],
      ['POST', clients, '{"client":'],
      ['POST', '/api/people/lock?nonsense=1', '{}'],
    ] as const) {
      const answer = await server.ask({ method, url, headers: good, ...(payload === '' ? {} : { payload }) })
      expect([url, answer.status, answer.json().code]).toEqual([url, 401, 'signed-out'])
    }
  })

  test('with a name that is misspelt in its address is refused, and the name told', async () => {
    for (const url of ['/api/session/sessions', '/api/practice/practice', '/api/people/me']) {
      const answer = await owner.ask('GET', `${url}?stauts=held`)
      expect([url, answer.status]).toEqual([url, 422])
      expect(answer.json().findings[0].place.path).toBe('query.stauts')
    }
    const listed = (await owner.ask('GET', '/api/session/sessions?stauts=held')).json()
    expect(listed.findings[0].remedy).toContain('after, limit')
  })

  test('to delete what is not there is told so, whatever kind of content it names', async () => {
    const cookie = `golden-thread=${owner.token}`
    for (const kind of ['text/plain', 'application/json'])
      expect(
        (
          await server.ask({
            method: 'DELETE',
            url: `${clients}/1`,
            headers: { ...good, cookie, 'content-type': kind },
          })
        ).status,
      ).toBe(404)
  })

  test('may write an id in capitals', async () => {
    const { id } = (await owner.ask('POST', clients, { client: inventedClient })).json()
    expect((await owner.ask('GET', `${clients}/${id.toUpperCase()}`)).json().id).toBe(id)
  })

  test('with a token that nobody has is a stranger’s', async () => {
    const cookie = `golden-thread=${'x'.repeat(43)}`
    const answer = await server.ask({ method: 'GET', url: clients, headers: { host: 'localhost', cookie } })
    expect(answer.status).toBe(401)
  })

  test('of another role is refused', async () => {
    const answer = await biller.ask('GET', '/api/people/members')
    expect([answer.status, answer.json().code]).toEqual([403, 'forbidden'])
  })

  test('for an address that is not there is answered as a problem', async () => {
    const answer = await owner.ask('GET', '/api/people/nothing')
    expect([answer.status, answer.json().code]).toEqual([404, 'not-found'])
  })

  test('for an id of another practice and for one of none is answered alike', async () => {
    const other = await server.makePractice('Birch Lane Therapy LLC')
    const { id } = (await owner.ask('POST', clients, { client: inventedClient })).json()
    for (const asked of [id, server.services.makeId()])
      for (const signed of [other])
        expect((await signed.ask('GET', `${clients}/${asked}`)).json()).toMatchObject({
          status: 404,
          code: 'not-found',
        })
    const change = { client: inventedClient, version: 1 }
    expect((await other.ask('PUT', `${clients}/${id}`, change)).status).toBe(404)
  })

  test('that does not fit is answered with findings that name places and no values', async () => {
    const client = { ...inventedClient, sex: 'Quiñones', surprise: 'Maribel', birthDate: '1988-02-30' }
    const answer = await owner.ask('POST', clients, { client })
    expect(answer.status).toBe(422)
    const { findings } = answer.json()
    expect(findings.map((each: { place: { path: string } }) => each.place.path).toSorted()).toEqual([
      'body.client',
      'body.client.birthDate',
      'body.client.sex',
    ])
    for (const word of ['Quiñones', 'Maribel', 'surprise', '1988']) expect(answer.text).not.toContain(word)
  })

  test('is answered with headers that keep pages and answers to themselves', async () => {
    const { headers } = await owner.ask('GET', clients)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  test('is logged by its route and ids, without the address that was asked for', async () => {
    await owner.ask('GET', `${clients}?limit=7`)
    const line = server.logged.findLast((each) => each.includes('"answered"')) ?? ''
    expect(JSON.parse(line)).toMatchObject({ route: clients, status: 200, practiceId: owner.practiceId })
    expect(line).not.toContain('limit')
  })
})

describe('an error of ours', () => {
  test('is answered without a word of it, and logged by its kind and place alone', async () => {
    const planted = 'Maribel Quiñones 1988-06-19'
    const fault = Object.assign(new Error(planted), { detail: planted, code: '22P02' })
    const sha256 = () => {
      throw fault
    }
    const broken = await makeApp({ ...server.services, sha256 })
    const headers = { host: 'localhost', cookie: 'golden-thread=x' }
    const answer = await broken.inject({ method: 'GET', url: '/api/people/me', headers })
    await broken.close()
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toContain('Maribel')
    const lines = server.logged.filter((line) => line.includes('a request failed'))
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join()).toContain('22P02')
    expect(lines.join()).not.toContain('Maribel')
  })
})

describe('whoever runs the program', () => {
  test('hears whether it lives and is ready', async () => {
    for (const [url, status] of [
      ['/health/live', 'live'],
      ['/health/ready', 'ready'],
    ] as const) {
      const answer = await server.ask({ method: 'GET', url, headers: { host: 'localhost' } })
      expect([answer.status, answer.json()]).toEqual([200, { status }])
    }
  })

  test('reads the figures from this computer alone', async () => {
    const ask = (remoteAddress: string, headers = {}) =>
      server.ask({
        method: 'GET',
        url: '/metrics',
        remoteAddress,
        headers: { host: 'localhost', ...headers },
      })
    expect((await ask('127.0.0.1')).text).toContain('golden_thread_requests_total')
    expect((await ask('10.0.0.8')).status).toBe(404)
    expect((await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.8' })).status).toBe(404)
  })
})

describe('too many requests', () => {
  test('of one session are put off, and others go on', async () => {
    const small = await makeTestServer({ settings: { requestsPerMinute: 20 } })
    const busy = await small.makePractice()
    const calm = await small.join(busy, 'biller')
    // Until a session has been seen it counts for its address.
    await busy.ask('GET', '/api/people/me')
    const answers = []
    for (let asked = 0; asked < 25; asked += 1) answers.push(await busy.ask('GET', '/api/people/me'))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
    const put = answers.find(({ status }) => status === 429)
    expect(put?.json()).toMatchObject({ code: 'too-many' })
    expect(Number(put?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await calm.ask('GET', '/api/people/me')).status).toBe(200)
    await small.close()
  })
})
