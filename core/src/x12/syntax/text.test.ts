// Bytes to text and back, held against the platform's own decoder.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText, encodeText } from './text.ts'

test('any text is written as the UTF-8 that every decoder knows', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(encodeText(text)).toEqual(new TextEncoder().encode(text))
      expect(decodeText(encodeText(text), 0, encodeText(text).length)).toBe(text)
    }),
  )
})

test('any bytes are UTF-8 where the platform says so, else Latin-1, and none is lost', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
      let expected: string
      try {
        expected = strict.decode(bytes)
      } catch {
        expected = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
      }
      expect(decodeText(bytes, 0, bytes.length)).toBe(expected)
    }),
    { numRuns: 2000, seed: 8 },
  )
})

test.each([
  ['a lone lead byte', [0xc3], 'Ã'],
  ['a surrogate in three bytes', [0xed, 0xa0, 0x80], 'í\u00a0\u0080'],
  ['a letter in too many bytes', [0xc1, 0x81], 'Á\u0081'],
  ['a letter beyond Unicode', [0xf5, 0x80, 0x80, 0x80], 'õ\u0080\u0080\u0080'],
])('%s is Latin-1', (_, bytes, text) => {
  expect(decodeText(Uint8Array.from(bytes), 0, bytes.length)).toBe(text)
})
