// The payer's HTTP door: CAQH CORE envelopes at /, control calls beside it, on loopback.
import { createHash, randomUUID } from 'node:crypto'
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import { type HandOuts, type Reply, actOn } from './caqh-acts.ts'
import { openEnvelope } from './caqh-envelope.ts'
import { type ErrorCode, envelopeError, messageOf, ruleVersion } from './caqh-words.ts'
import { readClock } from './clock.ts'
import { control } from './control.ts'
import type { House } from './house.ts'
import { describeError } from './log.ts'
import type { Account } from './settings.ts'

const longestBody = 64 * 1024 * 1024

interface Door {
  readonly house: House
  readonly accounts: readonly Account[]
  readonly handOuts: HandOuts
  /** Called after a control call, since a moved clock makes answers due. */
  readonly afterControl: () => void
}

/** The body, or null when it is longer than this payer takes. */
const readBody = async (request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> => {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    length += piece.length
    if (length <= longestBody) pieces.push(piece)
  }
  return length > longestBody ? null : new Uint8Array(Buffer.concat(pieces))
}

const formOf = ({ payloadType, payloadId, code, payload }: Reply): FormData => {
  const form = new FormData()
  form.set('PayloadType', payloadType)
  form.set('ProcessingMode', 'Batch')
  form.set('PayloadID', payloadId)
  form.set('PayloadLength', String(payload?.bytes.length ?? 0))
  form.set('TimeStamp', readClock('real'))
  form.set('CORERuleVersion', ruleVersion)
  form.set('ErrorCode', code)
  form.set('ErrorMessage', messageOf(code))
  if (payload === undefined) return form
  form.set('CheckSum', createHash('sha1').update(payload.bytes).digest('hex'))
  form.set('Payload', new Blob([payload.bytes], { type: 'application/EDI-X12' }), payload.name)
  return form
}

const sendForm = async (response: ServerResponse, status: number, reply: Reply): Promise<void> => {
  const form = new Response(formOf(reply))
  const body = Buffer.from(await form.arrayBuffer())
  response.writeHead(status, {
    'content-type': form.headers.get('content-type') ?? 'multipart/form-data',
    'content-length': body.length,
  })
  response.end(body)
}

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  const text = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': text.length })
  response.end(text)
}

const refusal = (code: ErrorCode): Reply => ({ payloadType: envelopeError, payloadId: randomUUID(), code })

const takeEnvelope = async (
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const { house, accounts } = door
  const body = await readBody(request)
  if (body === null) return sendForm(response, 413, refusal('PayloadLengthIllegal'))
  const read = await openEnvelope(request.headers['content-type'] ?? '', body, accounts, house.plans)
  if (!read.ok) {
    house.log('refused', { door: 'http', code: read.code })
    return sendForm(response, read.code === 'Sender' ? 400 : 200, refusal(read.code))
  }
  return sendForm(response, 200, actOn(house, read.envelope, door.handOuts))
}

const isJson = ({ headers }: IncomingMessage): boolean =>
  /^application\/json\b/i.test(headers['content-type'] ?? '')

/** A page of a browser may not post here: it cannot send JSON to another origin unasked. */
const takeControl = async (door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { method = '', url = '' } = request
  if (method !== 'GET' && !isJson(request)) return sendJson(response, 415, { says: 'Send JSON.' })
  const body = await readBody(request)
  const reply = body === null ? null : control(door.house, method, url, Buffer.from(body).toString('utf8'))
  door.afterControl()
  sendJson(response, reply?.status ?? 404, reply?.body ?? { says: 'There is no such call.' })
}

/** The name this machine was called by: a name from elsewhere that leads here is a page's trick (DNS rebinding). */
const isCalledLoopback = ({ headers }: IncomingMessage): boolean =>
  /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i.test(headers.host ?? '')

const takeCall = async (door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  if (!isCalledLoopback(request)) return sendJson(response, 421, { says: 'This payer answers on loopback.' })
  return request.method === 'POST' && request.url === '/'
    ? takeEnvelope(door, request, response)
    : takeControl(door, request, response)
}

/** A server of these doors, not listening yet. */
export const makeHttpServer = (
  house: House,
  accounts: readonly Account[],
  afterControl: () => void,
): Server => {
  const door: Door = { house, accounts, handOuts: new Map(), afterControl }
  return createServer((request, response) => {
    takeCall(door, request, response).catch((error: unknown) => {
      house.log('failed', describeError(error))
      if (response.headersSent) response.destroy()
      else void sendForm(response, 500, refusal('Receiver'))
    })
  })
}
