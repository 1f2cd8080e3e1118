// The payer's process as its doors see it: plans, books, journal and clock in one value; and the one way to change the books.
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { type Books, remember } from './books.ts'
import { readClock } from './clock.ts'
import type { Journal } from './journal.ts'
import type { JournalRecord } from './journal-record.ts'
import type { Log } from './log.ts'
import type { PlanSetting } from './settings.ts'

export interface House {
  readonly plans: readonly [PlanSetting, ...PlanSetting[]]
  readonly seed: string
  readonly facts: Facts
  readonly journal: Journal
  readonly books: Books
  readonly log: Log
}

/** What the payer's clock shows. */
export const nowAt = ({ books }: House): Instant => readClock(books.clock)

/** Writes a record to the disk, then takes it up: in this order, so that nothing is known that a restart forgets. */
export const enter = ({ journal, books }: House, record: JournalRecord): void => {
  journal.append(record)
  remember(books, record)
}
