// Proves that a session without a payer is charged, paid, earned and taken back to the cent, in whatever order.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../values/cents.ts'
import { day, instant } from '../values/day.ts'
import { balanceOf, trialBalance } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { appendAll } from '../ledger/journal.ts'
import type { PayContract } from './pay-contract.ts'
import { earnPaid, isChargePaid, postCharged, takeBackCharge } from './post-charged.ts'
import { postClientPaid } from './post-client-paid.ts'
import { type PrivateCharge, priceCharge } from './private-charge.ts'
import { takeBackPaid } from './take-back-paid.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const moment = { at: instant('2026-02-24T17:00:00Z'), sha256 }
const npi = '2000002024'
const on = day('2026-02-03')

const contract = (guaranteed: boolean): PayContract => ({
  basis: 'amount-by-procedure',
  rows: [{ code: '90837', amount: cents(9500) }],
  from: day('2026-01-01'),
  to: null,
  guaranteed,
  source: 'Pay agreement 2026',
})

const fee = (charge: number, agreed = charge) => ({
  code: '90837',
  from: day('2026-01-01'),
  to: null,
  charge: cents(charge),
  allowed: cents(agreed),
  source: 'Fees 2026',
})

const chargeOf = (number: string, charge: number, agreed = charge): PrivateCharge => {
  const made = priceCharge({
    number,
    client: 'K1',
    provider: npi,
    day: on,
    procedures: [{ code: '90837', units: 1 }],
    fees: [fee(charge, agreed)],
  })
  if (!made.ok) throw new Error('there is a fee')
  return made.value
}

const withMore = (entries: readonly Entry[], more: readonly Entry[]): readonly Entry[] => {
  const journal = appendAll({ entries }, more)
  if (!journal.ok) throw new Error(journal.findings.map((each) => each.says).join())
  return journal.value.entries
}
const charged = (
  entries: readonly Entry[],
  charge: PrivateCharge,
  payContract: PayContract | null = null,
): readonly Entry[] => {
  const made = postCharged(charge, payContract, entries, moment)
  if (!made.ok) throw new Error('a charge balances')
  return withMore(entries, [made.value])
}
const owes = (entries: readonly Entry[]): number => balanceOf(entries, account('receivable-client', 'K1'))
const held = (entries: readonly Entry[]): number => balanceOf(entries, account('deposits-client', 'K1'))
const pays = (entries: readonly Entry[], key: string, amount: number, answered = true): readonly Entry[] => {
  const payment = { key, day: on, amount: cents(amount), method: 'card' as const }
  const made = postClientPaid({ payment, client: 'K1', answered, owed: cents(owes(entries)) }, moment)
  if (!made.ok) throw new Error('a payment above zero is taken')
  return withMore(entries, [made.value])
}

describe('a private charge', () => {
  test('is what the client owes, and what the agreed fee is lower by is given up', () => {
    const entries = charged([], chargeOf('P1', 18_000, 15_000))
    expect(owes(entries)).toBe(15_000)
    expect(balanceOf(entries, account('contract-allowance'))).toBe(3_000)
    expect(balanceOf(entries, account('session-fees'))).toBe(18_000)
  })

  test('without a fee on the day is none, and says which code has none', () => {
    const of = { number: 'P1', client: 'K1', provider: npi, day: day('2025-12-01') }
    const made = priceCharge({ ...of, procedures: [{ code: '90837', units: 1 }], fees: [fee(18_000)] })
    expect(made.ok).toBe(false)
    expect(made.findings).toMatchObject([
      { code: 'private-fee-not-held', severity: 'holds-claim', evidence: { code: '90837' } },
    ])
  })

  test('takes what was paid ahead, and no more of it than is owed', () => {
    const entries = charged(pays([], 'A', 20_000, false), chargeOf('P1', 15_000))
    expect([owes(entries), held(entries)]).toEqual([0, 5_000])
  })
})

describe('a provider’s share of it', () => {
  test('is earned when the client has paid the last cent, and not before', () => {
    const charge = chargeOf('P1', 15_000)
    const part = pays(charged([], charge), 'A', 14_999)
    expect(earnPaid(part, charge, contract(false), moment)).toBeNull()
    const whole = pays(part, 'B', 1)
    const earned = earnPaid(whole, charge, contract(false), moment)
    expect(earned).toMatchObject({ key: 'earned:P1', act: 'client-paid' })
    expect(
      earnPaid(withMore(whole, earned === null ? [] : [earned]), charge, contract(false), moment),
    ).toBeNull()
  })

  test('that the contract guarantees is earned when the session is charged, and not again', () => {
    const charge = chargeOf('P1', 15_000)
    const entries = pays(charged([], charge, contract(true)), 'A', 15_000)
    expect(balanceOf(entries, account('payable-provider', npi))).toBe(9_500)
    expect(earnPaid(entries, charge, contract(true), moment)).toBeNull()
  })

  test('goes to the session that came first: the oldest charge is settled first', () => {
    const [first, second] = [chargeOf('P1', 15_000), chargeOf('P2', 15_000)]
    const entries = pays(charged(charged([], first), second), 'A', 15_000)
    expect([isChargePaid(entries, first), isChargePaid(entries, second)]).toEqual([true, false])
  })
})

