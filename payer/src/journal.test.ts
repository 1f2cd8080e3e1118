// The journal: what was written is there, what was not finished is not, and damage is told from an unfinished end.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { instant } from '@goldenthread/core/values/day.ts'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openJournal, readJournal } from './journal.ts'
import type { JournalRecord } from './journal-record.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-journal-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (): string => path.join(folder, 'journal')
const confirmed = (n: number): JournalRecord => ({
  kind: 'confirmed',
  at: instant('2026-03-11T12:02:00Z'),
  payloadId: `payload ${n} with “quotes” and\nlines`,
})
const written = (count: number): readonly JournalRecord[] => {
  const journal = openJournal(folder)
  const records = Array.from({ length: count }, (_, n) => confirmed(n))
  for (const record of records) journal.append(record)
  journal.close()
  return records
}
const reopened = (): { readonly records: readonly JournalRecord[]; readonly cut: number } => {
  const { records, cut, close } = openJournal(folder)
  close()
  return { records, cut }
}

test('what was appended is there at the next opening, in its order', () => {
  const records = written(5)
  expect(reopened()).toEqual({ records, cut: 0 })
})

test('wherever a write was cut off, the records before it stand and the rest is as if never begun', () => {
  const records = written(4)
  const bytes = readFileSync(file())
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length }), (length) => {
      const found = readJournal(bytes.subarray(0, length))
      expect(found.whole).toBeLessThanOrEqual(length)
      expect(bytes.subarray(0, found.whole).toString().split('\n')).toHaveLength(found.records.length + 1)
      expect(found.records.slice(1)).toEqual(records.slice(0, Math.max(0, found.records.length - 1)))
    }),
    { examples: [[0], [bytes.length], [bytes.length - 1]] },
  )
})

test('an unfinished line is cut off once, and the next record follows the last whole one', () => {
  const records = written(2)
  const whole = readFileSync(file())
  writeFileSync(file(), Buffer.concat([whole, whole.subarray(whole.length - 40, whole.length - 1)]))
  const journal = openJournal(folder)
  expect([journal.records, journal.cut]).toEqual([records, 39])
  journal.append(confirmed(7))
  journal.close()
  expect(reopened()).toEqual({ records: [...records, confirmed(7)], cut: 0 })
})

test('an end of zeros, as a machine without power leaves it, is cut off', () => {
  const records = written(2)
  appendFileSync(file(), Buffer.alloc(512))
  expect(reopened()).toEqual({ records, cut: 512 })
})

describe('damage', () => {
  test('a byte changed in a line that others follow stops the start and names the line', () => {
    written(3)
    const text = readFileSync(file(), 'utf8')
    writeFileSync(file(), text.replace('payload 1', 'payload 9'))
    expect(() => openJournal(folder)).toThrow("The stand-in payer's journal is damaged in line 3.")
  })

  test('a journal of a newer form is not touched', () => {
    written(1)
    const newer = readFileSync(file(), 'utf8').split('\n').slice(1).join('\n')
    writeFileSync(file(), newer)
    expect(() => openJournal(folder)).toThrow('written by a newer program')
    expect(readFileSync(file(), 'utf8')).toBe(newer)
  })
})

test('a record that cannot be written leaves nothing of itself', () => {
  const journal = openJournal(folder)
  const before = readFileSync(file())
  journal.close()
  expect(() => journal.append(confirmed(1))).toThrow()
  expect(readFileSync(file())).toEqual(before)
})
