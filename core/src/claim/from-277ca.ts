// Reads a 277CA: whether the payer took our claim in, under which number of its own, and if not, why.
import { type Day, type Instant, dayFromCompact, utcDay } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'
import type { Facts } from '../facts/facts.ts'
import { readClaimAcknowledgments } from '../x12/sets/277ca/read.ts'
import type { ClaimAcknowledgment277 } from '../x12/sets/277ca/table.ts'
import {
  type AnswerFile,
  type AnswerRead,
  type ClaimEvent,
  type ClaimStatus,
  type SentClaim,
  notOurs,
} from './claim-event.ts'
import { statusPlace } from './status-places.ts'
import { batchReference } from './to-837p.ts'

type Submitter = ClaimAcknowledgment277['source']['submitters'][number]
type BillingProvider = NonNullable<Submitter['billingProviders']>[number]
type AnsweredClaim = NonNullable<BillingProvider['clients']>[number]['claims'][number]
type Stated = AnsweredClaim['statuses'][number]

/** The up to three statuses of an STC. */
const statusesOf = (stated: Stated): readonly ClaimStatus[] =>
  [stated.status, stated.second, stated.third].flatMap((each) =>
    each === undefined ? [] : [{ category: each.category, status: each.code, entity: each.entity ?? null }],
  )

/** A0 to A2: on its way in. A3, A4, A6, A7, A8: not taken in, and no appeal. A5: split, each part answered apart (docs/sources.md 8.3). */
const verdictOfCategory = (category: string): ClaimEvent['verdict'] | null => {
  if (/^A[012]$/.test(category)) return 'accepted'
  if (/^A[34678]$/.test(category)) return 'rejected'
  return category === 'A5' ? 'partly' : null
}

const verdictOf = (stated: readonly Stated[]): ClaimEvent['verdict'] | null => {
  const verdicts = stated.flatMap((each) => {
    const byAction = each.action === 'U' ? 'rejected' : each.action === 'WQ' ? 'accepted' : null
    return statusesOf(each).map((status) => verdictOfCategory(status.category) ?? byAction)
  })
  for (const verdict of ['rejected', 'partly', 'accepted'] as const)
    if (verdicts.includes(verdict)) return verdict
  return null
}

const statusFinding = (status: ClaimStatus, lineNumber: string | null, facts: Facts, on: Day): Finding => {
  const category = facts.claimStatusCategory(status.category, on)
  const code = facts.claimStatus(status.status, on)
  const where = lineNumber === null ? '' : ` (line ${lineNumber})`
  return {
    code: `277CA:${status.category}:${status.status}`,
    severity: 'holds-claim',
    whose: 'payer',
    place: field(statusPlace(status)),
    says: `${category?.label ?? `Status category ${status.category}`}${where}: ${code?.label ?? `status ${status.status}`}.`,
    remedy: code?.remedy ?? category?.remedy ?? 'Ask the payer what this status means.',
    source: code?.source ?? category?.source ?? 'docs/sources.md 8.3',
    evidence: {
      category: status.category,
      status: status.status,
      ...(status.entity === null ? {} : { entity: status.entity }),
    },
  }
}

/** What keeps the claim out: the statuses of a rejected category, of the claim and of its lines, each once. */
const rejections = (
  stated: readonly Stated[],
  lines: AnsweredClaim['lines'],
  facts: Facts,
  on: Day,
): readonly Finding[] => {
  const grave = (statuses: readonly Stated[]): readonly ClaimStatus[] =>
    statuses.flatMap(statusesOf).filter((status) => verdictOfCategory(status.category) !== 'accepted')
  const all = [
    ...grave(stated).map((status) => statusFinding(status, null, facts, on)),
    ...(lines ?? []).flatMap((line) =>
      grave(line.statuses).map((status) => statusFinding(status, line.lineNumber?.number ?? '?', facts, on)),
    ),
  ]
  return all.filter((each, index) => all.findIndex((other) => other.says === each.says) === index)
}

interface Context {
  readonly source: string
  readonly sent: SentClaim
  readonly facts: Facts
  /** The day of the answer where a status has none. */
  readonly day: Day
}

const dayOfStatuses = (stated: readonly Stated[], otherwise: Day): Day =>
  stated.map((each) => dayFromCompact(each.day ?? '')).find((each) => each !== null) ?? otherwise

