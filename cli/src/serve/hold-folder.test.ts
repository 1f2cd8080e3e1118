// Who asks second for a data folder is told who holds it, and a dead holder holds nothing.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { holdFolder } from './hold-folder.ts'

const since = '2026-03-02T09:30:00.000Z'

const program = `
import { holdFolder } from ${JSON.stringify(join(import.meta.dirname, 'hold-folder.ts'))}
try {
  holdFolder(process.argv[1], '${since}')
  console.log('held')
  setInterval(() => {}, 1000)
} catch (fault) {
  console.log(fault.message)
}`

describe('the lock of a data folder', () => {
  let folder: string
  let others: ChildProcess[]

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-thread-lock-'))
    others = []
  })
  afterEach(() => {
    for (const other of others) other.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  const startOther = async (): Promise<{ readonly other: ChildProcess; readonly said: string }> => {
    const other = spawn(process.execPath, ['--input-type=module-typescript', '-e', program, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    others.push(other)
    if (other.stdout === null) throw new Error('no output to read')
    const [said] = (await once(other.stdout, 'data')) as [Buffer]
    return { other, said: said.toString().trim() }
  }

  test('tells the second who the first is, since when and on which computer', async () => {
    const { other, said } = await startOther()
    expect(said).toBe('held')
    expect(() => holdFolder(folder, since)).toThrow(
      `${folder} is held by process ${other.pid} on ${hostname()} since 2026-03-02 09:30 UTC; stop that one first`,
    )
    expect(JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')).pid).toBe(other.pid)
  })

  test('is free again when its holder was killed, whatever its note still says', async () => {
    const { other } = await startOther()
    other.kill('SIGKILL')
    await once(other, 'exit')
    const held = holdFolder(folder, since)
    expect(JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')).pid).toBe(process.pid)
    held.release()
  })

  test('goes to exactly one of many that ask at once', async () => {
    const said = (await Promise.all(Array.from({ length: 4 }, startOther))).map((started) => started.said)
    expect(said.filter((each) => each === 'held')).toHaveLength(1)
    expect(said.filter((each) => each.includes('is held by'))).toHaveLength(3)
  })

  test('is given back by release', () => {
    holdFolder(folder, since).release()
    holdFolder(folder, since).release()
  })
})
