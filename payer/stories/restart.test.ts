// The payer as a process of its own: stopped, killed at any moment and started again, it goes on where its journal ends.
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setImmediate as immediately, setTimeout as wait } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import type { ClaimTaken, Counts } from '../src/books.ts'
import { fileText } from './claim-file.ts'
import {
  type RunningPayer,
  account,
  ask,
  batchFields,
  confirm,
  inFolder,
  kindOf,
  launchPayer,
  moveClock,
  pickUp,
  pickUpAll,
  post,
  segmentsIn,
  settingsIn,
  spawnPayer,
  submit,
  withPayer,
} from './payer-client.ts'

let running: RunningPayer | null = null
const start = async (...given: Parameters<typeof spawnPayer>): Promise<RunningPayer> => {
  running = await spawnPayer(...given)
  return running
}
const kill = async (signal: NodeJS.Signals = 'SIGKILL'): Promise<number | string> => {
  running?.child.kill(signal)
  const ended = (await running?.gone) ?? ''
  running = null
  return ended
}
afterEach(() => kill())

const claimDay = (n: number): string => `2026${n < 28 ? '02' : '01'}${String((n % 28) + 1).padStart(2, '0')}`
/** Files of one claim each, every claim of a day of its own. */
const files = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) =>
    fileText({
      control: String(101 + n).padStart(9, '0'),
      claims: [
        {
          number: `C${n + 1}`,
          lines: [{ procedure: 'HC:90837:95', charge: '200', day: claimDay(n) }],
        },
      ],
    }),
  )

/** Moments that look like chance and are the same in every run (a linear congruential generator). */
const moments = (count: number, most: number): readonly number[] => {
  let state = 20260311
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  })
}

interface Came {
  readonly name: string
  readonly text: string
}
const claimsIn = (came: Iterable<Came>, kind: string, id: string, element: number): readonly string[] =>
  [...came]
    .filter((each) => kindOf(each) === kind)
    .flatMap(({ text }) => segmentsIn(text, id).map((segment) => segment.split('*')[element] ?? ''))

const names = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `C${n + 1}`).toSorted()

/** Every claim was answered once by number: one payment, one payer claim number, one trace, and no file number twice. */
const expectOnce = (came: readonly Came[], count: number): void => {
  expect(claimsIn(came, '835', 'CLP', 1).toSorted()).toEqual(names(count))
  expect(new Set(claimsIn(came, '835', 'CLP', 7)).size).toBe(count)
  expect(new Set(claimsIn(came, '835', 'TRN', 2)).size).toBe(count)
  expect(claimsIn(came, '277ca', 'REF', 2).toSorted()).toEqual(claimsIn(came, '835', 'CLP', 7).toSorted())
  const controls = claimsIn(came, '835', 'ISA', 13).concat(claimsIn(came, '277ca', 'ISA', 13))
  expect(new Set(controls).size).toBe(2 * count)
  expect(claimsIn(came, '835', 'CAS', 1)).toEqual(Array.from({ length: count }, () => ['CO', 'PR']).flat())
}

