// The acts on payer money that found no claim: put to one by hand, marked to be given back, given back.
import { balanceOf } from '@goldenthread/core/ledger/balance.ts'
import {
  applyUnapplied,
  refundUnapplied,
  unappliedFaults,
} from '@goldenthread/core/posting/decide-unapplied.ts'
import { awaitsAnswer, postByHand } from '@goldenthread/core/posting/post-by-hand.ts'
import { receivablePayer } from '@goldenthread/core/posting/posting-terms.ts'
import { judgeClaim } from '@goldenthread/core/remit/judgement.ts'
import { matchByHand } from '@goldenthread/core/remit/match.ts'
import { type Remittance, isPrediction, isReversal } from '@goldenthread/core/remit/remittance.ts'
import { type Cents, lesser } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'
import { moveClaims, putEvents } from '../claim/event-store.ts'
import type { Tx } from '../database/tx.ts'
import { conflict, notFound } from '../http/problem.ts'
import { remittanceById } from '../remit/remittance-store.ts'
import type { Services } from '../services.ts'
import {
  type DecisionRow,
  type UnappliedRow,
  decisionById,
  isRefunded,
  placeIn,
  putDecision,
  unappliedById,
} from './decision-store.ts'
import { earnWhatIsPaid } from './charge-client.ts'
import { entriesOfRemittance, lockAccounts, putEntries } from './entry-store.ts'
import { type OpenClaimRow, lockOpenClaim } from './open-claim.ts'
import { standingEntries, termsFrom } from './post-remittance.ts'
import { eventVerdict } from './tell-claims.ts'

type Used = Pick<Services, 'makeId' | 'sha256'>

/** Holds others off this money until the commit: what is left of it is read under it. */
const lockUnapplied = async (tx: Tx, entryId: string): Promise<UnappliedRow> => {
  await lockAccounts(tx, [`unapplied/${entryId}`])
  const row = await unappliedById(tx, entryId)
  if (row === null) throw notFound()
  tx.touch('entry', entryId)
  return row
}

const otherPayer: Finding = {
  code: 'posting:other-payer',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('claimId'),
  says: 'The claim is one of another payer than the one that sent the money.',
  remedy: 'Put it to a claim of the payer that sent it, or give it back.',
  source: 'docs/sources.md 8.5: matching',
  evidence: {},
}

interface Sent {
  readonly remittance: Remittance
  readonly fileId: string
  readonly payerId: string | null
}

const sentWith = async (tx: Tx, { remittanceId }: UnappliedRow): Promise<Sent> => {
  const found = await remittanceById(tx, remittanceId)
  if (found === null) throw new Error('unapplied money came with a remittance')
  return { remittance: found.remittance, fileId: found.fileId, payerId: found.payerId }
}

const isSamePayer = ({ payerId, remittance }: Sent, { row, claim }: OpenClaimRow): boolean =>
  payerId === null
    ? remittance.payerId === null || remittance.payerId === claim.payer.id
    : payerId === row.payerId

/** The whole answer becomes that of our claim, and the claim's timeline tells it. */
const putWhole = async (
  tx: Tx,
  services: Used,
  money: UnappliedRow,
  sent: Sent,
  open: OpenClaimRow,
): Promise<Result<DecisionRow> | null> => {
  const { remittance } = sent
  const remitted = remittance.claims[placeIn(money.key) - 1]
  if (remitted === undefined || isReversal(remitted) || isPrediction(remitted)) return null
  const { row, claim } = open
  const standing = await standingEntries(tx, [row], null)
  const ofRemittance = await entriesOfRemittance(tx, money.remittanceId)
  const entries = [...new Map([...standing, ...ofRemittance].map((each) => [each.id, each.entry])).values()]
  const { matched, findings } = matchByHand(remitted, claim)
  const termsOf = await termsFrom(tx, [row])
  const answer = { remittance, matching: { matched: [matched], unmatched: [], findings }, termsOf, entries }
  const moment = { at: tx.at, sha256: services.sha256 }
  if (!awaitsAnswer(answer, matched, moment)) return null
  const posted = postByHand(answer, matched, moment)
  if (!posted.ok) return posted
  const id = services.makeId()
  const decision = await putDecision(tx, services, id, {
    kind: 'apply',
    claimId: row.id,
    remittanceId: money.remittanceId,
    entryId: money.entryId,
    amount: money.left,
    document: { claimOfRemittance: placeIn(money.key) },
  })
  const claimIds = new Map([[claim.claimNumber, row.id]])
  await putEntries(tx, services, posted.value, { claimIds, remittanceId: money.remittanceId, decisionId: id })
  if (claim.clientKey !== undefined) await earnWhatIsPaid(tx, services, claim.clientKey)
  const { paid, payerClaimNumber } = remitted
  const document = {
    remittanceId: money.remittanceId,
    paid,
    payerClaimNumber,
    reversal: false,
    applied: true,
  }
  await putEvents(tx, services, [
    {
      claimId: row.id,
      // Ends with the claim's place in its remittance, as every remitted event's key does.
      key: `by-hand:${id}:${placeIn(money.key) - 1}`,
      kind: 'remitted',
      verdict: eventVerdict(judgeClaim(remitted).verdict),
      day: remittance.unit.day,
      fileId: sent.fileId,
      document,
    },
  ])
  await moveClaims(tx, [row.id], {
    to: 'answered',
    from: ['batched', 'sent', 'accepted', 'rejected', 'answered'],
    findings: [...findings, ...posted.findings],
    ...(payerClaimNumber === '' ? {} : { payerClaimNumber }),
  })
  return accepted(decision)
}

