// What stops a start before the data folder is touched, and what a folder holds when it was laid out.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  checkDataFolder,
  isDemo,
  layOut,
  layoutVersion,
  leastFreeBytes,
  makeDataFolder,
  namesInFolder,
  removeEmpty,
  tooLittleRoom,
  undoLayOut,
} from './data-folder.ts'

describe('a data folder', () => {
  let folder: string

  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'golden-thread-folder-')), 'data')
  })
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

  const contents: readonly (readonly [
    what: string,
    files: Readonly<Record<string, string>>,
    says: string | null,
  ])[] = [
    ['nothing', {}, null],
    ['what a cut-off first start leaves', { lock: '', 'holder.json': '{}', demo: '' }, null],
    ['our version', { VERSION: `${layoutVersion}\n`, anything: '' }, null],
    ['a newer version', { VERSION: `${layoutVersion + 1}\n` }, 'is a data folder of version 2'],
    ['an unreadable version', { VERSION: '' }, 'is a data folder of version '],
    ['somebody else’s files', { 'letter.txt': '' }, 'is not empty and is no data folder'],
  ]
  test.each(contents)('with %s is used or refused in one sentence, and not touched', (_, files, says) => {
    mkdirSync(folder)
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    if (says === null) checkDataFolder(folder)
    else expect(() => checkDataFolder(folder)).toThrow(says)
    expect(readdirSync(folder).sort()).toEqual(Object.keys(files).sort())
  })

  test('that is not there yet is neither refused nor made by the look at it', () => {
    checkDataFolder(folder)
    expect(() => statSync(folder)).toThrow('ENOENT')
  })

  test('where none can be made is refused at once, in one sentence', () => {
    expect(() => makeDataFolder('/proc/nope/data')).toThrow(
      /^\/proc\/nope\/data cannot be used as data folder/,
    )
  })

  test('and the folders above it that are missing are made, and taken away again where they hold nothing', () => {
    const deep = join(folder, 'a', 'b')
    const made = makeDataFolder(deep)
    expect(made).toEqual([folder, join(folder, 'a'), deep])
    writeFileSync(join(folder, 'a', 'letter.txt'), '')
    removeEmpty(made)
    expect([existsSync(deep), existsSync(join(folder, 'a'))]).toEqual([false, true])
  })

  test('of a start that did not come to serve loses what that start made, and nothing else', () => {
    makeDataFolder(folder)
    writeFileSync(join(folder, 'holder.json'), '{}')
    const before = namesInFolder(folder)
    layOut(folder, true)
    const elsewhere = join(folder, '..', 'elsewhere', 'pg-18')
    mkdirSync(elsewhere, { recursive: true })
    writeFileSync(join(elsewhere, 'PG_VERSION'), '18')
    symlinkSync(elsewhere, join(folder, 'pg-18'))
    undoLayOut(folder, before)
    expect(readdirSync(folder)).toEqual(['holder.json'])
    expect(existsSync(join(elsewhere, '..'))).toBe(false)
  })

  test('keeps secrets, heads and the payer from everybody else', () => {
    makeDataFolder(folder)
    layOut(folder, false)
    const modes = ['secrets', 'heads', 'payer'].map((name) => statSync(join(folder, name)).mode & 0o777)
    expect(modes).toEqual([0o700, 0o700, 0o700])
    expect(readFileSync(join(folder, 'VERSION'), 'utf8')).toBe(`${layoutVersion}\n`)
  })

  test('is for the demo or not from its making on, whatever later starts wish', () => {
    makeDataFolder(folder)
    layOut(folder, false)
    layOut(folder, true)
    expect(isDemo(folder)).toBe(false)
    const other = join(folder, '..', 'other')
    makeDataFolder(other)
    layOut(other, true)
    layOut(other, false)
    expect(isDemo(other)).toBe(true)
  })

  test('whose first start was cut off is decided anew, so that no mark outlives the start that set it', () => {
    makeDataFolder(folder)
    writeFileSync(join(folder, 'demo'), '')
    layOut(folder, false)
    expect(isDemo(folder)).toBe(false)
  })

  test.each([
    [leastFreeBytes, null],
    [leastFreeBytes - 1, 'has 499 MB left and a start needs 500 MB'],
    [0, 'has 0 MB left'],
  ])('on a disk with %d bytes free starts or says what is missing', (free, says) => {
    const said = tooLittleRoom('data', free)
    if (says === null) expect(said).toBeNull()
    else expect(said).toContain(says)
  })
})
