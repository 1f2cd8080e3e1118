// The text that a co-signature is hashed over.
import { expect, test } from 'vitest'
import { coSigned } from '../rules/example-parts.ts'
import { canonicalCoSignature, readCoSignature } from './co-signature.ts'

const text = canonicalCoSignature(coSigned)

test('a co-signature is read back from its text as it was said', () => {
  expect(readCoSignature(text)).toEqual(coSigned)
})

test.each([
  ['the version it speaks of', { noteHash: 'c'.repeat(64) }],
  ['what was said', { verdict: 'returned' as const }],
  ['when it was said', { signedAt: '2026-03-11T13:00:01Z' as never }],
  ['who said it', { supervisor: { ...coSigned.supervisor, credentials: 'DO' } }],
  ['the comment', { comment: 'See the plan.' }],
])('%s is part of the text', (_, changed) => {
  expect(canonicalCoSignature({ ...coSigned, ...changed })).not.toBe(text)
})

test('a text of another schema is refused', () => {
  expect(() => readCoSignature(text.replace('co-signature/1', 'co-signature/2'))).toThrow(RangeError)
})
