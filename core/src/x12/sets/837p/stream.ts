// Claims out of a file of any size, one at a time, each with the providers and people around it.
import type { Finding } from '../../../values/finding.ts'
import type { SetPlace } from '../read-file.ts'
import { type LoopBatch, streamLoops, streamLoopsOf } from '../stream-loops.ts'
import type { LenientDocument } from '../table-language.ts'
import {
  type BillingProvider837P,
  type Claim837P,
  type Claims837P,
  type Client837P,
  type Subscriber837P,
  table837p,
} from './table.ts'

/**
 * One claim as it was read, and what stands around it: the header of its set, its billing provider, its subscriber, and
 * its client when that is another person. `findings` are those made inside the claim.
 */
export interface StreamedClaim {
  readonly claim: LenientDocument<Claim837P>
  readonly header: LenientDocument<Omit<Claims837P, 'billingProviders'>>
  readonly billingProvider: LenientDocument<Omit<BillingProvider837P, 'subscribers'>>
  readonly subscriber: LenientDocument<Omit<Subscriber837P, 'claims' | 'clients'>>
  readonly client: LenientDocument<Omit<Client837P, 'claims'>> | null
  readonly findings: readonly Finding[]
  readonly place: SetPlace
}

/** What one more chunk made whole; `findings` are all that were made with it. */
export interface ClaimBatch {
  readonly claims: readonly StreamedClaim[]
  readonly findings: readonly Finding[]
}

const claimsOf = ({ loops, findings }: LoopBatch): ClaimBatch => ({
  claims: loops.map(({ value, around, ...rest }) => {
    const [header = {}, billingProvider = {}, subscriber = {}, client = null] = around
    return { claim: value, header, billingProvider, subscriber, client, ...rest } as StreamedClaim
  }),
  findings,
})

/** The claims of a file in chunks: a batch for each chunk and a last one. Memory holds one claim and one chunk. */
export function* streamClaims(chunks: Iterable<Uint8Array>): Generator<ClaimBatch, void, undefined> {
  for (const batch of streamLoops(table837p, '2300', chunks)) yield claimsOf(batch)
}

/** The same for chunks that are waited for. */
export async function* streamClaimsOf(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<ClaimBatch, void, undefined> {
  for await (const batch of streamLoopsOf(table837p, '2300', chunks)) yield claimsOf(batch)
}
