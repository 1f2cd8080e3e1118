// Replacements and voids (frequency 7 and 8): what is named, what is taken back, and that nothing is paid twice.
import { cents } from '@goldenthread/core/values/cents.ts'
import { day } from '@goldenthread/core/values/day.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnswerOutput, PayerState, PlanRules } from '../src/answer/plan.ts'
import { changeBetween, withChange } from '../src/state-change.ts'
import {
  type TypedClaim,
  type TypedFile,
  ask,
  books,
  fileText,
  kindsOf,
  maribel,
  plan,
  seen,
  segmentsOf,
} from './claim-file.ts'
import { type PaymentText, dollars, paymentsIn, unbalanced } from './remitted-text.ts'

const control = (n: number): string => String(101 + n).padStart(9, '0')

/** A claim of one line. */
const claim = (
  number: string,
  code: string,
  charge: string,
  more: Partial<TypedClaim> = {},
): Partial<TypedClaim> => ({ number, charge, lines: [{ procedure: `HC:${code}:95`, charge }], ...more })

/** The books as the journal gives them back: what changed, through JSON. */
const kept = (before: PayerState, after: PayerState): PayerState => {
  const again = withChange(before, JSON.parse(JSON.stringify(changeBetween(before, after))))
  expect(again).toMatchObject(after)
  return again
}

/** Files one after another, each answered on the books of the one before. */
const inTurn = (
  files: readonly Partial<TypedFile>[],
  rules: PlanRules = plan(),
): readonly [AnswerOutput, ...AnswerOutput[]] => {
  let state: PayerState = books
  const outputs = files.map((file, n) => {
    const output = ask([fileText({ ...file, control: control(n) })], rules, state)
    state = kept(state, output.state)
    return output
  })
  return outputs as unknown as readonly [AnswerOutput, ...AnswerOutput[]]
}
const lastOf = (outputs: readonly AnswerOutput[]): AnswerOutput => outputs.at(-1) as AnswerOutput

const original = { claims: [claim('C1001', '90837', '200')] }
const numberOf = (output: AnswerOutput, n = 0): string =>
  seen(output, '277ca', 'REF')[n]?.split('*')[2] ?? 'none'
const first = numberOf(ask([fileText(original)]))

const replacement = claim('C1001A', '90834', '160', { frequency: '7', original: first })
const voided = claim('C1001V', '90837', '200', { frequency: '8', original: first })

describe('a replacement', () => {
  test('is accepted under a number of its own, and the 835 takes the old claim back before it pays the new one', () => {
    const output = lastOf(
      inTurn([original, { claims: [replacement, claim('C2', '90837', '200', lastWeek)] }]),
    )
    expect(seen(output, '277ca', 'STC', 'REF').slice(1, 3)).toEqual([
      'STC*A2:20:PR*20260311*WQ*160',
      'REF*1K*880122',
    ])
    // 125.00 taken back, 128.00 less 30.00 copay and 125.00 for another session paid: -125 + 98 + 125 = 98.
    expect(seen(output, '835', 'BPR', 'CLP', 'SVC', 'CAS', 'AMT', 'PLB')).toEqual([
      'BPR*I*98*C*CHK************20260311',
      'CLP*C1001*22*-200*-125**CI*880121*10*1',
      'SVC*HC:90837:95*-200*-125**-1',
      'CAS*CO*45*-45',
      'CAS*PR*3*-30',
      'CLP*C1001A*1*160*98*30*CI*880122*10*7',
      'SVC*HC:90834:95*160*98**1',
      'CAS*CO*45*32',
      'CAS*PR*3*30',
      'AMT*B6*128',
      'CLP*C2*1*200*125*30*CI*880123*10*1',
      'SVC*HC:90837:95*200*125**1',
      'CAS*CO*45*45',
      'CAS*PR*3*30',
      'AMT*B6*155',
    ])
  })

  test('that is worth less than what it takes back is paid nothing, and the next payment is lowered by the rest', () => {
    const outputs = inTurn([
      original,
      { claims: [replacement] },
      { claims: [claim('C2', '90837', '200', lastWeek)] },
    ])
    // -125 + 98 = -27, carried; then 125 - 27 = 98.
    expect(seen(outputs[1] as AnswerOutput, '835', 'BPR', 'PLB')).toEqual([
      'BPR*H*0*C*NON************20260311',
      'PLB*2082462815*20261231*FB:660902*-27',
    ])
    expect(seen(lastOf(outputs), '835', 'BPR', 'PLB')).toEqual([
      'BPR*I*98*C*CHK************20260311',
      'PLB*2082462815*20261231*FB:660903*27',
    ])
  })

  test('came in time when what it replaces came in time', () => {
    // The plan takes claims for one day; the original came on the day after the session, the others two weeks later.
    const rules = plan({ timelyFilingDays: 1 })
    const { state } = ask([fileText(original)], rules)
    const late = claim('C2', '90791', '180')
    const text = fileText({ claims: [replacement, late], control: control(1) })
    const later = ask([text], rules, state, '2026-03-25T12:00:00Z')
    expect(seen(later, '835', 'CLP', 'CAS').slice(3)).toEqual([
      'CLP*C1001A*1*160*98*30*CI*880122*10*7',
      'CAS*CO*45*32',
      'CAS*PR*3*30',
      'CLP*C2*1*180*0**CI*880123*10*1',
      'CAS*CO*29*180',
    ])
  })

  test('gives back the deductible and the units that the old claim used', () => {
    const member = { ...maribel, copay: null, deductibleLeft: cents(10_000) }
    const granted = {
      number: 'AUTH77',
      memberNumber: maribel.memberNumber,
      codes: ['90837', '90834'],
      units: 1,
      unitsUsed: 0,
      from: day('2026-01-01'),
      to: null as never,
    }
    const rules = plan({
      members: [member],
      authorizationNeeded: ['90837', '90834'],
      authorizations: [{ ...granted, to: day('2026-06-30') }],
    })
    const named = { authorization: 'AUTH77' }
    const output = lastOf(
      inTurn(
        [{ claims: [claim('C1', '90837', '200', named)] }, { claims: [{ ...replacement, ...named }] }],
        rules,
      ),
    )
    expect(seen(output, '835', 'CAS').slice(2)).toEqual(['CAS*CO*45*32', 'CAS*PR*1*100'])
  })
})

