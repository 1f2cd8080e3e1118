// The files a thread sent and received: named, hashed, and written to a folder all or none.
import { createHash, randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import type { ThreadFile } from '@goldenthread/core/thread/outcome.ts'

export interface NamedFile extends ThreadFile {
  readonly sha256: string
}

/** SHA-256 of a text's UTF-8, hex: the function core asks for. */
export const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')

export const withHash = (file: ThreadFile): NamedFile => ({
  ...file,
  sha256: createHash('sha256').update(file.bytes).digest('hex'),
})

export interface PlainFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files of a folder, by name; files that begin with a dot are left alone. */
export const readFolder = (folder: string): readonly PlainFile[] =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('.') && statSync(path.join(folder, name)).isFile())
    .sort()
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(path.join(folder, name))) }))

/** Names that stand in the folder already with other bytes: writing would lose them. */
const inTheWay = (folder: string, files: readonly PlainFile[]): readonly string[] =>
  files
    .filter((file) => existsSync(path.join(folder, file.name)))
    .filter((file) => !readFileSync(path.join(folder, file.name)).equals(file.bytes))
    .map((file) => file.name)

/**
 * Writes every file or none: all bytes go to a folder beside first, and are moved when each is whole. A file that
 * stands there with the same bytes is left; one with other bytes refuses the whole. Returns the names in the way.
 */
export const writeAllOrNone = (folder: string, files: readonly PlainFile[]): readonly string[] => {
  const blocked = inTheWay(folder, files)
  if (blocked.length > 0) return blocked
  const beside = `${path.resolve(folder)}.${randomUUID()}.partial`
  try {
    mkdirSync(beside, { recursive: true })
    for (const file of files) writeFileSync(path.join(beside, file.name), file.bytes)
    if (!existsSync(folder)) renameSync(beside, folder)
    else for (const file of files) renameSync(path.join(beside, file.name), path.join(folder, file.name))
  } finally {
    rmSync(beside, { recursive: true, force: true })
  }
  return []
}
