// What the page finds by what is typed: clients by their names, claims by their numbers, and who one is oneself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type BillingPractice, openBilling } from './billed-sessions.ts'
import { inventedClient } from './invented.ts'
import { sittingsOf } from './sittings.ts'
import { type TestServer, makeTestServer } from './test-server.ts'

let server: TestServer
let practice: BillingPractice

beforeAll(async () => {
  server = await makeTestServer({ settings: { idleSeconds: 600 } })
  practice = await openBilling(server)
  for (const [first, last] of [
    ['Marcé', 'Brûlé-Vega'],
    ['Ada', 'Marlowe'],
    ['Percy', 'O%Neil'],
  ])
    await practice.owner.ask('POST', '/api/people/clients', {
      client: { ...inventedClient, name: { first, last } },
    })
})
afterAll(() => server.close())

describe('a client is found', () => {
  test.each<[string, string, readonly string[]]>([
    ['by the beginning of the first name', 'marc', ['Brûlé-Vega']],
    ['by that of the last', 'marl', ['Marlowe']],
    ['by both, in any order', 'mar brul', ['Brûlé-Vega']],
    ['by last and first name as a list has them', 'Brûlé-Vega, Mar', ['Brûlé-Vega']],
    ['without the marks', 'BRULE', ['Brûlé-Vega']],
    ['by what stands after a hyphen', 'vega', ['Brûlé-Vega']],
    ['not by the middle of a word', 'arlowe', []],
    ['not by a sign that stands for any', '%', []],
    ['by such a sign where the name has it', 'o%n', ['O%Neil']],
  ])('%s', async (_name, begins, expected) => {
    const found = await practice.owner.ask('POST', '/api/people/clients/search', { begins })
    expect(found.status, found.text).toBe(200)
    const names = found
      .json()
      .items.map(({ client }: { client: { name: { last: string } } }) => client.name.last)
    expect(names).toEqual(expected)
  })
})

test('a claim is found by how its number begins, and never another’s', async () => {
  const { answer } = await sittingsOf(practice).file('2026-03-09')
  const { claimNumber } = answer.claim
  const found = async (number: string) =>
    (await practice.owner.ask('GET', `/api/claim/claims?number=${number}`))
      .json()
      .items.map((claim: { claimNumber: string }) => claim.claimNumber)
  expect(await found(claimNumber.slice(0, 6))).toEqual([claimNumber])
  expect(await found('ZZZZ')).toEqual([])
  expect((await practice.owner.ask('GET', '/api/claim/claims?number=%25')).status).toBe(422)
})

test('who is signed in knows the practice by name, its clock, and when the screen locks', async () => {
  const me = (await practice.owner.ask('GET', '/api/people/me')).json()
  expect(me.practices).toEqual([
    { id: me.practiceId, name: expect.stringMatching(/\w/), zone: expect.stringMatching(/^America\//) },
  ])
  expect(me.idleSeconds).toBe(600)
})
