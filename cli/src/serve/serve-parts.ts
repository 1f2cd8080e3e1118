// What a start is put together from: the shapes of the server and of the demo practice as the one who starts sees them.
import type { ServerStarted, Serving, startServer } from '@goldenthread/server/start-server.ts'
import type { PayerSettings } from './payer-process.ts'

/** The account under which the server brings files to the stand-in payer. */
export interface PayerAccount {
  readonly userName: string
  readonly password: string
}

/** What the server is started with: the settings, and what only the one who supervises knows. */
export type ServerStart = Parameters<typeof startServer>[0]

/** Someone of the demo practice one can sign in as. */
export interface SignIn {
  readonly role: string
  readonly email: string
  readonly password: string
}

/** What seeding works on. `passwords` of the sign-ins are its own matter, kept in the folder's `secrets`. */
export interface SeedGround {
  readonly start: ServerStart
  readonly server: Serving
  readonly say: (sentence: string) => void
  /** Aborted when the start is being stopped: seeding ends at the next whole step and is continued at the next start. */
  readonly halt: AbortSignal
}

/** The invented practice: its payers' plans, who can sign in, and how it comes to be. */
export interface Demo {
  readonly payerSettings: (folder: string, account: PayerAccount) => PayerSettings
  readonly signIns: (folder: string) => readonly SignIn[]
  readonly seed: (ground: SeedGround) => Promise<void>
}

/** The parts `serve` supervises besides PostgreSQL and the payer. */
export interface ServeParts {
  readonly startServer: (start: ServerStart) => Promise<ServerStarted>
  /** Null when the program brings no invented practice. */
  readonly demo: Demo | null
}
