// What the pages make of the server's answers.
import { describe, expect, test } from 'vitest'
import { problemOf } from './problem.ts'

describe('an answer that is no success', () => {
  test.each([
    [401, { code: 'signed-out', title: 'Sign in first.' }, 'signed-out'],
    [401, { code: 'locked', title: 'The screen is locked.' }, 'locked'],
    [404, { code: 'not-found', title: 'There is nothing here under this name.' }, 'not-found'],
    [409, { code: 'stale', title: 'This was changed since.' }, 'stale'],
    [409, { code: 'key-reused', title: 'Use a new key.' }, 'refused'],
    [422, { code: 'findings', title: 'This does not hold yet.', findings: [] }, 'findings'],
    [503, { code: 'busy', title: 'The database is busy.' }, 'broken'],
    [502, '<html>a proxy’s page</html>', 'broken'],
  ])('of status %i with %o is %s', (status, told, kind) => {
    expect(problemOf(status, told).kind).toBe(kind)
  })

  test('says something even when what came says nothing', () => {
    expect(problemOf(500, null).title).toContain('Nothing was changed here')
  })
})