describe('kill -9', () => {
  test(
    'over HTTP at random moments: each claim is answered once by number, nothing is lost',
    () =>
      inFolder(async (folder) => {
        const options = settingsIn(folder)
        const texts = files(40)
        const sent = texts.map(batchFields)
        const came = new Map<string, Came>()
        const left = new Set(sent)
        const work = async ({ url }: RunningPayer): Promise<void> => {
          for (const fields of left) {
            if ((await post(url, fields)).code === 'Success') left.delete(fields)
            const answer = await pickUp(url)
            if (answer.name === '') continue
            // What came before under this PayloadID comes again with the same name and bytes, or not at all.
            expect(came.get(answer.id) ?? answer).toMatchObject({ name: answer.name, text: answer.text })
            came.set(answer.id, answer)
            await confirm(url, answer.id)
          }
        }
        let broken = 0
        for (const moment of moments(8, 150)) {
          const working = work(await start(folder, options)).catch(() => (broken += 1))
          await Promise.race([wait(moment), working])
          expect(await kill()).toBe('SIGKILL')
          await working
        }
        const payer = await start(folder, options)
        while (left.size > 0) await work(payer)
        for (const answer of await pickUpAll(payer.url)) came.set(answer.id, answer)

        expectOnce([...came.values()], 40)
        const again = claimsIn(came.values(), 'ta1', 'TA1', 5).filter((note) => note === '025').length
        const counts = await ask<Counts>(payer.url, '/control/counts')
        expect(counts).toMatchObject({ received: 40 + again, claims: 40, waiting: 0 })
        const taken = await ask<readonly ClaimTaken[]>(payer.url, '/control/claims')
        expect(taken.map(({ claimNumber }) => claimNumber).toSorted()).toEqual(names(40))
        expect(broken).toBeGreaterThan(2)
      }),
    60_000,
  )

  test(
    'in a folder at random moments: each claim is answered once by number, nothing is left behind',
    () =>
      inFolder(async (folder) => {
        const mailbox = path.join(folder, 'mailbox')
        const options = settingsIn(folder, {}, { mailboxes: [{ senderId: 'ALDERROW', folder: mailbox }] })
        mkdirSync(path.join(mailbox, 'in'), { recursive: true })
        files(40).forEach((text, n) => writeFileSync(path.join(mailbox, 'in', `claims-${n}.837`), text))
        const seen = new Map<string, string>()
        const look = (): void => {
          for (const name of readdirSync(path.join(mailbox, 'out')).filter((each) => !each.startsWith('.'))) {
            const text = readFileSync(path.join(mailbox, 'out', name), 'utf8')
            expect(seen.get(name) ?? text).toBe(text)
            seen.set(name, text)
          }
        }
        const written = (): number =>
          statSync(path.join(options.stateFolder, 'journal'), { throwIfNoEntry: false })?.size ?? 0
        // The folders are looked into before the payer listens: it is killed when its journal has grown by so many bytes.
        let midway = 0
        for (const growth of moments(8, 20_000)) {
          const before = written()
          const launched = launchPayer(folder, options)
          const ended = launched.listening.then(
            () => true,
            () => true,
          )
          while (written() - before <= growth && !(await Promise.race([ended, immediately(false)])));
          launched.child.kill('SIGKILL')
          expect(await launched.gone).toBe('SIGKILL')
          if (readdirSync(path.join(mailbox, 'in')).length > 0) midway += 1
          look()
        }
        expect(midway).toBeGreaterThan(3)
        const payer = await start(folder, options)
        while ((await ask<Counts>(payer.url, '/control/counts')).confirmed < 160) await wait(10)
        look()
        expect(
          readdirSync(path.join(mailbox, 'in')).concat(readdirSync(path.join(mailbox, 'taking'))),
        ).toEqual([])
        expect(seen.size).toBe(160)
        expectOnce(
          [...seen].map(([name, text]) => ({ name, text })),
          40,
        )
      }),
    60_000,
  )

  test('right after Success: the claim is taken, and the same bytes get TA1 025', () =>
    inFolder(async (folder) => {
      const options = settingsIn(folder)
      const first = await start(folder, options)
      expect((await submit(first.url, fileText())).code).toBe('Success')
      await kill()
      const { url } = await start(folder, options)
      expect((await pickUpAll(url)).map(kindOf)).toEqual(['ta1', '999', '277ca', '835'])
      await submit(url, fileText())
      const [ta1, ...others] = await pickUpAll(url)
      expect(segmentsIn(ta1?.text ?? '', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*025'])
      expect(others).toEqual([])
    }))
})

describe('what a restart keeps', () => {
  test('a claim judged before a kill is voided after it, and once', () =>
    inFolder(async (folder) => {
      const options = settingsIn(folder)
      const { url } = await start(folder, options)
      await submit(url, fileText())
      const [number = ''] = claimsIn(await pickUpAll(url), '277ca', 'REF', 2)
      const voided = (control: string): string =>
        fileText({ control, claims: [{ number: 'C1001V', frequency: '8', original: number }] })
      await kill()
      const second = await start(folder, options)
      await submit(second.url, voided('000000102'))
      const came = await pickUpAll(second.url)
      expect(claimsIn(came, '835', 'CLP', 7)).toEqual([number])
      expect(claimsIn(came, '835', 'PLB', 4)).toEqual(['-125'])
      await kill()
      const third = await start(folder, options)
      await submit(third.url, voided('000000103'))
      expect((await pickUpAll(third.url)).map(kindOf)).toEqual(['ta1', '999', '277ca'])
    }))

  const both = async <T>(
    first: (url: string) => Promise<void>,
    second: (url: string) => Promise<T>,
    behaviour = {},
  ): Promise<T> =>
    inFolder(async (folder) => {
      const options = settingsIn(folder, behaviour)
      await withPayer(options, ({ url }) => first(url))
      return withPayer(options, ({ url }) => second(url))
    })

  test('what was confirmed does not come again, what was only handed out does', async () => {
    const came = await both(
      async (url) => {
        await submit(url, fileText())
        await confirm(url, (await pickUp(url)).id)
        await pickUp(url)
      },
      (url) => pickUpAll(url),
    )
    expect(came.map(kindOf)).toEqual(['999', '277ca', '835'])
  })

  test('claims seen, deductibles met and numbers used', async () => {
    const [, , , paid] = await both(
      async (url) => void (await submit(url, fileText())),
      async (url) => {
        await pickUpAll(url)
        await submit(url, fileText({ control: '000000102' }))
        return pickUpAll(url)
      },
    )
    expect(paid?.name).toBe('LKM01-000004417-835.x12')
    expect(segmentsIn(paid?.text ?? '', 'TRN', 'CLP', 'CAS')).toEqual([
      'TRN*1*660902*1009100143',
      'CLP*C1001*1*200*0**CI*880122*10*1',
      'CAS*CO*18*200',
    ])
  })

  test('the clock as it was moved, and answers that wait for it', async () => {
    const found = await both(
      async (url) => {
        await submit(url, fileText())
        await moveClock(url, '2026-03-15T00:00:00Z')
      },
      async (url) => {
        const { now } = await ask<{ now: string }>(url, '/health')
        const early = (await pickUpAll(url)).map(kindOf)
        await moveClock(url, '2026-03-18T12:02:00Z')
        return { now, early, late: (await pickUpAll(url)).map(kindOf) }
      },
      { delayMinutes: { '835': 7 * 1440 } },
    )
    expect(found).toEqual({
      now: '2026-03-15T00:00:00Z',
      early: ['ta1', '999', '277ca'],
      late: ['835'],
    })
  })

  test('a payload id with its bytes: others under it are refused still', async () => {
    const fields = { ...batchFields(fileText()), PayloadID: randomUUID() }
    const other = { ...batchFields(fileText({ control: '000000102' })), PayloadID: fields.PayloadID }
    const code = await both(
      async (url) => void (await post(url, fields)),
      async (url) => (await post(url, other)).code,
    )
    expect(code).toBe('PayloadIDIllegal')
  })
})

describe('starting and stopping', () => {
  test('asked to stop, it ends without a fault and another can start', () =>
    inFolder(async (folder) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) {
        await start(folder, settingsIn(folder))
        expect(await kill(signal)).toBe(0)
      }
    }))

  test('with its parent gone it ends too', () =>
    inFolder(async (folder) => {
      const payer = await start(folder, settingsIn(folder), ['--with-parent'])
      payer.child.stdin?.end()
      expect(await payer.gone).toBe(0)
    }))

  test('a second start on one folder is told who holds it, and the first goes on', () =>
    inFolder(async (folder) => {
      const first = await start(folder, settingsIn(folder))
      await expect(spawnPayer(folder, settingsIn(folder))).rejects.toThrow(
        `The stand-in payer's folder is held by process ${first.child.pid}.`,
      )
      expect((await submit(first.url, fileText())).code).toBe('Success')
    }))

  test('a taken port is one sentence, and the folder is free again', () =>
    inFolder(async (folder) => {
      const holder = createServer().listen(0, '127.0.0.1')
      await new Promise((resolve) => holder.once('listening', resolve))
      const { port } = holder.address() as { port: number }
      await expect(spawnPayer(folder, settingsIn(folder, {}, { port }))).rejects.toThrow(
        /^The port of the stand-in payer is taken\.$/,
      )
      holder.close()
      await start(folder, settingsIn(folder))
    }))

  test('settings that will not do are one sentence', () =>
    inFolder(async (folder) => {
      await expect(spawnPayer(folder, settingsIn(folder, {}, { host: '0.0.0.0' }))).rejects.toThrow(
        /^The stand-in payer cannot start: host must be a loopback address\.$/,
      )
    }))

  test('a damaged journal stops the start and is left as it is', () =>
    inFolder(async (folder) => {
      const options = settingsIn(folder)
      await withPayer(options, async ({ url }) => void (await submit(url, fileText())))
      const file = path.join(options.stateFolder, 'journal')
      const damaged = `x${readFileSync(file, 'utf8').slice(1)}`
      writeFileSync(file, damaged)
      await expect(spawnPayer(folder, options)).rejects.toThrow(/journal is damaged in line 1/)
      expect(readFileSync(file, 'utf8')).toBe(damaged)
    }))
})

