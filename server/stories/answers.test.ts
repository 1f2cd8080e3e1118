// Answers as payers give them: late, twice, out of order, against each other, or to somebody else.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addSeconds } from '../src/clock.ts'
import {
  type BillingPractice,
  type Divertable,
  type StandingPayer,
  count,
  diverting,
  example,
  is835,
  openBilling,
  openPayer,
  overHttp,
  sweep,
} from './billed-sessions.ts'
import { type Signed, type TestServer, makeTestServer } from './test-server.ts'

let payer: StandingPayer
let post: Divertable
let server: TestServer
let practice: BillingPractice
let owner: Signed

const open = async (
  given: Parameters<typeof openPayer>[0],
  isKept: (bytes: Uint8Array) => boolean = () => false,
): Promise<void> => {
  payer = await openPayer(given)
  post = diverting(
    overHttp(() => payer.payer.url),
    isKept,
  )
  server = await makeTestServer({ services: { clearinghouse: post } })
  practice = await openBilling(server)
  owner = practice.owner
}
afterEach(async () => {
  await server.close()
  await payer.close()
})

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'))

const keptWith = (mark: string): string => {
  const found = post.kept.map(({ bytes }) => textOf(bytes)).find((text) => text.includes(mark))
  if (found === undefined) throw new Error(`the payer answers with ${mark}`)
  return found
}

const read = async (id: string) => (await owner.ask('GET', `/api/claim/claims/${id}`)).json()
const statusOf = async (id: string): Promise<string> => (await read(id)).claim.status

