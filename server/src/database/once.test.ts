// The same key answers the same, once, whoever asks at the same time.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Signed, type TestServer, makeTestServer } from '../../stories/test-server.ts'
import { addSeconds } from '../clock.ts'
import { forgetKeys } from './once.ts'
import { inventedClient } from '../../stories/invented.ts'

let server: TestServer
let owner: Signed
let biller: Signed

beforeAll(async () => {
  server = await makeTestServer({ connections: 20 })
  owner = await server.makePractice()
  biller = await server.join(owner, 'biller')
})
afterAll(() => server.close())

const add = (signed: Signed, key: string, changed: object = {}) =>
  signed.ask(
    'POST',
    '/api/people/clients',
    { client: { ...inventedClient, ...changed } },
    { 'idempotency-key': key },
  )

const count = async (): Promise<number> =>
  (await owner.ask('GET', '/api/people/clients?limit=200')).json().items.length

describe('an act under a key', () => {
  test('asked for thirty times at once is done once and answered alike', async () => {
    const before = await count()
    const answers = await Promise.all(Array.from({ length: 30 }, () => add(owner, 'one-and-the-same')))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await count()).toBe(before + 1)
  })

  test.each([
    ['other input', () => add(owner, 'one-and-the-same', { chosenName: 'Ana' })],
    ['another person', () => add(biller, 'one-and-the-same')],
    [
      'another act',
      () =>
        owner.ask(
          'POST',
          '/api/coverage/payers',
          {
            code: 'A1',
            name: 'A',
            class: 'eap',
            receiverQualifier: 'ZZ',
            receiverId: 'A1',
          },
          { 'idempotency-key': 'one-and-the-same' },
        ),
    ],
  ])('with %s is refused', async (_name, ask) => {
    const answer = await ask()
    expect(answer.status).toBe(409)
    expect(answer.json()).toMatchObject({ code: 'key-reused' })
  })

  test('under a key of one sign is a question nobody can answer', async () => {
    expect((await add(owner, 'x')).status).toBeGreaterThanOrEqual(400)
  })

  test('is forgotten after a week, and not before', async () => {
    const kept = async () => {
      await owner.work('forget-keys', forgetKeys)
      return server.database.asAdministrator(`SELECT key FROM idempotency WHERE key = 'for-a-week'`)
    }
    expect((await add(owner, 'for-a-week')).status).toBe(201)
    const made = server.clock.now()
    server.clock.moveTo(addSeconds(made, 604_799))
    expect(await kept()).toHaveLength(1)
    server.clock.moveTo(addSeconds(made, 604_801))
    expect(await kept()).toEqual([])
    owner = await server.again(owner)
  })

  test('without a key is done as often as it is asked for', async () => {
    const before = await count()
    for (let asked = 0; asked < 2; asked += 1)
      await owner.ask('POST', '/api/people/clients', { client: inventedClient })
    expect(await count()).toBe(before + 2)
  })
})
