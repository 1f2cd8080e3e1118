// The key of drafts: one's own in each practice, the same at each asking, and nobody's who may not write notes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TwoPractices, must, openTwoPractices } from './two-practices.ts'

let both: TwoPractices
beforeAll(async () => {
  both = await openTwoPractices()
})
afterAll(() => both.close())

test('each person has a key of their own in their practice, and gets the same one again', async () => {
  const key = async (ask: TwoPractices['one']['owner']): Promise<string> =>
    must(await ask.ask('GET', '/api/people/draft-key'), 200).key as string
  const [owner, again, clinician, stranger] = [
    await key(both.one.owner),
    await key(both.one.owner),
    await key(both.one.clinician),
    await key(both.other.owner),
  ]
  expect(Buffer.from(owner, 'base64url')).toHaveLength(32)
  expect(again).toBe(owner)
  expect(new Set([owner, clinician, stranger]).size).toBe(3)
})

test('who writes no notes has none', async () => {
  expect((await both.one.biller.ask('GET', '/api/people/draft-key')).status).toBe(403)
})
