// The ground a practice stands on, kept through the app: its people, its payers and contracts, its settings, its trail.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  inventedClient,
  inventedContract,
  inventedCoverage,
  inventedPayer,
  inventedProvider,
} from '../stories/invented.ts'
import { type Signed, type TestServer, makeTestServer } from '../stories/test-server.ts'

let server: TestServer
let owner: Signed
let other: Signed

beforeAll(async () => {
  server = await makeTestServer()
  owner = await server.makePractice()
  other = await server.makePractice('Birch Lane Therapy LLC')
})
afterAll(() => server.close())

const added = async (signed: Signed, url: string, body: unknown) => {
  const answer = await signed.ask('POST', url, body)
  expect(answer.status, answer.text).toBe(201)
  return answer.json()
}

describe('a client', () => {
  test('is added, read, changed, and a change of an older version is refused', async () => {
    const { id } = await added(owner, '/api/people/clients', { client: inventedClient })
    const read = (await owner.ask('GET', `/api/people/clients/${id}`)).json()
    expect(read).toEqual({
      id,
      version: 1,
      client: inventedClient,
      contacts: [],
      providerId: null,
      active: true,
    })
    const moved = { ...inventedClient, address: { ...inventedClient.address, unit: 'Apt 5' } }
    const change = { version: 1, client: moved }
    const changed = await owner.ask('PUT', `/api/people/clients/${id}`, change)
    expect(changed.json()).toMatchObject({ version: 2, client: { address: { unit: 'Apt 5' } } })
    const again = await owner.ask('PUT', `/api/people/clients/${id}`, change)
    expect([again.status, again.json().code]).toEqual([409, 'stale'])
  })

  test('of two households has two, each with who may consent', async () => {
    const contacts = [
      {
        relation: 'parent',
        name: { first: 'Tove', last: 'Quiñones' },
        mayConsent: true,
        paysBills: true,
      },
      {
        relation: 'parent',
        name: { first: 'Bram', last: 'Ostrander' },
        address: { street: '9 Mill Road', city: 'Troy', state: 'NY', zip: '12180' },
        telephone: '5185550141',
        mayConsent: true,
        paysBills: false,
      },
    ]
    const { id } = await added(owner, '/api/people/clients', { client: inventedClient, contacts })
    expect((await owner.ask('GET', `/api/people/clients/${id}`)).json().contacts).toEqual(contacts)
  })

  test('is found by the beginning of the name, marks and capitals left out of account, page by page', async () => {
    const named = (last: string, first: string) => ({ ...inventedClient, name: { first, last } })
    for (const [last, first] of [
      ['Zúñiga', 'Bea'],
      ['Zuniga', 'Abel'],
      ['ZUNIGA', 'Cruz'],
      ['Zu%iga', 'Odd'],
      ['Zwart', 'Ann'],
    ] as const)
      await added(other, '/api/people/clients', { client: named(last, first) })
    const find = async (begins: string, more = {}) =>
      (await other.ask('POST', '/api/people/clients/search', { begins, ...more })).json()
    const names = (page: { items: { client: { name: { first: string } } }[] }) =>
      page.items.map((each) => each.client.name.first)
    expect(names(await find('zuñi'))).toEqual(['Abel', 'Bea', 'Cruz'])
    expect(names(await find('Zu%'))).toEqual(['Odd'])
    const first = await find('z', { limit: 2 })
    expect(names(first)).toEqual(['Odd', 'Abel'])
    const second = await find('z', { limit: 2, after: first.next })
    const third = await find('z', { limit: 2, after: second.next })
    expect([names(second), names(third), third.next]).toEqual([['Bea', 'Cruz'], ['Ann'], null])
    expect((await owner.ask('POST', '/api/people/clients/search', { begins: 'zu' })).json().items).toEqual([])
  })

  test('is never kept with two different spellings of one letter', async () => {
    const decomposed = { ...inventedClient, name: { first: ' Zoe\u0308 ', last: 'Vark' } }
    const { id } = await added(owner, '/api/people/clients', { client: decomposed })
    expect((await owner.ask('GET', `/api/people/clients/${id}`)).json().client.name.first).toBe('Zo\u00eb')
  })
})

describe('a provider', () => {
  test('stands once under its NPI, and nobody supervises themselves', async () => {
    const provider = inventedProvider('2082462815')
    const row = await added(owner, '/api/people/providers', { provider })
    const twice = await owner.ask('POST', '/api/people/providers', { provider })
    expect([twice.status, twice.json().code]).toEqual([409, 'already-there'])
    const elsewhere = await other.ask('POST', '/api/people/providers', { provider })
    expect(elsewhere.status).toBe(201)
    const change = { version: 1, provider, supervisorId: row.id }
    expect((await owner.ask('PUT', `/api/people/providers/${row.id}`, change)).status).toBe(409)
  })

  test('of another practice supervises nobody here', async () => {
    const theirs = await added(other, '/api/people/providers', { provider: inventedProvider() })
    const body = { provider: inventedProvider(), supervisorId: theirs.id }
    expect((await owner.ask('POST', '/api/people/providers', body)).status).toBe(404)
  })

  test('has pay contracts that colleagues do not read', async () => {
    const [one, two] = [
      await server.join(other, 'clinician', '2234567891'),
      await server.join(other, 'clinician', '2345678909'),
    ]
    const contract = {
      basis: 'amount-by-procedure',
      rows: [{ code: '90837', amount: 9500 }],
      guaranteed: false,
      from: '2026-01-01',
      to: null,
      source: 'Agreement of 2026',
    }
    const url = `/api/posting/providers/${one.actor.providerId}/pay-contracts`
    const row = await added(other, url, { contract })
    expect((await one.ask('GET', url)).json().items).toEqual([row])
    expect((await two.ask('GET', url)).status).toBe(403)
    const changed = await other.ask('PUT', `/api/posting/pay-contracts/${row.id}`, {
      version: 1,
      contract: { ...contract, to: '2026-12-31' },
    })
    expect(changed.json()).toMatchObject({ version: 2, contract: { to: '2026-12-31' } })
  })
})

