// What can be asked in a CAQH CORE envelope: take a batch, hand out an answer, confirm that one arrived.
import { createHash } from 'node:crypto'
import type { AnswerKind } from './answer/write-answer.ts'
import type { Envelope } from './caqh-envelope.ts'
import {
  type ErrorCode,
  nothingThere,
  receiptConfirmation,
  responses,
  retrievals,
  submissions,
} from './caqh-words.ts'
import { bytesOf, dueAnswers, letGo } from './hand-out.ts'
import type { House } from './house.ts'
import type { Door, Outgoing } from './journal-record.ts'
import { receiveFile } from './receive-file.ts'

/** What is replied: `payload` only where an answer is handed out. */
export interface Reply {
  readonly payloadType: string
  readonly payloadId: string
  readonly code: ErrorCode
  readonly payload?: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
}

/** How often each answer was handed out since the start. Forgotten at a restart: then all may come again. */
export type HandOuts = Map<string, number>

const doorOf = ({ senderId }: Envelope): Door => ({ kind: 'http', senderId })
const confirmation = ({ payloadId }: Envelope, code: ErrorCode): Reply => ({
  payloadType: receiptConfirmation,
  payloadId,
  code,
})

const submit = (house: House, envelope: Envelope, payload: Uint8Array): Reply => {
  const outcomes = {
    taken: 'Success',
    'nothing-to-read': 'PayloadIllegal',
    'other-bytes': 'PayloadIDIllegal',
  } as const
  const { payloadId } = envelope
  const receipt = receiveFile(house, { bytes: payload, door: doorOf(envelope), payloadId })
  return confirmation(envelope, outcomes[receipt])
}

const receiverOf = ({ plans }: House, payerId: string): string =>
  plans.find(({ planRules }) => planRules.payer.id === payerId)?.planRules.payer.interchangeId.trim() ?? ''

/** The answer handed out least often, so that one nobody can store does not keep the others back. */
const nextFor = (
  house: House,
  envelope: Envelope,
  wanted: AnswerKind | null,
  handOuts: HandOuts,
): Outgoing | undefined => {
  const due = dueAnswers(house, doorOf(envelope)).filter(
    ({ kind, payerId }) =>
      (wanted === null || kind === wanted) && receiverOf(house, payerId) === envelope.receiverId,
  )
  const countOf = ({ payloadId }: Outgoing): number => handOuts.get(payloadId) ?? 0
  return due.reduce<Outgoing | undefined>(
    (least, each) => (least === undefined || countOf(each) < countOf(least) ? each : least),
    undefined,
  )
}

const retrieve = (house: House, envelope: Envelope, wanted: AnswerKind | null, handOuts: HandOuts): Reply => {
  const found = nextFor(house, envelope, wanted, handOuts)
  if (found === undefined)
    return { payloadType: nothingThere, payloadId: envelope.payloadId, code: 'Success' }
  const { payloadId, kind, name } = found
  handOuts.set(payloadId, (handOuts.get(payloadId) ?? 0) + 1)
  house.log('handed-out', { payloadId, name })
  return {
    payloadType: responses[kind],
    payloadId,
    code: 'Success',
    payload: { name, bytes: bytesOf(found) },
  }
}

const checkSumOf = (answer: Outgoing): string => createHash('sha1').update(bytesOf(answer)).digest('hex')

/** A confirmation that comes again is as good as the first; one of another sender's file is not known. */
const confirm = (house: House, envelope: Envelope, handOuts: HandOuts): Reply => {
  const { payloadId, senderId, checkSum } = envelope
  if (house.books.handedOver.get(payloadId) === senderId) return confirmation(envelope, 'Success')
  const waiting = house.books.waiting.get(payloadId)
  const isTheirs = waiting?.door.kind === 'http' && waiting.door.senderId === senderId
  if (waiting === undefined || !isTheirs) return confirmation(envelope, 'PayloadIDIllegal')
  if (checkSum !== '' && checkSum !== checkSumOf(waiting)) return confirmation(envelope, 'ChecksumMismatched')
  letGo(house, 'confirmed', waiting)
  handOuts.delete(payloadId)
  return confirmation(envelope, 'Success')
}

/** Does what an envelope asks for. Throws when the journal cannot be written; then nothing was done. */
export const actOn = (house: House, envelope: Envelope, handOuts: HandOuts): Reply => {
  const { payloadType, payload } = envelope
  if (submissions.includes(payloadType) && payload !== null) return submit(house, envelope, payload)
  return payloadType === receiptConfirmation
    ? confirm(house, envelope, handOuts)
    : retrieve(house, envelope, retrievals.get(payloadType) ?? null, handOuts)
}