describe('a charge taken back', () => {
  test('leaves what the client paid as paid ahead, and nothing earned', () => {
    const charge = chargeOf('P1', 15_000)
    const paid = pays(charged([], charge), 'A', 15_000)
    const earned = earnPaid(paid, charge, contract(false), moment)
    const before = withMore(paid, earned === null ? [] : [earned])
    const entries = withMore(before, takeBackCharge(before, charge, 'It did not take place.', moment))
    expect([owes(entries), held(entries)]).toEqual([0, 15_000])
    expect(balanceOf(entries, account('payable-provider', npi))).toBe(0)
    expect(takeBackCharge(entries, charge, 'Again.', moment)).toEqual([])
  })

  test('keeps every book: whatever is charged, paid and taken back, no cent of the client is lost', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('charge' as const), amount: fc.integer({ min: 1, max: 30_000 }) }),
      fc.record({ kind: fc.constant('pay' as const), amount: fc.integer({ min: 1, max: 30_000 }) }),
      fc.record({ kind: fc.constant('back' as const), amount: fc.integer({ min: 0, max: 9 }) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), fc.boolean(), (steps, guaranteed) => {
        let entries: readonly Entry[] = []
        const standing: PrivateCharge[] = []
        let paid = 0
        for (const [at, { kind, amount }] of steps.entries()) {
          if (kind === 'charge') {
            const charge = chargeOf(`P${at}`, amount)
            entries = charged(entries, charge, contract(guaranteed))
            standing.push(charge)
          } else if (kind === 'pay') {
            entries = pays(entries, `A${at}`, amount)
            paid += amount
          } else {
            const [charge] = standing.splice(amount % (standing.length || 1), 1)
            if (charge !== undefined)
              entries = withMore(entries, takeBackCharge(entries, charge, 'Taken back.', moment))
          }
          for (const charge of standing) {
            const earned = earnPaid(entries, charge, contract(guaranteed), moment)
            if (earned !== null) entries = withMore(entries, [earned])
          }
        }
        const asked = standing.reduce((sum, { agreed }) => sum + agreed, 0)
        expect(trialBalance(entries).holds).toBe(true)
        expect(owes(entries) - held(entries)).toBe(asked - paid)
        expect(balanceOf(entries, account('card-clearing'))).toBe(paid)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a payment that is taken back, whatever it had settled', () => {
  const step = fc.record({
    kind: fc.constantFrom('charge' as const, 'pay' as const),
    amount: fc.integer({ min: 1, max: 30_000 }),
  })

  test('leaves paid exactly the oldest charges that the other money covers', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), fc.nat(), (steps, which) => {
        let entries: readonly Entry[] = []
        const charges: PrivateCharge[] = []
        const taken: { readonly key: string; readonly amount: number }[] = []
        steps.forEach(({ kind, amount }, at) => {
          if (kind === 'charge') {
            charges.push(chargeOf(`P${at}`, amount))
            entries = charged(entries, chargeOf(`P${at}`, amount))
          } else {
            taken.push({ key: `A${at}`, amount })
            entries = pays(entries, `A${at}`, amount)
          }
        })
        const gone = taken[which % (taken.length || 1)]
        const paid = entries.find(({ key }) => key === `client-paid:${gone?.key}`)
        if (gone === undefined || paid === undefined) return
        const asked = { paid, client: 'K1', reason: 'not-honored' as const, entries, charges }
        const made = takeBackPaid(asked, moment)
        if (!made.ok) throw new Error('what was taken once is taken back once')
        const after = withMore(entries, made.value.entries)
        const left = taken.reduce((sum, { amount }) => sum + amount, -gone.amount)
        const asks = charges.reduce((sum, { agreed }) => sum + agreed, 0)
        expect(trialBalance(after).holds).toBe(true)
        expect([owes(after), held(after)]).toEqual([Math.max(asks - left, 0), Math.max(left - asks, 0)])
        let upTo = 0
        const covered = charges.map(({ agreed }) => {
          upTo += agreed
          return upTo <= left
        })
        expect(charges.map((each) => isChargePaid(after, each))).toEqual(covered)
      }),
      { numRuns: 500 },
    )
  })
})
