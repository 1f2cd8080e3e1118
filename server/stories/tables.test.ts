// The types of the tables stand as the migrated database has them.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTables, tablesPath } from '../../tools/make-tables.ts'
import { type TestDatabase, makeTestDatabase } from './test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.drop())

test('the types that the queries are checked by are those of the migrated tables', async () => {
  expect(readFileSync(tablesPath, 'utf8')).toBe(await makeTables(database.owner))
})