describe('who pays', () => {
  test('is kept as payer, contract and coverage, each changed by version', async () => {
    const payer = await added(owner, '/api/coverage/payers', inventedPayer)
    const contracts = `/api/coverage/payers/${payer.id}/contracts`
    const contract = await added(owner, contracts, inventedContract)
    expect((await owner.ask('GET', contracts)).json().items).toEqual([contract])
    const { id: clientId } = await added(owner, '/api/people/clients', { client: inventedClient })
    const coverages = `/api/coverage/clients/${clientId}/coverages`
    const coverage = await added(owner, coverages, inventedCoverage(payer.id))
    expect(coverage).toMatchObject({ clientId, ...inventedCoverage(payer.id) })
    expect((await owner.ask('GET', coverages)).json().items).toEqual([coverage])
    const { id, version, clientId: _clientId, ...fields } = coverage
    const changed = await owner.ask('PUT', `/api/coverage/coverages/${id}`, {
      ...fields,
      memberNumber: 'LKM482207716',
      version,
    })
    expect(changed.json()).toMatchObject({ version: 2, memberNumber: 'LKM482207716' })
    for (const [url, body] of [
      [`/api/coverage/coverages/${id}`, { ...fields, version: 2 }],
      [`/api/coverage/contracts/${contract.id}`, { ...inventedContract, version: 1 }],
      [`/api/coverage/payers/${payer.id}`, { ...inventedPayer, version: 1 }],
    ] as const)
      expect((await other.ask('PUT', url, body)).status).toBe(404)
  })

  test('of another practice covers no client here', async () => {
    const payer = await added(other, '/api/coverage/payers', inventedPayer)
    const { id } = await added(owner, '/api/people/clients', { client: inventedClient })
    const asked = await owner.ask('POST', `/api/coverage/clients/${id}/coverages`, inventedCoverage(payer.id))
    expect(asked.status).toBe(404)
  })
})

describe('a practice', () => {
  test('keeps at least one owner', async () => {
    const { items } = (await owner.ask('GET', '/api/people/members')).json()
    const [me] = items
    const end = { version: me.version, role: 'biller', providerId: null, ended: false }
    const refused = await owner.ask('PUT', `/api/people/members/${me.id}`, end)
    expect([refused.status, refused.json().code]).toEqual([409, 'last-owner'])
    await server.join(owner, 'owner')
    expect((await owner.ask('PUT', `/api/people/members/${me.id}`, end)).status).toBe(200)
  })

  test('withdraws an owner who was invited and has not joined, though it has but one', async () => {
    const fresh = await server.makePractice('Fir Hill Therapy LLC')
    const body = { email: 'wrong-address@practice.example', name: 'Ana Bell', role: 'owner' }
    const { id } = await added(fresh, '/api/people/members', body)
    const end = { version: 1, role: 'owner', providerId: null, ended: true }
    expect((await fresh.ask('PUT', `/api/people/members/${id}`, end)).status).toBe(200)
  })

  test.each<[string, string, unknown, number]>([
    ['a time to take claims back that never ends', 'claim.undo-seconds', 1e15, 422],
    ['one that is no whole number', 'claim.undo-seconds', 0.5, 422],
    ['one of less than nothing', 'claim.undo-seconds', -1, 422],
    ['one in words', 'claim.undo-seconds', 'a day', 422],
    ['one of more than a day', 'claim.undo-seconds', 86_401, 422],
    ['a setting nobody reads', 'claim.anything', 1, 404],
    ['one that every object has', 'constructor', 1, 404],
    ['a day', 'claim.undo-seconds', 86_400, 200],
  ])('answers %s as a setting as it should', async (_name, key, value, status) => {
    const fresh = await server.makePractice('Gable End Therapy LLC')
    expect((await fresh.ask('PUT', `/api/practice/settings/${key}`, { value, version: 0 })).status).toBe(
      status,
    )
  })

  test('has settings that begin at version 0', async () => {
    const fresh = await server.makePractice('Cedar Court Counseling PC')
    const url = '/api/practice/settings/claim.undo-seconds'
    expect((await fresh.ask('GET', url)).json()).toMatchObject({ value: null, version: 0 })
    expect((await fresh.ask('PUT', url, { value: 600, version: 0 })).json()).toMatchObject({ version: 1 })
    expect((await fresh.ask('PUT', url, { value: 900, version: 0 })).status).toBe(409)
    expect((await fresh.ask('GET', url)).json()).toMatchObject({ value: 600, version: 1 })
  })

  test('has a trail in which a client’s reading stands under who read it', async () => {
    const fresh = await server.makePractice('Dell Street Therapy LLC')
    const biller = await server.join(fresh, 'biller')
    const { id } = await added(fresh, '/api/people/clients', { client: inventedClient })
    await biller.ask('GET', `/api/people/clients/${id}`)
    const { items } = (await fresh.ask('GET', '/api/practice/trail')).json()
    expect(items.map(({ act }: { act: string }) => act)).toEqual([
      'create-practice',
      'sign-in',
      'add-member',
      'sign-in',
      'add-client',
      'read-client',
    ])
    expect(items.at(-1)).toMatchObject({
      personId: biller.actor.personId,
      touched: [{ kind: 'client', id }],
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect((await biller.ask('GET', '/api/practice/trail')).status).toBe(403)
  })
})
