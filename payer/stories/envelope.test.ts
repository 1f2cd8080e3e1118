// The payer's HTTP door: what an envelope must be, what is refused without a trace, what is handed out and until when.
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { instant } from '@goldenthread/core/values/day.ts'
import { describe, expect, test } from 'vitest'
import { answer } from '../src/answer/answer.ts'
import { books, bytesOf, fileText, interchange, plan, setSegments, textOf } from './claim-file.ts'
import {
  type Fields,
  account,
  ask,
  batchFields,
  confirm,
  inFolder,
  kindOf,
  pickUp,
  pickUpAll,
  post,
  segmentsIn,
  settingsIn,
  submit,
  usualFields,
  withPayer,
} from './payer-client.ts'

const all = ['ta1', '999', '277ca', '835']
const withOne = <T>(use: (url: string, folder: string) => Promise<T>): Promise<T> =>
  inFolder((folder) => withPayer(settingsIn(folder), ({ url }) => use(url, folder)))

test('a batch is confirmed, and its answers are picked up byte for byte as the payer decides them', () =>
  withOne(async (url) => {
    const sent = batchFields(fileText())
    const reply = await post(url, sent)
    expect(reply).toMatchObject({
      status: 200,
      type: 'X12_BatchReceiptConfirmation',
      id: sent['PayloadID'],
      code: 'Success',
      name: '',
    })
    const decided = answer({
      files: [{ name: 'claims.837', bytes: bytesOf(fileText()) }],
      planRules: plan(),
      state: books,
      at: instant('2026-03-11T12:02:00Z'),
      facts: shippedFacts,
    })
    const came = await pickUpAll(url)
    expect(came.map(({ name, text }) => [name, text])).toEqual(
      decided.files.map((file) => [`LKM01-${file.name}`, textOf(file)]),
    )
    expect(came.map(({ type }) => type)).toEqual([
      'X12_TA1_Response_005010X231A1',
      'X12_999_Response_005010X231A1',
      'X12_277CA_Response_005010X214',
      'X12_835_Response_005010X221A1',
    ])
    expect(await pickUp(url)).toMatchObject({
      type: 'X12_005010_Response_NoBatchResultsFile',
      code: 'Success',
      name: '',
    })
  }))

const file = fileText()
const blob = (text: string): Blob => new Blob([text])
const refused: readonly (readonly [what: string, change: Fields, code: string])[] = [
  ['no kind of payload', { PayloadType: null }, 'PayloadTypeRequired'],
  ['a kind of payload nobody takes', { PayloadType: 'X12_270_Request_005010X279A1' }, 'PayloadTypeIllegal'],
  ['no processing mode', { ProcessingMode: null }, 'ProcessingModeRequired'],
  ['a processing mode that is none', { ProcessingMode: 'Soon' }, 'ProcessingModeIllegal'],
  ['real time, which this payer does not do', { ProcessingMode: 'RealTime' }, 'NotSupported'],
  ['no payload id', { PayloadID: null }, 'PayloadIDRequired'],
  ['a payload id that is no UUID', { PayloadID: '1' }, 'PayloadIDIllegal'],
  ['no time', { TimeStamp: null }, 'TimeStampRequired'],
  ['a time without a zone', { TimeStamp: '2026-03-11T12:02:00' }, 'TimeStampIllegal'],
  ['a time that is none', { TimeStamp: '2026-13-11T12:02:00Z' }, 'TimeStampIllegal'],
  ['no user', { UserName: null }, 'UserNameRequired'],
  ['another user', { UserName: 'somebody' }, 'UnAuthorized'],
  ['no password', { Password: '' }, 'PasswordRequired'],
  ['another password', { Password: 'guess' }, 'UnAuthorized'],
  ['no sender', { SenderID: null }, 'SenderIDRequired'],
  ['a sender longer than any', { SenderID: 'A'.repeat(51) }, 'SenderIDIllegal'],
  ['no receiver', { ReceiverID: null }, 'ReceiverIDRequired'],
  ['a receiver that is no payer of this house', { ReceiverID: 'SABLEMERE' }, 'ReceiverIDIllegal'],
  ['no version of the rule', { CORERuleVersion: null }, 'CORERuleVersionRequired'],
  ['a version that is none', { CORERuleVersion: 'two' }, 'CORERuleVersionIllegal'],
  ['another version of the rule', { CORERuleVersion: '4.0.0' }, 'VersionMismatch'],
  ['no length', { PayloadLength: null }, 'PayloadLengthRequired'],
  ['a length that is no number', { PayloadLength: '0x2f' }, 'PayloadLengthIllegal'],
  ['a length of one byte more', { PayloadLength: String(file.length + 1) }, 'PayloadLengthIllegal'],
  ['no checksum', { CheckSum: null }, 'CheckSumRequired'],
  ['a checksum that is no SHA-1', { CheckSum: 'abc' }, 'CheckSumIllegal'],
  ['a checksum of other bytes', { CheckSum: '0'.repeat(40) }, 'ChecksumMismatched'],
  ['one byte changed on the way', { Payload: blob(file.replace('*200*', '*300*')) }, 'ChecksumMismatched'],
  ['no payload', { Payload: null }, 'PayloadRequired'],
  ['an empty payload', { ...batchFields(''), Payload: blob('') }, 'PayloadRequired'],
  ['a payload that is no X12', batchFields('Dear payer, please pay.'), 'PayloadIllegal'],
  [
    'bytes of no kind',
    batchFields(String.fromCharCode(...Array.from({ length: 400 }, (_, n) => (n * 37) % 127))),
    'PayloadIllegal',
  ],
]

