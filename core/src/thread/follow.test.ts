// Stories of the whole thread that the examples do not tell: rejections, unlawful contracts, payments twice, files astray.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCaseFile } from '../../../cli/src/thread/read-case-file.ts'
import { answer } from '../../../payer/src/answer/answer.ts'
import type { Facts } from '../facts/facts.ts'
import { shippedFacts } from '../facts/shipped/shipped.ts'
import { balanceOf } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import { follow, isHeld } from './follow.ts'
import type { Outcome } from './outcome.ts'

type Written = Record<string, never>
type Answers = readonly { readonly name: string; readonly bytes: Uint8Array }[]

const sha256 = (utf8: string): string => createHash('sha256').update(utf8).digest('hex')
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const bytesOf = (of: string): Uint8Array => new Uint8Array(Buffer.from(of, 'latin1'))

/** Follows an example with something changed; the stand-in payer's answers go through `spoil` on their way. */
const followed = (
  name: string,
  change: (given: Written) => void = () => undefined,
  spoil: (answers: Answers, sent: Answers) => Answers = (answers) => answers,
  facts: Facts = shippedFacts,
): Outcome => {
  const written = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../examples', `${name}.json`), 'utf8'),
  ) as Written
  change(written)
  const read = readCaseFile(JSON.stringify(written))
  if (!read.ok || read.value.payer === null) throw new Error(read.findings.map((each) => each.says).join(' '))
  const ports = { facts, sha256, at: read.value.at }
  const sent = follow(read.value.thread, [], ports).outgoing
  const answers = answer({ ...read.value.payer, files: sent, at: ports.at, facts: shippedFacts }).files
  return follow(read.value.thread, spoil(answers, sent), ports)
}

const put = (given: Written, path: string, value: unknown): void => {
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const branch = keys.reduce((at: Record<string, unknown>, key) => at[key] as Record<string, unknown>, given)
  branch[last] = value
}

const state = (outcome: Outcome, name: string): string | undefined =>
  outcome.links.find((link) => link.name === name)?.state
const codes = (outcome: Outcome): readonly string[] => outcome.findings.map((finding) => finding.code)
const acts = (outcome: Outcome): readonly string[] => outcome.entries.map((entry) => entry.act)

describe('a pay contract that the law does not allow', () => {
  const share = {
    basis: 'share-of-allowed',
    share: 6000,
    guaranteed: false,
    from: '2025-10-01',
    to: null,
    source: 'agreement',
  }

  test('holds the claim before anything is sent', () => {
    const outcome = followed('crisis', (given) => put(given, 'payContract', share))
    expect(codes(outcome)).toContain('pay-contract')
    expect(outcome.outgoing).toEqual([])
    expect(outcome.entries).toEqual([])
    expect(isHeld(outcome)).toBe(true)
  })
})

describe('a claim whose file was taken in', () => {
  const only =
    (...kinds: readonly string[]) =>
    (answers: Answers): Answers =>
      answers.filter(({ name }) => kinds.some((kind) => name.endsWith(`-${kind}.x12`)))
  const said = (...kinds: readonly string[]) =>
    followed('telehealth-session', undefined, only(...kinds)).links.find(({ name }) => name === 'claim')

  const rows: readonly (readonly [came: readonly string[], state: string, says: string])[] = [
    [[], 'on-its-way', 'Sent, and not answered yet'],
    [['ta1'], 'on-its-way', 'its file was taken in (TA1); the payer has not said'],
    [['ta1', '999'], 'on-its-way', 'its file was taken in (TA1, 999); the payer has not said'],
    [['ta1', '999', '277ca'], 'holds', 'Accepted into adjudication'],
  ]
  test.each(rows)('by %j says so, and no more', (came, state, says) => {
    expect(said(...came)).toMatchObject({ state })
    expect(said(...came)?.says).toContain(says)
  })
})

test('a day after the editions held is told once of the run, and is no finding of the session', () => {
  const inside = followed('telehealth-session')
  expect(inside.notices).toEqual([])
  const later = { ...shippedFacts, editionOn: (kind: never) => outside(kind) }
  const outside = (kind: never) => ({ ...shippedFacts.editionOn(kind, '2026-03-01' as never), inside: false })
  const outcome = followed('telehealth-session', undefined, undefined, later)
  expect(outcome.notices.map(({ code }) => code)).toEqual(['edition-outside'])
  expect(codes(outcome)).toEqual(codes(inside))
})