const lastWeek = { lines: [{ procedure: 'HC:90837:95', charge: '200', day: '20260303' }] }

describe('a void', () => {
  test('takes the payment back, and nothing is judged', () => {
    const output = lastOf(inTurn([original, { claims: [voided] }]))
    expect(seen(output, '835', 'BPR', 'CLP', 'PLB')).toEqual([
      'BPR*H*0*C*NON************20260311',
      'CLP*C1001*22*-200*-125**CI*880121*10*1',
      'PLB*2082462815*20261231*FB:660902*-125',
    ])
  })

  test('makes room for a new original of the same session, also in one file and before it', () => {
    const again = claim('C1001N', '90837', '200')
    for (const claims of [
      [voided, again],
      [again, voided],
    ]) {
      const output = lastOf(inTurn([original, { claims }]))
      expect(seen(output, '835', 'BPR', 'CAS')).not.toContain('CAS*CO*18*200')
    }
  })
})

const refused: readonly (readonly [what: string, files: readonly Partial<TypedFile>[], status: string])[] = [
  ['a replacement of a voided claim', [original, { claims: [voided] }, { claims: [replacement] }], 'A7:464'],
  ['a second void', [original, { claims: [voided] }, { claims: [voided] }], 'A7:464'],
  ['a void of what was replaced', [original, { claims: [replacement] }, { claims: [voided] }], 'A7:464'],
  [
    'a replacement for another provider',
    [original, { claims: [{ ...replacement, rendering: '' }] }],
    'A7:464',
  ],
  [
    'a replacement for another member of the family',
    [
      original,
      {
        claims: [replacement],
        dependent: { lastName: 'QUINONES', firstName: 'NICO', birthDate: '20150527' },
      },
    ],
    'A7:464',
  ],
]

describe('what cannot be corrected is held back by a 277CA, and nothing is taken back', () => {
  const family = plan({ members: [maribel, { ...maribel, firstName: 'NICO', birthDate: day('2015-05-27') }] })
  test.each(refused)('%s', (_what, files, status) => {
    const outputs = inTurn(files, family)
    const output = lastOf(outputs)
    expect(kindsOf(output)).toEqual(['ta1', '999', '277ca'])
    expect(seen(output, '277ca', 'STC').at(-1)).toMatch(new RegExp(`^STC\\*${status}\\*20260311\\*U`))
    expect(output.state.claimsTakenBack).toEqual(outputs.at(-2)?.state.claimsTakenBack ?? [])
  })

  test('of two voids of one claim in one file the second', () => {
    const output = lastOf(inTurn([original, { claims: [voided, { ...voided, number: 'C1001W' }] }]))
    expect(seen(output, '277ca', 'STC').slice(1)).toEqual([
      'STC*A2:20:PR*20260311*WQ*200',
      'STC*A7:464*20260311*U*200',
    ])
    expect(seen(output, '835', 'CLP')).toHaveLength(1)
  })

  test('a replacement or a void without REF*F8 does not pass the guide: 999 with the REF that is missed', () => {
    for (const wanted of [replacement, voided]) {
      const output = ask([fileText({ claims: [{ ...wanted, original: '' }] })])
      expect(kindsOf(output)).toEqual(['ta1', '999'])
      expect(seen(output, '999', 'IK3', 'CTX', 'IK5')).toEqual([
        'IK3*REF*21*2300*I6',
        `CTX*CLM01:${wanted.number}`,
        'IK5*R*5',
      ])
    }
  })
})

