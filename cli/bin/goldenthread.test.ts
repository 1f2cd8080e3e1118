// The command's first lines: how it finds Node 24, and that arguments, output, status and signals come through.
import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const program = `// A stand-in for the program behind the command.
export const main = async (argv: readonly string[]): Promise<number> => {
  if (argv[0] === 'much') process.stdout.write('x'.repeat(1_000_000))
  if (argv[0] === 'wait') {
    process.stdout.write('waiting')
    await new Promise((resolve) => setTimeout(resolve, 30_000))
  }
  if (argv[0] === 'say') process.stdout.write(JSON.stringify(argv.slice(1)))
  return argv[0] === 'held' ? 1 : 0
}
`

// This Node with another number: what an old Node would see of itself.
const asNode20 = [
  '--import',
  "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.19.0'}})",
]

type Ended = {
  readonly status: number | null
  readonly signal: string | null
  readonly output: string
  readonly complaint: string
}

describe('the command goldenthread', () => {
  let folder: string
  let elsewhere: string

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-bin-')))
    elsewhere = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-elsewhere-')))
    mkdirSync(join(folder, 'cli', 'src'), { recursive: true })
    mkdirSync(join(folder, 'node_modules', '.bin'), { recursive: true })
    cpSync(join(import.meta.dirname, 'goldenthread.mjs'), join(folder, 'cli', 'bin', 'goldenthread.mjs'))
    writeFileSync(join(folder, 'cli', 'package.json'), '{ "type": "module" }')
    writeFileSync(join(folder, 'cli', 'src', 'main.ts'), program)
    symlinkSync(process.execPath, join(folder, 'node_modules', '.bin', 'node'))
    symlinkSync(join(folder, 'cli'), join(folder, 'node_modules', 'goldenthread'))
    symlinkSync('../goldenthread/bin/goldenthread.mjs', join(folder, 'node_modules', '.bin', 'goldenthread'))
    symlinkSync(join(folder, 'cli', 'bin', 'goldenthread.mjs'), join(elsewhere, 'gt'))
    cpSync(join(folder, 'cli'), join(elsewhere, 'alone', 'cli'), { recursive: true })
  })

  afterAll(() => {
    for (const each of [folder, elsewhere]) rmSync(each, { recursive: true, force: true })
  })

  const start = (file: string, given: readonly string[], asOld: boolean) =>
    spawn(process.execPath, [...(asOld ? asNode20 : []), file, ...given], {
      cwd: elsewhere,
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  const ended = (child: ReturnType<typeof start>): Promise<Ended> => {
    const texts = { output: '', complaint: '' }
    child.stdout.on('data', (bytes: Buffer) => (texts.output += bytes.toString()))
    child.stderr.on('data', (bytes: Buffer) => (texts.complaint += bytes.toString()))
    return new Promise((resolve) =>
      child.on('close', (status, signal) => resolve({ status, signal, ...texts })),
    )
  }

  const ways = (): readonly (readonly [way: string, file: string])[] => [
    ['by its file', join(folder, 'cli', 'bin', 'goldenthread.mjs')],
    ['as npx calls it', join(folder, 'node_modules', '.bin', 'goldenthread')],
    ['by a link from another folder', join(elsewhere, 'gt')],
  ]

  test.each([true, false])(
    'gets its arguments however it is called (under an old Node: %s)',
    async (asOld) => {
      for (const [way, file] of ways()) {
        const { output, status, complaint } = await ended(start(file, ['say', 'a b', '--json', ''], asOld))
        expect([way, output, status, complaint]).toEqual([way, '["a b","--json",""]', 0, ''])
      }
    },
  )

  test.each([true, false])(
    'hands on its exit status and all that it printed (under an old Node: %s)',
    async (asOld) => {
      const file = join(elsewhere, 'gt')
      expect((await ended(start(file, ['held'], asOld))).status).toBe(1)
      expect((await ended(start(file, ['much'], asOld))).output).toHaveLength(1_000_000)
    },
  )

  test.each(['SIGTERM', 'SIGHUP'] as const)('ends under %s with the program it started', async (signal) => {
    const child = start(join(elsewhere, 'gt'), ['wait'], true)
    child.stdout.once('data', () => child.kill(signal))
    expect((await ended(child)).signal).toBe(signal)
  })

  test('says what to do where no Node 24 is found', async () => {
    const { status, complaint, output } = await ended(
      start(join(elsewhere, 'alone', 'cli', 'bin', 'goldenthread.mjs'), [], true),
    )
    expect([status, output]).toEqual([1, ''])
    expect(complaint).toContain('Node 24 or newer is needed and this is Node 20.19.0')
  })
})
