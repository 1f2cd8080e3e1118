// A sender's folder: files come by rename and go by rename, each taken once.
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Behaviour } from '../src/behaviour.ts'
import { fileText } from './claim-file.ts'
import {
  type LogLine,
  ask,
  inFolder,
  moveClock,
  pickUp,
  segmentsIn,
  settingsIn,
  submit,
  withPayer,
} from './payer-client.ts'

interface Folder {
  readonly url: string
  readonly log: readonly LogLine[]
  readonly put: (name: string, text: string) => void
  readonly names: (of: 'in' | 'out' | 'refused' | 'taking') => readonly string[]
  readonly read: (name: string) => string
  readonly take: (name: string) => void
}

const all = [
  'LKM01-000004410-ta1.x12',
  'LKM01-000004411-999.x12',
  'LKM01-000004412-277ca.x12',
  'LKM01-000004413-835.x12',
]

/** A file is written under another name and then renamed, as every sender should. */
const putInto = (folder: string, name: string, text: string): void => {
  writeFileSync(path.join(folder, `.${name}`), text)
  renameSync(path.join(folder, `.${name}`), path.join(folder, name))
}

const withFolder = <T>(use: (given: Folder) => Promise<T>, behaviour: Behaviour = {}): Promise<T> =>
  inFolder((folder) => {
    const mailbox = path.join(folder, 'mailbox')
    const mailboxes = [{ senderId: 'ALDERROW', folder: mailbox }]
    return withPayer(settingsIn(folder, behaviour, { mailboxes }), ({ url }, log) =>
      use({
        url,
        log,
        put: (name, text) => putInto(path.join(mailbox, 'in'), name, text),
        names: (of) => readdirSync(path.join(mailbox, of)),
        read: (name) => readFileSync(path.join(mailbox, 'out', name), 'utf8'),
        take: (name) => rmSync(path.join(mailbox, 'out', name)),
      }),
    )
  })

const until = (holds: () => void): Promise<void> => vi.waitFor(holds, { timeout: 5000, interval: 10 })

test('a file renamed into in/ is taken, and its answers appear in out/ whole', () =>
  withFolder(async ({ put, names, read }) => {
    put('claims-1.837', fileText())
    await until(() => expect(names('out')).toEqual(all))
    expect([names('in'), names('taking'), names('refused')]).toEqual([[], [], []])
    expect(segmentsIn(read(all[3] ?? ''), 'CLP')).toEqual(['CLP*C1001*1*200*125*30*CI*880121*10*1'])
    expect(read(all[3] ?? '').endsWith('~')).toBe(true)
  }))

test('a file still being written, a folder and a name that begins with a dot are left alone', () =>
  withFolder(async ({ put, names, url }) => {
    for (const name of ['claims.837.part', 'claims.tmp']) put(name, fileText())
    put('done.837', fileText({ control: '000000102' }))
    await until(() => expect(names('out')).toHaveLength(4))
    expect(names('in').toSorted()).toEqual(['claims.837.part', 'claims.tmp'])
    expect(await ask(url, '/control/counts')).toMatchObject({ received: 1 })
  }))

test('the same file under the same name again is answered with TA1 025', () =>
  withFolder(async ({ put, names, read }) => {
    put('claims.837', fileText())
    await until(() => expect(names('out')).toHaveLength(4))
    put('claims.837', fileText())
    await until(() => expect(names('out')).toHaveLength(5))
    expect(segmentsIn(read('LKM01-000004414-ta1.x12'), 'TA1')).toEqual(['TA1*000000101*260310*1200*R*025'])
  }))

test('a file that holds no X12 is put aside, not lost and not read again', () =>
  withFolder(async ({ put, names, url, log }) => {
    put('letter.txt', 'Dear payer, please pay.')
    await until(() => expect(names('refused')).toHaveLength(1))
    expect([names('in'), names('taking'), names('out')]).toEqual([[], [], []])
    expect(await ask(url, '/control/counts')).toMatchObject({ received: 0 })
    expect(log.filter(({ event }) => event === 'refused')).toHaveLength(1)
  }))

test('an answer that was taken from out/ does not come back', () =>
  withFolder(async ({ put, names, take, url }) => {
    put('claims.837', fileText())
    await until(() => expect(names('out')).toEqual(all))
    for (const name of all) take(name)
    await moveClock(url, '2026-03-12T00:00:00Z')
    expect(names('out')).toEqual([])
    expect(await ask(url, '/control/counts')).toMatchObject({ answers: 4, confirmed: 4, waiting: 0 })
  }))

test('answers wait in the folder’s books until the payer’s clock makes them due', () =>
  withFolder(
    async ({ put, names, url }) => {
      put('claims.837', fileText())
      await until(() => expect(names('out')).toEqual(all.slice(0, 3)))
      await moveClock(url, '2026-03-18T12:02:00Z')
      await until(() => expect(names('out')).toEqual(all))
    },
    { delayMinutes: { '835': 7 * 1440 } },
  ))

test('answers leave by the door the claims came by', () =>
  withFolder(async ({ put, names, url }) => {
    put('claims.837', fileText())
    await submit(url, fileText({ control: '000000102', claims: [{ number: 'C2' }] }))
    await until(() => expect(names('out')).toHaveLength(4))
    const { name } = await pickUp(url)
    expect(name).not.toBe('')
    expect(names('out')).not.toContain(name)
  }))

test('an answer whose place is taken by a folder waits, and the others go out', () =>
  inFolder(async (folder) => {
    const mailbox = path.join(folder, 'mailbox')
    mkdirSync(path.join(mailbox, 'out', all[1] ?? '', 'inside'), { recursive: true })
    const mailboxes = [{ senderId: 'ALDERROW', folder: mailbox }]
    await withPayer(settingsIn(folder, {}, { mailboxes }), async ({ url }, log) => {
      putInto(path.join(mailbox, 'in'), 'claims.837', fileText())
      await until(() => expect(log.some(({ event }) => event === 'mailbox-failed')).toBe(true))
      await until(() => expect(readdirSync(path.join(mailbox, 'out'))).toContain(all[3]))
      expect(await ask(url, '/control/counts')).toMatchObject({ waiting: 1 })
      rmSync(path.join(mailbox, 'out', all[1] ?? ''), { recursive: true })
      await vi.waitFor(async () => expect(await ask(url, '/control/counts')).toMatchObject({ waiting: 0 }))
    })
  }))
