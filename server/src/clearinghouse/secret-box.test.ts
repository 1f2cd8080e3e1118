// Secrets are opened with their own key, for what they were locked for, and only while nobody has touched them.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { secretBox, secretKey } from './secret-box.ts'

const box = secretBox(randomBytes(32))
const secret = 'seven quiet lanterns, önce daha'

test('a secret is opened as it was locked, and is not locked alike twice', () => {
  const [one, other] = [box.lock(secret, 'an account'), box.lock(secret, 'an account')]
  expect(box.open(one, 'an account')).toBe(secret)
  expect(Buffer.from(one.bytes).includes(Buffer.from('lanterns'))).toBe(false)
  expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0)
})

test('a secret is not opened for another account, with another key, or after it was changed', () => {
  const locked = box.lock(secret, 'an account')
  expect(box.open(locked, 'another account')).toBeNull()
  const other = secretBox(randomBytes(32))
  expect(other.open(locked, 'an account')).toBeNull()
  expect(other.open({ ...locked, keyId: other.lock('', '').keyId }, 'an account')).toBeNull()
  for (let at = 0; at < locked.bytes.length; at += 1) {
    const bytes = Uint8Array.from(locked.bytes, (byte, index) => (index === at ? byte ^ 1 : byte))
    expect(box.open({ ...locked, bytes }, 'an account')).toBeNull()
  }
  expect(box.open({ ...locked, bytes: locked.bytes.subarray(0, 20) }, 'an account')).toBeNull()
})

test('a purpose has a key of its own, which another purpose or installation does not have', () => {
  const [one, again, other] = ['a', 'a', 'b'].map((purpose) =>
    Buffer.from(box.derive(purpose)).toString('hex'),
  )
  expect(one).toMatch(/^[0-9a-f]{64}$/)
  expect(again).toBe(one)
  expect(other).not.toBe(one)
  expect(Buffer.from(secretBox(randomBytes(32)).derive('a')).toString('hex')).not.toBe(one)
})

test('the key is made once, for the account that serves alone, unless one is given', () => {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-secrets-'))
  const made = secretKey(folder, null)
  expect(made).toHaveLength(32)
  expect(Buffer.compare(secretKey(folder, null), made)).toBe(0)
  expect(statSync(join(folder, 'account-secrets.key')).mode & 0o077).toBe(0)
  expect(Buffer.from(secretKey(folder, 'ab'.repeat(32))).toString('hex')).toBe('ab'.repeat(32))
  rmSync(folder, { recursive: true })
})
