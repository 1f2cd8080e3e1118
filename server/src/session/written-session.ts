// From what a person wrote of a session to core's Session: its zone, its instants.
import type { Session } from '@goldenthread/core/session/session.ts'
import { type WrittenTimes, instantsOf } from '@goldenthread/core/session/session-times.ts'
import { type Result, accepted } from '@goldenthread/core/values/result.ts'
import { shownTimes } from './zone-clock.ts'

/** A session as it is written: times on the clock of its place. */
export type WrittenSession = WrittenTimes &
  Omit<Session, 'startInstant' | 'stopInstant' | 'zone'> & { readonly zone?: string }

/** The session, in the zone it names or else the practice's; or why its times cannot be told. */
export const sessionFrom = (written: WrittenSession, practiceZone: string): Result<Session> => {
  const { stopDay: _stopDay, startOffset: _startOffset, stopOffset: _stopOffset, ...facts } = written
  const zone = written.zone ?? practiceZone
  const instants = instantsOf(written, zone, shownTimes)
  return instants.ok ? accepted({ ...facts, zone, ...instants.value }) : instants
}
