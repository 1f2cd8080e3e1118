// Every route of /openapi.json, asked with one practice's ids by that practice, by another one, and by nobody: a route without an example fails.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeOpenapi, openapiPath } from '../../tools/make-openapi.ts'
import type { Role } from '../src/database/tx.ts'
import {
  type DeclaredRoute,
  type Description,
  isOpen,
  makeProver,
  rolesOf,
  routesOf,
} from './declared-answers.ts'
import {
  type DoorExample,
  type Examples,
  type PracticeExample,
  type Request,
  booksExamples,
  coverageExamples,
  doorExamples,
  peopleExamples,
} from './route-examples.ts'
import {
  claimExamples,
  noteExamples,
  signedNoteExamples,
  remitExamples,
  sessionExamples,
  threadExamples,
} from './session-route-examples.ts'
import { moneyExamples } from './money-route-examples.ts'
import type { Asked } from './test-server.ts'
import { type AskFn, type TwoPractices, asking, openTwoPractices, somebody } from './two-practices.ts'

const text = await makeOpenapi()
const description = JSON.parse(text) as Description
const routes = routesOf(description)
const examples: Examples = {
  ...doorExamples,
  ...peopleExamples,
  ...coverageExamples,
  ...sessionExamples,
  ...noteExamples,
  ...signedNoteExamples,
  ...claimExamples,
  ...remitExamples,
  ...moneyExamples,
  ...booksExamples,
  ...threadExamples,
}
const everyRole: readonly Role[] = ['owner', 'clinician', 'biller']

let both: TwoPractices
let nobody: AskFn
let locked: AskFn
let prove: ReturnType<typeof makeProver>

beforeAll(async () => {
  both = await openTwoPractices()
  nobody = asking(both.server, null)
  locked = asking(both.server, (await somebody(both, both.one)).cookie)
  await locked('POST', '/api/people/lock')
  prove = makeProver(description)
}, 60_000)
afterAll(() => both.close())

describe('the description', () => {
  test('is what the server answers to anybody', async () => {
    const answer = await nobody('GET', '/openapi.json')
    const { 'x-made-by': _maker, ...rest } = description as unknown as Record<string, unknown>
    expect(answer.json()).toEqual(rest)
    expect(description.openapi).toMatch(/^3\.1\./)
  })

  test('stands in docs/ as it is served; `npm run openapi` makes it anew', () => {
    expect(readFileSync(openapiPath, 'utf8')).toBe(text)
    expect(text.split('\n')[0]).toContain('tools/make-openapi.ts')
  })

  test('points nowhere that is not there, and names each act once', () => {
    const names = [...text.matchAll(/"\$ref": "([^"]*)"/g)].map(([, ref = '']) => ref)
    const known = Object.keys(description.components.schemas).map((name) => `#/components/schemas/${name}`)
    expect(names.length).toBeGreaterThan(100)
    expect([...new Set(names)].filter((name) => !known.includes(name))).toEqual([])
    const acts = routes.map(({ operationId }) => operationId)
    expect(acts.filter((act, at) => acts.indexOf(act) !== at)).toEqual([])
  })

  test('has an example for each route, and no example is of a route that is gone', () => {
    expect(Object.keys(examples).toSorted()).toEqual(routes.map(({ name }) => name).toSorted())
  })

  test('opens to strangers what lets them in, and nothing else', () => {
    expect(routes.filter(isOpen).map(({ name }) => name)).toEqual([
      'GET /health/live',
      'GET /health/ready',
      'POST /api/people/sign-in',
      'POST /api/people/set-up',
      'POST /api/practice/set-up',
    ])
  })

  test('is read as a page by owners alone', async () => {
    const pages = ['/openapi/', '/openapi/json', '/openapi/static/swagger-ui-bundle.js']
    const { owner, clinician, biller } = both.one
    for (const page of pages) {
      const asked = [nobody, clinician.ask, biller.ask, locked, owner.ask]
      const statuses = await Promise.all(asked.map(async (ask) => (await ask('GET', page)).status))
      expect([page, ...statuses]).toEqual([page, 401, 403, 403, 401, 200])
    }
  })
})

const urlOf = ({ path }: DeclaredRoute, { id }: Request): string =>
  path.replace(/\{\w+\}/, encodeURIComponent(id ?? ''))

/** The same request with ids that nothing has. */
const ofNobody = (url: string, body: unknown): { readonly url: string; readonly body: unknown } => {
  const made = new Map<string, string>()
  const other = (id: string): string => {
    const known = made.get(id) ?? both.server.services.makeId()
    made.set(id, known)
    return known
  }
  const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  return JSON.parse(JSON.stringify({ url, body }).replace(uuid, other))
}

