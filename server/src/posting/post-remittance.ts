// The act of the payer's answer: one 835 transaction set is proven, and posted or refused, alone and once.
import { appendAll } from '@goldenthread/core/ledger/journal.ts'
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import { onlyBalanced, postRemitted } from '@goldenthread/core/posting/post-remitted.ts'
import type { PayContract } from '@goldenthread/core/posting/pay-contract.ts'
import { type ClaimTerms, clientParty } from '@goldenthread/core/posting/posting-terms.ts'
import { type Matching, matchRemittance } from '@goldenthread/core/remit/match.ts'
import type { Remittance } from '@goldenthread/core/remit/remittance.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tx } from '../database/tx.ts'
import {
  type AnsweredClaimRow,
  type UnitRow,
  claimsAnswered,
  lockUnit,
  payerOfCode,
  putRemittance,
  unitOf,
} from '../remit/remittance-store.ts'
import type { Services } from '../services.ts'
import { earnWhatIsPaid } from './charge-client.ts'
import {
  type EntryRow,
  entriesOfClaims,
  entriesOfRemittance,
  entriesOnAccounts,
  lockAccounts,
  putEntries,
} from './entry-store.ts'
import { listPayContracts } from './pay-contract-store.ts'
import { tellClaims, tellingOf } from './tell-claims.ts'

export interface RemittanceInFile {
  readonly fileId: string
  readonly remittance: Remittance
  /** A person has said that what balances of it is posted though the whole does not. */
  readonly approved?: boolean
}

/** `before`: this payment was dealt with when it came first; findings are those that stand, or what the repetition has otherwise. */
export interface RemittancePosted {
  readonly outcome: 'posted' | 'refused' | 'before'
  readonly findings: readonly Finding[]
}

type Used = Pick<Services, 'facts' | 'makeId' | 'sha256'>

/** What stands in the ledger of everything that this payment may move. */
export const standingEntries = async (
  tx: Tx,
  rows: readonly AnsweredClaimRow[],
  unit: UnitRow | null,
): Promise<readonly EntryRow[]> => {
  const clients = rows.map(({ claim }) => clientParty(claim))
  await lockAccounts(tx, clients)
  const found = [
    ...(await entriesOfClaims(
      tx,
      rows.map(({ id }) => id),
    )),
    ...(await entriesOnAccounts(tx, ['deposits-client'], clients)),
    ...(unit === null ? [] : await entriesOfRemittance(tx, unit.id)),
  ]
  return [...new Map(found.map((each) => [each.id, each])).values()].sort((one, other) =>
    one.entry.at === other.entry.at ? (one.id < other.id ? -1 : 1) : one.entry.at < other.entry.at ? -1 : 1,
  )
}

export const termsFrom = async (
  tx: Tx,
  rows: readonly AnsweredClaimRow[],
): Promise<(claim: Claim) => ClaimTerms> => {
  const contracts = new Map<string, readonly PayContract[]>()
  for (const { providerId } of rows)
    if (!contracts.has(providerId))
      contracts.set(
        providerId,
        (await listPayContracts(tx, providerId)).map(({ contract }) => contract),
      )
  return (claim) => {
    const row = rows.find((each) => each.claim === claim)
    if (row === undefined) throw new Error('terms are asked for the claims that were matched')
    const { payerClass, provider, providerId } = row
    // The oldest come first; the one that began last holds.
    const payContract = (contracts.get(providerId) ?? []).findLast(
      ({ from, to }) => from <= claim.day && (to === null || claim.day <= to),
    )
    return { payerClass, provider, payContract: payContract ?? null }
  }
}

interface Judged {
  readonly outcome: 'posted' | 'refused'
  readonly entries: Parameters<typeof putEntries>[2]
  readonly findings: readonly Finding[]
}

