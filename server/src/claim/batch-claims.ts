// Batching: control numbers, bytes and their SHA-256 are fixed in one transaction. What is sent later is these bytes and no others.
import type { Claim } from '@goldenthread/core/claim/claim.ts'
import type { Envelope } from '@goldenthread/core/claim/envelope.ts'
import { document837P } from '@goldenthread/core/claim/to-837p.ts'
import { type Finding, field, holdsClaim } from '@goldenthread/core/values/finding.ts'
import { type Result, refused } from '@goldenthread/core/values/result.ts'
import type { Claims837P } from '@goldenthread/core/x12/sets/837p/table.ts'
import { writeProfessionalClaims } from '@goldenthread/core/x12/sets/837p/write.ts'
import { addSeconds } from '../clock.ts'
import { attempt } from '../database/attempt.ts'
import type { Tx } from '../database/tx.ts'
import { putFile } from '../files/store.ts'
import type { Services } from '../services.ts'
import {
  type Controls,
  type LeavingClaim,
  type Receiver,
  type Sender,
  claimsToLeave,
  claimsToProve,
  lockBatching,
  putBatch,
  senderOf,
  takeControls,
  undoSeconds,
} from './batch-store.ts'
import { moveClaims, putEvents } from './event-store.ts'

/** What stands above the claim has to say when it leaves: it sees the case, and the ledger. */
export interface Leaving {
  /**
   * Judges a claim once more: its case as it is now must still make the same claim, and no rule may hold it. One that
   * does not hold is taken back there. `holds` alone leaves.
   */
  readonly prove: (tx: Tx, claimId: string) => Promise<'holds' | 'filed-anew' | 'held'>
  /** A claim could not be proved: its proof threw. It is taken out of the way of all others, and a person is told. */
  readonly hold: (tx: Tx, claimId: string) => Promise<void>
  /** A claim cannot be written as a file: nothing is owed for it until it is mended and made anew. */
  readonly takeBack: (tx: Tx, claim: { readonly id: string; readonly claimNumber: string }) => Promise<void>
}

export interface Batched {
  /** Ids of the batches fixed, one for each receiver. */
  readonly batches: readonly string[]
  /** True when more may be due: a full load was looked at, or a claim was filed anew. */
  readonly more: boolean
  /** What was thrown on the way, to be logged: it kept back nothing but what it befell. */
  readonly faults: readonly BatchFault[]
}

export interface BatchFault {
  readonly fault: unknown
  readonly claimIds: readonly string[]
}

/**
 * Sets in one interchange. Answers are read claim by claim, each against the whole file that carries them, so that the
 * work grows with the square of this; with a hundred it is a blink.
 */
const mostSets = 100

const nothing: Batched = { batches: [], more: false, faults: [] }

const envelopeOf = (
  sender: Sender,
  receiver: Receiver,
  controls: Controls,
  setControl: number,
  claimNumber: string,
): Envelope => ({
  senderQualifier: sender.qualifier,
  senderId: sender.id,
  receiverQualifier: receiver.qualifier,
  receiverId: receiver.id,
  usage: sender.usage,
  ...controls,
  setControl,
  claimNumber,
})

interface Unwritten {
  readonly claim: LeavingClaim
  readonly findings: readonly Finding[]
}

interface Written {
  readonly sets: readonly Claims837P[]
  readonly claims: readonly LeavingClaim[]
  /** Claims that cannot be written, with why. */
  readonly unwritten: readonly Unwritten[]
}

const notWritten: Finding = {
  code: 'claim:could-not-be-written',
  severity: 'holds-claim',
  whose: 'platform',
  place: field('claim'),
  says: 'This claim could not be written as a file.',
  remedy: 'Look through its session, note and coverage, then send it again.',
  source: 'One claim that fails keeps no other one back',
  evidence: {},
}

const documentOf = (claim: Claim, envelope: Envelope, at: Tx['at']): Result<Claims837P> => {
  try {
    return writtenAlone(claim, envelope, at)
  } catch {
    return refused([notWritten])
  }
}

const writtenAlone = (claim: Claim, envelope: Envelope, at: Tx['at']): Result<Claims837P> => {
  const document = document837P(claim, envelope, at)
  if (!document.ok) return document
  // Written alone first: what a table refuses is then known to be this claim's and keeps no other one back.
  const alone = writeProfessionalClaims([document.value], { ...envelope, at, wantsAcknowledgment: true })
  return alone.ok ? document : refused(alone.findings)
}

const writeSets = (
  claims: readonly LeavingClaim[],
  envelopeFor: (setControl: number, claimNumber: string) => Envelope,
  at: Tx['at'],
): Written => {
  const sets: Claims837P[] = []
  const written: LeavingClaim[] = []
  const unwritten: Unwritten[] = []
  for (const each of claims) {
    const made = documentOf(each.claim, envelopeFor(sets.length + 1, each.claimNumber), at)
    if (made.ok) {
      sets.push(made.value)
      written.push(each)
    } else unwritten.push({ claim: each, findings: made.findings.filter(holdsClaim) })
  }
  return { sets, claims: written, unwritten }
}

