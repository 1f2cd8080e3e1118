// What the server's parts are given: no globals, everything passed in.
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Clearinghouse } from './clearinghouse/clearinghouse.ts'
import type { SecretBox } from './clearinghouse/secret-box.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/pool.ts'
import type { MakeId } from './ids.ts'
import type { Log } from './log.ts'
import type { Heads } from './trail/heads.ts'
import type { Settings } from './config.ts'

export interface Services {
  readonly settings: Settings
  readonly database: Database
  readonly clock: Clock
  readonly facts: Facts
  /** SHA-256 of a text's UTF-8 or of bytes, hex. */
  readonly sha256: (content: string | Uint8Array) => string
  /** A new uuidv7. */
  readonly makeId: MakeId
  readonly clearinghouse: Clearinghouse
  /** Locks what an account at a clearinghouse is opened with. */
  readonly secrets: SecretBox
  readonly heads: Heads
  readonly log: Log
  /** SHA-256 of the token of the first set-up; left out where there is none. */
  readonly setUpHash?: string
  /** Where the built pages stand; left out where none are served. */
  readonly pagesFolder?: string
}

/** What a unit of work stands on; every `Services` has it. */
export type Ground = Pick<Services, 'database' | 'clock' | 'sha256' | 'heads' | 'log'>
