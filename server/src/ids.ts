// Row ids: uuidv7 made by the app, so that they are in the order of their making and no database function is needed.
import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'

export type MakeId = () => string

const counterBits = 12

const written = (bytes: Buffer): string => {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * A maker of uuidv7 (RFC 9562 5.7): 48 bits of milliseconds, 12 of a counter that keeps ids of one millisecond in order
 * (RFC 9562 6.2, method 1), 62 of chance. A clock that is moved back does not make an id twice: chance tells them apart.
 */
export const makeIds = (clock: Clock): MakeId => {
  let last = -1
  let counter = 0
  return () => {
    const now = clock.milliseconds()
    counter = now === last ? counter + 1 : 0
    last = now
    // More ids in one millisecond than the counter holds borrow from the next one.
    const time = now + (counter >> counterBits)
    const bytes = randomBytes(16)
    bytes.writeUIntBE(time, 0, 6)
    bytes.writeUInt16BE(0x7000 | (counter & ((1 << counterBits) - 1)), 6)
    bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
    return written(bytes)
  }
}

/** True for a text that is a uuid as PostgreSQL prints it: 36 characters, small letters. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
