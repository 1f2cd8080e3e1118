// Checks that every dependency is pinned to one version and the lock names no registry.
import type { Check } from './fault.ts'
import { lineAt } from './fault.ts'

const lists = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides']
const exact = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

/** A version in package.json is one version: no range, tag, path or address. */
export const checkExactVersions: Check = (path, text) => {
  if (!/(^|\/)package\.json$/.test(path)) return []
  const page = JSON.parse(text) as Readonly<Record<string, unknown>>
  return lists.flatMap((list) =>
    Object.entries((page[list] ?? {}) as Readonly<Record<string, unknown>>)
      .filter(([, version]) => typeof version !== 'string' || !exact.test(version))
      .map(([name, version]) => ({
        check: 'exact-versions',
        path,
        line: lineAt(text, Math.max(0, text.indexOf(`"${name}"`))),
        says: `${name} at ${JSON.stringify(version)}: pin one version`,
      })),
  )
}

/** The lock names packages by version and hash alone, so that any registry that holds them serves. */
export const checkLock: Check = (path, text) =>
  path === 'package-lock.json'
    ? [...text.matchAll(/"resolved": "[a-z+]+:/g)].map((found) => ({
        check: 'lock-names-no-registry',
        path,
        line: lineAt(text, found.index),
        says: 'an address in the lock: run npm with omit-lockfile-registry-resolved',
      }))
    : []
