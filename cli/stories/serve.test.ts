// `npm start`: it serves, stops, is killed, and starts again; what keeps it from starting is one sentence.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startPostgres } from '../src/serve/postgres/postgres.ts'
import {
  type Started,
  inDataFolder,
  killHard,
  postmasterOf,
  pressControlC,
  root,
  processesOf,
  startRefused,
  startServer,
  untilNone,
  withTakenPort,
} from '../../tools/run-server.ts'

const health = async (address: string, what: string): Promise<number> =>
  (await fetch(`${address}/health/${what}`)).status

const untilSaid = async (started: Started, words: string): Promise<void> => {
  for (let tried = 0; tried < 800 && !started.said().includes(words); tried += 1)
    await new Promise((resolve) => setTimeout(resolve, 25))
  expect(started.said()).toContain(words)
}

const bin = join(root, 'cli/bin/goldenthread.mjs')

const oneSentence = /^Golden Thread: [^\n]+\.\n$/

describe('npm start', () => {
  let made: string

  /** Tells a story in a copy of a folder that was served from before. */
  const again = (tell: (folder: string) => Promise<void>) => (): Promise<void> =>
    inDataFolder(async (folder) => {
      // With owners and modes, which PostgreSQL looks at.
      execFileSync('cp', ['-a', made, folder])
      await tell(folder)
    })

  beforeAll(async () => {
    const parent = realpathSync(mkdtempSync(join(tmpdir(), 'golden-thread-made-')))
    chmodSync(parent, 0o711)
    made = join(parent, 'data')
    await pressControlC(await startServer({ folder: made }))
  }, 60_000)
  afterAll(() => rmSync(dirname(made), { recursive: true, force: true }))

  test('the first time makes its folder, serves, and leaves no process behind after Ctrl-C', () =>
    inDataFolder(async (folder) => {
      const started = await startServer({ folder })
      expect(started.said()).toContain(`Everything is kept in ${folder}.`)
      expect([await health(started.address, 'live'), await health(started.address, 'ready')]).toEqual([
        200, 200,
      ])
      expect(started.said()).toMatch(/becomes the owner:\n {2}http:\/\/127\.0\.0\.1:\d+\S+\n/)
      expect(processesOf(folder).length).toBeGreaterThan(0)
      expect(await pressControlC(started)).toBe(0)
      expect(await untilNone(folder)).toEqual([])
      expect(readFileSync(join(folder, 'logs/postgres.log'), 'utf8')).toContain(
        'database system is shut down',
      )
      const names = ['VERSION', 'heads', 'lock', 'logs', 'payer', 'pg-18', 'secrets']
      expect(readdirSync(folder).sort()).toEqual(names.sort())
      expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700)
      for (const name of readdirSync(join(folder, 'secrets')))
        expect([name, statSync(join(folder, 'secrets', name)).mode & 0o777]).toEqual([name, 0o600])
    }))

  test(
    'serves within five seconds once its folder is made; who starts a second time is told who holds it',
    again(async (folder) => {
      const since = performance.now()
      const first = await startServer({ folder })
      expect(performance.now() - since).toBeLessThan(5_000)
      const second = await startRefused({ folder })
      expect(second.said).toMatch(oneSentence)
      expect(second.said).toContain(`${folder} is held by process ${first.child.pid} on `)
      expect(second.status).toBe(1)
      expect(await health(first.address, 'ready')).toBe(200)
      expect(await pressControlC(first)).toBe(0)
    }),
  )

  test(
    'killed hard, leaves a PostgreSQL that the next start adopts and stops at its end',
    again(async (folder) => {
      await killHard(await startServer({ folder }))
      const number = postmasterOf(folder)
      const next = await startServer({ folder })
      expect(postmasterOf(folder)).toBe(number)
      expect(next.said()).toContain(`left by an earlier start (process ${number}) was adopted`)
      expect(await health(next.address, 'ready')).toBe(200)
      expect(await pressControlC(next)).toBe(0)
      expect(await untilNone(folder)).toEqual([])
    }),
  )

  test(
    'answers again by itself after its PostgreSQL was killed',
    again(async (folder) => {
      const started = await startServer({ folder })
      process.kill(postmasterOf(folder), 'SIGKILL')
      await untilSaid(started, 'PostgreSQL ended by itself')
      for (let tried = 0; tried < 400 && (await health(started.address, 'ready')) !== 200; tried += 1)
        await new Promise((resolve) => setTimeout(resolve, 25))
      expect([await health(started.address, 'live'), await health(started.address, 'ready')]).toEqual([
        200, 200,
      ])
      expect(await pressControlC(started)).toBe(0)
    }),
  )

  test('with the invented practice starts its payer, makes people one can sign in as, and stops in the midst of it', () =>
    inDataFolder(async (folder) => {
      const started = await startServer({ folder, command: [process.execPath, bin, 'serve'] })
      expect(started.said()).not.toContain('becomes the owner')
      await untilSaid(started, 'clients are entered')
      expect(processesOf(join(folder, 'payer')).length).toBe(1)
      const [, email, password] = /^ {2}owner, .+? {2,}(\S+) +(\S+)$/m.exec(started.said()) ?? []
      const signedIn = await fetch(`${started.address}/api/people/sign-in`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: started.address },
        body: JSON.stringify({ email, password }),
      })
      expect(signedIn.status).toBe(200)
      expect(await pressControlC(started)).toBe(0)
      expect(await untilNone(folder)).toEqual([])
      const refused = await startRefused({ folder, environment: { HOST: '0.0.0.0', TRUST_PROXY: '1' } })
      expect(refused.said).toMatch(oneSentence)
      expect(refused.said).toContain('was made for the invented practice')
    }))

  test(
    'with a database of one’s own starts none, invents nobody, and hands the first owner a link',
    again(async (elsewhere) => {
      const postgres = await startPostgres({ folder: elsewhere, log: () => undefined })
      try {
        const { host, password } = postgres.administrator('postgres')
        const own = `postgres://postgres:${password}@localhost/postgres?host=${encodeURIComponent(host)}`
        await inDataFolder(async (folder) => {
          const started = await startServer({
            folder,
            command: [process.execPath, bin, 'serve'],
            environment: { DATABASE_URL: own },
          })
          expect(await health(started.address, 'ready')).toBe(200)
          expect(started.said()).toContain('becomes the owner')
          expect(['pg-18', 'demo'].filter((name) => existsSync(join(folder, name)))).toEqual([])
          expect(await pressControlC(started)).toBe(0)
          await postgres.stop()
          const refused = await startRefused({ folder, environment: { DATABASE_URL: own } })
          expect(refused.said).toMatch(oneSentence)
          expect(refused.said).not.toContain(password)
          expect(refused.status).toBe(1)
        })
      } finally {
        await postgres.stop()
      }
    }),
  )

  test(
    'on a taken port says so and leaves nothing running',
    again(async (folder) => {
      await withTakenPort(async (port) => {
        const refused = await startRefused({ folder, port })
        expect(refused.said).toMatch(oneSentence)
        expect(refused.said).toContain(`Port ${port} on 127.0.0.1 is taken`)
        expect([refused.status, processesOf(folder)]).toEqual([1, []])
      })
      expect(await pressControlC(await startServer({ folder }))).toBe(0)
    }),
  )

  test('that is refused leaves no folder behind, so that the next start decides what it is for', () =>
    inDataFolder(async (folder) => {
      const command = [process.execPath, bin, 'serve']
      await withTakenPort(async (port) => {
        const refused = await startRefused({ folder, port, command })
        expect([refused.status, existsSync(folder)], refused.said).toEqual([1, false])
      })
      const environment = { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:9/none?sslmode=disable' }
      const away = await startRefused({ folder, command, environment })
      expect(away.said).toMatch(oneSentence)
      expect([away.status, existsSync(folder)], away.said).toEqual([1, false])
      // A folder that was there before stays, with what lay in it.
      mkdirSync(join(folder, 'logs'), { recursive: true })
      expect((await startRefused({ folder, command, environment })).status).toBe(1)
      expect(readdirSync(folder)).toEqual(['logs'])
      expect(await pressControlC(await startServer({ folder }))).toBe(0)
      expect(existsSync(join(folder, 'demo'))).toBe(false)
    }))

  test('in a place where no folder can be made says so at once', async () => {
    const refused = await startRefused({ folder: '/proc/nope' })
    expect(refused.said).toMatch(oneSentence)
    expect([refused.status, refused.said.includes('/proc/nope cannot be used')]).toEqual([1, true])
  })

  test('on a folder of another version, or of somebody else, touches nothing in it', () =>
    inDataFolder(async (folder) => {
      mkdirSync(folder)
      writeFileSync(join(folder, 'VERSION'), '99\n')
      const newer = await startRefused({ folder })
      expect(newer.said).toMatch(oneSentence)
      expect(newer.said).toContain('is a data folder of version 99')
      expect([newer.status, readdirSync(folder)]).toEqual([1, ['VERSION']])
      const foreign = await startRefused({ folder: dirname(folder) })
      expect(foreign.said).toContain('is no data folder of Golden Thread')
      expect([foreign.status, readdirSync(dirname(folder))]).toEqual([1, ['data']])
    }))

  test('refuses to serve other computers without encryption, and says what to do', () =>
    inDataFolder(async (folder) => {
      const refused = await startRefused({ folder, environment: { HOST: '0.0.0.0' } })
      expect(refused.said).toMatch(oneSentence)
      expect(refused.said).toContain('TRUST_PROXY')
      expect([refused.status, existsSync(folder)]).toEqual([1, false])
    }))

  test('does not understand an option it has not', async () => {
    const refused = await startRefused({
      folder: 'data',
      command: [process.execPath, bin, 'serve', '--fast'],
    })
    expect([refused.status, refused.said.includes("Unknown option '--fast'")]).toEqual([2, true])
  })
})
