// What following a thread is given from outside: the facts, a hash, and the moment. Core has no clock and no crypto.
import type { Facts } from '../facts/facts.ts'
import type { Instant } from '../values/day.ts'

export interface Ports {
  readonly facts: Facts
  /** SHA-256 of a text's UTF-8, hex. */
  readonly sha256: (utf8: string) => string
  /** The moment of filing, reading and posting. */
  readonly at: Instant
}