describe('a claim the payer rejects', () => {
  const unknownMember = (given: Written): void => put(given, 'payer.planRules.members', [])

  test('needs a person, and its filing is taken back', () => {
    const outcome = followed('telehealth-session', unknownMember)
    expect(state(outcome, 'claim')).toBe('needs-you')
    expect(state(outcome, 'pay')).toBe('not-yet')
    expect(acts(outcome)).toEqual(['filed', 'client-paid', 'reversed'])
    expect(balanceOf(outcome.entries, account('session-fees'))).toBe(0)
    expect(balanceOf(outcome.entries, account('deposits-client', 'LKM482207715'))).toBe(3000)
  })

  test('pays no provider, whatever the contract guarantees', () => {
    const outcome = followed('medication-and-therapy', (given) => put(given, 'payer.planRules.enrolled', []))
    expect(acts(outcome)).not.toContain('paid-out')
    expect(balanceOf(outcome.entries, account('payable-provider', '2757491180'))).toBe(0)
  })

  test('stays rejected though an earlier acknowledgment accepted it', () => {
    const outcome = followed('telehealth-session', undefined, (answers) =>
      answers.flatMap((file) => {
        if (!file.name.includes('277')) return file.name.includes('835') ? [] : [file]
        const later = text(file.bytes).replace('A2:20:PR', 'A7:158:QC')
        return [file, { name: `later-${file.name}`, bytes: bytesOf(later.replaceAll('*WQ*', '*U*')) }]
      }),
    )
    expect(state(outcome, 'claim')).toBe('needs-you')
  })
})

describe('a provider’s guaranteed pay', () => {
  test('waits until the payer has accepted the claim', () => {
    const unanswered = followed('medication-and-therapy', undefined, () => [])
    expect(acts(unanswered)).toEqual(['filed', 'client-paid'])
    const accepted = followed('medication-and-therapy', undefined, (answers) =>
      answers.filter((file) => !file.name.includes('835')),
    )
    expect(acts(accepted)).toEqual(['filed', 'client-paid', 'paid-out'])
  })
})

describe('what the payer puts to the client’s account', () => {
  const copay = (given: Written): void => put(given, 'payer.planRules.members.0.copay', 500)

  test('is never asked of a Medicaid client: it waits with the payer for a person', () => {
    const outcome = followed('crisis', copay)
    expect(outcome.clientOwes).toBe(0)
    expect(balanceOf(outcome.entries, account('receivable-payer', 'COMCD'))).toBe(500)
    const said = outcome.findings.find((finding) => finding.code === 'remit:PR-3')
    expect(said?.remedy).toContain('may not be asked')
  })
})

describe('a client’s payment', () => {
  test('listed twice under one key is refused at the door', () => {
    const twice = (given: Written): void => {
      const [payment] = given['clientPayments'] as unknown as readonly object[]
      put(given, 'clientPayments', [payment, payment])
    }
    expect(() => followed('telehealth-session', twice)).toThrow('the same key')
  })

  test('of a later day than the filing is neither sent nor posted', () => {
    const outcome = followed('telehealth-session', (given) =>
      put(given, 'clientPayments.0.day', '2026-03-20'),
    )
    expect(outcome.claim?.clientPaid).toBe(0)
    expect(acts(outcome)).not.toContain('client-paid')
    expect(outcome.clientOwes).toBe(3000)
  })
})

describe('the client’s accounts', () => {
  test('go by the practice’s key where one is given, so that siblings on one card stay apart', () => {
    const outcome = followed('family-without-client', (given) => put(given, 'client.key', 'client-7'))
    const parties = outcome.entries
      .flatMap((entry) => entry.lines)
      .filter((line) => line.account.kind === 'receivable-client' || line.account.kind === 'deposits-client')
      .map((line) => line.account.party)
    expect(parties.length).toBeGreaterThan(0)
    expect(new Set(parties)).toEqual(new Set(['client-7']))
  })
})

