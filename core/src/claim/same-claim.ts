// Whether two claims tell a payer the same: what would travel, apart from the numbers that each claim has for itself.
import { type Json, canonicalJson } from '../values/canonical-json.ts'
import { zero } from '../values/cents.ts'
import { type Instant, instant } from '../values/day.ts'
import type { Claim } from './claim.ts'
import type { Envelope } from './envelope.ts'
import { document837P } from './to-837p.ts'

const anyMoment: Instant = instant('2026-01-01T00:00:00Z')
const anyEnvelope: Envelope = {
  senderQualifier: 'ZZ',
  senderId: 'ANY',
  receiverQualifier: 'ZZ',
  receiverId: 'ANY',
  usage: 'T',
  interchangeControl: 1,
  groupControl: 1,
  setControl: 1,
  claimNumber: 'ANY',
}

/**
 * The numbers are a claim's own; frequency and what it replaces say where it stands among others. What the client paid
 * since is no other claim: the payer reads its own answer.
 */
const unnumbered = (claim: Claim): Claim => ({
  ...claim,
  claimNumber: 'ANY',
  frequency: '1',
  replaces: null,
  clientPaid: zero,
  lines: claim.lines.map((line) => ({ ...line, lineControlNumber: `ANYL${line.number}` })),
})

/** The billing provider's loop and all below it, as text; null when it cannot be written. */
const told = (claim: Claim): string | null => {
  const document = document837P(unnumbered(claim), anyEnvelope, anyMoment)
  if (!document.ok) return null
  return canonicalJson(document.value.billingProviders as unknown as Json)
}

/**
 * True when the payer would read the same in both but for numbers, frequency and what the client paid. Times, platform
 * and what is expected of the claim are in no file. Two claims of which one cannot be written are not the same.
 */
export const tellsTheSame = (one: Claim, other: Claim): boolean => {
  const said = told(one)
  return said !== null && said === told(other)
}
