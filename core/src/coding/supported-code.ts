// A procedure that the documented minutes and work support, before place, modifiers and pointers are known.
import type { Day } from '../values/day.ts'
import type { Facts, TimeBand } from '../facts/facts.ts'
import type { Session } from '../session/session.ts'
import type { CodedProcedure, Reason } from './coding.ts'

export type SupportedCode = Pick<CodedProcedure, 'code' | 'units' | 'band' | 'reasons'>

/** What the codes are chosen by. `reading` is how the payer counts further blocks of crisis time. */
export interface CodingGround {
  /** Its instants count the minutes between the note's times. */
  readonly session: Session
  readonly facts: Facts
  readonly on: Day
  readonly reading: 'started' | 'midpoint'
}

const bandInWords = ({ minutesFrom, minutesTo }: TimeBand): string =>
  minutesTo === null ? `the band from ${minutesFrom} on` : `the band ${minutesFrom} to ${minutesTo}`

/** In which band the minutes lie, and how far above its lower bound; never how much is missing to the next. */
export const bandReason = (band: TimeBand, minutes: number, kind: string): Reason => ({
  says: `The note documents ${minutes} ${kind}: ${bandInWords(band)}, ${minutes - band.minutesFrom} above its lower bound.`,
  source: band.source,
})

/** The codes of a band with the minutes that fell in it. */
export const codesOfBand = (
  band: TimeBand,
  minutes: number,
  reasons: readonly Reason[],
): readonly SupportedCode[] =>
  band.codes.map(({ code, units }) => ({
    code,
    units,
    band: { from: band.minutesFrom, to: band.minutesTo, minutes },
    reasons,
  }))
