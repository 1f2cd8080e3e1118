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

/**
 * How a sending ended: taken by the other side, or not, with a code for the worklist (`unreachable`, `timeout`,
 * `core-UnAuthorized`). No text of the other side.
 */
export type Sent = { readonly taken: true } | { readonly taken: false; readonly code: string }

export type Fetched =
  | { readonly reached: true; readonly files: readonly IncomingFile[] }
  | { readonly reached: false; readonly code: string }

/** Failures are answers, never thrown: the other side being away is no fault of ours. */
export interface Clearinghouse {
  /** At least once: the same file may be sent again, with the same id and bytes. */
  readonly send: (mailbox: Mailbox, file: OutgoingFile) => Promise<Sent>
  /** What waits there, some at a time. A file is handed out until it is confirmed. */
  readonly fetch: (mailbox: Mailbox) => Promise<Fetched>
  /** Says that the file is stored here; false when that could not be said, so that it will come again. */
  readonly confirm: (mailbox: Mailbox, handle: string) => Promise<boolean>
}

/** Files fetched at most at once; what is left waits for the next time. */
export const mostFetched = 50

/** Where no clearinghouse is set up: nothing leaves, and the worklist says why. */
export const noClearinghouse: Clearinghouse = {
  send: async () => ({ taken: false, code: 'no-clearinghouse' }),
  fetch: async () => ({ reached: true, files: [] }),
  confirm: async () => false,
}
