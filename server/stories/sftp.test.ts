// SFTP: of the same shape as the other ways, the other side's key pinned, and every failure told by a code of ours.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Clearinghouse, Mailbox } from '../src/clearinghouse/clearinghouse.ts'
import { sftpClearinghouse } from '../src/clearinghouse/sftp-clearinghouse.ts'
import { needsPerson } from '../src/clearinghouse/failure-finding.ts'
import { sftpHost } from '../src/clearinghouse/account.ts'
import { type SftpServer, newKeyPair, openSftpServer } from './sftp-server.ts'

const mailbox: Mailbox = {
  practiceId: '01900000-0000-7000-8000-000000000001',
  senderQualifier: 'ZZ',
  senderId: 'ALDERROW1',
  receiverQualifier: 'ZZ',
  receiverId: 'LARKMOOR',
}

const file = {
  id: '01900000-0000-7000-8000-000000000002',
  name: '837P-000000001.x12',
  bytes: new Uint8Array(Buffer.from('ISA*00*'.repeat(20_000))),
}

const password = 'seven quiet lanterns'
const pair = newKeyPair()

let root: string
let server: SftpServer

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'golden-thread-sftp-'))
  for (const side of ['in', 'out']) mkdirSync(join(root, side))
  server = await openSftpServer({
    root,
    userName: 'alder-row',
    password: () => password,
    publicKey: pair.public,
  })
})
afterEach(async () => {
  await server.close()
  rmSync(root, { recursive: true, force: true })
})

const house = (
  given: { secret?: string; hostKey?: string | null; patience?: number } = {},
): Clearinghouse => {
  const there = sftpHost(server.address)
  if (there === null) throw new Error('the server has an address')
  const { secret = password, hostKey = server.hostKey, patience = 5_000 } = given
  return sftpClearinghouse({
    account: { ...there, userName: 'alder-row', secret, hostKey, settings: { trustProxy: 0 } },
    sendFolder: '/in',
    fetchFolder: '/out/',
    patience,
  })
}

const fetchedNames = async (): Promise<readonly string[]> => {
  const fetched = await house().fetch(mailbox)
  if (!fetched.reached) throw new Error(fetched.code)
  return fetched.files.map(({ name }) => name)
}

describe('a mailbox over SFTP', () => {
  test.each([
    ['a password', password],
    ['a private key', pair.private],
  ])('takes a file whole under its name by %s, and shows nothing beside it', async (_what, secret) => {
    expect(await house({ secret }).send(mailbox, file)).toEqual({ taken: true })
    expect(readdirSync(join(root, 'in'))).toEqual([file.name])
    expect(Buffer.compare(readFileSync(join(root, 'in', file.name)), file.bytes)).toBe(0)
  })

  test('takes the same file again as sent, and writes over no other one of its name', async () => {
    await house().send(mailbox, file)
    expect(await house().send(mailbox, file)).toEqual({ taken: true })
    writeFileSync(join(root, 'in', file.name), 'of somebody else')
    expect(await house().send(mailbox, file)).toEqual({ taken: false, code: 'sftp-name-taken' })
    expect(readFileSync(join(root, 'in', file.name), 'utf8')).toBe('of somebody else')
  })

  test('leaves files alone that are still being written, and folders', async () => {
    for (const name of ['.half', 'half.tmp', 'half.part', 'whole.835', 'a.277'])
      writeFileSync(join(root, 'out', name), name)
    mkdirSync(join(root, 'out', 'archive'))
    expect(await fetchedNames()).toEqual(['a.277', 'whole.835'])
  })

  test('fetches what lies beside a file that is too large, and tells of that one when it lies there alone', async () => {
    const large = join(root, 'out', 'a-large.835')
    writeFileSync(large, '')
    truncateSync(large, 64 * 1024 * 1024 + 1)
    writeFileSync(join(root, 'out', 'small.277'), 'small')
    expect(await fetchedNames()).toEqual(['small.277'])
    await house().confirm(mailbox, 'small.277')
    expect(await house().fetch(mailbox)).toEqual({ reached: false, code: 'sftp-file-too-large' })
    expect(needsPerson('sftp-file-too-large')).toBe(true)
    rmSync(large)
    expect(await fetchedNames()).toEqual([])
  })

  test('hands a file out until it is confirmed, and confirms many over one connection', async () => {
    for (const name of ['one.835', 'two.835']) writeFileSync(join(root, 'out', name), name)
    for (let times = 0; times < 2; times += 1) expect(await fetchedNames()).toEqual(['one.835', 'two.835'])
    const before = server.logins.well
    expect(await house().confirmAll?.(mailbox, ['one.835', 'two.835', 'gone.835'])).toEqual([
      'one.835',
      'two.835',
      'gone.835',
    ])
    expect(server.logins.well).toBe(before + 1)
    expect(await fetchedNames()).toEqual([])
  })

  test('confirms nothing outside of its folder', async () => {
    writeFileSync(join(root, 'kept'), 'kept')
    expect(await house().confirm(mailbox, '../kept')).toBe(false)
    expect(existsSync(join(root, 'kept'))).toBe(true)
  })
})

describe('a mailbox over SFTP that cannot be used', () => {
  const expectBoth = async (asked: Clearinghouse, failure: object): Promise<void> => {
    expect(await asked.send(mailbox, file)).toEqual({ taken: false, ...failure })
    expect(await asked.fetch(mailbox)).toEqual({ reached: false, ...failure })
    expect(await asked.confirm(mailbox, 'one.835')).toBe(false)
  }

  test('is told the secret only when it shows the key that is pinned', async () => {
    const other = `SHA256:${'A'.repeat(43)}`
    await expectBoth(house({ hostKey: other }), { code: 'sftp-key-other', seenKey: server.hostKey })
    await expectBoth(house({ hostKey: null }), { code: 'sftp-key-unknown', seenKey: server.hostKey })
    expect(server.logins).toEqual({ well: 0, refused: 0 })
  })

  test('says that the secret is wrong', () => expectBoth(house({ secret: 'wrong' }), { code: 'sftp-login' }))

  test('says that a key cannot be read', async () => {
    const broken = '-----BEGIN OPENSSH PRIVATE KEY-----\nnone\n-----END OPENSSH PRIVATE KEY-----\n'
    await expectBoth(house({ secret: broken }), { code: 'sftp-key-unreadable' })
  })

  test('says that a folder is not there', async () => {
    for (const side of ['in', 'out']) rmSync(join(root, side), { recursive: true })
    expect(await house().send(mailbox, file)).toEqual({ taken: false, code: 'sftp-no-such-file' })
    expect(await house().fetch(mailbox)).toEqual({ reached: false, code: 'sftp-no-such-file' })
  })

  test('is not waited for longer than it may take', async () => {
    server.silent = true
    await expectBoth(house({ patience: 300 }), { code: 'timeout' })
  })

  test('says that nobody is there', async () => {
    const gone = house()
    await server.close()
    await expectBoth(gone, { code: 'unreachable' })
  })
})
