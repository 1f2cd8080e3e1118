// Reads what a command names: a file or a folder that is not there is a sentence, never a stack.
import { readFileSync } from 'node:fs'
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'

const unreadable = (name: string, error: unknown): Finding => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
  return {
    code: 'input:unreadable',
    severity: 'holds-claim',
    whose: 'platform',
    place: field(name),
    says: 'This could not be read.',
    remedy: 'Check the name and whether you may read it.',
    source: 'the file system',
    evidence: { reason: code },
  }
}

/** What `read` gives, or a finding that names what could not be read. */
export const readOrFinding = <T>(name: string, read: () => T): Result<T> => {
  try {
    return accepted(read())
  } catch (error) {
    return refused([unreadable(name, error)])
  }
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'nothing can be written there',
  ENOSPC: 'there is no room left',
  ENOTDIR: 'a part of that name is a file and not a folder',
  ENOENT: 'a folder of that name cannot be made',
}

/** What `write` gives, or a finding: all or nothing was written. */
export const writeOrFinding = <T>(name: string, write: () => T): Result<T> => {
  try {
    return accepted(write())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return refused([
      {
        code: 'output:unwritable',
        severity: 'holds-claim',
        whose: 'platform',
        place: field(name),
        says: `The files could not be written: ${words[code] ?? 'the folder refused them'}. Nothing was written.`,
        remedy: 'Name a folder that you may write to.',
        source: 'the file system',
        evidence: { reason: code },
      },
    ])
  }
}

/** A file as bytes. */
export const readBytes = (name: string): Result<Uint8Array> =>
  readOrFinding(name, () => new Uint8Array(readFileSync(name)))

/** A file as UTF-8 text. */
export const readText = (name: string): Result<string> =>
  readOrFinding(name, () => readFileSync(name, 'utf8'))
