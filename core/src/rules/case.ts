// A case: all that one session's thread knows, each part or null. Rules judge it; they make nothing.
import type { Instant } from '../values/day.ts'
import type { Client, Subscriber } from '../people/person.ts'
import type { Practice, Provider } from '../people/provider.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { EarlierSession, Session } from '../session/session.ts'
import type { CoSignature } from '../note/co-signature.ts'
import type { Note } from '../note/note.ts'
import type { Coding } from '../coding/coding.ts'
import type { Claim } from '../claim/claim.ts'
import type { Billed } from '../claim/billed.ts'

export interface People {
  readonly practice: Practice
  readonly provider: Provider
  readonly supervisor: Provider | null
  readonly client: Client
  /** Null when the client holds the insurance. */
  readonly subscriber: Subscriber | null
}

export interface Case {
  /** The moment of judging, given by whoever asks. */
  readonly at: Instant
  readonly people: People
  readonly coverage: Coverage | null
  readonly session: Session | null
  readonly earlierSessions: readonly EarlierSession[]
  readonly note: Note | null
  /** What the supervisor said of the note as it was signed last; absent or null where nobody has said anything. */
  readonly coSignature?: CoSignature | null
  readonly coding: Coding | null
  readonly claim: Claim | null
  readonly billed: Billed | null
}
