// A claim that a person or another system wrote, as it stands there: read, compared, never sent by us.
import type { ClockTime, Day } from '../values/day.ts'
import type { Modality } from '../facts/facts.ts'
import type { PersonName } from '../people/person.ts'
import type { SessionPlace } from '../session/session.ts'

/** What was billed. Null is "not written there". */
export interface Billed {
  readonly clientName: PersonName | null
  readonly birthDate: Day | null
  readonly providerName: PersonName | null
  readonly credentials: string | null
  readonly day: Day | null
  readonly start: ClockTime | null
  readonly stop: ClockTime | null
  readonly minutes: number | null
  readonly modality: Modality | null
  readonly clientPlace: SessionPlace | null
  readonly placeOfService: string | null
  readonly procedures: readonly {
    readonly code: string
    readonly units: number
    readonly modifiers: readonly string[]
  }[]
  readonly diagnoses: readonly string[]
}
