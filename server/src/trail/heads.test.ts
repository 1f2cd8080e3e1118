// Heads outside the database: signed, in order, read back, and a forged one seen.
import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { instant } from '@goldenthread/core/values/day.ts'
import { makeLog } from '../log.ts'
import { headKey, openHeads, readHeads } from './heads.ts'

const folder = mkdtempSync(join(tmpdir(), 'golden-thread-heads-'))
afterAll(() => rmSync(folder, { recursive: true }))

const log = makeLog({ level: 'silent' })
const at = instant('2026-03-10T14:00:00Z')
const practice = (digit: number) => `00000000-0000-7000-8000-00000000000${digit}`
const head = (number: number) => ({ number, hash: `${number}`.padStart(64, '0'), at })

describe('heads of the trail', () => {
  test('are written once they are told, the newest alone, and read back as they were', async () => {
    const key = headKey(join(folder, 'secrets'))
    const heads = openHeads(folder, key, log)
    for (const number of [1, 3, 2]) heads.note(practice(1), head(number))
    await heads.flush()
    heads.note(practice(1), head(2))
    heads.note(practice(1), head(7))
    await heads.close()
    const { heads: read, forged } = await readHeads(folder, practice(1), key)
    expect(read.map(({ number }) => number)).toEqual([3, 7])
    expect(forged).toEqual([])
  })

  test('are signed with a key that is made once and that nobody else may read', () => {
    const first = headKey(join(folder, 'secrets'))
    expect(headKey(join(folder, 'secrets')).equals(first)).toBe(true)
    expect(statSync(join(folder, 'secrets', 'trail-heads.pem')).mode & 0o777).toBe(0o600)
  })

  test('that were changed, moved to another practice or signed by another are forged', async () => {
    const key = headKey(join(folder, 'secrets'))
    const heads = openHeads(folder, key, log)
    const stranger = openHeads(folder, generateKeyPairSync('ed25519').privateKey, log)
    heads.note(practice(2), head(5))
    await heads.close()
    stranger.note(practice(2), head(6))
    await stranger.close()
    const path = join(folder, `${practice(2)}.jsonl`)
    const text = readFileSync(path, 'utf8')
    const changed = text.split('\n')[0]?.replace('"number":5', '"number":4') ?? ''
    const moved = readFileSync(join(folder, `${practice(1)}.jsonl`), 'utf8').split('\n')[0] ?? ''
    writeFileSync(path, `${text}${changed}\n${moved}\nnonsense\n{"number":9`)
    const read = await readHeads(folder, practice(2), key)
    expect(read.heads.map(({ number }) => number)).toEqual([5])
    // The last line has no end: a crash cut it, and nobody is to blame.
    expect(read.forged).toEqual([2, 3, 4, 5])
  })

  test('of a practice that has none are none', async () => {
    const key = headKey(join(folder, 'secrets'))
    expect(await readHeads(folder, practice(9), key)).toEqual({ heads: [], forged: [] })
  })
})