const bytesOf = (sets: readonly Claims837P[], envelope: Envelope, at: Tx['at']): Uint8Array => {
  const written = writeProfessionalClaims(
    sets,
    { ...envelope, at, wantsAcknowledgment: true },
    { setControl: 1 },
  )
  if (!written.ok) throw new Error('sets that can be written alone can be written together')
  return written.value
}

const fixBatch = async (
  tx: Tx,
  services: Pick<Services, 'makeId' | 'sha256'>,
  sender: Sender,
  claims: Readonly<ForOne>,
  leaving: Leaving,
): Promise<string | null> => {
  const [{ receiver }] = claims
  const controls = await takeControls(tx, receiver)
  const envelopeFor = (setControl: number, claimNumber: string): Envelope =>
    envelopeOf(sender, receiver, controls, setControl, claimNumber)
  const { sets, claims: written, unwritten } = writeSets(claims, envelopeFor, tx.at)
  for (const { claim, findings } of unwritten) {
    await moveClaims(tx, [claim.id], { from: ['filed'], to: 'rejected', findings })
    await leaving.takeBack(tx, claim)
  }
  if (written.length === 0) return null
  const bytes = bytesOf(sets, envelopeFor(1, ''), tx.at)
  const name = `837P-${String(controls.interchangeControl).padStart(9, '0')}.x12`
  const file = await putFile(tx, services, {
    direction: 'out',
    kind: '837P',
    name,
    bytes,
    otherSide: receiver,
  })
  const id = services.makeId()
  const claimIds = written.map((each) => each.id)
  await putBatch(tx, {
    id,
    receiver,
    usage: sender.usage,
    ...controls,
    firstSetControl: 1,
    claimIds,
    fileId: file.id,
    sha256: file.sha256,
  })
  await moveClaims(tx, claimIds, { from: ['filed'], to: 'batched' })
  await putEvents(
    tx,
    services,
    claimIds.map((claimId) => ({
      claimId,
      key: `batched:${id}:${claimId}`,
      kind: 'batched',
      batchId: id,
      fileId: file.id,
    })),
  )
  return id
}

type ForOne = [LeavingClaim, ...LeavingClaim[]]

const byReceiver = (claims: readonly LeavingClaim[]): readonly ForOne[] => {
  const groups = new Map<string, ForOne>()
  for (const each of claims) {
    const key = `${each.receiver.qualifier} ${each.receiver.id}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [each])
    else group.push(each)
  }
  // In one order everywhere, so that two processes take the receivers' counters alike.
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group)
}

/** What was thrown by the proof of a claim, and by the holding of it, if that throws too. */
const holdBack = async (
  tx: Tx,
  leaving: Leaving,
  claimId: string,
  fault: unknown,
): Promise<readonly BatchFault[]> => {
  const held = await attempt(tx, (inner) => leaving.hold(inner, claimId))
  const claimIds = [claimId]
  return held.ok
    ? [{ fault, claimIds }]
    : [
        { fault, claimIds },
        { fault: held.fault, claimIds },
      ]
}

/**
 * Puts the filed claims of a practice whose time to be taken back is over, up to a hundred, into one interchange for
 * each receiver, one ST for each claim. Each is proved again first.
 */
export const batchClaims = async (
  tx: Tx,
  services: Pick<Services, 'makeId' | 'sha256'>,
  leaving: Leaving,
): Promise<Batched> => {
  if (!(await lockBatching(tx))) return nothing
  const filedBefore = addSeconds(tx.at, -(await undoSeconds(tx)))
  const ids = await claimsToProve(tx, filedBefore, mostSets)
  const holding: string[] = []
  const faults: BatchFault[] = []
  let more = ids.length === mostSets
  for (const id of ids) {
    const proved = await attempt(tx, (inner) => leaving.prove(inner, id))
    if (!proved.ok) faults.push(...(await holdBack(tx, leaving, id, proved.fault)))
    else if (proved.value === 'holds') holding.push(id)
    else more ||= proved.value === 'filed-anew'
  }
  const proven = await claimsToLeave(tx, holding)
  const sender = await senderOf(tx)
  const batches: string[] = []
  for (const claims of byReceiver(proven)) {
    const fixed = await attempt(tx, (inner) => fixBatch(inner, services, sender, claims, leaving))
    if (!fixed.ok) faults.push({ fault: fixed.fault, claimIds: claims.map(({ id }) => id) })
    else if (fixed.value !== null) batches.push(fixed.value)
  }
  return { batches, more: more && faults.length === 0, faults }
}
