// A clearinghouse over HTTP, in the CAQH CORE form: files are submitted, picked up one by one, and confirmed.
import type { Clock } from '../clock.ts'
import type { MakeId } from '../ids.ts'
import {
  type Clearinghouse,
  type Fetched,
  type IncomingFile,
  type Mailbox,
  type Sent,
  mostFetched,
} from './clearinghouse.ts'
import { type Account, type Message, type ReplyRead, readEnvelope, writeEnvelope } from './core-envelope.ts'
import { type PostForm, hostNotAllowed } from './post-form.ts'

export interface HttpSettings {
  /** Where a mailbox is and as whom it is opened; null when it has none. */
  readonly accountOf: (mailbox: Mailbox) => Account | null
  readonly clock: Clock
  readonly makeId: MakeId
  /** Left out, for an address that no owner wrote. */
  readonly post?: PostForm
  /** Milliseconds after which the other side is taken to be away. */
  readonly patience?: number
}

const usualPatience = 20_000

const postAnywhere: PostForm = (address, body, signal) =>
  fetch(address, { method: 'POST', body, redirect: 'error', signal })

/** Why nothing came back, by a code of our own. */
const codeOf = (fault: unknown): string => {
  const { name } = fault as { readonly name?: unknown }
  if (name === hostNotAllowed) return 'account-address'
  return name === 'TimeoutError' || name === 'AbortError' ? 'timeout' : 'unreachable'
}

const isForm = (response: Response): boolean =>
  (response.headers.get('content-type') ?? '').startsWith('multipart/form-data')

const talk = async (settings: HttpSettings, mailbox: Mailbox, message: Message): Promise<ReplyRead> => {
  const account = settings.accountOf(mailbox)
  if (account === null) return { ok: false, code: 'no-mailbox' }
  try {
    const form = writeEnvelope(message, mailbox, account, settings.clock.now())
    const signal = AbortSignal.timeout(settings.patience ?? usualPatience)
    const response = await (settings.post ?? postAnywhere)(account.address, form, signal)
    if (!isForm(response)) {
      await response.body?.cancel()
      return { ok: false, code: `http-${response.status}` }
    }
    return await readEnvelope(await response.formData())
  } catch (fault) {
    return { ok: false, code: codeOf(fault) }
  }
}

const send = async (
  settings: HttpSettings,
  mailbox: Mailbox,
  file: { readonly id: string; readonly name: string; readonly bytes: Uint8Array },
): Promise<Sent> => {
  const message: Message = { type: 'X12_837_Request_005010X222A1', id: file.id, payload: file }
  const answered = await talk(settings, mailbox, message)
  return answered.ok ? { taken: true } : { taken: false, code: answered.code }
}

/** Files are handed out in turn until each is confirmed, so the second sight of one ends the round. */
const fetchAll = async (settings: HttpSettings, mailbox: Mailbox): Promise<Fetched> => {
  const files = new Map<string, IncomingFile>()
  while (files.size < mostFetched) {
    const asked: Message = { type: 'GenericBatchRetrievalRequest', id: settings.makeId(), payload: null }
    const answered = await talk(settings, mailbox, asked)
    // What came before the other side went away is as good as ever.
    if (!answered.ok)
      return files.size > 0
        ? { reached: true, files: [...files.values()] }
        : { reached: false, code: answered.code }
    const { id, payload } = answered.reply
    if (payload === null || files.has(id)) break
    files.set(id, { handle: id, name: payload.name, bytes: payload.bytes })
  }
  return { reached: true, files: [...files.values()] }
}

const confirm = async (settings: HttpSettings, mailbox: Mailbox, handle: string): Promise<boolean> => {
  const message: Message = { type: 'X12_BatchReceiptConfirmation', id: handle, payload: null }
  return (await talk(settings, mailbox, message)).ok
}

/** A clearinghouse that speaks CAQH CORE MIME. */
export const httpClearinghouse = (settings: HttpSettings): Clearinghouse => ({
  send: (mailbox, file) => send(settings, mailbox, file),
  fetch: (mailbox) => fetchAll(settings, mailbox),
  confirm: (mailbox, handle) => confirm(settings, mailbox, handle),
})
