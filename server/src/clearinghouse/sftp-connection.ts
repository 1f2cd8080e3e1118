// One SFTP connection (ssh2): the other side's key is pinned, every wait has an end, and faults are codes of ours.
import { createHash } from 'node:crypto'
import ssh2, { type FileEntryWithStats, type SFTPWrapper } from 'ssh2'
import { type HostSettings, findHost } from './allowed-host.ts'
import type { Failure } from './clearinghouse.ts'

export interface SftpAccount {
  readonly host: string
  readonly port: number
  readonly userName: string
  /** A password, or a private key in its PEM or OpenSSH form. */
  readonly secret: string
  /** What decides which addresses may be asked. */
  readonly settings: HostSettings
  /** `SHA256:…`; null: no key is known yet, and none is trusted. */
  readonly hostKey: string | null
}

export interface SftpConnection {
  readonly list: (folder: string) => Promise<readonly FileEntryWithStats[]>
  readonly read: (path: string) => Promise<Uint8Array>
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>
  readonly rename: (from: string, to: string) => Promise<void>
  readonly remove: (path: string) => Promise<void>
}

/** An error that carries why, for whoever asked. */
type SftpFault = Error & { readonly failure: Failure }

const faultOf = (failure: Failure): SftpFault => Object.assign(new Error(failure.code), { failure })

/** The numbers of SFTP's own answers that tell a person something (draft-ietf-secsh-filexfer-02, section 7). */
const answers: Readonly<Record<number, string>> = {
  2: 'sftp-no-such-file',
  3: 'sftp-permission-denied',
}

/** Why it failed, by a code of ours: what the other side says of it is not repeated. */
export const failureOf = (fault: unknown): Failure => {
  const { failure, level, code } = fault as {
    readonly failure?: Failure
    readonly level?: unknown
    readonly code?: unknown
  }
  if (failure !== undefined) return failure
  if (level === 'client-authentication') return { code: 'sftp-login' }
  if (level === 'client-socket' || level === 'client-dns') return { code: 'unreachable' }
  if (level === 'client-timeout') return { code: 'timeout' }
  if (typeof code === 'number') return { code: answers[code] ?? 'sftp-failed' }
  return { code: 'unreachable' }
}

/** The fingerprint of a key as `ssh-keygen -l` shows it. */
export const fingerprint = (key: Uint8Array): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

const isKey = (secret: string): boolean => secret.trimStart().startsWith('-----BEGIN ')

type Done<T> = (fault: Error | null | undefined, value: T) => void

const told = <T>(ask: (done: Done<T>) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    ask((fault, value) => {
      if (fault) reject(fault)
      else resolve(value)
    })
  })

const connectionOf = (sftp: SFTPWrapper): SftpConnection => ({
  list: (folder) => told((done) => sftp.readdir(folder, done)),
  read: (path) => told<Buffer>((done) => sftp.readFile(path, done)),
  write: (path, bytes) => told<void>((done) => sftp.writeFile(path, Buffer.from(bytes), done as () => void)),
  rename: (from, to) => told<void>((done) => sftp.rename(from, to, done as () => void)),
  remove: (path) => told<void>((done) => sftp.unlink(path, done as () => void)),
})

/**
 * Connects, does the work and hangs up, all within `patience` milliseconds. Throws what `failureOf` reads. Where the
 * other side shows another key than the pinned one nothing is told to it: neither name nor secret.
 */
export const overSftp = async <T>(
  account: SftpAccount,
  patience: number,
  work: (connection: SftpConnection) => Promise<T>,
): Promise<T> => {
  const client = new ssh2.Client()
  let seenKey: string | null = null
  let fail: (fault: unknown) => void = () => undefined
  const broken = new Promise<never>((_resolve, reject) => {
    fail = reject
  })
  // Whoever awaits it has it; a fault after the work is nobody's.
  broken.catch(() => undefined)
  const timer = setTimeout(() => fail(faultOf({ code: 'timeout' })), patience)
  client.on('error', (fault) => {
    if (seenKey === null) fail(fault)
    else fail(faultOf({ code: account.hostKey === null ? 'sftp-key-unknown' : 'sftp-key-other', seenKey }))
  })
  // Small messages back and forth: none of them waits for the next.
  client.on('connect', () => client.setNoDelay(true))
  client.on('close', () => fail(faultOf({ code: 'unreachable' })))
  const ready = new Promise<void>((resolve) => client.once('ready', () => resolve()))
  const { secret, userName: username, port, hostKey } = account
  try {
    if (isKey(secret) && ssh2.utils.parseKey(secret) instanceof Error)
      throw faultOf({ code: 'sftp-key-unreadable' })
    const there = await Promise.race([findHost(account.host, account.settings), broken])
    if (there === null) throw faultOf({ code: 'account-address' })
    client.connect({
      host: there.address,
      port,
      username,
      ...(isKey(secret) ? { privateKey: secret } : { password: secret }),
      readyTimeout: patience,
      hostVerifier: (key: Buffer) => {
        const shown = fingerprint(key)
        if (shown === hostKey) return true
        seenKey = shown
        return false
      },
    })
    await Promise.race([ready, broken])
    const sftp = await Promise.race([told<SFTPWrapper>((done) => client.sftp(done)), broken])
    return await Promise.race([work(connectionOf(sftp)), broken])
  } finally {
    clearTimeout(timer)
    client.destroy()
  }
}
