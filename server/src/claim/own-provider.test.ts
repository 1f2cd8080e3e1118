// Whose claims a person sees: a clinician their own, and none where they treat nobody.
import { expect, test } from 'vitest'
import type { PersonActor } from '../database/tx.ts'
import { ownProvider } from './own-provider.ts'

const provider = '01900000-0000-7000-8000-000000000001'

const rows: readonly (readonly [string, PersonActor['role'], string | null, string | null])[] = [
  ['a clinician sees their own', 'clinician', provider, provider],
  ['a clinician who is no provider sees nobody’s', 'clinician', null, '00000000-0000-0000-0000-000000000000'],
  ['an owner who treats sees all', 'owner', provider, null],
  ['a biller sees all', 'biller', null, null],
]

test.each(rows)('%s', (_, role, providerId, expected) => {
  expect(ownProvider({ kind: 'person', personId: provider, role, providerId })).toBe(expected)
})