/** Moves both clocks; a screen that was left alone for long is opened anew. */
const later = async (minutes: number): Promise<void> => {
  server.clock.moveTo(addSeconds(server.clock.now(), minutes * 60))
  await fetch(`${payer.payer.url}/control/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ now: server.clock.now() }),
  })
  owner = await server.again(owner)
}

const worklist = async (name: string): Promise<readonly string[]> =>
  (await owner.ask('GET', `/api/claim/claims?worklist=${name}`))
    .json()
    .items.map((each: { id: string }) => each.id)

const amount = async (kind: string): Promise<number> => {
  const { accounts } = (await owner.ask('GET', '/api/posting/accounts')).json()
  return accounts.find((each: { kind: string }) => each.kind === kind)?.amount ?? 0
}

describe('answers that come', () => {
  test('late move the claim on, one after the other', async () => {
    await open({ behaviour: { delayMinutes: { '999': 10, '277ca': 60, '835': 600 } } })
    const claim = await practice.file('2026-03-09')
    const seen: string[] = []
    for (const minutes of [0, 10, 50, 540]) {
      await later(minutes)
      await sweep(server.services)
      seen.push(await statusOf(claim.id))
    }
    expect(seen).toEqual(['sent', 'sent', 'accepted', 'answered'])
  })

  test.each(['reversed', 'shuffled'] as const)(
    '%s and twice leave the same claim and the same books',
    async (order) => {
      const kinds = ['ta1', '999', '277ca', '835'] as const
      await open({ behaviour: { order, twice: { kinds, ofHundred: 100, laterMinutes: 5 } } })
      const claim = await practice.file('2026-03-09')
      await sweep(server.services)
      await later(6)
      await sweep(server.services)
      expect(await statusOf(claim.id)).toBe('answered')
      expect(await count(server, 'entry', "act = 'remitted'")).toBe(1)
      expect(await count(server, 'stored_file', "direction = 'in' AND status = 'read'")).toBe(4)
      expect((await payer.counts())['waiting']).toBe(0)
    },
  )

  test('with the money before the acknowledgment leave the claim answered', async () => {
    await open({ behaviour: { delayMinutes: { '277ca': 60 } } })
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('answered')
    await later(60)
    await sweep(server.services)
    const { claim: after, timeline } = await read(claim.id)
    expect(after.status).toBe('answered')
    expect(timeline.at(-1)).toMatchObject({ kind: 'acknowledgment', provesTimelyFiling: true })
  })

  test('never stand in the worklist after two days without an acknowledgment', async () => {
    await open({ behaviour: { silent: [{ what: 'all', ofHundred: 100 }] } })
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    expect(await worklist('no-response')).toEqual([])
    await later(2 * 1440 + 1)
    await sweep(server.services)
    expect(await worklist('no-response')).toEqual([claim.id])
  })

  test('without the money stand in the worklist after thirty days', async () => {
    await open({ behaviour: { silent: [{ what: 'payment', ofHundred: 100 }] } })
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('accepted')
    await later(30 * 1440 + 1)
    expect(await worklist('no-response')).toEqual([claim.id])
  })
})

describe('a rejection', () => {
  const [member] = example.payer.planRules.members
  if (member === undefined) throw new Error('the plan has members')

  test('leads to its field, takes the filing back, and is mended and sent anew as a new claim', async () => {
    await open({ rules: { members: [{ ...member, memberNumber: 'LKM482207799' }] } })
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    expect(await worklist('rejected')).toEqual([claim.id])
    const { claim: rejected } = await read(claim.id)
    expect(rejected.findings.map((each: { place: { path: string } }) => each.place.path)).toContain(
      'coverage.memberNumber',
    )
    expect(await amount('session-fees')).toBe(0)

    const { items } = (await owner.ask('GET', `/api/coverage/clients/${practice.clientId}/coverages`)).json()
    const { id, clientId: _clientId, ...coverage } = items[0]
    const mended = { ...coverage, memberNumber: 'LKM482207799' }
    expect((await owner.ask('PUT', `/api/coverage/coverages/${id}`, mended)).status).toBe(200)
    const resent = await owner.ask('POST', `/api/claim/claims/${claim.id}/resend`, undefined, {
      'idempotency-key': 'resend-it-1',
    })
    expect(resent.json()).toMatchObject({ status: 'filed', frequency: '1', replacesId: claim.id })
    await sweep(server.services)
    const { claim: after, timeline } = await read(resent.json().id)
    expect(after.status).toBe('answered')
    expect(timeline.map((each: { kind: string; verdict: string }) => `${each.kind} ${each.verdict}`)).toEqual(
      [
        'filed null',
        'batched null',
        'sent null',
        'envelope accepted',
        'syntax accepted',
        'acknowledgment rejected',
        'filed null',
        'batched null',
        'sent null',
        'envelope accepted',
        'syntax accepted',
        'acknowledgment accepted',
        'remitted accepted',
      ],
    )
    expect(await worklist('rejected')).toEqual([])
    expect(await amount('session-fees')).toBe(20000)
    expect(await amount('receivable-payer')).toBe(0)
  })

  test('of the envelope refuses the batch and every claim in it, and no later acceptance undoes it', async () => {
    await open({}, () => true)
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    await sweep(server.services)
    const refusing = keptWith('TA1*').replace('*A*000~', '*R*009~')
    post.deliver('ta1', bytesOf(refusing))
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('rejected')
    expect((await owner.ask('GET', '/api/claim/batches')).json().items).toMatchObject([{ status: 'refused' }])
    post.deliver('277ca', bytesOf(keptWith('ST*277*')))
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('rejected')
  })

  test('of a receiver that the claim was not sent to is no word on it', async () => {
    await open({}, is835)
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    const stored = await server.database.asAdministrator("SELECT bytes FROM stored_file WHERE kind = '277CA'")
    const rejecting = textOf(stored[0]?.['bytes'] as Uint8Array)
      .replaceAll('A2:20:PR', 'A7:158:QC')
      .replaceAll('*WQ*', '*U*')
      .replace(/^(ISA(?:\*[^*]*){5}\*)[^*]{15}/, '$1OTHERPAYER     ')
    expect(rejecting).toContain(`*OTHERPAYER     *`)
    post.deliver('277ca-of-another', bytesOf(rejecting))
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('accepted')
    expect(await amount('session-fees')).toBe(20000)
    const { items } = (await owner.ask('GET', '/api/remit/files?direction=in')).json()
    expect(items[0].findings).toMatchObject([{ code: '277CA:not-ours' }])
  })

  test('of a payer wins over the acceptance that came before it, and money for the claim stands unapplied', async () => {
    await open({}, is835)
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('accepted')
    const stored = await server.database.asAdministrator("SELECT bytes FROM stored_file WHERE kind = '277CA'")
    const accepting = textOf(stored[0]?.['bytes'] as Uint8Array)
    const rejecting = accepting.replaceAll('A2:20:PR', 'A7:158:QC').replaceAll('*WQ*', '*U*')
    post.deliver('277ca-2', bytesOf(rejecting))
    await sweep(server.services)
    expect(await statusOf(claim.id)).toBe('rejected')
    expect(await amount('session-fees')).toBe(0)
    post.deliver('835', bytesOf(keptWith('ST*835*')))
    await sweep(server.services)
    expect(await amount('unapplied')).toBe(12500)
    expect(await statusOf(claim.id)).toBe('rejected')
  })
})

describe('an answer with faults', () => {
  beforeEach(() => open({}, () => true))

  /** Files two claims, and gives what the payer says of them in one 277CA. */
  const acknowledged = async (): Promise<{ first: string; second: string; text: string }> => {
    const first = await practice.file('2026-03-09')
    const second = await practice.file('2026-03-06')
    await sweep(server.services)
    await sweep(server.services)
    const text = keptWith('ST*277*')
    expect(text.indexOf(first.claimNumber)).toBeGreaterThan(0)
    expect(text.indexOf(second.claimNumber)).toBeGreaterThan(0)
    return { first: first.id, second: second.id, text }
  }
  const counts = async () => (await owner.ask('GET', '/api/claim/worklists')).json()
  const files = async (query: string) => (await owner.ask('GET', `/api/remit/files?${query}`)).json().items

  test('that touch no claim moves every claim, and shows them with its file', async () => {
    const { first, second, text } = await acknowledged()
    const lived = text
      .replace(/NM1\*PR\*2\*[^*]*/, `NM1*PR*2*${'A NAME TOO LONG '.repeat(5)}`)
      .replace(/DTP\*009\*D8\*\d{8}/, 'DTP*009*D8*20269999')
    expect(lived).not.toBe(text)
    post.deliver('277ca', bytesOf(lived))
    await sweep(server.services)
    expect([await statusOf(first), await statusOf(second)]).toEqual(['accepted', 'accepted'])
    const [file] = await files('direction=in')
    expect(file.status).toBe('read')
    expect(file.findings).toMatchObject([
      { code: '999:IK4:5', severity: 'warns' },
      { code: '999:IK4:8', severity: 'warns' },
    ])
    expect(await counts()).toMatchObject({ quarantinedFiles: 0, strayFiles: 0 })
  })

  test('in one claim leaves that claim in the worklist until it is answered anew, and moves the other', async () => {
    const { first, second, text } = await acknowledged()
    const at = text.indexOf('STC*A2', text.indexOf((await read(first)).claim.claimNumber))
    const strange = `${text.slice(0, at)}STC*Z9${text.slice(at + 6)}`
    post.deliver('277ca', bytesOf(strange))
    await sweep(server.services)
    expect([await statusOf(first), await statusOf(second)]).toEqual(['sent', 'accepted'])
    expect(await worklist('unclear')).toEqual([first])
    const { timeline } = await read(first)
    expect(timeline.at(-1)).toMatchObject({
      kind: 'acknowledgment',
      verdict: 'unclear',
      provesTimelyFiling: false,
      findings: [{ code: '277CA:unclear', evidence: { statuses: 'Z9:20', actions: 'WQ' } }],
    })
    expect((await counts()).items).toContainEqual(
      expect.objectContaining({ name: 'unclear', claims: 1, expected: 12500 }),
    )
    expect(await amount('session-fees')).toBe(40000)

    // What weighs less says nothing of it; the payer's next word does.
    post.deliver('999', bytesOf(keptWith('ST*999*')))
    await sweep(server.services)
    expect(await worklist('unclear')).toEqual([first])
    await later(5)
    post.deliver('277ca-2', bytesOf(text))
    await sweep(server.services)
    expect(await statusOf(first)).toBe('accepted')
    expect(await worklist('unclear')).toEqual([])
  })

  test('in its envelope is set apart whole, and read when it comes whole', async () => {
    const { first, second, text } = await acknowledged()
    post.deliver('cut', bytesOf(text.slice(0, text.lastIndexOf('STC*'))))
    await sweep(server.services)
    expect([await statusOf(first), await statusOf(second)]).toEqual(['sent', 'sent'])
    const [file] = await files('status=quarantined')
    expect(file.findings[0].code).toBe('file:broken')
    expect((await counts()).quarantinedFiles).toBe(1)
    post.deliver('whole', bytesOf(text))
    await sweep(server.services)
    expect([await statusOf(first), await statusOf(second)]).toEqual(['accepted', 'accepted'])
  })

  test('of a claim that nobody here sent stands in the worklist, and moves the others', async () => {
    const { first, second, text } = await acknowledged()
    const { claim } = await read(first)
    post.deliver('277ca', bytesOf(text.replaceAll(claim.claimNumber, 'SOMEBODYELSE')))
    await sweep(server.services)
    expect([await statusOf(first), await statusOf(second)]).toEqual(['sent', 'accepted'])
    expect((await counts()).strayFiles).toBe(1)
    const stray = await files('stray=yes')
    expect(stray).toMatchObject([
      { status: 'read', findings: [{ code: '277CA:not-ours', evidence: { numbers: 'SOMEBODYELSE' } }] },
    ])
  })

  test.each([
    ['before', ['A7:158:QC', 'A2:20:PR']],
    ['after', ['A2:20:PR', 'A7:158:QC']],
  ] as const)(
    'of a rejection %s an acceptance: the claim is rejected, and both are kept',
    async (_, order) => {
      const { first, text } = await acknowledged()
      for (const [index, status] of order.entries()) {
        post.deliver(`277ca-${index}`, bytesOf(text.replaceAll('A2:20:PR', status)))
        await sweep(server.services)
        await later(1)
      }
      const { claim, timeline } = await read(first)
      expect(claim.status).toBe('rejected')
      const told = timeline.filter((each: { kind: string }) => each.kind === 'acknowledgment')
      expect(told.map((each: { verdict: string }) => each.verdict).sort()).toEqual(['accepted', 'rejected'])
      expect(await amount('session-fees')).toBe(0)
    },
  )
})

describe('a file that came to the mailbox', () => {
  const strange = [
    {
      what: 'addressed to another receiver',
      mark: 'ST*277*',
      from: 'ALDERROW1 ',
      to: 'OTHERROW1 ',
      code: 'file:other-receiver',
    },
    {
      what: 'that pays another provider',
      mark: 'ST*835*',
      from: /2082462815|001842277/g,
      to: '2291703421',
      code: 'file:other-payee',
    },
    {
      what: 'that is no answer at all',
      mark: 'TA1*',
      from: /^[^]+$/g,
      to: 'Dear provider, we are closed.',
      code: 'file:unknown',
    },
  ]

  beforeEach(() => open({}, () => true))

  test.each(strange)(
    '$what stands in quarantine, and nothing of it is used',
    async ({ mark, from, to, code }) => {
      const claim = await practice.file('2026-03-09')
      await sweep(server.services)
      await sweep(server.services)
      post.deliver('strange', bytesOf(keptWith(mark).replaceAll(from, to)))
      await sweep(server.services)
      const { items } = (await owner.ask('GET', '/api/remit/files?status=quarantined')).json()
      expect(items).toMatchObject([{ findings: [{ code }] }])
      expect((await owner.ask('GET', '/api/claim/worklists')).json().quarantinedFiles).toBe(1)
      expect(await statusOf(claim.id)).toBe('sent')
      expect(await count(server, 'remittance')).toBe(0)
      expect(await count(server, 'claim_event', "file_id IS NOT NULL AND kind <> 'batched'")).toBe(0)
    },
  )

  test('that answers claims of nobody here is read, and says so', async () => {
    const claim = await practice.file('2026-03-09')
    await sweep(server.services)
    await sweep(server.services)
    post.deliver('stranger', bytesOf(keptWith('ST*277*').replaceAll(claim.claimNumber, 'SOMEBODYELSE')))
    await sweep(server.services)
    const { items } = (await owner.ask('GET', '/api/remit/files?direction=in')).json()
    expect(items).toMatchObject([{ status: 'read', findings: [{ code: '277CA:not-ours' }] }])
    expect(await statusOf(claim.id)).toBe('sent')
  })

  test('is confirmed only after it is stored', async () => {
    await practice.file('2026-03-09')
    await sweep(server.services)
    await server.database.asAdministrator('REVOKE INSERT ON stored_file FROM golden_app')
    post.deliver('kept', bytesOf(keptWith('TA1*')))
    expect((await sweep(server.services)).failed).toBe(1)
    await server.database.asAdministrator('GRANT INSERT ON stored_file TO golden_app')
    await sweep(server.services)
    expect(await count(server, 'stored_file', "kind = 'TA1' AND confirmed_at IS NOT NULL")).toBe(1)
  })

  const unconfirmed = (): Promise<number> =>
    count(server, 'stored_file', "direction = 'in' AND confirmed_at IS NULL")

  test('and was stored by a process that died before it could tell is told of, and stored once', async () => {
    await practice.file('2026-03-09')
    await sweep(server.services)
    await sweep(server.services)
    post.deliver('ta1', bytesOf(keptWith('TA1*')))
    const { confirm } = post
    const dying = { ...post, confirm: () => Promise.reject(new Error('died')) }
    expect((await sweep({ ...server.services, clearinghouse: dying })).failed).toBe(1)
    expect(await unconfirmed()).toBe(1)
    await sweep({ ...server.services, clearinghouse: { ...post, confirm } })
    expect(await unconfirmed()).toBe(0)
    expect(await count(server, 'stored_file', "kind = 'TA1'")).toBe(1)
  })

  test('and was told of by a process that died before it wrote so is known as told once its mailbox is empty', async () => {
    await practice.file('2026-03-09')
    await sweep(server.services)
    await sweep(server.services)
    post.deliver('ta1', bytesOf(keptWith('TA1*')))
    const dying = {
      ...post,
      confirm: async (...asked: Parameters<typeof post.confirm>) => {
        expect(await post.confirm(...asked)).toBe(true)
        throw new Error('died')
      },
    }
    expect((await sweep({ ...server.services, clearinghouse: dying })).failed).toBe(1)
    await later(1)
    const away = { ...post, fetch: async () => ({ reached: false, code: 'timeout' }) as const }
    await sweep({ ...server.services, clearinghouse: away })
    expect(await unconfirmed()).toBe(1)
    await sweep(server.services)
    expect(await unconfirmed()).toBe(0)
    expect(await count(server, 'stored_file', "kind = 'TA1'")).toBe(1)
  })
})
