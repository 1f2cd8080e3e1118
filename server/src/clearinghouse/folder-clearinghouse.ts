// A mailbox that is a pair of folders, `in` for what goes there and `out` for what comes: also what SFTP shows of itself.
import { open, readFile, readdir, rename, unlink } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
  type Clearinghouse,
  type Fetched,
  type Mailbox,
  type OutgoingFile,
  type Sent,
  isUnfinished,
  mostFetched,
} from './clearinghouse.ts'

/** The folder that holds `in` and `out` of a mailbox; null when it has none. */
export type FolderOf = (mailbox: Mailbox) => string | null

const codeOf = (fault: unknown): string => {
  const code = (fault as { readonly code?: unknown }).code
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) ? `folder-${code}` : 'folder'
}

/** Syncs a folder's list of names, so that a rename outlives a power cut; some file systems cannot. */
const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r')
  try {
    await folder.sync().catch(() => undefined)
  } finally {
    await folder.close()
  }
}

/** What lies there under a name already; null when nothing does. */
const lyingThere = async (path: string): Promise<Uint8Array | null> => {
  try {
    return await readFile(path)
  } catch (fault) {
    if (codeOf(fault) === 'folder-ENOENT') return null
    throw fault
  }
}

/** False when another file lies there under this name, which is not ours to write over. */
const putWhole = async (folder: string, { id, name, bytes }: OutgoingFile): Promise<boolean> => {
  const lying = await lyingThere(join(folder, basename(name)))
  // Sent before, and not picked up yet.
  if (lying !== null) return Buffer.compare(lying, bytes) === 0
  const unfinished = join(folder, `.${id}.part`)
  const file = await open(unfinished, 'w')
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  // Only a rename shows a file at once and whole.
  await rename(unfinished, join(folder, basename(name)))
  await syncFolder(folder)
  return true
}

const send = async (folder: string | null, file: OutgoingFile): Promise<Sent> => {
  if (folder === null) return { taken: false, code: 'no-mailbox' }
  try {
    const put = await putWhole(join(folder, 'in'), file)
    return put ? { taken: true } : { taken: false, code: 'folder-name-taken' }
  } catch (fault) {
    return { taken: false, code: codeOf(fault) }
  }
}

const readWaiting = async (folder: string): Promise<Fetched> => {
  const names = (await readdir(folder, { withFileTypes: true }))
    .filter((entry) => entry.isFile() && !isUnfinished(entry.name))
    .map(({ name }) => name)
    .sort()
  const files = await Promise.all(
    names
      .slice(0, mostFetched)
      .map(async (name) => ({ handle: name, name, bytes: await readFile(join(folder, name)) })),
  )
  return { reached: true, files }
}

const fetchFrom = async (folder: string | null): Promise<Fetched> => {
  if (folder === null) return { reached: false, code: 'no-mailbox' }
  try {
    return await readWaiting(join(folder, 'out'))
  } catch (fault) {
    return { reached: false, code: codeOf(fault) }
  }
}

/** Taking a file out of the folder is the receipt. One that is gone was taken before. */
const confirm = async (folder: string | null, handle: string): Promise<boolean> => {
  if (folder === null || basename(handle) !== handle) return false
  try {
    await unlink(join(folder, 'out', handle))
    return true
  } catch (fault) {
    return codeOf(fault) === 'folder-ENOENT'
  }
}

/** A clearinghouse of folders. A file is written under a name that is left alone, synced, and then renamed. */
export const folderClearinghouse = (folderOf: FolderOf): Clearinghouse => ({
  send: (mailbox, file) => send(folderOf(mailbox), file),
  fetch: (mailbox) => fetchFrom(folderOf(mailbox)),
  confirm: (mailbox, handle) => confirm(folderOf(mailbox), handle),
})
