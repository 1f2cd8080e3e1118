// Secrets of an installation: files that only the account which serves may read, made once and kept.
import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const readKept = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw fault
  }
}

/** A password of 192 random bits in letters, digits, `-` and `_`. */
export const newPassword = (): string => randomBytes(24).toString('base64url')

/** Reads the secret of this name under `folder/secrets`, or null when it was never made. */
export const readSecret = (folder: string, name: string): string | null =>
  readKept(join(folder, 'secrets', name))

/**
 * Reads the secret of this name under `folder/secrets`, made at its first use. It is written whole under another name
 * and linked into place, so that a start cut off in between leaves no half secret that locks its owner out.
 */
export const keepSecret = (folder: string, name: string, make: () => string = newPassword): string => {
  const secrets = join(folder, 'secrets')
  mkdirSync(secrets, { recursive: true, mode: 0o700 })
  const path = join(secrets, name)
  const kept = readKept(path)
  if (kept !== null && kept !== '') return kept
  const half = join(secrets, `.${name}.${process.pid}`)
  rmSync(half, { force: true })
  const file = openSync(half, 'wx', 0o600)
  const secret = make()
  writeSync(file, `${secret}\n`)
  fsyncSync(file)
  closeSync(file)
  if (kept === '') rmSync(path)
  linkSync(half, path)
  rmSync(half)
  return secret
}
