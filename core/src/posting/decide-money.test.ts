// Proves a person's decisions on money: balanced, never beyond what stands open, and never against law or contract.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../values/cents.ts'
import { day, instant } from '../values/day.ts'
import { balanceOf, trialBalance } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { Entry } from '../ledger/entry.ts'
import { appendAll } from '../ledger/journal.ts'
import type { PayerClass } from '../facts/facts.ts'
import { from835 } from '../remit/from-835.ts'
import { answerSegments, inventedClaim, inventedFile } from '../remit/invented-remittance.test-support.ts'
import { matchRemittance } from '../remit/match.ts'
import type { Remittance } from '../remit/remittance.ts'
import { type OpenClaim, moveToClient, writeOff } from './decide-claim.ts'
import { applyUnapplied, refundUnapplied } from './decide-unapplied.ts'
import { openOnClaim } from './open-on-claim.ts'
import { postFiled } from './post-filed.ts'
import { postRemitted } from './post-remitted.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const moment = { at: instant('2026-02-24T17:00:00Z'), sha256 }
const terms = { payerClass: 'commercial', provider: '2000002024', payContract: null } as const

const append = (entries: readonly Entry[], more: readonly Entry[]): readonly Entry[] => {
  const journal = appendAll({ entries }, more)
  if (!journal.ok) throw new Error(journal.findings.map((each) => each.says).join())
  return journal.value.entries
}

const must = <T>(made: { readonly ok: true; readonly value: T } | { readonly ok: false }): T => {
  if (!made.ok) throw new Error('this stands')
  return made.value
}

/** A claim of two lines of $200.00 each, $155.00 allowed, answered line by line. */
const answered = (
  lines: readonly (readonly (readonly [string, string, number])[])[],
  payerClass: PayerClass = 'commercial',
  change: (remittance: Remittance) => Remittance = (each) => each,
): OpenClaim => {
  const claim = inventedClaim(
    'C1',
    lines.map(() => ({ code: '90837', charge: 20_000, allowed: 15_500, client: 3_000 })),
    'M1',
  )
  const filed = must(postFiled(claim, { ...terms, payerClass }, moment))
  const { segments, paid } = answerSegments(
    claim,
    lines.map((adjustments) => ({ adjustments })),
  )
  const file = inventedFile([{ paid: (paid / 100).toFixed(2), segments }])
  const [read] = from835(file, sha256).remittances
  if (read === undefined) throw new Error('the file holds a payment')
  const remittance = change(read)
  const matching = matchRemittance(remittance, [{ claim, payerClaimNumbers: [] }])
  const termsOf = () => ({ ...terms, payerClass })
  const posted = must(postRemitted({ remittance, matching, termsOf, entries: [filed] }, moment))
  const entries = append([filed], posted.entries)
  return { claim, payerClass, answer: matching.matched[0] ?? null, entries }
}

const short = [
  ['CO', '45', 4_500],
  ['CO', '50', 2_500],
  ['PR', '3', 3_000],
] as const

const codes = (made: { readonly findings: readonly { readonly code: string }[] }): readonly string[] =>
  made.findings.map(({ code }) => code)

describe('what a payer left open', () => {
  test('is what it neither paid nor priced nor put to the client, line by line', () => {
    const { claim, answer, entries } = answered([short, [['CO', '45', 20_000]]])
    if (answer === null) throw new Error('it was answered')
    expect(openOnClaim(claim, answer, 'commercial', entries)).toMatchObject({
      amount: 2_500,
      lines: [{ line: 1, amount: 2_500 }],
    })
  })

  test('of a qualified beneficiary is never asked of the client, notice or not', () => {
    const open = answered([short], 'medicare', (remittance) => ({
      ...remittance,
      claims: remittance.claims.map((each) => ({ ...each, remarks: ['N782'] })),
    }))
    const decision = { id: 'D1', amount: cents(2_500), line: 1, notice: { signedOn: day('2026-02-01') } }
    expect(codes(moveToClient(open, decision, moment))).toEqual(['posting:not-the-clients'])
    expect(balanceOf(open.entries, account('receivable-client', 'M1'))).toBe(0)
  })

  test('and nobody has answered is not decided', () => {
    const open = { ...answered([short]), answer: null }
    const made = writeOff(open, { id: 'D1', amount: cents(1), line: null, reason: 'denied' }, moment)
    expect(codes(made)).toEqual(['posting:not-answered'])
  })
})

