// People and places as the claim and the note name them: names, addresses, clients, subscribers.
import type { Day } from '../values/day.ts'

/** A person's legal name, as the payer holds it. Letters as people write them; X12's narrower alphabet is the writer's business. */
export interface PersonName {
  readonly first: string
  readonly middle?: string
  readonly last: string
  readonly suffix?: string
}

export interface Address {
  readonly street: string
  readonly unit?: string
  readonly city: string
  /** Two letters. */
  readonly state: string
  /** Five or nine digits, without a dash; a billing provider's has nine. */
  readonly zip: string
}

export type Sex = 'F' | 'M' | 'U'

/** The one who is treated. */
export interface Client {
  readonly name: PersonName
  /** The practice's own key for the client; a ledger names its accounts by it. The member number serves without one. */
  readonly key?: string
  /** What the client is called; never on a claim. */
  readonly chosenName?: string
  readonly birthDate: Day
  /** As the payer holds it (docs/sources.md 0, 8.1). */
  readonly sex: Sex
  readonly address: Address
}

/** The one who holds the insurance, when that is another person than the client. */
export interface Subscriber {
  readonly name: PersonName
  readonly birthDate: Day
  readonly sex: Sex
  readonly address: Address
}
