// What an authorization covers, and what of a session it does not.
import { expect, test } from 'vitest'
import { day } from '../values/day.ts'
import { checkAuthorization } from './check-authorization.ts'
import type { Authorization } from './coverage.ts'

const authorization: Authorization = {
  number: 'AUTH771',
  codes: ['90837', '90840'],
  units: 12,
  unitsUsed: 4,
  from: day('2026-01-01'),
  to: day('2026-06-30'),
}
const therapy = { code: '90837', units: 1 }

type Row = readonly [string, Partial<Authorization>, readonly (typeof therapy)[], string, readonly string[]]
const rows: readonly Row[] = [
  ['on its first day', {}, [therapy], '2026-01-01', []],
  ['on its last day', {}, [therapy], '2026-06-30', []],
  ['the day before it begins', {}, [therapy], '2025-12-31', ['authorization-days holds-claim']],
  ['the day after it ended', {}, [therapy], '2026-07-01', ['authorization-days holds-claim']],
  ['for other codes', {}, [{ code: '90834', units: 1 }], '2026-03-10', ['authorization-codes holds-claim']],
  [
    'for one of two codes',
    {},
    [therapy, { code: '90785', units: 1 }],
    '2026-03-10',
    ['authorization-codes warns'],
  ],
  ['that names no code', { codes: [] }, [{ code: '90834', units: 1 }], '2026-03-10', []],
  ['with its last unit', { unitsUsed: 11 }, [therapy], '2026-03-10', []],
  ['with no unit left', { unitsUsed: 12 }, [therapy], '2026-03-10', ['authorization-units warns']],
  [
    'with one unit left for three',
    { unitsUsed: 11 },
    [therapy, { code: '90840', units: 2 }],
    '2026-03-10',
    ['authorization-units warns'],
  ],
]

test.each(rows)('an authorization %s', (_, changed, procedures, on, expected) => {
  const found = checkAuthorization({ ...authorization, ...changed }, procedures, day(on))
  expect(found.map(({ code, severity }) => `${code} ${severity}`)).toEqual(expected)
})
