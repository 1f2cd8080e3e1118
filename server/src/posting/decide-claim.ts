// The acts on what a payer left open of a claim: written off, or asked of the client.
import { type WriteOffReason, moveToClient, writeOff } from '@goldenthread/core/posting/decide-claim.ts'
import type { Entry } from '@goldenthread/core/ledger/entry.ts'
import type { Cents } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import { type Result, accepted } from '@goldenthread/core/values/result.ts'
import type { Tx } from '../database/tx.ts'
import type { Services } from '../services.ts'
import { type DecisionRow, type NewDecision, putDecision } from './decision-store.ts'
import { putEntries } from './entry-store.ts'
import { lockOpenClaim } from './open-claim.ts'

type Used = Pick<Services, 'makeId' | 'sha256'>

export interface Amount {
  readonly claimId: string
  readonly amount: Cents
  /** Our line; null for the claim as a whole. */
  readonly line: number | null
}

const keep = async (
  tx: Tx,
  services: Used,
  id: string,
  claimNumber: string,
  made: Result<Entry>,
  decision: NewDecision,
): Promise<Result<DecisionRow>> => {
  if (!made.ok) return made
  const row = await putDecision(tx, services, id, decision)
  const claimIds = new Map(decision.claimId === undefined ? [] : [[claimNumber, decision.claimId]])
  await putEntries(tx, services, [made.value], { claimIds, decisionId: id })
  return accepted(row)
}

/** Refused, with nothing kept, for more than stands open. */
export const writeOffClaim = async (
  tx: Tx,
  services: Used,
  {
    claimId,
    amount,
    line,
    reason,
    says,
  }: Amount & { readonly reason: WriteOffReason; readonly says?: string },
): Promise<Result<DecisionRow>> => {
  const open = await lockOpenClaim(tx, claimId)
  const id = services.makeId()
  const made = writeOff(open, { id, amount, line, reason }, { at: tx.at, sha256: services.sha256 })
  const document = { line, reason, ...(says === undefined ? {} : { says }) }
  return keep(tx, services, id, open.claim.claimNumber, made, {
    kind: 'write-off',
    claimId,
    amount,
    document,
  })
}

/** Refused, with the finding why, where law or contract keeps the client from being asked. */
export const askClient = async (
  tx: Tx,
  services: Used,
  { claimId, amount, line, noticeSignedOn }: Amount & { readonly noticeSignedOn: Day | null },
): Promise<Result<DecisionRow>> => {
  const open = await lockOpenClaim(tx, claimId)
  const id = services.makeId()
  const notice = noticeSignedOn === null ? null : { signedOn: noticeSignedOn }
  const made = moveToClient(open, { id, amount, line, notice }, { at: tx.at, sha256: services.sha256 })
  const document = { line, ...(noticeSignedOn === null ? {} : { noticeSignedOn }) }
  return keep(tx, services, id, open.claim.claimNumber, made, {
    kind: 'to-client',
    claimId,
    amount,
    document,
  })
}
