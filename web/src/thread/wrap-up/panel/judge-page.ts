// The thread judged as the server judges it when the note is signed now: what stops filing, what would be filed.
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { judgeThread } from '@goldenthread/core/thread/judge-thread.ts'
import { linkOf, linksOf } from '@goldenthread/core/thread/links.ts'
import { type Documents, isBilledToPayer } from '@goldenthread/core/thread/make-documents.ts'
import type { Link, LinkName, LinkState } from '@goldenthread/core/thread/outcome.ts'
import { noMoney } from '@goldenthread/core/thread/post-money.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import type { Instant } from '@goldenthread/core/values/day.ts'
import { type Finding, holdsClaim } from '@goldenthread/core/values/finding.ts'

const nothingIsHashed = (): never => {
  throw new Error('judging a thread hashes nothing')
}

/** What the server finds in the case that it has served, judged here. */
export const judgeServed = (given: ThreadCase, facts: Facts, at: Instant): Documents =>
  judgeThread(given, { facts, sha256: nothingIsHashed, at })

/** The note as it would stand signed at this moment; one that is signed stays as it is. */
export const asSigned = (note: Note, at: Instant, attestation: string): Note =>
  note.signature === null ? { ...note, signature: { signedAt: at, attestation } } : note

/** The case as signing and filing would judge it: a version that is signed now has been co-signed by nobody. */
export const caseAsSigned = (given: ThreadCase, at: Instant, attestation: string): ThreadCase => {
  const { note } = given
  if (note === null || note.signature !== null) return given
  return { ...given, note: asSigned(note, at, attestation), coSignature: null }
}

/**
 * Nobody who writes the note can give the signature of their supervisor: it is waited for, not mended. A note that was
 * returned is theirs to mend.
 */
const isWaitedFor =
  ({ coSignature }: ThreadCase) =>
  ({ code }: Finding): boolean =>
    code === 'co-signature' && (coSignature ?? null) === null

export interface PageJudged {
  readonly documents: Documents
  readonly findings: readonly Finding[]
  readonly links: readonly Link[]
  readonly waitsForCoSignature: boolean
}

const stopOf = (findings: readonly Finding[], name: LinkName): Finding | undefined =>
  findings.find((finding) => holdsClaim(finding) && linkOf(finding) === name)

/** Before it is filed a claim has no state of its own: it would be made as it should, or waits for what comes before. */
const claimStateOf = (
  given: ThreadCase,
  { claim }: Documents,
  findings: readonly Finding[],
  waits: boolean,
): LinkState => {
  if (!isBilledToPayer(given)) return 'not-used'
  if (stopOf(findings, 'claim') !== undefined) return 'needs-you'
  if (claim !== null) return 'holds'
  return waits && !findings.some(holdsClaim) ? 'on-its-way' : 'not-yet'
}

const stated = (links: readonly Link[], name: LinkName, state: LinkState, says: string): readonly Link[] =>
  links.map((link) => (link.name === name ? { name, state, says } : link))

/**
 * Judges a draft as it would be filed if it were signed at `at`. The findings are those that signing would answer with;
 * a co-signature that is only waited for is told apart.
 */
export const judgeDraft = (given: ThreadCase, facts: Facts, at: Instant, attestation: string): PageJudged => {
  const signed = caseAsSigned(given, at, attestation)
  const documents = judgeServed(signed, facts, at)
  const isWaited = isWaitedFor(signed)
  const waits = documents.findings.some(isWaited)
  const findings = documents.findings.filter((each) => !isWaited(each))
  const links = linksOf({
    given: signed,
    findings,
    coding: documents.coding,
    claim: null,
    charge: null,
    delivery: 'not-sent',
    money: noMoney,
  })
  const claimState = claimStateOf(signed, documents, findings, waits)
  const claimSays = stopOf(findings, 'claim')?.says ?? 'The claim follows when the note is signed.'
  const withClaim = stated(links, 'claim', claimState, claimSays)
  // No code yet, and nothing of the code to mend: what comes before it needs somebody.
  const codeWaits = documents.coding === null && stopOf(findings, 'code') === undefined
  return {
    documents,
    findings,
    links: codeWaits
      ? stated(withClaim, 'code', 'not-yet', 'Codes follow from session and note.')
      : withClaim,
    waitsForCoSignature: waits,
  }
}
