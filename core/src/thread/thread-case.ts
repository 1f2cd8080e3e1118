// What following a thread starts from: a session's case as recorded, and the numbers its files will travel under.
import type { Day } from '../values/day.ts'
import type { Coverage, FeeScheduleRow } from '../coverage/coverage.ts'
import type { EarlierSession, Session } from '../session/session.ts'
import type { CoSignature } from '../note/co-signature.ts'
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
  /** What the supervisor said of the note as it was signed last; absent or null where nobody has said anything. */
  readonly coSignature?: CoSignature | null
  readonly billed: Billed | null
  readonly payContract: PayContract | null
  readonly clientPayments: readonly ClientPayment[]
  /** What the practice asks for a session that no payer is billed for; absent: it has no fees of its own. */
  readonly privateFees?: readonly FeeScheduleRow[]
  /** The client has asked that the plan is not told, and pays in full (45 CFR 164.522(a)(1)(vi)): the plan is out of it. */
  readonly doNotBill?: { readonly askedOn: Day }
  readonly envelope: Envelope
  /** Set when the claim to be made replaces one that the payer has adjudicated; absent for an original. */
  readonly correction?: { readonly frequency: '7'; readonly replaces: PayerControlNumber }
}
