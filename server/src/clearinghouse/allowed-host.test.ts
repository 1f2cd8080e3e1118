// Which addresses may be asked: by where a host is found, however it is written.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { addressIn, findHost, mayAsk } from './allowed-host.ts'
import { httpClearinghouse } from './http-clearinghouse.ts'
import { postFormWhere } from './post-form.ts'
import { sftpClearinghouse } from './sftp-clearinghouse.ts'

const [alone, forOthers] = [{ trustProxy: 0 }, { trustProxy: 1 }]

test.each([
  ['127.1', '127.0.0.1'],
  ['0177.0.0.1', '127.0.0.1'],
  ['0x7f.1', '127.0.0.1'],
  ['2130706433', '127.0.0.1'],
  ['[0:0:0:0:0:0:0:1]', '::1'],
  ['0:0:0:0:0:0:0:1', '::1'],
  ['files.clearinghouse.example', null],
])('%s is read as %s', (host, address) => {
  expect(addressIn(host)).toBe(address)
})

describe('an address', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.0.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fd00::1',
    '::ffff:10.0.0.1',
  ])('%s may be asked only where nobody else is served', (address) => {
    expect([mayAsk(address, alone), mayAsk(address, forOthers)]).toEqual([true, false])
  })
  test.each(['169.254.169.254', 'fe80::1', '::ffff:169.254.169.254'])('%s is never asked', (address) => {
    expect([mayAsk(address, alone), mayAsk(address, forOthers)]).toEqual([false, false])
  })
  test.each(['203.0.113.7', '2001:db8::7'])('%s may be asked', (address) => {
    expect([mayAsk(address, alone), mayAsk(address, forOthers)]).toEqual([true, true])
  })
})

// The name of this computer stands for one that an owner could have made: it resolves to an address of it.
describe('a name of this computer', () => {
  test('is found where nobody else is served, and refused where others are', async () => {
    expect(await findHost('localhost', alone)).toMatchObject({ address: expect.any(String) })
    expect(await findHost('localhost', forOthers)).toBeNull()
  })

  test('hears nothing of a mailbox, over HTTP or SFTP, where others are served', async () => {
    let heard = 0
    const server = createServer((_asked, answer) => {
      heard += 1
      answer.end()
    })
    server.on('connection', () => {
      heard += 1
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const mailbox = {
      practiceId: '01900000-0000-7000-8000-000000000001',
      senderQualifier: 'ZZ',
      senderId: 'ALDERROW1',
      receiverQualifier: 'ZZ',
      receiverId: 'LARKMOOR',
    }
    const over = (settings: typeof alone) =>
      httpClearinghouse({
        accountOf: () => ({ address: `http://localhost:${port}/`, userName: 'alder-row', password: 'seven' }),
        clock: { now: () => '2026-03-10T14:00:00Z' as never, milliseconds: () => 0 },
        makeId: () => '01900000-0000-7000-8000-000000000002',
        post: postFormWhere(settings),
      })
    const sftp = sftpClearinghouse({
      account: {
        host: '127.1',
        port,
        userName: 'alder-row',
        secret: 'seven',
        hostKey: null,
        settings: forOthers,
      },
      sendFolder: 'in',
      fetchFolder: 'out',
    })
    const refused = { reached: false, code: 'account-address' }
    expect([await over(forOthers).fetch(mailbox), await sftp.fetch(mailbox)]).toEqual([refused, refused])
    expect(heard).toBe(0)
    expect(await over(alone).fetch(mailbox)).toEqual({ reached: false, code: 'http-200' })
    expect(heard).toBe(2)
    await new Promise((resolve) => server.close(resolve))
  })
})
