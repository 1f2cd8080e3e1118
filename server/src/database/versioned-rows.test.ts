// Rows that count their versions, seen on payers: an edit of an older version changes nothing, whoever makes it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inventedPayer } from '../../stories/invented.ts'
import { type Signed, type TestServer, makeTestServer } from '../../stories/test-server.ts'
import { findPayer, insertPayer, listPayers, updatePayer } from '../coverage/store.ts'

let server: TestServer
let owner: Signed
let stranger: Signed

beforeAll(async () => {
  server = await makeTestServer()
  owner = await server.makePractice()
  stranger = await server.makePractice()
})
afterAll(() => server.close())

const enter = async (code: string): Promise<string> => {
  const id = server.services.makeId()
  await owner.work('enter', (tx) => insertPayer(tx, { id, ...inventedPayer, code, active: true }))
  return id
}
const rename = (who: Signed, id: string, version: number, name: string) =>
  who.work('rename', (tx) =>
    updatePayer(tx, {
      id,
      version,
      ...inventedPayer,
      code: `CODE-${id.slice(-8)}`,
      name,
      channel: 'electronic',
      active: true,
    }),
  )
const nameOf = async (id: string): Promise<string | undefined> =>
  (await owner.work('look', (tx) => findPayer(tx, id)))?.name

test('of two edits of one version the first stands and the second is told so', async () => {
  const id = await enter('TWICE')
  expect(await rename(owner, id, 1, 'First')).toMatchObject({ version: 2, name: 'First' })
  expect(await rename(owner, id, 1, 'Second')).toBeNull()
  expect(await nameOf(id)).toBe('First')
  expect(await rename(owner, id, 2, 'Third')).toMatchObject({ version: 3, name: 'Third' })
})

test('of eight edits at once one stands', async () => {
  const id = await enter('AT-ONCE')
  const edits = Array.from({ length: 8 }, (_, each) => rename(owner, id, 1, `Name ${each}`))
  expect((await Promise.all(edits)).filter((row) => row !== null)).toHaveLength(1)
})

test('a row of another practice is neither found nor edited', async () => {
  const id = await enter('OURS')
  expect(await stranger.work('look', (tx) => findPayer(tx, id))).toBeNull()
  expect(await rename(stranger, id, 1, 'Theirs')).toBeNull()
  expect(await nameOf(id)).toBe(inventedPayer.name)
})

test('rows are listed in the order they were made, a page after another', async () => {
  const ids = [await enter('PAGE-1'), await enter('PAGE-2'), await enter('PAGE-3')]
  const after = await owner.work('list', (tx) => listPayers(tx, ids[0] ?? null, 1))
  expect(after.map(({ id }) => id)).toEqual(ids.slice(1))
})
