// Runs the command line as a person would, in a process of its own, and gives what it printed and its exit status.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** `goldenthread ARGS…`, from the project's root. */
export const goldenthread = (...args: readonly string[]): Ran => {
  const bin = path.join(root, 'cli/bin/goldenthread.mjs')
  const ran = spawnSync(process.execPath, [bin, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 })
  return { status: ran.status, out: ran.stdout, err: ran.stderr }
}

export const inRoot = (name: string): string => path.join(root, name)

/** A folder for one test, gone when `use` is done. */
export const inFolder = <T>(use: (folder: string) => T): T => {
  const folder = mkdtempSync(path.join(tmpdir(), 'golden-thread-'))
  try {
    return use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const readJson = <T>(name: string): T => JSON.parse(readFileSync(inRoot(name), 'utf8')) as T

/** A case file with something changed, written into a folder; gives its name. */
export const writeCase = (
  folder: string,
  from: string,
  change: (given: Record<string, never>) => void,
): string => {
  const given = readJson<Record<string, never>>(from)
  change(given)
  const name = path.join(folder, 'case.json')
  writeFileSync(name, JSON.stringify(given))
  return name
}
