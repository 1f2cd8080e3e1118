// The types that the pages ask by are those of the description that is kept.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { makeWebApi, webApiPath } from './make-web-api.ts'

test('the types of the pages are made from docs/openapi.json as it stands', async () => {
  expect(readFileSync(webApiPath, 'utf8')).toBe(await makeWebApi())
})