describe('any row of decisions', () => {
  const decision = fc.record({
    kind: fc.constantFrom('off' as const, 'client' as const, 'apply' as const),
    amount: fc.integer({ min: -500, max: 9_000 }),
    line: fc.constantFrom(null, 1, 2, 3),
  })
  const refusedAmount = fc.integer({ min: 0, max: 12_500 })

  test('keeps the books balanced, and never takes more from the payer than stood open', () => {
    fc.assert(
      fc.property(
        fc.tuple(refusedAmount, refusedAmount),
        fc.array(decision, { maxLength: 10 }),
        ([one, other], decisions) => {
          const line = (refused: number) =>
            [
              ['CO', '45', 4_500],
              ['OA', '96', refused],
              ['PR', '3', 3_000],
            ] as const
          const start = answered([line(one), line(other)])
          const before = balanceOf(start.entries, account('receivable-payer', 'BLU01'))
          let entries = start.entries
          let left = 4_000
          for (const [at, { kind, amount, line: of }] of decisions.entries()) {
            const open = { ...start, entries }
            const asked = { id: `D${at}`, amount: cents(amount), line: of }
            const money = { key: 'remitted:other:unapplied-1', left: cents(left) }
            const made =
              kind === 'off'
                ? writeOff(open, { ...asked, reason: 'denied' }, moment)
                : kind === 'client'
                  ? moveToClient(open, { ...asked, notice: null }, moment)
                  : applyUnapplied(
                      { id: asked.id, money, claim: start.claim, entries, amount: asked.amount },
                      moment,
                    )
            if (!made.ok) continue
            expect(amount).toBeGreaterThan(0)
            if (kind === 'apply') left -= amount
            entries = append(entries, [made.value])
          }
          const after = balanceOf(entries, account('receivable-payer', 'BLU01'))
          expect(trialBalance(entries).holds).toBe(true)
          expect(before).toBe(one + other)
          expect(after).toBeGreaterThanOrEqual(0)
          expect(left).toBeGreaterThanOrEqual(0)
          const given = balanceOf(entries, account('write-off')) + (4_000 - left)
          const asked = balanceOf(entries, account('receivable-client', 'M1')) - 6_000
          expect(before - after).toBe(given + asked)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('gives back what was marked, out of the bank', () => {
    const made = must(refundUnapplied({ id: 'R1', money: { key: 'K' }, amount: cents(700) }, moment))
    expect([balanceOf([made], account('unapplied')), balanceOf([made], account('bank'))]).toEqual([
      -700, -700,
    ])
  })
})

describe('a remittance that is approved though it does not balance', () => {
  const cent = fc.integer({ min: -5_000, max: 5_000 })

  test('moves the bank by what was sent, whatever is off, and the rest stands in suspense', () => {
    fc.assert(
      fc.property(cent, cent, fc.integer({ min: 0, max: 15_500 }), (offPayment, offClaim, left) => {
        const claim = inventedClaim(
          'C1',
          [{ code: '90837', charge: 20_000, allowed: 15_500, client: 0 }],
          'M1',
        )
        const filed = must(postFiled(claim, terms, moment))
        const adjustments = [
          ['CO', '45', 4_500],
          ['CO', '50', left],
        ] as const
        const { segments, paid } = answerSegments(claim, [{ adjustments }])
        const head = segments.map((each) =>
          each.startsWith('CLP')
            ? each.replace('*200*', `*${((20_000 + offClaim) / 100).toFixed(2)}*`)
            : each,
        )
        const sent = Math.max(0, paid + offPayment)
        const file = inventedFile([{ paid: (sent / 100).toFixed(2), segments: head }])
        const [remittance] = from835(file, sha256).remittances
        if (remittance === undefined) throw new Error('the file holds a payment')
        const matching = matchRemittance(remittance, [{ claim, payerClaimNumbers: [] }])
        const answer = { remittance, matching, termsOf: () => terms, entries: [filed] }
        const refused = must(postRemitted(answer, moment))
        const before = append([filed], refused.entries)
        const again = { ...answer, entries: before, approved: true }
        const posted = must(postRemitted(again, moment))
        const entries = append(
          before,
          posted.entries.filter(({ key }) => !before.some((each) => each.key === key)),
        )
        expect(trialBalance(entries).holds).toBe(true)
        expect(balanceOf(entries, account('bank'))).toBe(sent)
        expect(balanceOf(entries, account('unapplied'))).toBe(0)
        const onClaim = offClaim === 0 ? paid : 0
        expect(balanceOf(entries, account('suspense'))).toBe(sent - onClaim)
        const twice = must(postRemitted({ ...again, entries }, moment))
        expect(twice.entries.every(({ key }) => entries.some((each) => each.key === key))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