test.each(refused)('%s: an ErrorCode, and nothing is stored', (_what, change, code) =>
  withOne(async (url, folder) => {
    const journal = path.join(folder, 'state', 'journal')
    const before = statSync(journal).size
    const reply = await post(url, { ...batchFields(file), ...change })
    expect([reply.status, reply.code, reply.name]).toEqual([200, code, ''])
    expect(statSync(journal).size).toBe(before)
    expect(await ask(url, '/control/counts')).toMatchObject({ received: 0, answers: 0 })
    expect((await submit(url, file)).code).toBe('Success')
  }),
)

describe('a message that is no envelope', () => {
  const send = (url: string, contentType: string, body: string | Uint8Array<ArrayBuffer>) =>
    fetch(url, { method: 'POST', headers: { 'content-type': contentType }, body })
  const codeOf = async (response: Response) =>
    [response.status, (await response.formData()).get('ErrorCode')] as const

  test.each([
    ['a text', 'text/plain', file],
    ['JSON', 'application/json', '{"PayloadType":1}'],
    ['a form without a boundary', 'multipart/form-data', 'x'],
    ['a form cut short', 'multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="P'],
    ['no form at all behind a boundary', 'multipart/form-data; boundary=b', '\u0000\u0001~~~'],
    ['nothing', 'multipart/form-data; boundary=b', ''],
  ])('%s is answered in the form of the trade: Sender', (_what, contentType, body) =>
    withOne(async (url) => {
      expect(await codeOf(await send(url, contentType, body))).toEqual([400, 'Sender'])
      expect(await ask(url, '/control/counts')).toMatchObject({ received: 0 })
    }),
  )

  test('a field that stands there twice is refused by its name', () =>
    withOne(async (url) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(batchFields(file))) form.append(name, value as string)
      form.append('SenderID', 'OTHERROW')
      expect(await codeOf(await fetch(url, { method: 'POST', body: form }))).toEqual([200, 'SenderIDIllegal'])
    }))

  test('a body longer than this payer takes is refused, and the next one is taken', () =>
    withOne(async (url) => {
      const long = new Uint8Array(64 * 1024 * 1024 + 1)
      expect(await codeOf(await send(url, 'multipart/form-data; boundary=b', long))).toEqual([
        413,
        'PayloadLengthIllegal',
      ])
      expect((await submit(url, file)).code).toBe('Success')
    }))
})

