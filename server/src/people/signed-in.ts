// A signed-in person as a request knows them.
import type { PersonActor } from '../database/tx.ts'

export interface SignedIn {
  /** SHA-256 of the cookie's token: the key of the row. */
  readonly tokenHash: string
  readonly personId: string
  readonly name: string
  readonly email: string
  /** The password is asked for before anything else is answered. */
  readonly locked: boolean
  /** The practice chosen, with the person's part in it; null where they have none. */
  readonly practice: { readonly id: string; readonly actor: PersonActor } | null
}
