// Passwords: argon2id, with what it costs written beside each hash, so that the cost can be raised.
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * 19 MiB, two passes, one lane: the first of the equal choices of OWASP's Password Storage Cheat Sheet. About 90 ms
 * on a small server, of one core, off the main thread.
 */
const usual = { memory: 19_456, passes: 2, parallelism: 1 }
const tagLength = 32

type Cost = typeof usual

const derive = (password: string, nonce: Uint8Array, cost: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    argon2('argon2id', { message: password.normalize('NFC'), nonce, tagLength, ...cost }, (fault, tag) =>
      fault === null ? resolve(tag) : reject(fault),
    )
  })

const written = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/=+$/, '')

/** The hash as it is kept (the PHC form of argon2). */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, usual)
  const { memory, passes, parallelism } = usual
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${written(salt)}$${written(tag)}`
}

const form = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

// Somebody without a password costs as much time as somebody with one, so that the time tells nothing.
const nobodys = `$argon2id$v=19$m=19456,t=2,p=1$${written(Buffer.alloc(16))}$${written(Buffer.alloc(tagLength))}`

/** True when the password is the one the hash was made of. Null, for nobody's account, is never right. */
export const isPassword = async (password: string, hash: string | null): Promise<boolean> => {
  const found = form.exec(hash ?? nobodys)
  if (found === null) throw new Error('a stored password is not an argon2id hash')
  const [, memory, passes, parallelism, salt = '', tag = ''] = found
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const right = Buffer.from(tag, 'base64')
  const given = await derive(password, Buffer.from(salt, 'base64'), cost)
  return right.length === given.length && timingSafeEqual(right, given) && hash !== null
}
