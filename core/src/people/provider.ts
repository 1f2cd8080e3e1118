// Who treats and who bills: providers with credentials and licences, and the practice.
import type { Day } from '../values/day.ts'
import type { Address, PersonName } from './person.ts'

/** What a licence lets a person do and bill (docs/sources.md 1). */
export type LicenceClass = 'prescriber' | 'psychologist' | 'masters' | 'associate'

export interface Licence {
  /** Two letters. */
  readonly state: string
  readonly number?: string
  /** How the right to treat clients in that state came about. */
  readonly kind?: 'licence' | 'compact' | 'telehealth-registration'
  readonly from: Day
  readonly to: Day | null
}

export interface Provider {
  readonly name: PersonName
  /** As credentialed: `LCSW`, `PhD`, `PMHNP`. */
  readonly credentials: string
  readonly licences: readonly Licence[]
  readonly npi: string
  readonly taxonomy: string
}

export interface Practice {
  readonly legalName: string
  readonly npi: string
  readonly taxId: string
  /** `EI` employer id, `SY` social security number. */
  readonly taxIdKind: 'EI' | 'SY'
  readonly taxonomy: string
  /** A street address with nine-digit ZIP (docs/sources.md 8.1, box 33). */
  readonly address: Address
  readonly contactName: string
  readonly telephone: string
}
