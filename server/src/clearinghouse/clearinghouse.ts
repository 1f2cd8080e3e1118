// The way to a clearinghouse or payer, of one shape whatever carries it: files out, files in, and the receipt for each.

/** Whose mailbox: the practice as sender and the receiver as ISA names them. */
export interface Mailbox {
  readonly practiceId: string
  readonly senderQualifier: string
  readonly senderId: string
  readonly receiverQualifier: string
  readonly receiverId: string
}

export interface OutgoingFile {
  /** A uuid that stays the same however often the file is sent. */
  readonly id: string
  readonly name: string
  readonly bytes: Uint8Array
}

export interface IncomingFile {
  /** What the file is confirmed by. */
  readonly handle: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** Why something was not done: a code of ours (`unreachable`, `timeout`, `core-UnAuthorized`), no text of the other side. */
export interface Failure {
  readonly code: string
  /** The fingerprint of the key that the other side has shown, where it is not the one that is pinned. */
  readonly seenKey?: string
}

/** How a sending ended: taken by the other side, or not, with a code for the worklist. */
export type Sent = { readonly taken: true } | ({ readonly taken: false } & Failure)

/** `pause`: seconds after which to look again; left out, with the next sweep. */
export type Fetched = { readonly pause?: number } & (
  | { readonly reached: true; readonly files: readonly IncomingFile[] }
  | ({ readonly reached: false } & Failure)
)

/** Failures are answers, never thrown: the other side being away is no fault of ours. */
export interface Clearinghouse {
  /** At least once: the same file may be sent again, with the same id and bytes. */
  readonly send: (mailbox: Mailbox, file: OutgoingFile) => Promise<Sent>
  /** What waits there, some at a time. A file is handed out until it is confirmed. */
  readonly fetch: (mailbox: Mailbox) => Promise<Fetched>
  /** Says that the file is stored here; false when that could not be said, so that it will come again. */
  readonly confirm: (mailbox: Mailbox, handle: string) => Promise<boolean>
  /** The same for many at once, where each one by itself would be a call of its own; gives those that were told. */
  readonly confirmAll?: (mailbox: Mailbox, handles: readonly string[]) => Promise<readonly string[]>
}

/** Confirms files, together where that is offered; gives the handles of those whose other side knows. */
export const confirmFiles = async (
  clearinghouse: Clearinghouse,
  mailbox: Mailbox,
  handles: readonly string[],
): Promise<readonly string[]> => {
  if (handles.length === 0) return []
  if (clearinghouse.confirmAll !== undefined) return clearinghouse.confirmAll(mailbox, handles)
  const confirmed: string[] = []
  for (const handle of handles) if (await clearinghouse.confirm(mailbox, handle)) confirmed.push(handle)
  return confirmed
}

/** Files fetched at most at once; what is left waits for the next time. */
export const mostFetched = 50

/** Names that the other side leaves alone, and that we leave alone: files which are still being written. */
export const isUnfinished = (name: string): boolean => name.startsWith('.') || /\.(tmp|part)$/.test(name)

/** Where no clearinghouse is set up: nothing leaves, and the worklist says why. */
export const noClearinghouse: Clearinghouse = {
  send: async () => ({ taken: false, code: 'no-clearinghouse' }),
  fetch: async () => ({ reached: true, files: [] }),
  confirm: async () => false,
}
