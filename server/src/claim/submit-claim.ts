// The only way out to a payer: claims are judged again, fixed as bytes, and those bytes are sent until they are taken.
import { keepsAllBack } from '../clearinghouse/failure-finding.ts'
import type { Mailbox } from '../clearinghouse/clearinghouse.ts'
import { addSeconds } from '../clock.ts'
import { inPractice } from '../database/in-practice.ts'
import type { Tx } from '../database/tx.ts'
import { fileBytes } from '../files/store.ts'
import type { Services } from '../services.ts'
import { type Leaving, batchClaims } from './batch-claims.ts'
import { senderOf } from './batch-store.ts'
import { claimsOfBatch, moveClaims, putEvents } from './event-store.ts'
import { type DueBatch, holdOthersBack, markFailed, markSent, takeDueBatch } from './sending-store.ts'

const sweep = { kind: 'program', name: 'sweep' } as const

/** Tries after which a batch stands in the worklist with its reason; it is tried on all the same. */
export const triesBeforeWorklist = 5

/** Longer than a send may take, so that nobody else tries meanwhile; doubling up to a quarter of an hour. */
const pauseAfter = (attempts: number): number => Math.min(30 * 2 ** (attempts - 1), 900)

/** Rounds of batching in one sweep: a claim that is filed anew each time must not keep the others waiting. */
const mostRounds = 50

interface Parcel {
  readonly batch: DueBatch
  readonly mailbox: Mailbox
  readonly name: string
  readonly bytes: Uint8Array
}

/** A batch whose bytes are not those that were fixed. */
interface Unsound {
  readonly batch: DueBatch
  readonly unsound: true
}

const takeParcel = async (tx: Tx, { sha256 }: Pick<Services, 'sha256'>): Promise<Parcel | Unsound | null> => {
  const batch = await takeDueBatch(tx, (attempts) => addSeconds(tx.at, pauseAfter(attempts)))
  if (batch === null) return null
  const [file, sender] = [await fileBytes(tx, batch.fileId), await senderOf(tx)]
  if (file === null || sha256(file.bytes) !== batch.sha256) {
    // Never sent, and seen: it keeps its place in the worklist of what does not leave, and the next batch goes.
    await markFailed(tx, batch.id, 'bytes-changed')
    return { batch, unsound: true }
  }
  const mailbox: Mailbox = {
    practiceId: tx.practiceId,
    senderQualifier: sender.qualifier,
    senderId: sender.id,
    receiverQualifier: batch.receiver.qualifier,
    receiverId: batch.receiver.id,
  }
  return { batch, mailbox, name: file.name, bytes: file.bytes }
}

const recordSent = async (tx: Tx, services: Services, batchId: string): Promise<void> => {
  await markSent(tx, batchId)
  const claimIds = await claimsOfBatch(tx, batchId)
  await moveClaims(tx, claimIds, { from: ['batched'], to: 'sent' })
  await putEvents(
    tx,
    services,
    claimIds.map((claimId) => ({ claimId, key: `sent:${batchId}:${claimId}`, kind: 'sent', batchId })),
  )
}

const recordFailed = async (tx: Tx, batchId: string, code: string): Promise<void> => {
  await markFailed(tx, batchId, code)
  if (keepsAllBack(code)) await holdOthersBack(tx, batchId, code)
}

/**
 * Sends the next batch that is due; false when none is. The try is written down before and its outcome after, and the
 * sending lies between, outside of any transaction: whatever dies when, the same bytes go again, and a receiver that
 * has them says so (TA1 025).
 */
export const sendNextBatch = async (services: Services, practiceId: string): Promise<boolean> => {
  const order = { practiceId, actor: sweep, trail: 'when-touched' } as const
  const parcel = await inPractice(services, { ...order, act: 'take-batch' }, (tx) => takeParcel(tx, services))
  if (parcel === null) return false
  if ('unsound' in parcel) {
    services.log.error({ batchId: parcel.batch.id }, 'the bytes of a batch are not those that were fixed')
    return true
  }
  const { batch, mailbox, name, bytes } = parcel
  const sent = await services.clearinghouse.send(mailbox, { id: batch.id, name, bytes })
  await inPractice(services, { ...order, act: 'send-batch' }, (tx) =>
    sent.taken ? recordSent(tx, services, batch.id) : recordFailed(tx, batch.id, sent.code),
  )
  if (!sent.taken)
    services.log.warn(
      { batchId: batch.id, code: sent.code, attempts: batch.attempts + 1 },
      'a batch was not taken',
    )
  return true
}

const fixBatches = async (services: Services, practiceId: string, leaving: Leaving): Promise<void> => {
  const order = { practiceId, actor: sweep, act: 'batch-claims', trail: 'when-touched' } as const
  for (let round = 0; round < mostRounds; round += 1) {
    const { more, faults } = await inPractice(services, order, (tx) => batchClaims(tx, services, leaving))
    for (const { fault, claimIds } of faults)
      services.log.error({ err: fault, practiceId, claimIds }, 'claims could not be made ready to leave')
    if (!more) break
  }
}

/** Fixes what is filed and sends what is fixed, until nothing of it is due. What is fixed leaves in any case. */
export const submitClaims = async (
  services: Services,
  practiceId: string,
  leaving: Leaving,
): Promise<void> => {
  try {
    await fixBatches(services, practiceId, leaving)
  } finally {
    while (await sendNextBatch(services, practiceId)) continue
  }
}
