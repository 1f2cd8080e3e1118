// The installer: it runs npm only when something is missing, and speaks on standard error alone.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Finished } from './run-command.ts'
import { runNode } from './run-command.ts'

const lock = {
  packages: {
    '': {},
    'node_modules/ajv': { version: '8.20.0', integrity: 'sha512-one' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  },
}
const installed = { packages: { 'node_modules/ajv': { version: '8.20.0', integrity: 'sha512-one' } } }

// Stands where npm would: notes how it was called, talks on standard output as npm does, ends as it is told.
const npm = `
import { writeFileSync } from 'node:fs'
writeFileSync('called.json', JSON.stringify(process.argv.slice(2)))
console.log('added 1 package')
process.exitCode = Number(process.env.NPM_ENDS_WITH)
`

describe('the installer', () => {
  let root: string

  beforeEach(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-install-')))
    cpSync(
      join(import.meta.dirname, 'install-what-is-missing.mjs'),
      join(root, 'tools', 'install-what-is-missing.mjs'),
    )
    mkdirSync(join(root, 'node_modules', 'ajv'), { recursive: true })
    writeFileSync(join(root, 'npm.mjs'), npm)
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock))
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify(installed))
  })

  afterEach(() => rmSync(root, { recursive: true, force: true }))

  const run = (endsWith = 0): Promise<Finished> =>
    runNode(root, join(root, 'tools', 'install-what-is-missing.mjs'), [], {
      npm_execpath: join(root, 'npm.mjs'),
      npm_node_execpath: process.execPath,
      NPM_ENDS_WITH: String(endsWith),
    })

  test('does nothing and says nothing when all is installed', async () => {
    const { status, output, complaint } = await run()
    expect([status, output, complaint, existsSync(join(root, 'called.json'))]).toEqual([0, '', '', false])
  })

  test.each([
    [
      'nothing is installed',
      () => rmSync(join(root, 'node_modules'), { recursive: true }),
      'nothing is installed yet',
    ],
    [
      'an install broke off',
      () => rmSync(join(root, 'node_modules', '.package-lock.json')),
      'nothing is installed yet',
    ],
    [
      'the lock has another version',
      () => writeFileSync(join(root, 'package-lock.json'), JSON.stringify(lock).replace('8.20.0', '8.20.1')),
      'ajv has changed',
    ],
    [
      'the lock has another content',
      () =>
        writeFileSync(
          join(root, 'package-lock.json'),
          JSON.stringify(lock).replace('sha512-one', 'sha512-two'),
        ),
      'ajv has changed',
    ],
    [
      'the lock has a further package',
      () =>
        writeFileSync(
          join(root, 'package-lock.json'),
          JSON.stringify({ packages: { ...lock.packages, 'node_modules/pg': { version: '8.0.0' } } }),
        ),
      'pg is not installed',
    ],
    [
      'a folder was deleted',
      () => rmSync(join(root, 'node_modules', 'ajv'), { recursive: true }),
      'ajv has gone',
    ],
  ])('runs npm ci when %s, and keeps standard output clean', async (_what, change, says) => {
    change()
    const { status, output, complaint } = await run()
    expect([status, output]).toEqual([0, ''])
    expect(complaint).toContain(says)
    const called = JSON.parse(readFileSync(join(root, 'called.json'), 'utf8')) as string[]
    expect([called[0], called.includes('--include=dev')]).toEqual(['ci', true])
  })

  test('hands on a failure of npm with what happened and what to do', async () => {
    rmSync(join(root, 'node_modules'), { recursive: true })
    const { status, complaint } = await run(7)
    expect(status).toBe(7)
    expect(complaint).toMatch(
      /could not be installed \(npm ci ended with status 7\);.*run the same command again/,
    )
  })

  test('says so when there is no lock to install from', async () => {
    rmSync(join(root, 'package-lock.json'))
    const { status, complaint } = await run()
    expect([status, complaint.includes('package-lock.json is not there')]).toEqual([1, true])
  })
})
