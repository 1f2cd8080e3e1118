// The settings of a practice: each is listed, and stands with its line where people read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Signed, type TestServer, makeTestServer } from '../../stories/test-server.ts'
import { knownSettings } from './known-settings.ts'

let server: TestServer
let owner: Signed

beforeAll(async () => {
  server = await makeTestServer()
  owner = await server.makePractice()
})
afterAll(() => server.close())

const ofPeople = Object.entries(knownSettings).filter(([, { own }]) => own !== true)

test('stand each with its line in docs/settings.md, word for word, and no others do', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/settings.md'), 'utf8')
  const lines = ofPeople.map(
    ([key, { says, usual }]) => `| \`${key}\` | \`${JSON.stringify(usual)}\` | ${says} |`,
  )
  expect(lines.length).toBeGreaterThan(3)
  const [, table = ''] = page.split('| setting of a practice |')
  const written = table.split('\n\n')[0]?.split('\n').slice(2) ?? []
  expect(written).toEqual(lines)
})

test('hold as they usually do while nobody has set one, and may be set to that', () => {
  for (const [key, { shape, usual }] of ofPeople)
    expect([key, shape.safeParse(usual).success]).toEqual([key, true])
})

test('are listed with what they are for, and with the version by which they are changed', async () => {
  const url = '/api/practice/settings'
  const listed = (await owner.ask('GET', url)).json().items
  expect(listed.map(({ key }: { key: string }) => key)).toEqual(ofPeople.map(([key]) => key))
  expect(listed[1]).toEqual({
    key: 'note.late-entry-hours',
    value: null,
    version: 0,
    says: knownSettings['note.late-entry-hours']?.says,
    usual: 24,
  })
  expect((await owner.ask('PUT', `${url}/note.late-entry-hours`, { value: 48, version: 0 })).status).toBe(200)
  expect((await owner.ask('GET', url)).json().items[1]).toMatchObject({ value: 48, version: 1 })
})