/**
 * Puts unapplied money to a claim of the same payer. A claim that waits for its answer gets the whole answer that came
 * with the money; one that was answered gets no more of it than stands open.
 */
export const applyByHand = async (
  tx: Tx,
  services: Used,
  {
    entryId,
    claimId,
    amount,
  }: { readonly entryId: string; readonly claimId: string; readonly amount: Cents | null },
): Promise<Result<DecisionRow>> => {
  const money = await lockUnapplied(tx, entryId)
  const open = await lockOpenClaim(tx, claimId)
  const sent = await sentWith(tx, money)
  if (!isSamePayer(sent, open)) return refused([otherPayer])
  if (money.left === money.amount && (amount === null || amount === money.amount)) {
    const whole = await putWhole(tx, services, money, sent, open)
    if (whole !== null) return whole
  }
  const { claim, entries, row } = open
  const id = services.makeId()
  const most = lesser(money.left, balanceOf(entries, receivablePayer(claim)))
  const applied = amount ?? most
  const made = applyUnapplied(
    { id, money: { key: money.key, left: money.left }, claim, entries, amount: applied },
    { at: tx.at, sha256: services.sha256 },
  )
  if (!made.ok) return made
  const decision = await putDecision(tx, services, id, {
    kind: 'apply',
    claimId,
    remittanceId: money.remittanceId,
    entryId,
    amount: applied,
    document: {},
  })
  const claimIds = new Map([[claim.claimNumber, row.id]])
  await putEntries(tx, services, [made.value], { claimIds, decisionId: id })
  return accepted(decision)
}

/** Marks unapplied money to be given back to the payer: nobody puts it to a claim any more. */
export const markRefund = async (
  tx: Tx,
  services: Used,
  { entryId, amount, says }: { readonly entryId: string; readonly amount: Cents; readonly says: string },
): Promise<Result<DecisionRow>> => {
  const money = await lockUnapplied(tx, entryId)
  const faults = unappliedFaults(amount, money.left)
  if (faults.length > 0) return refused(faults)
  return accepted(
    await putDecision(tx, services, services.makeId(), {
      kind: 'refund-due',
      remittanceId: money.remittanceId,
      entryId,
      amount,
      document: { says },
    }),
  )
}

/** Says that money marked before was given back: it leaves the bank, once. Throws 404, and 409 when it has left. */
export const payRefund = async (
  tx: Tx,
  services: Used,
  {
    refundId,
    paidOn,
    reference,
  }: { readonly refundId: string; readonly paidOn: Day; readonly reference: string },
): Promise<Result<DecisionRow>> => {
  const marked = await decisionById(tx, refundId)
  if (marked === null || marked.kind !== 'refund-due' || marked.entryId === null) throw notFound()
  const money = await lockUnapplied(tx, marked.entryId)
  if (await isRefunded(tx, refundId)) throw conflict('refunded', 'This money has been given back already.')
  const id = services.makeId()
  const made = refundUnapplied(
    { id, money: { key: money.key }, amount: marked.amount },
    { at: tx.at, sha256: services.sha256 },
  )
  if (!made.ok) return made
  const decision = await putDecision(tx, services, id, {
    kind: 'refunded',
    ...(marked.remittanceId === null ? {} : { remittanceId: marked.remittanceId }),
    entryId: marked.entryId,
    refundId,
    amount: marked.amount,
    document: { paidOn, reference },
  })
  await putEntries(tx, services, [made.value], { decisionId: id })
  return accepted(decision)
}
