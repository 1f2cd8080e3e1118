// Proves by random claims and answers that whatever a payer does, the books balance and stand where they should.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, zero } from '../values/cents.ts'
import { day, instant } from '../values/day.ts'
import type { Claim } from '../claim/claim.ts'
import { balanceOf, trialBalance } from '../ledger/balance.ts'
import { account } from '../ledger/chart.ts'
import type { AccountKind, Entry } from '../ledger/entry.ts'
import { appendAll } from '../ledger/journal.ts'
import { from835 } from '../remit/from-835.ts'
import {
  type InventedAnswer,
  answerSegments,
  inventedClaim,
  inventedFile,
} from '../remit/invented-remittance.test-support.ts'
import { matchRemittance } from '../remit/match.ts'
import type { PayContract } from './pay-contract.ts'
import { postClientPaid } from './post-client-paid.ts'
import { postFiled } from './post-filed.ts'
import { postRemitted } from './post-remitted.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const moment = { at: instant('2026-02-24T17:00:00Z'), sha256 }
const npi = '2000002024'

/** A number drawn between nothing and `most`, as a part of a thousand. */
const partOf = (most: number, thousandths: number): number => Math.floor((most * thousandths) / 1000)
const thousandths = fc.integer({ min: 0, max: 1000 })

interface DrawnLine {
  readonly charge: number
  readonly allowed: number
  readonly client: number
  readonly answer: InventedAnswer
  readonly isDenied: boolean
  readonly sharedByClient: number
}

const anyLine: fc.Arbitrary<DrawnLine> = fc
  .record({
    charge: fc.integer({ min: 100, max: 50_000 }),
    parts: fc.tuple(thousandths, thousandths, thousandths, thousandths),
    isDenied: fc.boolean(),
    reason: fc.constantFrom('1', '2', '3'),
  })
  .map(({ charge, parts: [contract, client, given, shared], isDenied, reason }) => {
    const allowed = partOf(charge, contract)
    const answered = partOf(charge, given)
    const pr = isDenied ? 0 : partOf(answered, shared)
    const answer: InventedAnswer = isDenied
      ? { adjustments: [['CO', '197', charge]] }
      : {
          adjustments: [
            ['CO', '45', charge - answered],
            ['PR', reason, pr],
          ],
        }
    return { charge, allowed, client: partOf(allowed, client), answer, isDenied, sharedByClient: pr }
  })

const anyContract: fc.Arbitrary<PayContract | null> = fc.oneof(
  fc.constant(null),
  fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.boolean()).map(([amount, guaranteed]) => ({
    basis: 'amount-by-procedure' as const,
    rows: [{ code: '90837', amount: cents(amount) }],
    from: day('2026-01-01'),
    to: null,
    guaranteed,
    source: 'drawn',
  })),
  fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.boolean()).map(([share, guaranteed]) => ({
    basis: 'share-of-allowed' as const,
    share,
    from: day('2026-01-01'),
    to: null,
    guaranteed,
    source: 'drawn',
  })),
)

