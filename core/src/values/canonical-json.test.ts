// Canonical JSON: one text for one document, whatever the order of its keys.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Json, canonicalJson } from './canonical-json.ts'

const documents = fc.letrec<{ document: Json }>((tie) => ({
  document: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('document'), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: 'grapheme' }), tie('document'), { maxKeys: 5 }),
  ),
})).document

const turned = (document: Json): Json => {
  if (Array.isArray(document)) return document.map(turned)
  if (document === null || typeof document !== 'object') return document
  return Object.fromEntries(
    Object.entries(document)
      .reverse()
      .map(([key, value]) => [key, turned(value as Json)]),
  )
}

describe('one document', () => {
  test('has one text, however its keys are ordered', () => {
    fc.assert(
      fc.property(documents, (document) => canonicalJson(turned(document)) === canonicalJson(document)),
    )
  })

  test('comes back from its text, and gives the same text again', () => {
    fc.assert(
      fc.property(documents, (document) => {
        const text = canonicalJson(document)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(document)))
        expect(canonicalJson(JSON.parse(text) as Json)).toBe(text)
      }),
    )
  })
})

test.each<readonly [string, Json, string]>([
  [
    'keys by UTF-16 code unit, so a supplementary letter before a later one of the plane',
    { '\ufb33': 1, '\u{1f600}': 2, a: 3 },
    '{"a":3,"\u{1f600}":2,"\ufb33":1}',
  ],
  ['upper case before lower', { b: 1, B: 2 }, '{"B":2,"b":1}'],
  ['absent keys left out', { a: undefined, b: null }, '{"b":null}'],
  ['escapes as JSON has them', 'a"\\\n\u0007€/', '"a\\"\\\\\\n\\u0007€/"'],
  ['no spaces', { a: [1, { b: true }] }, '{"a":[1,{"b":true}]}'],
  ['zero without a sign', [-0], '[0]'],
])('%s', (_, document, expected) => {
  expect(canonicalJson(document)).toBe(expected)
})

test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])(
  '%d has no place in a hashed document',
  (number) => {
    expect(() => canonicalJson({ number })).toThrow(RangeError)
  },
)
