// The money of a thread: entries of filing, of the client's payments, of each remittance, and of the provider's payout.
import { type Cents, dollars, sum, zero } from '../values/cents.ts'
import type { Finding } from '../values/finding.ts'
import { utcDay } from '../values/day.ts'
import type { Claim } from '../claim/claim.ts'
import type { Entry } from '../ledger/entry.ts'
import { reverse } from '../ledger/reversal.ts'
import { type Journal, appendAll, emptyJournal } from '../ledger/journal.ts'
import { balanceOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import { type Comparison, compareExpected } from '../remit/compare-expected.ts'
import { type ExplainedAdjustment, explainAdjustments } from '../remit/explain-adjustments.ts'
import { judgeClaim } from '../remit/judgement.ts'
import { type MatchedClaim, matchRemittance } from '../remit/match.ts'
import { type Remittance, isPrediction, isReversal } from '../remit/remittance.ts'
import { postClientPaid } from '../posting/post-client-paid.ts'
import { filedKey, postFiled } from '../posting/post-filed.ts'
import { postRemitted } from '../posting/post-remitted.ts'
import { type ClaimTerms, clientParty, receivableClient } from '../posting/posting-terms.ts'
import { payOut } from '../payout/payout.ts'
import type { Ports } from './ports.ts'
import type { ThreadCase } from './thread-case.ts'

/** How the payer's answer to the claim stands: nothing yet, posted (with what was made of it), or refused. */
export type Payment = 'none' | 'paid' | 'differs' | 'denied' | 'refused'

export interface Money {
  readonly entries: readonly Entry[]
  readonly findings: readonly Finding[]
  readonly payment: Payment
  readonly clientOwes: Cents | null
  readonly providerEarns: Cents | null
  readonly payerExpected: Cents | null
  readonly payerPaid: Cents | null
}

/** What the payer's door said: nothing yet, accepted, or rejected, with the numbers it gave the claim. */
export interface Acknowledged {
  readonly verdict: 'none' | 'accepted' | 'rejected'
  readonly payerClaimNumbers: readonly string[]
}

export const noMoney: Money = {
  entries: [],
  findings: [],
  payment: 'none',
  clientOwes: null,
  providerEarns: null,
  payerExpected: null,
  payerPaid: null,
}

interface Run {
  readonly journal: Journal
  readonly findings: readonly Finding[]
  readonly matched: readonly MatchedClaim[]
  readonly comparisons: readonly Comparison[]
  readonly refused: boolean
}

/** Entries are appended all or none; a refusal is a finding and leaves the journal as it was. */
const withEntries = (run: Run, entries: readonly Entry[], findings: readonly Finding[]): Run => {
  const appended = appendAll(run.journal, entries)
  return appended.ok
    ? { ...run, journal: appended.value, findings: [...run.findings, ...findings] }
    : { ...run, findings: [...run.findings, ...findings, ...appended.findings], refused: true }
}

const file = (run: Run, claim: Claim, terms: ClaimTerms, ports: Ports): Run => {
  const filed = postFiled(claim, terms, ports)
  return withEntries(run, filed.ok ? [filed.value] : [], filed.findings)
}

const takePayments = (run: Run, given: ThreadCase, claim: Claim, ports: Ports): Run =>
  given.clientPayments.reduce((now, payment) => {
    const paid = postClientPaid({ payment, client: clientParty(claim), answered: false, owed: zero }, ports)
    return withEntries(now, paid.ok ? [paid.value] : [], paid.findings)
  }, run)

/** By NPI, or by tax id where the payer names the payee so. A remittance that names nobody is refused by its own fault. */
const isForUs = ({ payee, payeeTaxId }: Remittance, { billingProvider }: Claim): boolean =>
  payee === '' || payee === billingProvider.npi || payeeTaxId === billingProvider.taxId

/** One payment is one payment, whatever file or envelope it comes in. */
const isFirst = (all: readonly Remittance[], of: Remittance, at: number): boolean =>
  all.findIndex((each) => each.unit.key === of.unit.key) === at

const readBefore = (remittance: Remittance): Finding => ({
  code: 'remit:read-before',
  severity: 'warns',
  whose: 'platform',
  place: remittance.place,
  says: 'This remittance was read before; it is posted once.',
  remedy: 'Nothing; payers and clearinghouses hand out the same payment twice.',
  source: 'payer, trace, day, amount and claims of the 835 make one payment (docs/sources.md 8.5)',
  evidence: { trace: remittance.unit.trace },
})

const notForUs = (remittance: Remittance): Finding => ({
  code: 'remit:other-payee',
  severity: 'holds-claim',
  whose: 'platform',
  place: remittance.place,
  says: 'This remittance pays another provider than the practice; nothing of it was posted.',
  remedy: 'Set the file aside and find whose it is; a mailbox belongs to one practice.',
  source: '835 payee (N104 of N1*PE) against the billing provider',
  evidence: {},
})

/** What needs nobody: the contract's own price, and the client's share where it may be asked of them. */
export const isPrice = ({ group, reason, queue, clientMayBeBilled }: ExplainedAdjustment): boolean =>
  queue === 'post' ||
  (group === 'CO' && reason === '45') ||
  (clientMayBeBilled && ['1', '2', '3'].includes(reason))

/** What a person does about each adjustment that is no price: a denial, a limit, a missing authorization. */
export const nextActions = (matched: MatchedClaim, terms: ClaimTerms, { facts }: Ports): readonly Finding[] =>
  explainAdjustments(matched.remitted, terms.payerClass, matched.claim.day, facts)
    .filter((each) => !isPrice(each))
    .map((each) => ({
      code: `remit:${each.group}-${each.reason}`,
      severity: 'warns',
      whose: 'payer',
      place:
        matched.remitted.lines.find((line) => line.number === each.line)?.place ?? matched.remitted.place,
      says: `${each.group} ${each.reason}: ${each.label}.`,
      remedy: each.nextAction.endsWith('.') ? each.nextAction : `${each.nextAction}.`,
      source: 'Claim adjustment reason code list (X12); the next action is ours',
      evidence: { queue: each.queue, amount: dollars(each.amount) },
    }))

const remit = (
  run: Run,
  remittance: Remittance,
  claim: Claim,
  payerClaimNumbers: readonly string[],
  terms: ClaimTerms,
  ports: Ports,
): Run => {
  if (!isForUs(remittance, claim)) {
    return { ...run, findings: [...run.findings, notForUs(remittance)], refused: true }
  }
  const matching = matchRemittance(remittance, [{ claim, payerClaimNumbers }])
  const posted = postRemitted(
    { remittance, matching, termsOf: () => terms, entries: run.journal.entries },
    ports,
  )
  if (!posted.ok) return { ...run, findings: [...run.findings, ...posted.findings], refused: true }
  const after = withEntries(run, posted.value.entries, posted.findings)
  if (!posted.value.applied) return { ...after, refused: true }
  const judged = matching.matched.filter(({ remitted }) => !isReversal(remitted) && !isPrediction(remitted))
  const comparisons = judged.map(compareExpected)
  return {
    ...after,
    matched: [...after.matched, ...judged],
    comparisons: [...after.comparisons, ...comparisons],
    findings: [
      ...after.findings,
      ...comparisons.flatMap((each) => each.findings),
      ...judged.flatMap((each) => nextActions(each, terms, ports)),
    ],
  }
}

/** A rejected claim was never in adjudication: its filing is reversed, and the mended claim is filed anew. */
const takeBackFiling = (run: Run, claim: Claim, { at, sha256 }: Ports): Run => {
  const filed = run.journal.entries.find((entry) => entry.key === filedKey(claim.claimNumber))
  if (filed === undefined) return run
  const says = `Claim ${claim.claimNumber} was rejected before adjudication.`
  const reversed = reverse(filed, { at, says, sha256 })
  return withEntries(run, reversed.ok ? [reversed.value] : [], reversed.findings)
}

const payProvider = (run: Run, accepted: boolean, { at, sha256 }: Ports): Run => {
  const paid = payOut(run.journal.entries, { key: utcDay(at), at, sha256 }, () => accepted)
  return withEntries(run, paid.ok ? paid.value : [], paid.findings)
}

const paymentOf = ({ matched, comparisons, refused }: Run): Payment => {
  const last = matched.at(-1)
  if (last === undefined) return refused ? 'refused' : 'none'
  const { verdict } = judgeClaim(last.remitted)
  if (verdict === 'denied' || verdict === 'partly-denied') return 'denied'
  return comparisons.at(-1)?.findings.length === 0 ? 'paid' : 'differs'
}

const totals = (run: Run, given: ThreadCase, claim: Claim, rejected: boolean): Money => {
  const { entries } = run.journal
  const payment = paymentOf(run)
  const answered = run.matched.length > 0
  const guaranteed = given.payContract?.guaranteed === true
  const known = given.payContract !== null && (answered || guaranteed)
  return {
    entries,
    findings: run.findings,
    payment,
    clientOwes: answered ? balanceOf(entries, receivableClient(claim)) : null,
    providerEarns: known ? balanceOf(entries, account('clinician-pay', given.people.provider.npi)) : null,
    payerExpected: rejected ? null : sum(claim.lines.map((line) => line.expected.payer)),
    payerPaid: answered ? sum(run.matched.map(({ remitted }) => remitted.paid)) : null,
  }
}

/**
 * Posts what has happened to a filed claim: the filing, the client's payments, each remittance that is ours, and, once
 * the payer has accepted the claim, the payout of what the ledger then owes. A rejected claim's filing is taken back. A
 * remittance that does not balance moves nothing but its deposit.
 */
export const postMoney = (
  given: ThreadCase,
  claim: Claim,
  remittances: readonly Remittance[],
  acknowledged: Acknowledged,
  ports: Ports,
): Money => {
  if (given.coverage === null) return noMoney
  const terms: ClaimTerms = {
    payerClass: given.coverage.payer.class,
    provider: given.people.provider.npi,
    payContract: given.payContract,
  }
  const start: Run = { journal: emptyJournal, findings: [], matched: [], comparisons: [], refused: false }
  const filed = file(start, claim, terms, ports)
  const paid = takePayments(filed, given, claim, ports)
  const standing = acknowledged.verdict === 'rejected' ? takeBackFiling(paid, claim, ports) : paid
  const unread = remittances.filter((each, at) => isFirst(remittances, each, at))
  const again = remittances.filter((each, at) => !isFirst(remittances, each, at)).map(readBefore)
  const answered = unread.reduce<Run>(
    (run, each) => remit(run, each, claim, acknowledged.payerClaimNumbers, terms, ports),
    { ...standing, findings: [...standing.findings, ...again] },
  )
  const accepted = acknowledged.verdict === 'accepted' || answered.matched.length > 0
  const rejected = acknowledged.verdict === 'rejected' && answered.matched.length === 0
  return totals(payProvider(answered, accepted, ports), given, claim, rejected)
}
