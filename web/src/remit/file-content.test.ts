// A file is sent as it is, whatever its bytes and however large.
import { expect, test } from 'vitest'
import { base64Of, faultOfFile, mostBytes } from './file-content.ts'

test.each([0, 1, 8_191, 8_192, 8_193, 100_000])('%i bytes are sent as they are', (length) => {
  const bytes = Uint8Array.from({ length }, (_, at) => (at * 31) % 256)
  expect(new Uint8Array(Buffer.from(base64Of(bytes), 'base64'))).toEqual(bytes)
})

test.each([
  [0, 'empty'],
  [mostBytes + 1, 'larger than 16 MB'],
])('a file of %i bytes is not sent', (size, says) => {
  expect(faultOfFile(size)).toContain(says)
})

test('a file of a day is sent', () => {
  expect(faultOfFile(4_096)).toBeNull()
})