/** core's posting over what stands. Null when the same unit stands with other content: what stands is left alone. */
const judge = (
  tx: Tx,
  services: Used,
  remittance: Remittance,
  matching: Matching,
  termsOf: (claim: Claim) => ClaimTerms,
  standing: readonly EntryRow[],
  approved: boolean,
): Judged | { readonly outcome: 'conflict'; readonly findings: readonly Finding[] } => {
  const entries = standing.map(({ entry }) => entry)
  const posted = postRemitted(
    { remittance, matching, termsOf, entries, approved },
    { at: tx.at, sha256: services.sha256 },
  )
  if (!posted.ok) return { outcome: 'conflict', findings: posted.findings }
  const appended = appendAll({ entries }, posted.value.entries)
  if (!appended.ok) return { outcome: 'conflict', findings: appended.findings }
  const outcome = posted.value.applied ? 'posted' : 'refused'
  return { outcome, entries: posted.value.entries, findings: posted.findings }
}

const answeredBy = (tx: Tx, { claims }: Remittance): Promise<readonly AnsweredClaimRow[]> =>
  claimsAnswered(
    tx,
    claims.map(({ claimNumber }) => claimNumber).filter((number) => number !== ''),
    claims.map(({ payerClaimNumber }) => payerClaimNumber).filter((number) => number !== ''),
  )

/**
 * Posts one payment. Whoever comes second with the same one waits for the first and then finds it done. One that does
 * not balance, or was not read whole, moves nothing but its deposit, which stands as unapplied money until it comes
 * right; then it is posted in the place of what was refused.
 */
export const postRemittance = async (
  tx: Tx,
  services: Used,
  given: RemittanceInFile,
): Promise<RemittancePosted> => {
  const { fileId, remittance, approved = false } = given
  await lockUnit(tx, remittance.unit.key)
  const unit = await unitOf(tx, remittance.unit.key)
  const rows = await answeredBy(tx, remittance)
  const filed = rows.map(({ claim, payerClaimNumbers }) => ({ claim, payerClaimNumbers }))
  const matching = matchRemittance(remittance, filed)
  const termsOf = await termsFrom(tx, rows)
  const standing = await standingEntries(tx, rows, unit)
  const judged = judge(tx, services, remittance, matching, termsOf, standing, approved)
  if (judged.outcome === 'conflict') {
    if (unit === null) throw new Error('a payment that is new has nothing in the ledger to conflict with')
    return { outcome: 'before', findings: judged.findings }
  }
  if (unit?.status === 'posted' || (unit !== null && judged.outcome === 'refused'))
    return { outcome: 'before', findings: unit.findings }
  const id = unit?.id ?? services.makeId()
  // By a claim that is truly answered: a row may share no more than its number with what the payer names.
  const answered = rows.find(({ claim }) => matching.matched.some((each) => each.claim === claim))
  const payerId = answered?.payerId ?? (await payerOfCode(tx, remittance.payerId))
  const postedOf = approved ? onlyBalanced(remittance, matching) : matching
  const told = tellingOf(postedOf, judged.findings, rows, termsOf, services.facts, tx.at)
  const findings =
    judged.outcome === 'posted'
      ? [...judged.findings, ...told.flatMap((each) => each.findings)]
      : judged.findings
  await putRemittance(tx, services, { id, fileId, payerId, status: judged.outcome, remittance, findings })
  const claimIds = new Map(rows.map(({ id: claimId, claim }) => [claim.claimNumber, claimId]))
  await putEntries(tx, services, judged.entries, { claimIds, remittanceId: id })
  if (judged.outcome === 'posted') await tellClaims(tx, services, { ...given, remittanceId: id }, told)
  // A payer that leaves a client less than was expected leaves more of what they paid for their charges.
  for (const clientId of new Set(rows.flatMap(({ claim }) => claim.clientKey ?? [])))
    await earnWhatIsPaid(tx, services, clientId)
  return { outcome: judged.outcome, findings: judged.outcome === 'refused' ? judged.findings : [] }
}
