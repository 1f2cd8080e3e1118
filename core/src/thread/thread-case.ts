// What following a thread starts from: a session's case as recorded, and the numbers its files will travel under.
import type { Coverage } from '../coverage/coverage.ts'
import type { EarlierSession, Session } from '../session/session.ts'
import type { Note } from '../note/note.ts'
import type { Billed } from '../claim/billed.ts'
import type { PayerControlNumber } from '../claim/claim.ts'
import type { Envelope } from '../claim/envelope.ts'
import type { ClientPayment, PayContract } from '../posting/pay-contract.ts'
import type { People } from '../rules/case.ts'

export interface ThreadCase {
  readonly people: People
  readonly coverage: Coverage | null
  readonly session: Session | null
  readonly earlierSessions: readonly EarlierSession[]
  readonly note: Note | null
  readonly billed: Billed | null
  readonly payContract: PayContract | null
  readonly clientPayments: readonly ClientPayment[]
  readonly envelope: Envelope
  /** Set when the claim to be made replaces one that the payer has adjudicated; absent for an original. */
  readonly correction?: { readonly frequency: '7'; readonly replaces: PayerControlNumber }
}