describe('a claim that equals one judged before', () => {
  const again = { claims: [claim('C1002', '90837', '200')] }

  test('is denied as a duplicate', () => {
    expect(seen(lastOf(inTurn([original, again])), '835', 'CAS')).toEqual(['CAS*CO*18*200'])
  })

  test('is judged where the plan says so', () => {
    const output = lastOf(inTurn([original, again], plan({ takesDuplicates: true })))
    expect(seen(output, '835', 'CAS')).toEqual(['CAS*CO*45*45', 'CAS*PR*3*30'])
  })
})

const codes = ['90834', '90837', '90839', '90846', '90847', '90791'] as const
const act = fc.record({
  what: fc.constantFrom('new', 'replace', 'void'),
  /** Which of the claims judged before; those that were taken back too, so that some are refused. */
  which: fc.nat(5),
  code: fc.constantFrom(...codes),
  charge: fc.nat(50_000),
  day: fc.constantFrom('20260301', '20260302', '20251001'),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

interface Known {
  readonly number: string
  readonly payerClaimNumber: string
  readonly sent: Partial<TypedClaim>
}

/** Sends files of acts in turn; gives every payment made and the payer's books at the end. */
const live = (files: readonly (readonly Act[])[], rules: PlanRules) => {
  let state: PayerState = books
  const known: Known[] = []
  const payments: PaymentText[] = []
  files.forEach((acts, f) => {
    const before = [...known]
    const claims = acts.map(({ what, which, code, charge, day: on }, n): Partial<TypedClaim> => {
      const number = `C${f}N${n}`
      const named = before[which % Math.max(before.length, 1)]
      const fresh = {
        number,
        charge: dollars(charge),
        lines: [{ procedure: `HC:${code}:95`, charge: dollars(charge), day: on }],
      }
      if (what === 'new' || named === undefined) return fresh
      const correction = { original: named.payerClaimNumber, frequency: what === 'replace' ? '7' : '8' }
      return what === 'replace' ? { ...fresh, ...correction } : { ...named.sent, ...correction, number }
    })
    const output = ask([fileText({ claims, control: control(f) })], rules, state)
    state = kept(state, output.state)
    payments.push(...paymentsIn(segmentsOf(output, '835')))
    for (const { claimNumber, payerClaimNumber } of output.claims) {
      const sent = claims.find(({ number }) => number === claimNumber)
      if (payerClaimNumber !== '' && sent !== undefined && sent.frequency !== '8')
        known.push({ number: claimNumber, payerClaimNumber, sent })
    }
  })
  return { state, payments, known }
}

test('whatever is replaced and voided, every 835 balances, and all that was ever paid on a claim is what its last judgement says', () => {
  const member = { ...maribel, deductibleLeft: cents(12_000), copay: null, coinsurance: 2000 }
  const rules = plan({
    members: [member],
    sequestration: [{ from: day('2026-01-01'), to: null, basisPoints: 200 }],
  })
  fc.assert(
    fc.property(
      fc.array(fc.array(act, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (files) => {
        const { state, payments, known } = live(files, rules)
        expect(payments.flatMap(unbalanced)).toEqual([])
        const told = payments.flatMap(({ claims }) => claims)
        const takenBack = new Set(
          (state.claimsTakenBack ?? []).map(({ payerClaimNumber }) => payerClaimNumber),
        )
        for (const { payerClaimNumber } of known) {
          const own = told.filter((each) => each.payerClaimNumber === payerClaimNumber)
          const judged = own.filter(({ status }) => status !== '22')
          const final = takenBack.has(payerClaimNumber) ? 0 : judged.at(-1)?.paid
          expect(own.reduce((sum, { paid }) => sum + paid, 0)).toBe(final)
          expect(own.reduce((sum, { charge }) => sum + charge, 0)).toBe(
            final === 0 && takenBack.has(payerClaimNumber) ? 0 : judged[0]?.charge,
          )
          expect([judged.length, own.length]).toEqual([1, takenBack.has(payerClaimNumber) ? 2 : 1])
        }
        // What the bank got is what stands paid, and what was paid too much and not taken back yet.
        const standing = (state.claimsOnFile ?? [])
          .filter(({ payerClaimNumber }) => !takenBack.has(payerClaimNumber))
          .flatMap(({ lines }) => lines)
          .reduce((sum, { paid }) => sum + paid, 0)
        const carried = (state.carriedBalances ?? []).reduce((sum, { amount }) => sum + amount, 0)
        expect(payments.reduce((sum, { paid }) => sum + paid, 0)).toBe(standing + carried)
        expect(carried).toBeGreaterThanOrEqual(0)
      },
    ),
    { numRuns: 150 },
  )
})