/** The event of one STC list, or a finding when it says neither yes nor no. */
const eventOf = (
  stated: readonly Stated[],
  answered: AnsweredClaim | null,
  { source, sent, facts, day }: Context,
): ClaimEvent | Finding => {
  const lines = answered?.lines
  const verdict = verdictOf([...stated, ...(lines ?? []).flatMap((line) => line.statuses)])
  const statuses = stated.flatMap(statusesOf)
  if (verdict === null) {
    const says = 'This 277CA gives our claim a status that says neither accepted nor rejected.'
    const evidence = { statuses: statuses.map((each) => `${each.category}:${each.status}`).join(' ') }
    return {
      ...notOurs('277CA:status', source, says, evidence),
      remedy: 'Ask the payer what became of the claim.',
    }
  }
  return {
    kind: 'acknowledgment',
    verdict,
    day: dayOfStatuses(stated, day),
    claimNumber: sent.claim.claimNumber,
    payerClaimNumber: answered?.payerClaimNumber?.number ?? null,
    statuses,
    findings: verdict === 'accepted' ? [] : rejections(stated, lines, facts, day),
    source,
  }
}

const claimsOf = (submitter: Submitter): readonly AnsweredClaim[] =>
  (submitter.billingProviders ?? []).flatMap((provider) =>
    (provider.clients ?? []).flatMap((client) => client.claims),
  )

/** Rejected above the claim: the submitter's batch or the billing provider, with no word on the claims in it. */
const aboveTheClaim = (submitter: Submitter, { sent }: Context): readonly Stated[] | null => {
  if (submitter.answer.trace.number !== batchReference(sent.envelope)) return null
  const providers = (submitter.billingProviders ?? [])
    .filter((provider) => provider.name.id === sent.claim.billingProvider.npi)
    .map((provider) => provider.answer?.statuses ?? [])
  const levels = [...providers, submitter.answer.statuses]
  return levels.find((stated) => verdictOf(stated) === 'rejected') ?? null
}

const readSubmitter = (submitter: Submitter, context: Context): AnswerRead => {
  const { sent, source } = context
  const events: ClaimEvent[] = []
  const findings: Finding[] = []
  const keep = (made: ClaimEvent | Finding): void => {
    if ('kind' in made) events.push(made)
    else findings.push(made)
  }
  for (const answered of claimsOf(submitter)) {
    if (answered.trace.number === sent.claim.claimNumber) keep(eventOf(answered.statuses, answered, context))
    else {
      const says = 'This 277CA answers a claim that is not this one.'
      findings.push(notOurs('277CA:not-ours', source, says, { claim: answered.trace.number }))
    }
  }
  const above = events.length === 0 ? aboveTheClaim(submitter, context) : null
  if (above !== null) keep(eventOf(above, null, context))
  return { events, findings }
}

/**
 * The 277CAs of a file that answer our claim: by CLM01 or, where the batch or the billing provider was refused as a
 * whole, by BHT03 of what we sent. Each reason of a rejection is a finding with our own words and remedy, at the field
 * where it is put right. Answers to other claims are findings, not guesses.
 */
export const from277ca = (
  file: AnswerFile,
  sent: SentClaim,
  { at, facts }: { readonly at: Instant; readonly facts: Facts },
): AnswerRead => {
  const read = readClaimAcknowledgments(file.bytes)
  if (!read.ok) return { events: [], findings: read.findings }
  const answers = read.value.flatMap(({ document, interchange }) => {
    if (interchange.receiver !== sent.envelope.senderId) {
      const says = 'This 277CA is addressed to another sender.'
      return [
        {
          events: [],
          findings: [notOurs('277CA:not-ours', file.name, says, { receiver: interchange.receiver })],
        },
      ]
    }
    if (interchange.sender !== sent.envelope.receiverId) {
      const says = 'This 277CA comes from another receiver than the one our claim was sent to.'
      return [
        {
          events: [],
          findings: [notOurs('277CA:not-ours', file.name, says, { sender: interchange.sender })],
        },
      ]
    }
    const day = dayFromCompact(document.beginning.day) ?? utcDay(at)
    const context: Context = { source: file.name, sent, facts, day }
    const answered = document.source.submitters.map((submitter) => readSubmitter(submitter, context))
    if (answered.some((each) => each.events.length > 0 || each.findings.length > 0)) return answered
    const says = 'This 277CA says nothing of a claim that was sent from here.'
    return [
      {
        events: [],
        findings: [notOurs('277CA:not-ours', file.name, says, { reference: document.beginning.reference })],
      },
    ]
  })
  return {
    events: answers.flatMap((each) => each.events),
    findings: [...read.findings, ...answers.flatMap((each) => each.findings)],
  }
}
