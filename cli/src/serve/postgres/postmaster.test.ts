// PostgreSQL's own lock: what it tells, and when a living number is not the one it meant.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answers, isAlive, isPostmasterOf, readPostmasterFile } from './postmaster.ts'

const whole = '4211\n/data/pg-18\n1780000000\n5432\n/data/pg-18\n\n  54321  98\nready   \n'

describe('the lock of a cluster', () => {
  let cluster: string

  beforeEach(() => {
    cluster = mkdtempSync(join(tmpdir(), 'golden-thread-lock-'))
  })
  afterEach(() => rmSync(cluster, { recursive: true, force: true }))

  test.each([
    ['whole', whole, { pid: 4211, port: 5432, socketFolder: '/data/pg-18', status: 'ready' }],
    ['of one that starts', '4211\n/data/pg-18\n1780000000\n', { pid: 4211, socketFolder: '', status: '' }],
    ['of a program that serves nobody', '-4211\n/data/pg-18\n', { pid: 4211, status: '' }],
    ['that is being written', '', null],
    ['of no number', 'nonsense\n', null],
  ])('%s is read by its lines', (_, text, expected) => {
    writeFileSync(join(cluster, 'postmaster.pid'), text)
    if (expected === null) expect(readPostmasterFile(cluster)).toBeNull()
    else expect(readPostmasterFile(cluster)).toMatchObject(expected)
  })

  test('that is not there is none', () => {
    expect(readPostmasterFile(cluster)).toBeNull()
  })

  test('of a living process that is no PostgreSQL names no postmaster', () => {
    expect([isAlive(process.pid), isPostmasterOf(process.pid, cluster)]).toEqual([true, false])
  })

  test('without a socket gets no answer', async () => {
    expect(await answers(cluster, 5432)).toBe(false)
  })
})