const without = (answer: Asked) => ({ ...answer.json(), request: '' })

/** What the superuser finds named in the rows of one practice and in none of another's. */
const idsOfOneAlone = async (): Promise<ReadonlySet<string>> => {
  const { server, one, other } = both
  const columns = await server.database.asAdministrator(
    `SELECT table_name AS t, column_name AS c FROM information_schema.columns k WHERE udt_name = 'uuid'
     AND table_schema = 'public' AND EXISTS (SELECT 1 FROM information_schema.columns p
       WHERE p.table_name = k.table_name AND p.table_schema = 'public' AND p.column_name = 'practice_id')`,
  )
  const all = columns.map(({ t, c }) => `SELECT practice_id, ${c} AS id FROM ${t} WHERE ${c} IS NOT NULL`)
  const rows = await server.database.asAdministrator(
    `SELECT id FROM (${all.join(' UNION ')}) x GROUP BY id
     HAVING bool_or(practice_id = $1) AND NOT bool_or(practice_id = $2)`,
    [one.owner.practiceId, other.owner.practiceId],
  )
  return new Set(rows.map(({ id }) => String(id)))
}

const refusesStrangers = async (route: DeclaredRoute, url: string, body: unknown): Promise<void> => {
  const answer = await nobody(route.method, url, body)
  expect([answer.status, answer.json().code, prove(route, answer)]).toEqual([401, 'signed-out', ''])
}

/** Also those who are of the practice: behind a locked screen, or in a role that the route does not name. */
const refusesOthersOfThePractice = async (
  route: DeclaredRoute,
  url: string,
  body: unknown,
): Promise<void> => {
  const roles = rolesOf(route)
  if (roles === null) return
  const behind = await locked(route.method, url, body)
  expect([behind.status, behind.json().code, prove(route, behind)]).toEqual([401, 'locked', ''])
  for (const role of everyRole.filter((each) => !roles.includes(each))) {
    const refused = await both.one[role].ask(route.method, url, body)
    expect([role, refused.status, prove(route, refused)]).toEqual([role, 403, ''])
  }
}

const done = (route: DeclaredRoute, answer: Asked): void => {
  expect(answer.status, answer.text).toBeGreaterThanOrEqual(200)
  expect(answer.status, answer.text).toBeLessThan(300)
  expect(prove(route, answer)).toBe('')
}

const askNamed = async (route: DeclaredRoute, { as, make }: PracticeExample): Promise<void> => {
  const request = await make(both.one, both)
  const { url, body } = { url: urlOf(route, request), body: request.body }
  await refusesStrangers(route, url, body)
  await refusesOthersOfThePractice(route, url, body)
  const strange = both.other[as].ask
  const theirs = await strange(route.method, url, body)
  expect([theirs.status, prove(route, theirs)], theirs.text).toEqual([404, ''])
  const none = ofNobody(url, body)
  const nothing = await strange(route.method, none.url, none.body)
  expect(without(nothing)).toEqual(without(theirs))
  done(route, await both.one[as].ask(route.method, url, body))
}

const askListed = async (route: DeclaredRoute, { as, make }: PracticeExample): Promise<void> => {
  const request = await make(both.one, both)
  const { url, body } = { url: urlOf(route, request), body: request.body }
  await refusesStrangers(route, url, body)
  await refusesOthersOfThePractice(route, url, body)
  done(route, await both.one[as].ask(route.method, url, body))
  const own = await make(both.other, both)
  const theirs = await both.other[as].ask(route.method, urlOf(route, own), own.body)
  done(route, theirs)
  const ids = await idsOfOneAlone()
  expect(ids.size).toBeGreaterThan(50)
  const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
  expect([...theirs.text.matchAll(uuid)].map(([id]) => id).filter((id) => ids.has(id))).toEqual([])
}

const askAlone = async (route: DeclaredRoute, { kind, make }: DoorExample): Promise<void> => {
  const { ask, body, close } = await make(both)
  if (kind === 'self') await refusesStrangers(route, route.path, body)
  done(route, await ask(route.method, route.path, body))
  await close?.()
}

describe('every route', () => {
  test.each(routes.map((route) => [route.name, route] as const))('%s', async (name, route) => {
    const example = examples[name]
    if (example === undefined) throw new Error('this route has no example: add one to the table of its stage')
    if (!('as' in example)) await askAlone(route, example)
    else await (example.kind === 'named' ? askNamed : askListed)(route, example)
  })

  test.each(routes.filter(({ path }) => path.includes('{id}')).map(({ name }) => name))(
    '%s, which takes an id, is asked with one of another practice',
    (name) => {
      expect(examples[name]?.kind).toBe('named')
    },
  )
})