describe('what is open or not for a payer', () => {
  test('an estimate of benefits that nobody stated says that it is open', () => {
    const outcome = followed('telehealth-session', (given) =>
      put(given, 'coverage.benefits.deductibleLeft', null),
    )
    expect(codes(outcome)).toContain('benefits-not-stated')
    expect(isHeld(outcome)).toBe(false)
  })

  test('a session the client pays is charged to the client by the fees for it', () => {
    const outcome = followed('telehealth-session', (given) => {
      put(given, 'coverage.payer.class', 'self-pay')
      put(given, 'clientPayments', [])
    })
    expect(codes(outcome)).toContain('self-pay')
    expect([state(outcome, 'claim'), state(outcome, 'pay')]).toEqual(['not-used', 'on-its-way'])
    expect(outcome).toMatchObject({ claim: null, outgoing: [], charge: { charge: 20_000, agreed: 15_500 } })
    expect([acts(outcome), outcome.clientOwes]).toEqual([['filed'], 15_500])
  })

  test('a session the client has paid holds, and what the provider earned by it is paid out', () => {
    const payment = { key: 'P1', day: '2026-02-03', amount: 15_500, method: 'card' }
    const outcome = followed('telehealth-session', (given) => {
      put(given, 'coverage.payer.class', 'self-pay')
      put(given, 'clientPayments', [payment])
    })
    expect([state(outcome, 'pay'), outcome.clientOwes, outcome.providerEarns]).toEqual(['holds', 0, 9500])
    expect(acts(outcome).at(-1)).toBe('paid-out')
  })

  test('a session the client pays, without a fee for its code, waits and says which one is missing', () => {
    const outcome = followed('telehealth-session', (given) => {
      put(given, 'coverage.payer.class', 'self-pay')
      put(given, 'coverage.feeSchedule', [])
    })
    expect(codes(outcome)).toContain('private-fee-not-held')
    expect([state(outcome, 'note'), state(outcome, 'pay'), outcome.charge]).toEqual([
      'holds',
      'needs-you',
      null,
    ])
  })

  test('a session kept from the plan has no claim, and is charged by the practice’s own fees', () => {
    const outcome = followed('telehealth-session', (given) => {
      const fee = { code: '90837', from: '2026-01-01', to: null, charge: 19_000, allowed: 17_000 }
      put(given, 'privateFees', [{ ...fee, source: 'Fees 2026' }])
      put(given, 'doNotBill', { askedOn: '2026-02-01' })
      put(given, 'clientPayments', [])
    })
    expect(outcome).toMatchObject({ claim: null, outgoing: [], clientOwes: 17_000 })
    expect(outcome.entries.flatMap(({ lines }) => lines.map(({ account: { kind } }) => kind))).not.toContain(
      'receivable-payer',
    )
  })

  test('a service outside the plan that is put to the client says what to do about it', () => {
    const outcome = followed('telehealth-session', (given) =>
      put(given, 'payer.planRules.notInPlan', [{ code: '90837', group: 'PR' }]),
    )
    expect(codes(outcome)).toContain('remit:PR-204')
  })
})

describe('files that came', () => {
  test('twice with the same payment count it once, and say that it was read before', () => {
    const outcome = followed('telehealth-session', undefined, (answers) => [
      ...answers,
      ...answers
        .filter((file) => file.name.includes('835'))
        .map((file) => ({ ...file, name: `again-${file.name}` })),
    ])
    expect(outcome.payerPaid).toBe(12500)
    expect(codes(outcome)).toContain('remit:read-before')
    expect(acts(outcome).filter((act) => act === 'remitted').length).toBe(1)
  })

  test('among which our own lies are read without it', () => {
    const outcome = followed('telehealth-session', undefined, (answers, sent) => [...sent, ...answers])
    expect(codes(outcome)).not.toContain('answer:unknown')
    expect(outcome.incoming.map((file) => file.kind)).toEqual(['TA1', '999', '277CA', '835'])
  })

  test('without the payee of the remittance post only its deposit, and say what is missing', () => {
    const outcome = followed('telehealth-session', undefined, (answers) =>
      answers.map((file) =>
        file.name.includes('835')
          ? { ...file, bytes: bytesOf(text(file.bytes).replace(/N1\*PE[^~]*~/, '')) }
          : file,
      ),
    )
    expect(codes(outcome)).not.toContain('remit:other-payee')
    expect(outcome.findings.some((finding) => finding.says.includes('who is paid'))).toBe(true)
    expect(outcome.payerPaid).toBeNull()
  })

  test('that pay another practice are set aside, and nothing of them is posted', () => {
    const outcome = followed('telehealth-session', undefined, (answers) =>
      answers.map((file) =>
        file.name.includes('835')
          ? {
              ...file,
              bytes: bytesOf(
                text(file.bytes).replaceAll('2082462815', '2400000008').replaceAll('001842277', '009999999'),
              ),
            }
          : file,
      ),
    )
    expect(codes(outcome)).toContain('remit:other-payee')
    expect(acts(outcome)).not.toContain('remitted')
  })

  test('that name the payee by tax id are ours', () => {
    const outcome = followed('telehealth-session', undefined, (answers) =>
      answers.map((file) =>
        file.name.includes('835')
          ? { ...file, bytes: bytesOf(text(file.bytes).replace('*XX*2082462815', '*FI*001842277')) }
          : file,
      ),
    )
    expect(outcome.payerPaid).toBe(12500)
  })
})
