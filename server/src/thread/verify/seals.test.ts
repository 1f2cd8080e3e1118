// What a seal holds: the document of today, or the one under which rows of an earlier release were sealed.
import { expect, test } from 'vitest'
import { sha256 } from '../../sha256.ts'
import { sealHash } from '../../trail/seal.ts'
import { openSeals } from './seals.ts'

const text = { hash: 'h', reason: null }
const signed = { ...text, personId: 'p', providerId: 'q' }

test.each([
  ['a row of today', signed, signed, []],
  [
    'a row of today that was given to another person',
    signed,
    { ...signed, personId: 'r' },
    ['verify:altered'],
  ],
  ['a row of an earlier release', text, signed, []],
  [
    'a row of an earlier release whose text was changed',
    text,
    { ...signed, hash: 'other' },
    ['verify:altered'],
  ],
] as const)('%s', (_, sealed, found, codes) => {
  const seals = openSeals(sha256)
  seals.take({ kind: 'signed_note', id: 'n', hash: sealHash('signed_note', 'n', sealed, sha256) }, 'p')
  const { hash, reason } = found
  expect(seals.hold('signed_note', 'n', found, { hash, reason }).map(({ code }) => code)).toEqual(codes)
  expect(seals.sealedBy('signed_note', 'n')).toBe('p')
})
