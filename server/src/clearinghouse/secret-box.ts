// Locks the secrets of accounts before they are stored: AES-256-GCM under a key that the database does not have.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LockedSecret {
  /** Names the key, and tells nothing of it. */
  readonly keyId: string
  /** Nonce, tag, and the locked text. */
  readonly bytes: Uint8Array
}

/** `about` says whose the secret is: it opens there alone, so that a row copied elsewhere opens nothing. */
export interface SecretBox {
  readonly lock: (text: string, about: string) => LockedSecret
  /** Null when it was locked with another key, for something else, or was changed since. */
  readonly open: (locked: LockedSecret, about: string) => string | null
  /** 32 bytes of their own for a purpose: the same each time, and telling nothing of the key or of another purpose. */
  readonly derive: (purpose: string) => Uint8Array
}

const [nonceLength, tagLength, keyLength] = [12, 16, 32]

const idOf = (key: Uint8Array): string =>
  createHash('sha256').update('golden-thread/secret-key/1').update(key).digest('hex').slice(0, 16)

/** The box of a key of 32 bytes. */
export const secretBox = (key: Uint8Array): SecretBox => {
  if (key.length !== keyLength) throw new RangeError('a key has 32 bytes')
  const keyId = idOf(key)
  return {
    derive: (purpose) =>
      createHmac('sha256', key).update('golden-thread/derived/1\0').update(purpose, 'utf8').digest(),
    lock: (text, about) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      const locked = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return { keyId, bytes: Buffer.concat([nonce, cipher.getAuthTag(), locked]) }
    },
    open: ({ keyId: lockedBy, bytes }, about) => {
      if (lockedBy !== keyId || bytes.length < nonceLength + tagLength) return null
      const tag = bytes.subarray(nonceLength, nonceLength + tagLength)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
        .setAAD(Buffer.from(about))
        .setAuthTag(tag)
      try {
        const text = decipher.update(bytes.subarray(nonceLength + tagLength))
        return Buffer.concat([text, decipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

const keyFile = 'account-secrets.key'

/** The key as it was given (64 hex digits), else the one of `secrets/`, made there (0600) when there is none. */
export const secretKey = (secretsFolder: string, given: string | null): Uint8Array => {
  if (given !== null) return Buffer.from(given, 'hex')
  const path = join(secretsFolder, keyFile)
  if (existsSync(path)) return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  mkdirSync(secretsFolder, { recursive: true, mode: 0o700 })
  const key = randomBytes(keyLength)
  writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  return key
}
