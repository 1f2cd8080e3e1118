// An SFTP server in this process (ssh2) over a folder of the disk: what a clearinghouse shows of itself.
import {
  closeSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  existsSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import ssh2, { type Attributes, type AuthContext, type Connection, type SFTPWrapper } from 'ssh2'
import { fingerprint } from '../src/clearinghouse/sftp-connection.ts'

/** A pair of keys that ssh2 reads itself: about one in a hundred of those it makes it does not. */
export const newKeyPair = (): { readonly public: string; readonly private: string } => {
  for (;;) {
    const pair = ssh2.utils.generateKeyPairSync('ed25519')
    const isRead = [pair.public, pair.private].every((key) => !(ssh2.utils.parseKey(key) instanceof Error))
    if (isRead) return pair
  }
}

const { STATUS_CODE: status, OPEN_MODE: mode } = ssh2.utils.sftp

export interface SftpServer {
  readonly address: string
  readonly hostKey: string
  /** Logins that were tried, by whether they were let in. */
  readonly logins: { well: number; refused: number }
  /** Has it take connections and never say a word. */
  silent: boolean
  readonly close: () => Promise<void>
}

interface Given {
  /** The folder that whoever signs in sees as `/`. */
  readonly root: string
  readonly userName: string
  readonly password: () => string
  /** A public key that may sign in too, in OpenSSH's form. */
  readonly publicKey?: string
}

const attributesOf = (path: string): Attributes => {
  const { mode: bits, uid, gid, size, atimeMs, mtimeMs } = lstatSync(path)
  return { mode: bits, uid, gid, size, atime: atimeMs / 1000, mtime: mtimeMs / 1000 }
}

/** Files by handle, and folders that are being listed. */
const serveFiles = (sftp: SFTPWrapper, root: string): void => {
  const open = new Map<number, { readonly file: number } | { readonly folder: string; told: boolean }>()
  let last = 0
  const on = (path: string): string => join(root, path)
  const handle = (it: { readonly file: number } | { readonly folder: string; told: boolean }): Buffer => {
    last += 1
    open.set(last, it)
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(last)
    return bytes
  }
  const held = (bytes: Buffer) => open.get(bytes.readUInt32BE(0))
  const trying = (request: number, act: () => void): void => {
    try {
      act()
    } catch (fault) {
      const { code } = fault as { readonly code?: string }
      sftp.status(request, code === 'ENOENT' ? status.NO_SUCH_FILE : status.FAILURE)
    }
  }
  const fileOf = (bytes: Buffer): number => {
    const it = held(bytes)
    if (it === undefined || !('file' in it)) throw new Error('no open file')
    return it.file
  }
  sftp.on('OPEN', (request, path, flags) =>
    trying(request, () => {
      const writes = (flags & mode.WRITE) !== 0
      sftp.handle(request, handle({ file: openSync(on(path), writes ? 'w' : 'r') }))
    }),
  )
  sftp.on('WRITE', (request, bytes, offset, data) =>
    trying(request, () => {
      writeSync(fileOf(bytes), data, 0, data.length, offset)
      sftp.status(request, status.OK)
    }),
  )
  sftp.on('READ', (request, bytes, offset, length) =>
    trying(request, () => {
      const into = Buffer.alloc(length)
      const read = readSync(fileOf(bytes), into, 0, length, offset)
      if (read === 0) sftp.status(request, status.EOF)
      else sftp.data(request, into.subarray(0, read))
    }),
  )
  const tellAttributes = (request: number, path: string): void =>
    trying(request, () => sftp.attrs(request, attributesOf(on(path))))
  sftp.on('STAT', tellAttributes)
  sftp.on('LSTAT', tellAttributes)
  sftp.on('FSTAT', (request) => sftp.status(request, status.OP_UNSUPPORTED))
  sftp.on('CLOSE', (request, bytes) =>
    trying(request, () => {
      const it = held(bytes)
      if (it !== undefined && 'file' in it) closeSync(it.file)
      open.delete(bytes.readUInt32BE(0))
      sftp.status(request, status.OK)
    }),
  )
  sftp.on('OPENDIR', (request, path) =>
    trying(request, () => {
      readdirSync(on(path))
      sftp.handle(request, handle({ folder: on(path), told: false }))
    }),
  )
  sftp.on('READDIR', (request, bytes) =>
    trying(request, () => {
      const it = held(bytes)
      if (it === undefined || !('folder' in it) || it.told) return sftp.status(request, status.EOF)
      it.told = true
      const names = readdirSync(it.folder)
      sftp.name(
        request,
        names.map((filename) => ({
          filename,
          longname: filename,
          attrs: attributesOf(join(it.folder, filename)),
        })),
      )
    }),
  )
  sftp.on('REMOVE', (request, path) =>
    trying(request, () => {
      unlinkSync(on(path))
      sftp.status(request, status.OK)
    }),
  )
  // As version 3 of SFTP has it: a name that is taken is not written over.
  sftp.on('RENAME', (request, from, to) =>
    trying(request, () => {
      if (existsSync(on(to))) return sftp.status(request, status.FAILURE)
      renameSync(on(from), on(to))
      sftp.status(request, status.OK)
    }),
  )
}

/** Starts it on a free port of this computer, with a key of its own. */
export const openSftpServer = async (given: Given): Promise<SftpServer> => {
  const key = newKeyPair()
  const parsed = ssh2.utils.parseKey(key.public)
  if (parsed instanceof Error) throw parsed
  const known = given.publicKey === undefined ? null : ssh2.utils.parseKey(given.publicKey)
  if (known instanceof Error) throw known
  const logins = { well: 0, refused: 0 }
  const mayEnter = (asked: AuthContext): boolean => {
    if (asked.username !== given.userName) return false
    if (asked.method === 'password') return asked.password === given.password()
    if (asked.method !== 'publickey' || known === null) return false
    if (!asked.key.data.equals(known.getPublicSSH())) return false
    return (
      asked.signature === undefined ||
      known.verify(asked.blob ?? '', asked.signature, asked.hashAlgo) === true
    )
  }
  const connections = new Set<Connection>()
  const server = new ssh2.Server({ hostKeys: [key.private] }, (client) => {
    connections.add(client)
    // The types know it of clients alone.
    ;(client as unknown as { setNoDelay: (on: boolean) => void }).setNoDelay(true)
    client.on('error', () => undefined)
    client.on('close', () => connections.delete(client))
    client.on('authentication', (asked) => {
      if (made.silent) return
      if (asked.method === 'none') return asked.reject(['password', 'publickey'])
      if (!mayEnter(asked)) {
        logins.refused += 1
        return asked.reject(['password', 'publickey'])
      }
      logins.well += 1
      asked.accept()
    })
    client.on('session', (accept) => {
      accept().on('sftp', (take) => serveFiles(take(), given.root))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const made: SftpServer = {
    address: `sftp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hostKey: fingerprint(parsed.getPublicSSH()),
    logins,
    silent: false,
    close: async () => {
      for (const each of connections) each.end()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
  return made
}
