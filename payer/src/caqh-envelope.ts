// A CAQH CORE envelope as it comes: a multipart form, its fields checked one by one, its payload by length and SHA-1 (facts.md 8.9).
import { createHash, timingSafeEqual } from 'node:crypto'
import {
  type ErrorCode,
  type FieldName,
  fields,
  payloadFields,
  receiptConfirmation,
  retrievals,
  ruleVersion,
  submissions,
} from './caqh-words.ts'
import type { Account, PlanSetting } from './settings.ts'

/** What of an envelope the acts need, proved. `checkSum` is empty where none was sent. */
export interface Envelope {
  readonly payloadType: string
  readonly payloadId: string
  readonly senderId: string
  readonly receiverId: string
  readonly checkSum: string
  readonly payload: Uint8Array | null
}

/** An envelope, or the first thing that is wrong with it. */
export type OpenedEnvelope =
  | { readonly ok: true; readonly envelope: Envelope }
  | { readonly ok: false; readonly code: ErrorCode }

type Given = ReadonlyMap<string, string>

const isKnownType = (type: string): boolean =>
  submissions.includes(type) || retrievals.has(type) || type === receiptConfirmation
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
const isUtc = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text))

/** What each field must be like, with the outcome when it is not. */
const forms: readonly (readonly [FieldName, (text: string) => boolean, ErrorCode])[] = [
  ['PayloadType', isKnownType, 'PayloadTypeIllegal'],
  ['ProcessingMode', (text) => text === 'Batch' || text === 'RealTime', 'ProcessingModeIllegal'],
  ['ProcessingMode', (text) => text === 'Batch', 'NotSupported'],
  ['PayloadID', isUuid, 'PayloadIDIllegal'],
  ['TimeStamp', isUtc, 'TimeStampIllegal'],
  ['SenderID', (text) => text.length <= 50, 'SenderIDIllegal'],
  ['CORERuleVersion', (text) => /^\d+\.\d+\.\d+$/.test(text), 'CORERuleVersionIllegal'],
  ['CORERuleVersion', (text) => text === ruleVersion, 'VersionMismatch'],
]

const sha1 = (data: Uint8Array | string): Buffer => createHash('sha1').update(data).digest()
const same = (one: string, other: string): boolean => timingSafeEqual(sha1(one), sha1(other))

const isOpened = (given: Given, accounts: readonly Account[]): boolean =>
  accounts.some(
    ({ userName, password, senderIds }) =>
      same(userName, given.get('UserName') ?? '') &&
      same(password, given.get('Password') ?? '') &&
      (senderIds ?? [given.get('SenderID') ?? '']).includes(given.get('SenderID') ?? ''),
  )

const isReceiver = (given: Given, plans: readonly PlanSetting[]): boolean =>
  plans.some(({ planRules }) => planRules.payer.interchangeId.trim() === given.get('ReceiverID'))

const checkFields = (
  given: Given,
  accounts: readonly Account[],
  plans: readonly PlanSetting[],
): ErrorCode | null => {
  const missing = fields.find((name) => (given.get(name) ?? '') === '')
  if (missing !== undefined) return `${missing}Required`
  const wrong = forms.find(([name, fits]) => !fits(given.get(name) ?? ''))
  if (wrong !== undefined) return wrong[2]
  if (!isOpened(given, accounts)) return 'UnAuthorized'
  return isReceiver(given, plans) ? null : 'ReceiverIDIllegal'
}

/** A batch must say how long it is and what its SHA-1 is, and be so. */
const checkPayload = (given: Given, payload: Uint8Array | null): ErrorCode | null => {
  const missing = payloadFields.find((name) => (given.get(name) ?? '') === '')
  if (missing !== undefined) return `${missing}Required`
  if (payload === null || payload.length === 0) return 'PayloadRequired'
  const [length, checkSum] = [given.get('PayloadLength') ?? '', given.get('CheckSum') ?? '']
  if (!/^\d{1,12}$/.test(length) || Number(length) !== payload.length) return 'PayloadLengthIllegal'
  if (!/^[0-9a-f]{40}$/i.test(checkSum)) return 'CheckSumIllegal'
  return checkSum.toLowerCase() === sha1(payload).toString('hex') ? null : 'ChecksumMismatched'
}

type Form = Awaited<ReturnType<Request['formData']>>

const readForm = async (contentType: string, body: Uint8Array<ArrayBuffer>): Promise<Form | null> => {
  try {
    return await new Request('http://payer.invalid/', {
      method: 'POST',
      headers: { 'content-type': contentType },
      body,
    }).formData()
  } catch {
    return null
  }
}

const payloadOf = async (form: Form): Promise<Uint8Array | null> => {
  const payload = form.get('Payload')
  if (payload === null) return null
  return typeof payload === 'string' ? Buffer.from(payload) : new Uint8Array(await payload.arrayBuffer())
}

const textsOf = (form: Form): Given =>
  new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value.trim()]] : [])))

/** A field that stands there twice says two things at once. */
const repeatedField = (form: Form): FieldName | null =>
  [...fields, ...payloadFields, 'Payload' as const].find((name) => form.getAll(name).length > 1) ?? null

/** Reads and proves an envelope. Nothing of it is kept, whatever comes out. */
export const openEnvelope = async (
  contentType: string,
  body: Uint8Array<ArrayBuffer>,
  accounts: readonly Account[],
  plans: readonly PlanSetting[],
): Promise<OpenedEnvelope> => {
  const form = await readForm(contentType, body)
  if (form === null) return { ok: false, code: 'Sender' }
  const repeated = repeatedField(form)
  if (repeated !== null) return { ok: false, code: `${repeated}Illegal` }
  const given = textsOf(form)
  const payloadType = given.get('PayloadType') ?? ''
  const payload = await payloadOf(form)
  const wrong =
    checkFields(given, accounts, plans) ??
    (submissions.includes(payloadType) ? checkPayload(given, payload) : null)
  if (wrong !== null) return { ok: false, code: wrong }
  const text = (name: FieldName): string => given.get(name) ?? ''
  return {
    ok: true,
    envelope: {
      payloadType,
      payloadId: text('PayloadID').toLowerCase(),
      senderId: text('SenderID'),
      receiverId: text('ReceiverID'),
      checkSum: text('CheckSum').toLowerCase(),
      payload,
    },
  }
}
