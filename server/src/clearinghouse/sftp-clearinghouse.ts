// A clearinghouse over SFTP: files are written under a name that is left alone and then renamed; fetched, and removed when stored.
import { basename } from 'node:path'
import {
  type Clearinghouse,
  type Fetched,
  type IncomingFile,
  type OutgoingFile,
  type Sent,
  isUnfinished,
  mostFetched,
} from './clearinghouse.ts'
import { type SftpAccount, type SftpConnection, failureOf, overSftp } from './sftp-connection.ts'

export interface SftpSettings {
  readonly account: SftpAccount
  readonly sendFolder: string
  readonly fetchFolder: string
  /** Milliseconds for one sending or fetching, from the first byte to the last. */
  readonly patience?: number
}

/** Shorter than the pause before a batch is tried again. */
const usualPatience = 25_000

/** Bytes of one file, and of the files fetched at once: no answer of a payer comes near it. */
const mostBytes = 64 * 1024 * 1024

const inFolder = (folder: string, name: string): string => `${folder.replace(/\/+$/, '')}/${name}`

const codeOf = (fault: unknown): string => failureOf(fault).code

/** What lies there under a name already; null when nothing does. */
const lyingThere = async (connection: SftpConnection, path: string): Promise<Uint8Array | null> => {
  try {
    return await connection.read(path)
  } catch (fault) {
    if (codeOf(fault) === 'sftp-no-such-file') return null
    throw fault
  }
}

const putWhole = async (
  connection: SftpConnection,
  folder: string,
  { id, name, bytes }: OutgoingFile,
): Promise<Sent> => {
  const path = inFolder(folder, basename(name))
  const lying = await lyingThere(connection, path)
  // Sent before and not picked up yet, or another file that is not ours to write over.
  if (lying !== null)
    return Buffer.compare(lying, bytes) === 0 ? { taken: true } : { taken: false, code: 'sftp-name-taken' }
  const unfinished = inFolder(folder, `.${id}.part`)
  await connection.write(unfinished, bytes)
  // Only a rename shows a file at once and whole.
  await connection.rename(unfinished, path)
  return { taken: true }
}

/** What is fetched at once. A file too large for that keeps none of the others back; alone there, it is told. */
const readWaiting = async (connection: SftpConnection, folder: string): Promise<Fetched> => {
  const waiting = (await connection.list(folder))
    .filter(({ filename, attrs }) => attrs.isFile() && !isUnfinished(filename))
    .toSorted((one, other) => (one.filename < other.filename ? -1 : 1))
  const fitting = waiting.filter(({ attrs }) => attrs.size <= mostBytes)
  const files: IncomingFile[] = []
  let room = mostBytes
  for (const { filename, attrs } of fitting.slice(0, mostFetched)) {
    room -= attrs.size
    if (room < 0) break
    const bytes = await connection.read(inFolder(folder, filename))
    // One that grew meanwhile is still being written under its own name: it is taken the next time.
    if (bytes.length === attrs.size) files.push({ handle: filename, name: filename, bytes })
  }
  return files.length === 0 && fitting.length < waiting.length
    ? { reached: false, code: 'sftp-file-too-large' }
    : { reached: true, files }
}

/** Taking a file out of the folder is the receipt. One that is gone was taken before. */
const removeAll = async (
  connection: SftpConnection,
  folder: string,
  handles: readonly string[],
): Promise<readonly string[]> => {
  const removed: string[] = []
  for (const handle of handles) {
    if (basename(handle) !== handle) continue
    try {
      await connection.remove(inFolder(folder, handle))
      removed.push(handle)
    } catch (fault) {
      if (codeOf(fault) === 'sftp-no-such-file') removed.push(handle)
    }
  }
  return removed
}

/** A clearinghouse of one account. */
export const sftpClearinghouse = ({
  account,
  sendFolder,
  fetchFolder,
  patience = usualPatience,
}: SftpSettings): Clearinghouse => {
  const confirmAll = async (handles: readonly string[]): Promise<readonly string[]> => {
    try {
      return await overSftp(account, patience, (connection) => removeAll(connection, fetchFolder, handles))
    } catch {
      return []
    }
  }
  return {
    send: async (_mailbox, file): Promise<Sent> => {
      try {
        return await overSftp(account, patience, (connection) => putWhole(connection, sendFolder, file))
      } catch (fault) {
        return { taken: false, ...failureOf(fault) }
      }
    },
    fetch: async (): Promise<Fetched> => {
      try {
        return await overSftp(account, patience, (connection) => readWaiting(connection, fetchFolder))
      } catch (fault) {
        return { reached: false, ...failureOf(fault) }
      }
    },
    confirm: async (_mailbox, handle) => (await confirmAll([handle])).length > 0,
    confirmAll: (_mailbox, handles) => confirmAll(handles),
  }
}
