// What following a thread gives: five links, findings, codes, the claim, files to carry, entries.
import type { Finding } from '../values/finding.ts'
import type { Coding } from '../coding/coding.ts'
import type { Claim } from '../claim/claim.ts'
import type { Entry } from '../ledger/entry.ts'
import type { PrivateCharge } from '../posting/private-charge.ts'
import type { Cents } from '../values/cents.ts'
import type { LinkName } from '../rules/rule.ts'

export type { LinkName } from '../rules/rule.ts'
export type LinkState = 'holds' | 'on-its-way' | 'needs-you' | 'not-yet' | 'not-used'

export interface Link {
  readonly name: LinkName
  readonly state: LinkState
  /** One sentence. */
  readonly says: string
}

/** A file as bytes; its kind is read from the content, never from its name. */
export interface ThreadFile {
  readonly name: string
  readonly direction: 'out' | 'in'
  readonly kind: '837P' | 'TA1' | '999' | '277CA' | '835' | 'unknown'
  readonly bytes: Uint8Array
}

export interface Outcome {
  readonly links: readonly Link[]
  readonly findings: readonly Finding[]
  /** What is said once of the program and not of this session: the editions it was judged by. */
  readonly notices: readonly Finding[]
  readonly coding: Coding | null
  readonly claim: Claim | null
  /** What the client is charged where no payer is billed. */
  readonly charge: PrivateCharge | null
  /** Empty while the claim is held; one 837P otherwise. */
  readonly outgoing: readonly ThreadFile[]
  /** The answers that were read, each with the kind its content showed. */
  readonly incoming: readonly ThreadFile[]
  readonly entries: readonly Entry[]
  /** What the client owes after all that is posted; null before the payer answered, or the client was charged. */
  readonly clientOwes: Cents | null
  readonly providerEarns: Cents | null
  readonly payerExpected: Cents | null
  readonly payerPaid: Cents | null
}
