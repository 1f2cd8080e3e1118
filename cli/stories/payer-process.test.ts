// The stand-in payer as a start keeps it: at one port, brought back when killed, never left behind.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type PayerProcess, startPayer } from '../src/serve/payer-process.ts'
import { readJson } from './run-command.ts'
import { processesOf, untilNone } from '../../tools/run-server.ts'

const { payer: given } = readJson<{
  readonly payer: { readonly planRules: unknown; readonly state: unknown }
}>('examples/telehealth-session.json')

const settings = {
  accounts: [{ userName: 'golden-thread', password: 'a password of this test' }],
  plans: [{ planRules: given.planRules, state: given.state }],
  clock: 'real',
  seed: 'stories',
}

const isWell = async (payer: PayerProcess): Promise<boolean> =>
  fetch(`${payer.url()}/health`).then(
    (reply) => reply.ok,
    () => false,
  )

describe('the stand-in payer of a start', () => {
  let folder: string
  let said: string[]
  let running: PayerProcess[]

  const start = async (): Promise<PayerProcess> => {
    const payer = await startPayer(folder, settings, (sentence) => said.push(sentence))
    running.push(payer)
    return payer
  }

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-payer-')))
    for (const name of ['payer', 'logs']) mkdirSync(join(folder, name))
    said = []
    running = []
  })
  afterEach(async () => {
    for (const payer of running) await payer.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('answers, and ends at the word', async () => {
    const payer = await start()
    expect(await isWell(payer)).toBe(true)
    await payer.stop()
    expect([await isWell(payer), await untilNone(folder), said]).toEqual([false, [], []])
  })

  test('killed, is back at the same port', async () => {
    const payer = await start()
    const [url, number] = [payer.url(), payer.pid()]
    process.kill(number, 'SIGKILL')
    for (let tried = 0; tried < 400 && (payer.pid() === number || !(await isWell(payer))); tried += 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
    expect([await isWell(payer), payer.url(), payer.pid() === number]).toEqual([true, url, false])
    expect(said[0]).toBe('The stand-in payer ended by itself; it is started again in 100 ms.')
  })

  test('ends with the start that was killed, and the next start has its own at once', async () => {
    const program = `
      import { startPayer } from ${JSON.stringify(join(import.meta.dirname, '../src/serve/payer-process.ts'))}
      const payer = await startPayer(${JSON.stringify(folder)}, ${JSON.stringify(settings)}, () => {})
      console.log(payer.pid())`
    const supervisor = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(supervisor.stdout, 'data')) as [Buffer]
    const number = Number(line.toString())
    supervisor.kill('SIGKILL')
    const payer = await start()
    expect(await isWell(payer)).toBe(true)
    expect(processesOf(folder)).not.toContain(number)
  })

  test('waits for the payer of a killed start that is still ending', async () => {
    const first = await start()
    const second = start()
    await new Promise((resolve) => setTimeout(resolve, 700))
    await first.stop()
    expect(await isWell(await second)).toBe(true)
  })

  test('that cannot start says why, and is not tried for ever', async () => {
    const refused = startPayer(folder, { ...settings, plans: [] }, (sentence) => said.push(sentence))
    await expect(refused).rejects.toThrow('The stand-in payer did not start: ')
    expect(said).toEqual([])
  })

  test('keeps its password from everybody else, and logs none', async () => {
    const payer = await start()
    await fetch(payer.url(), { method: 'POST', body: settings.accounts[0]?.password ?? '' })
    expect(statSync(join(folder, 'payer/settings.json')).mode & 0o777).toBe(0o600)
    const log = readFileSync(join(folder, 'logs/payer.log'), 'utf8')
    expect([log.includes('listening'), log.includes('a password of this test')]).toEqual([true, false])
  })
})
