// The words of the CAQH CORE envelope that this payer knows (facts.md 8.9): fields, kinds of payload, outcomes.
import type { AnswerKind } from './answer/write-answer.ts'

export const ruleVersion = '2.2.0'

/** A batch of claims; acknowledgments of our own answers, which are taken and not answered. */
export const submissions: readonly string[] = [
  'X12_837_Request_005010X222A1',
  'X12_999_SubmissionRequest_005010X231A1',
  'X12_TA1_SubmissionRequest_005010X231A1',
]

/** What may be asked for, and which answers it means; null is any. */
export const retrievals: ReadonlyMap<string, AnswerKind | null> = new Map([
  ['GenericBatchRetrievalRequest', null],
  ['X12_TA1_RetrievalRequest_005010X231A1', 'ta1'],
  ['X12_999_RetrievalRequest_005010X231A1', '999'],
  ['X12_277CA_Request_005010X214', '277ca'],
  ['X12_835_Request_005010X221A1', '835'],
])

/** Under which kind of payload an answer is handed out. */
export const responses: Readonly<Record<AnswerKind, string>> = {
  ta1: 'X12_TA1_Response_005010X231A1',
  '999': 'X12_999_Response_005010X231A1',
  '277ca': 'X12_277CA_Response_005010X214',
  '835': 'X12_835_Response_005010X221A1',
}

/** Sent by us, that a batch was taken; sent to us, that an answer was. */
export const receiptConfirmation = 'X12_BatchReceiptConfirmation'
export const nothingThere = 'X12_005010_Response_NoBatchResultsFile'
/** An envelope that was not understood has no kind of its own. */
export const envelopeError = 'CoreEnvelopeError'

/** Fields of every envelope, in the order they are looked at. */
export const fields = [
  'PayloadType',
  'ProcessingMode',
  'PayloadID',
  'TimeStamp',
  'UserName',
  'Password',
  'SenderID',
  'ReceiverID',
  'CORERuleVersion',
] as const
/** Fields that come with a payload. */
export const payloadFields = ['PayloadLength', 'CheckSum'] as const

export type FieldName = (typeof fields)[number] | (typeof payloadFields)[number] | 'Payload'

/** ErrorCode: a field that is missing or will not do, or one of CORE's own outcomes. */
export type ErrorCode =
  | 'Success'
  | `${FieldName}Required`
  | `${FieldName}Illegal`
  | 'VersionMismatch'
  | 'UnAuthorized'
  | 'ChecksumMismatched'
  | 'NotSupported'
  | 'Sender'
  | 'Receiver'

const sentences: Partial<Record<ErrorCode, string>> = {
  Success: '',
  VersionMismatch: `Only CORE rule version ${ruleVersion} is spoken here.`,
  UnAuthorized: 'User name and password do not open this mailbox.',
  ChecksumMismatched: 'The SHA-1 of the payload is another one.',
  NotSupported: 'Only batches are taken here.',
  PayloadIllegal: 'The payload holds no X12 that could be answered.',
  PayloadLengthIllegal: 'The payload is not as long as the envelope says, or too long.',
  Sender: 'The message is no multipart form.',
  Receiver: 'The payer failed; send the same again.',
}

/** What ErrorMessage says: never a value that was sent. */
export const messageOf = (code: ErrorCode): string => {
  const field = code.replace(/Required$|Illegal$/, '')
  return sentences[code] ?? (code.endsWith('Required') ? `${field} is missing.` : `${field} will not do.`)
}
