// One unit of work inside a practice, as acts are given it.
import type { Kysely } from 'kysely'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Tables } from './generated.tables.ts'

export type Role = 'owner' | 'clinician' | 'biller'

/** A signed-in person with their role in the practice. */
export interface PersonActor {
  readonly kind: 'person'
  readonly personId: string
  readonly role: Role
  /** The provider this person is; null for people who treat nobody. */
  readonly providerId: string | null
}

/** A part of the program that acts without a person: 'sweep', 'seed', 'set-up'. */
export interface ProgramActor {
  readonly kind: 'program'
  readonly name: string
}

/** The true user of a unit of work. */
export type Actor = PersonActor | ProgramActor

/** What the trail says was touched: the table's name, and the id of the row. */
export interface Touched {
  readonly kind: string
  readonly id: string
}

export interface Tx {
  /** Kysely on the transaction's connection. Row-level security shows this practice alone; still name it in each query. */
  readonly db: Kysely<Tables>
  readonly practiceId: string
  readonly actor: Actor
  /** The moment of this unit of work: one for all of its rows. */
  readonly at: Instant
  /** Says for the trail that these rows were read or written. */
  readonly touch: (kind: string, ...ids: readonly string[]) => void
  /** Has the practice swept at that moment; the soonest one counts. Said to the database at the end of the work. */
  readonly wake: (dueAt: Instant) => void
}
