// Secrets are made once, kept, and read by nobody else.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepSecret, readSecret } from './secret.ts'

describe('a secret of an installation', () => {
  let folder: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-thread-secret-'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  test('is made at its first use and the same ever after', () => {
    const made = keepSecret(folder, 'door')
    expect(made).toMatch(/^[\w-]{32}$/)
    expect([keepSecret(folder, 'door'), readSecret(folder, 'door')]).toEqual([made, made])
    expect(keepSecret(folder, 'other-door')).not.toBe(made)
  })

  test('is readable by the account that serves alone', () => {
    keepSecret(folder, 'door')
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'secrets', 'door')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(folder, 'secrets'))).toEqual(['door'])
  })

  test('that was never made is not made by reading it', () => {
    expect(readSecret(folder, 'door')).toBeNull()
    expect(readdirSync(folder)).toEqual([])
  })

  test('whose file is empty is made anew', () => {
    mkdirSync(join(folder, 'secrets'))
    writeFileSync(join(folder, 'secrets', 'door'), '')
    expect(keepSecret(folder, 'door')).not.toBe('')
  })
})