const anyStory = fc.record({
  claims: fc.array(fc.array(anyLine, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
  payments: fc.array(fc.integer({ min: 1, max: 20_000 }), { maxLength: 3 }),
  payContract: anyContract,
  providerAdjustment: fc.integer({ min: -10_000, max: 10_000 }),
  interest: fc.integer({ min: 0, max: 500 }),
})
type Story = typeof anyStory extends fc.Arbitrary<infer S> ? S : never

const claimOf = (lines: readonly DrawnLine[], at: number): Claim =>
  inventedClaim(
    `C${at + 1}`,
    lines.map(({ charge, allowed, client }) => ({ code: '90837', charge, allowed, client })),
    `M${at + 1}`,
  )

const append = (entries: readonly Entry[], more: readonly Entry[]): readonly Entry[] => {
  const journal = appendAll({ entries }, more)
  if (!journal.ok) throw new Error(journal.findings.map((each) => each.says).join())
  return journal.value.entries
}

/** All of a story up to the answer: every claim filed, every payment a deposit of the first client. */
const filedAndPaid = (story: Story, claims: readonly Claim[]): readonly Entry[] => {
  const terms = { payerClass: 'commercial', provider: npi, payContract: story.payContract } as const
  const filed = claims.map((claim) => postFiled(claim, terms, moment))
  const paid = story.payments.map((amount, at) => {
    const payment = { key: `P${at}`, day: day('2026-02-03'), amount: cents(amount), method: 'card' as const }
    return postClientPaid({ payment, client: 'M1', answered: false, owed: zero }, moment)
  })
  return append(
    [],
    [...filed, ...paid].flatMap((each) => (each.ok ? [each.value] : [])),
  )
}

/** The 835 that answers every claim, with interest and one adjustment beside them kept small enough that money flows our way. */
const fileOf = (
  story: Story,
  claims: readonly Claim[],
  extraCents = 0,
): { readonly bytes: Uint8Array; readonly sent: number } => {
  const answers = claims.map((claim, at) =>
    answerSegments(
      claim,
      (story.claims[at] ?? []).map((line) => line.answer),
    ),
  )
  const onClaims = answers.reduce((total, each) => total + each.paid, 0)
  const kept = Math.min(story.providerAdjustment, onClaims)
  const sent = onClaims - kept + story.interest
  const dollars = (amount: number): string => (amount / 100).toFixed(2)
  const segments = [
    ...answers.flatMap((each) => each.segments),
    ...(kept === 0 ? [] : [`PLB*${npi}*20261231*WO:OLD1*${dollars(kept)}`]),
    ...(story.interest === 0 ? [] : [`PLB*${npi}*20261231*L6*-${dollars(story.interest)}`]),
  ]
  const nothing = sent + extraCents <= 0 ? { handling: 'H', method: 'NON' } : {}
  return { bytes: inventedFile([{ paid: dollars(sent + extraCents), ...nothing, segments }]), sent }
}

const postFile = (story: Story, claims: readonly Claim[], entries: readonly Entry[], bytes: Uint8Array) => {
  const [remittance] = from835(bytes, sha256).remittances
  if (remittance === undefined) throw new Error('the file is read')
  const matching = matchRemittance(
    remittance,
    claims.map((claim) => ({ claim, payerClaimNumbers: [] })),
  )
  const terms = { payerClass: 'commercial', provider: npi, payContract: story.payContract } as const
  const result = postRemitted({ remittance, matching, termsOf: () => terms, entries }, moment)
  if (!result.ok) throw new Error(result.findings.map((each) => each.says).join())
  return result.value
}

const on = (entries: readonly Entry[], kind: AccountKind, party = ''): number =>
  balanceOf(entries, account(kind, party))
const total = (lines: readonly DrawnLine[], of: (line: DrawnLine) => number): number =>
  lines.reduce((sum, line) => sum + of(line), 0)

describe('whatever a payer answers', () => {
  const each = (check: (story: Story, claims: readonly Claim[], before: readonly Entry[]) => void): void =>
    fc.assert(
      fc.property(anyStory, (story) => {
        const claims = story.claims.map(claimOf)
        check(story, claims, filedAndPaid(story, claims))
      }),
      { numRuns: 200 },
    )

  test('the books balance, and the bank moves by what was sent', () => {
    each((story, claims, before) => {
      const { bytes, sent } = fileOf(story, claims)
      const { entries } = postFile(story, claims, before, bytes)
      const all = append(before, entries)
      expect(trialBalance(all).holds).toBe(true)
      expect(on(all, 'bank')).toBe(sent)
      expect(on(all, 'interest')).toBe(story.interest)
      expect(all.flatMap((entry) => entry.lines).every((line) => line.amount > 0 && line.source !== '')).toBe(
        true,
      )
    })
  })

  test('the payer owes what it denied and nothing else', () => {
    each((story, claims, before) => {
      const all = append(before, postFile(story, claims, before, fileOf(story, claims).bytes).entries)
      const deniedCharges = total(story.claims.flat(), (line) => (line.isDenied ? line.charge : 0))
      expect(on(all, 'receivable-payer', 'BLU01')).toBe(deniedCharges)
      expect(on(all, 'session-fees')).toBe(total(story.claims.flat(), (line) => line.charge))
    })
  })

  test('each client stands at PR less what was paid, and a deposit is never spent beyond PR', () => {
    each((story, claims, before) => {
      const all = append(before, postFile(story, claims, before, fileOf(story, claims).bytes).entries)
      for (const [at, lines] of story.claims.entries()) {
        const party = `M${at + 1}`
        const paid = at === 0 ? story.payments.reduce((sum, amount) => sum + amount, 0) : 0
        const pr = total(lines, (line) => line.sharedByClient)
        expect(on(all, 'receivable-client', party)).toBe(Math.max(pr - paid, 0))
        expect(on(all, 'deposits-client', party)).toBe(Math.max(paid - pr, 0))
      }
    })
  })

  test('clinician pay and what is payable to the provider are one amount', () => {
    each((story, claims, before) => {
      const all = append(before, postFile(story, claims, before, fileOf(story, claims).bytes).entries)
      expect(on(all, 'clinician-pay', npi)).toBe(on(all, 'payable-provider', npi))
    })
  })

  test('posting the file again changes nothing', () => {
    each((story, claims, before) => {
      const { bytes } = fileOf(story, claims)
      const all = append(before, postFile(story, claims, before, bytes).entries)
      expect(append(all, postFile(story, claims, all, bytes).entries)).toEqual(all)
    })
  })

  test('a payment a cent off leaves every account but bank and unapplied as it was', () => {
    each((story, claims, before) => {
      const { bytes, sent } = fileOf(story, claims, 1)
      const { entries, applied } = postFile(story, claims, before, bytes)
      expect(applied).toBe(false)
      const moved = entries.flatMap((entry) =>
        entry.lines.map((line) => [line.account.kind, line.side, line.amount]),
      )
      expect(moved).toEqual([
        ['bank', 'debit', sent + 1],
        ['unapplied', 'credit', sent + 1],
      ])
    })
  })
})
