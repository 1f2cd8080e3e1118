// The payer's journal: an append-only file, each line under a checksum and on the disk before anyone is told of it.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type JournalRecord, journalForm } from './journal-record.ts'

/** A journal open for writing. Its calls are synchronous: what is decided, written and remembered is one turn. */
export interface Journal {
  /** All that stood in it at its opening, without the first line. */
  readonly records: readonly JournalRecord[]
  /** Bytes of a last line that was never finished, cut off at opening. */
  readonly cut: number
  /** Returns when the record is on the disk. Throws when it is not; then nothing of it is. */
  readonly append: (record: JournalRecord) => void
  readonly close: () => void
}

const sumOf = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 16)
const lineOf = (record: JournalRecord): string => {
  const json = JSON.stringify(record)
  return `${sumOf(json)} ${json}\n`
}

const readLine = (line: string): JournalRecord | null => {
  const json = line.slice(17)
  return line.slice(0, 16) === sumOf(json) && line[16] === ' ' ? (JSON.parse(json) as JournalRecord) : null
}

const newline = 10

/**
 * The whole records of a journal, and how many bytes they take. Only the end can be unfinished, since every line was on
 * the disk before the next was begun; a fault before it is damage, and throws.
 */
export const readJournal = (
  bytes: Buffer,
): { readonly records: readonly JournalRecord[]; readonly whole: number } => {
  const records: JournalRecord[] = []
  let whole = 0
  while (whole < bytes.length) {
    const end = bytes.indexOf(newline, whole)
    const record = end === -1 ? null : readLine(bytes.toString('utf8', whole, end))
    if (record === null) {
      if (end !== -1 && end < bytes.length - 1)
        throw new Error(`The stand-in payer's journal is damaged in line ${records.length + 1}.`)
      break
    }
    records.push(record)
    whole = end + 1
  }
  return { records, whole }
}

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const readOrEmpty = (file: string): Buffer => {
  try {
    return readFileSync(file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
}

const checkForm = ([first]: readonly JournalRecord[]): void => {
  if (first !== undefined && (first.kind !== 'opened' || first.form > journalForm))
    throw new Error("The stand-in payer's journal was written by a newer program.")
}

/** Opens the journal of a folder, makes it when there is none, and cuts an unfinished last line off. */
export const openJournal = (folder: string): Journal => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'journal')
  const bytes = readOrEmpty(file)
  const { records, whole } = readJournal(bytes)
  checkForm(records)
  const handle = openSync(file, 'a', 0o600)
  let length = whole
  const append = (record: JournalRecord): void => {
    const line = Buffer.from(lineOf(record))
    try {
      for (let written = 0; written < line.length; ) written += writeSync(handle, line, written)
      fsyncSync(handle)
    } catch (error) {
      ftruncateSync(handle, length)
      throw error
    }
    length += line.length
  }
  ftruncateSync(handle, whole)
  if (records.length === 0) append({ kind: 'opened', form: journalForm })
  fsyncSync(handle)
  syncFolder(folder)
  return { records: records.slice(1), cut: bytes.length - whole, append, close: () => closeSync(handle) }
}
