// Where PostgreSQL's account may come, and where it may not.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canReach } from './system-account.ts'

// Belongs to no account of any machine, so that the bits for others decide.
const stranger = { uid: 3_987_654, gid: 3_987_654 }

describe('a folder', () => {
  let parent: string
  let folder: string

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'golden-thread-reach-'))
    folder = join(parent, 'inner')
    mkdirSync(folder)
  })
  afterEach(() => {
    chmodSync(parent, 0o700)
    rmSync(parent, { recursive: true, force: true })
  })

  test.each([
    [0o755, 0o755, true],
    [0o711, 0o711, true],
    [0o700, 0o755, false],
    [0o755, 0o700, false],
    [0o750, 0o755, false],
    [0o744, 0o755, false],
  ])('of mode %o that holds one of mode %o is reached by a stranger: %s', (outer, inner, reached) => {
    chmodSync(folder, inner)
    chmodSync(parent, outer)
    expect(canReach(folder, stranger)).toBe(reached)
  })

  test('of one’s own is reached by the bits of its owner', () => {
    chmodSync(folder, 0o700)
    chmodSync(parent, 0o700)
    const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
    expect(canReach(folder, own)).toBe(true)
    expect(canReach(folder, null)).toBe(true)
  })
})
