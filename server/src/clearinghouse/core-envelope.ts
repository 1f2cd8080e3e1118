// The CAQH CORE MIME envelope: a form with who sends what to whom, and the payload (docs/sources.md 8.9).
import { createHash } from 'node:crypto'
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Mailbox } from './clearinghouse.ts'

/** Who we are to the other side. */
export interface Account {
  readonly address: string
  readonly userName: string
  readonly password: string
}

export type PayloadType =
  | 'X12_837_Request_005010X222A1'
  | 'GenericBatchRetrievalRequest'
  | 'X12_BatchReceiptConfirmation'

export interface Message {
  readonly type: PayloadType
  readonly id: string
  readonly payload: { readonly name: string; readonly bytes: Uint8Array } | null
}

const sha1 = (bytes: Uint8Array): string => createHash('sha1').update(bytes).digest('hex')

/** The form of a message. */
export const writeEnvelope = (
  { type, id, payload }: Message,
  { senderId, receiverId }: Mailbox,
  { userName, password }: Account,
  at: Instant,
): FormData => {
  const form = new FormData()
  const fields: Readonly<Record<string, string>> = {
    PayloadType: type,
    ProcessingMode: 'Batch',
    PayloadID: id,
    TimeStamp: at,
    UserName: userName,
    Password: password,
    SenderID: senderId,
    ReceiverID: receiverId,
    CORERuleVersion: '2.2.0',
  }
  for (const [name, text] of Object.entries(fields)) form.set(name, text)
  if (payload !== null) {
    form.set('PayloadLength', String(payload.bytes.length))
    form.set('CheckSum', sha1(payload.bytes))
    form.set('Payload', new Blob([new Uint8Array(payload.bytes)]), payload.name)
  }
  return form
}

export interface Reply {
  readonly type: string
  readonly id: string
  readonly payload: { readonly name: string; readonly bytes: Uint8Array } | null
}

export type ReplyRead =
  | { readonly ok: true; readonly reply: Reply }
  | { readonly ok: false; readonly code: string }

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const coreFields =
  'Payload(Type|ID|Length)?|ProcessingMode|TimeStamp|UserName|Password|SenderID|ReceiverID|CORERuleVersion|CheckSum'

/** CORE's own codes (docs/sources.md 8.9). Anything else was thought up on the other side, and is not repeated. */
const coreError = new RegExp(
  `^((${coreFields})(Required|Illegal)|VersionMismatch|UnAuthorized|ChecksumMismatched|NotSupported|Sender|Receiver)$`,
)

/** An error of the other side by its code alone: its message may quote what we sent. */
const errorOf = (form: FormData): string | null => {
  const code = textOf(form, 'ErrorCode')
  if (code === 'Success') return null
  return coreError.test(code) ? `core-${code}` : 'core-unknown'
}

/** A reply, with its payload proved by length and checksum. */
export const readEnvelope = async (form: FormData): Promise<ReplyRead> => {
  const error = errorOf(form)
  if (error !== null) return { ok: false, code: error }
  const reply = { type: textOf(form, 'PayloadType'), id: textOf(form, 'PayloadID') }
  const part = form.get('Payload')
  if (part === null || part === '') return { ok: true, reply: { ...reply, payload: null } }
  if (typeof part === 'string') return { ok: false, code: 'core-payload' }
  const bytes = new Uint8Array(await part.arrayBuffer())
  const whole =
    textOf(form, 'PayloadLength') === String(bytes.length) &&
    textOf(form, 'CheckSum').toLowerCase() === sha1(bytes)
  return whole
    ? { ok: true, reply: { ...reply, payload: { name: part.name, bytes } } }
    : { ok: false, code: 'core-checksum' }
}
