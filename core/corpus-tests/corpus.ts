// Where the files that others wrote lie, and how a test that needs them runs when they are not there.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'

const folder = join(import.meta.dirname, '../../../shared/corpus')
const isThere = existsSync(folder)
const isRequired = process.env['GOLDEN_THREAD_CORPUS'] === 'required'

/** A test that reads `../shared/corpus`. Without the corpus it is skipped with its reason, or fails where it is required. */
export const corpusTest = (name: string, body: () => void | Promise<void>): void => {
  test(name, async ({ skip }) => {
    if (!isThere && isRequired)
      throw new Error('GOLDEN_THREAD_CORPUS is required, and there is no ../shared/corpus')
    skip(!isThere, 'no ../shared/corpus beside the project')
    await body()
  })
}

/** The bytes of a file of the corpus, by its path from the corpus' folder. */
export const corpusBytes = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)))

/** The text of a file of the corpus. */
export const corpusText = (path: string): string => readFileSync(join(folder, path), 'utf8')

/** A row of the manifest of X12 files: `status` is `structurally-ok` or names what is wrong. */
export interface CorpusFile {
  readonly path: string
  readonly transaction: string
  readonly version: string
  readonly bytes: number
  readonly claims: number
  readonly sets: number
  readonly status: string
}

/** The X12 files of one transaction (`837P`, `835`, `999`, `TA1` …); throws when the manifest names none. */
export const corpusFiles = (transaction: string): readonly CorpusFile[] => {
  const [, ...rows] = corpusText('x12/manifest.tsv').trimEnd().split('\n')
  const files = rows
    .map((row) => row.split('\t'))
    .map((cells) => ({
      path: `x12/${cells[0] ?? ''}`,
      transaction: cells[4] ?? '',
      version: cells[5] ?? '',
      bytes: Number(cells[6]),
      claims: Number(cells[7]),
      sets: Number(cells[9]),
      status: cells[10] ?? '',
    }))
    .filter((file) => file.transaction === transaction)
  if (files.length === 0) throw new Error(`the corpus holds no ${transaction}`)
  return files
}
