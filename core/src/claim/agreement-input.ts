// What the agreement of the seven fields reads: a case, or as much of one as there is.
import type { Client } from '../people/person.ts'
import type { Provider } from '../people/provider.ts'
import type { Coverage } from '../coverage/coverage.ts'
import type { Session } from '../session/session.ts'
import type { Note } from '../note/note.ts'
import type { Billed } from './billed.ts'
import type { Claim } from './claim.ts'

export interface AgreementInput {
  readonly people: {
    readonly provider: Provider
    readonly supervisor: Provider | null
    readonly client: Client
  }
  readonly coverage: Coverage | null
  readonly session: Session | null
  readonly note: Note | null
  readonly claim: Claim | null
  readonly billed: Billed | null
}
