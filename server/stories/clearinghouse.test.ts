// The two ways to a payer, of one shape: what goes over them, and how each says that it did not.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Mailbox } from '../src/clearinghouse/clearinghouse.ts'
import { folderClearinghouse } from '../src/clearinghouse/folder-clearinghouse.ts'
import { httpClearinghouse } from '../src/clearinghouse/http-clearinghouse.ts'
import { systemClock } from '../src/clock.ts'
import { makeIds } from '../src/ids.ts'

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
  bytes: new Uint8Array(Buffer.from('ISA*00*')),
}

describe('a mailbox of folders', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'golden-thread-mailbox-'))
    for (const side of ['in', 'out']) mkdirSync(join(folder, side))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const house = () => folderClearinghouse(() => folder)

  test('shows a file whole under its name, and nothing beside it', async () => {
    expect(await house().send(mailbox, file)).toEqual({ taken: true })
    expect(readdirSync(join(folder, 'in'))).toEqual([file.name])
    expect(readFileSync(join(folder, 'in', file.name))).toEqual(Buffer.from(file.bytes))
  })

  test('leaves files alone that are still being written', async () => {
    for (const name of ['.half', 'half.tmp', 'half.part', 'whole.835'])
      writeFileSync(join(folder, 'out', name), name)
    const fetched = await house().fetch(mailbox)
    expect(fetched.reached && fetched.files.map(({ name }) => name)).toEqual(['whole.835'])
  })

  test('hands a file out until it is confirmed', async () => {
    writeFileSync(join(folder, 'out', 'paid.835'), 'ISA')
    for (let times = 0; times < 2; times += 1) {
      const fetched = await house().fetch(mailbox)
      expect(fetched.reached && fetched.files).toHaveLength(1)
    }
    expect(await house().confirm(mailbox, 'paid.835')).toBe(true)
    expect(await house().confirm(mailbox, 'paid.835')).toBe(true)
    expect(await house().fetch(mailbox)).toEqual({ reached: true, files: [] })
  })

  test('confirms nothing outside of itself', async () => {
    writeFileSync(join(folder, 'secret'), 'kept')
    expect(await house().confirm(mailbox, '../secret')).toBe(false)
    expect(existsSync(join(folder, 'secret'))).toBe(true)
  })

  test('says by a code that it is not there', async () => {
    rmSync(folder, { recursive: true })
    expect(await house().send(mailbox, file)).toEqual({ taken: false, code: 'folder-ENOENT' })
    expect(await house().fetch(mailbox)).toEqual({ reached: false, code: 'folder-ENOENT' })
    const nowhere = folderClearinghouse(() => null)
    expect(await nowhere.send(mailbox, file)).toEqual({ taken: false, code: 'no-mailbox' })
  })
})

describe('a clearinghouse over HTTP', () => {
  type Answering = (form: FormData) => Response | 'silence'

  const withServer = async <T>(answer: Answering, use: (address: string) => Promise<T>): Promise<T> => {
    const server = createServer((request, response) => {
      void (async () => {
        const parts: Buffer[] = []
        for await (const part of request) parts.push(part as Buffer)
        const headers = { 'content-type': request.headers['content-type'] ?? '' }
        const form = await new Response(Buffer.concat(parts), { headers }).formData()
        const made = answer(form)
        if (made === 'silence') return
        response.writeHead(made.status, Object.fromEntries(made.headers))
        response.end(Buffer.from(await made.arrayBuffer()))
      })()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }

  const at = (address: string, patience = 2_000) =>
    httpClearinghouse({
      accountOf: () => ({ address, userName: 'alder-row', password: 'quiet' }),
      clock: systemClock,
      makeId: makeIds(systemClock),
      patience,
    })

  const reply = (fields: Readonly<Record<string, string | Blob>>): Response => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    return new Response(form)
  }

  const failures = [
    {
      what: 'an error of the envelope',
      answer: () => reply({ ErrorCode: 'UnAuthorized', ErrorMessage: 'quotes us' }),
      code: 'core-UnAuthorized',
    },
    {
      what: 'an error that is no word',
      answer: () => reply({ ErrorCode: 'a whole <sentence>' }),
      code: 'core-unknown',
    },
    {
      what: 'a page',
      answer: () => new Response('<p>', { status: 502, headers: { 'content-type': 'text/html' } }),
      code: 'http-502',
    },
    { what: 'silence', answer: () => 'silence' as const, code: 'timeout' },
  ]

  test.each(failures)('tells $what by a code of our own', ({ answer, code }) =>
    withServer(answer, async (address) => {
      expect(await at(address, 300).send(mailbox, file)).toEqual({ taken: false, code })
      expect(await at(address, 300).fetch(mailbox)).toEqual({ reached: false, code })
      expect(await at(address, 300).confirm(mailbox, file.id)).toBe(false)
    }),
  )

  test('says that nobody is there', async () => {
    expect(await at('http://127.0.0.1:9/').send(mailbox, file)).toEqual({ taken: false, code: 'unreachable' })
  })

  test('takes no payload whose length or checksum is not that of its bytes', () =>
    withServer(
      () =>
        reply({
          ErrorCode: 'Success',
          PayloadType: 'X12_835_Response_005010X221A1',
          PayloadID: 'one',
          PayloadLength: '3',
          CheckSum: '0000',
          Payload: new Blob(['ISA']),
        }),
      async (address) => {
        expect(await at(address).fetch(mailbox)).toEqual({ reached: false, code: 'core-checksum' })
      },
    ))

  test('sends the fields that the envelope asks for', () => {
    const seen: string[] = []
    return withServer(
      (form) => {
        seen.push(...form.keys())
        return reply({
          ErrorCode: 'Success',
          PayloadType: 'X12_BatchReceiptConfirmation',
          PayloadID: file.id,
        })
      },
      async (address) => {
        expect(await at(address).send(mailbox, file)).toEqual({ taken: true })
        expect(seen.toSorted()).toEqual([
          'CORERuleVersion',
          'CheckSum',
          'Password',
          'Payload',
          'PayloadID',
          'PayloadLength',
          'PayloadType',
          'ProcessingMode',
          'ReceiverID',
          'SenderID',
          'TimeStamp',
          'UserName',
        ])
      },
    )
  })
})