describe('what was sent before', () => {
  test('the same bytes again are taken and answered with TA1 025, under the same PayloadID or another', () =>
    withOne(async (url) => {
      const sent = batchFields(file)
      await post(url, sent)
      await pickUpAll(url)
      for (const again of [sent, batchFields(file)]) {
        expect((await post(url, again)).code).toBe('Success')
        const [ta1, ...others] = await pickUpAll(url)
        expect(segmentsIn(ta1?.text ?? '', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*025'])
        expect(others).toEqual([])
      }
    }))

  test('other bytes under a PayloadID that was used are refused', () =>
    withOne(async (url) => {
      const sent = batchFields(file)
      await post(url, sent)
      const other = { ...batchFields(fileText({ control: '000000102' })), PayloadID: sent['PayloadID'] ?? '' }
      expect((await post(url, other)).code).toBe('PayloadIDIllegal')
      expect(await ask(url, '/control/counts')).toMatchObject({ received: 1 })
    }))
})

describe('picking up', () => {
  test('every answer comes again until it is confirmed, and none keeps the others back', () =>
    withOne(async (url) => {
      await submit(url, file)
      const rounds: string[] = []
      for (let n = 0; n < 8; n += 1) rounds.push(kindOf(await pickUp(url)))
      expect(rounds).toEqual([...all, ...all])
      const ta1 = await pickUp(url)
      expect((await confirm(url, ta1.id)).code).toBe('Success')
      expect((await pickUpAll(url)).map(kindOf)).toEqual(['999', '277ca', '835'])
    }))

  test('a confirmation that comes again is as good as the first', () =>
    withOne(async (url) => {
      await submit(url, file)
      const { id } = await pickUp(url)
      const codes = [await confirm(url, id), await confirm(url, id)].map(({ code }) => code)
      expect(codes).toEqual(['Success', 'Success'])
      expect(await ask(url, '/control/counts')).toMatchObject({ confirmed: 1, waiting: 3 })
    }))

  test('a confirmation with another checksum confirms nothing', () =>
    withOne(async (url) => {
      await submit(url, file)
      const { id } = await pickUp(url)
      expect((await confirm(url, id, { CheckSum: '0'.repeat(40) })).code).toBe('ChecksumMismatched')
      expect(await ask(url, '/control/counts')).toMatchObject({ confirmed: 0, waiting: 4 })
    }))

  test('an answer nobody gave cannot be confirmed', () =>
    withOne(async (url) => {
      const unknown = usualFields()['PayloadID'] as string
      expect((await confirm(url, unknown)).code).toBe('PayloadIDIllegal')
    }))

  test.each([
    ['X12_TA1_RetrievalRequest_005010X231A1', 'ta1'],
    ['X12_999_RetrievalRequest_005010X231A1', '999'],
    ['X12_277CA_Request_005010X214', '277ca'],
    ['X12_835_Request_005010X221A1', '835'],
  ])('%s asks for this kind alone', (PayloadType, kind) =>
    withOne(async (url) => {
      await submit(url, file)
      const first = await pickUp(url, { PayloadType })
      expect(kindOf(first)).toBe(kind)
      await confirm(url, first.id)
      expect((await pickUp(url, { PayloadType })).name).toBe('')
    }),
  )

  test('another sender sees nothing of it and can confirm nothing of it', () =>
    withOne(async (url) => {
      await submit(url, file)
      const { id } = await pickUp(url)
      expect((await pickUp(url, { SenderID: 'OTHERROW' })).name).toBe('')
      expect((await confirm(url, id, { SenderID: 'OTHERROW' })).code).toBe('PayloadIDIllegal')
    }))

  test('an account opens the mailboxes of its own senders alone', () =>
    inFolder((folder) => {
      const accounts = [{ ...account, senderIds: ['ALDERROW'] }]
      return withPayer(settingsIn(folder, {}, { accounts }), async ({ url }) => {
        expect((await pickUp(url)).code).toBe('Success')
        expect((await pickUp(url, { SenderID: 'OTHERROW' })).code).toBe('UnAuthorized')
      })
    }))
})

describe('several payers in one process', () => {
  const sable = plan({
    payer: { ...plan().payer, id: 'SBM77', name: 'SABLEMERE MUTUAL', interchangeId: 'SABLEMERE' },
    fees: [],
  })
  const withTwo = (use: (url: string) => Promise<void>) =>
    inFolder((folder) => {
      const plans = [...settingsIn(folder).plans, { planRules: sable }]
      return withPayer(settingsIn(folder, {}, { plans }), ({ url }) => use(url))
    })
  const toSable = interchange([setSegments({ payerId: 'SBM77' })], { receiver: 'SABLEMERE' })
  const fromSable = { ReceiverID: 'SABLEMERE' }

  test('a file goes to the payer its ISA08 names, which has rules and numbers of its own', () =>
    withTwo(async (url) => {
      await submit(url, file)
      await post(url, { ...batchFields(toSable), ...fromSable })
      const wanted = { PayloadType: 'X12_835_Request_005010X221A1' }
      const [larkmoor, sablemere] = [
        await pickUp(url, wanted),
        await pickUp(url, { ...wanted, ...fromSable }),
      ]
      expect(segmentsIn(larkmoor.text, 'CLP')).toEqual(['CLP*C1001*1*200*125*30*CI*880121*10*1'])
      expect(segmentsIn(sablemere.text, 'CLP', 'CAS')).toEqual([
        'CLP*C1001*1*200*0**CI*100001*10*1',
        'CAS*CO*204*200',
      ])
      expect(sablemere.name).toBe('SBM77-000000004-835.x12')
    }))

  test('a file for a receiver nobody is gets TA1 009', () =>
    withTwo(async (url) => {
      await submit(url, interchange([setSegments()], { receiver: 'NOBODY' }))
      const [ta1] = await pickUpAll(url)
      expect(segmentsIn(ta1?.text ?? '', 'TA1')).toEqual(['TA1*000000101*260310*1200*R*009'])
    }))
})

describe('control calls', () => {
  test('health, counts and claims tell what was taken', () =>
    withOne(async (url) => {
      await submit(url, file)
      expect(await ask(url, '/health')).toEqual({ status: 'ok', now: '2026-03-11T12:02:00Z' })
      expect(await ask(url, '/control/counts')).toEqual({
        received: 1,
        interchanges: 1,
        claims: 1,
        answers: 4,
        confirmed: 0,
        waiting: 4,
      })
      expect(await ask(url, '/control/claims')).toEqual([
        {
          payerId: 'LKM01',
          receivedAt: '2026-03-11T12:02:00Z',
          sender: 'ALDERROW',
          interchangeControl: '000000101',
          claimNumber: 'C1001',
          payerClaimNumber: '880121',
          outcome: 'judged',
        },
      ])
    }))

  test('a page of a browser moves no clock: only JSON does', () =>
    withOne(async (url) => {
      const response = await fetch(`${url}/control/clock`, { method: 'POST', body: '{"now":"real"}' })
      expect(response.status).toBe(415)
    }))

  test('there is no other call', () =>
    withOne(async (url) => {
      expect((await fetch(`${url}/control`)).status).toBe(404)
      expect((await fetch(url)).status).toBe(404)
    }))
})

test('the journal holds what came by PayloadID, SHA-256 and ISA13', () =>
  withOne(async (url, folder) => {
    const sent = batchFields(file)
    await post(url, sent)
    const lines = readFileSync(path.join(folder, 'state', 'journal'), 'utf8').split('\n')
    expect(JSON.parse((lines[1] ?? '').slice(17))).toMatchObject({
      kind: 'received',
      payloadId: sent['PayloadID'],
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      interchangeControls: ['000000101'],
    })
  }))