test('the process says nothing of persons: no name, member number, birth date or password in all it prints', () =>
  inFolder(async (folder) => {
    const mailbox = path.join(folder, 'mailbox')
    const mailboxes = [{ senderId: 'ALDERROW', folder: mailbox }]
    const payer = await start(folder, settingsIn(folder, {}, { mailboxes }))
    const texts = [
      fileText(),
      fileText({ control: '000000102', birthDate: '19991231', lastName: 'PLANTEDNAME' }),
      fileText({ control: '000000103' }).replace('CLM*', 'CLM*PLANTEDNAME'),
      fileText().replace('IEA*1*000000101', 'IEA*1*PLANTEDNAME'),
      fileText().replace('*000000101*1*T*:', '*PLANTEDNA*1*T*:'),
      `${fileText({ control: '000000104' })} PLANTEDNAME was here`,
      'PLANTEDNAME LKM482207715',
    ]
    for (const text of texts) await submit(payer.url, text)
    await post(payer.url, { ...batchFields(fileText()), SenderID: 'PLANTEDNAME', PayloadID: 'PLANTEDNAME' })
    await post(payer.url, { ...batchFields(fileText()), Password: 'PLANTEDNAME' })
    await fetch(payer.url, { method: 'POST', body: 'PLANTEDNAME' })
    texts.forEach((text, n) => writeFileSync(path.join(mailbox, 'in', `PLANTEDNAME-${n}.837`), text))
    await pickUpAll(payer.url)
    while (readdirSync(path.join(mailbox, 'in')).length > 0) await wait(10)
    await kill('SIGTERM')
    const said = payer.output()
    expect(said).toContain('"event":"received"')
    expect(said).toContain('"event":"refused"')
    for (const word of ['PLANTEDNA', 'QUINONES', 'MARIBEL', '482207715', '19880619', account.password])
      expect(said).not.toContain(word)
  }))
