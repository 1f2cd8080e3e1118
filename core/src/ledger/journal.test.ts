// Proves the ledger: entries balance, acts are posted once, nothing is edited.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents, zero } from '../values/cents.ts'
import { instant } from '../values/day.ts'
import { balanceOf, balances, trialBalance } from './balance.ts'
import { account, chart } from './chart.ts'
import type { Account, Entry, EntryLine } from './entry.ts'
import { append, appendAll, emptyJournal } from './journal.ts'
import { makeEntry } from './make-entry.ts'
import { reverse } from './reversal.ts'

const at = instant('2026-02-03T17:00:00Z')
const sha256 = (utf8: string): string => `hash of ${utf8}`

const debit = (to: Account, amount: number, source = 'claim C1 line 1'): EntryLine => ({
  account: to,
  side: 'debit',
  amount: amount as EntryLine['amount'],
  source,
})
const credit = (to: Account, amount: number, source = 'claim C1 line 1'): EntryLine => ({
  ...debit(to, amount, source),
  side: 'credit',
})

const payer = account('receivable-payer', 'BLU01')
const client = account('receivable-client', 'M1')
const allowance = account('contract-allowance')
const fees = account('session-fees')

const draft = (key: string, lines: readonly EntryLine[], inputHash = 'h1'): Entry => ({
  key,
  act: 'filed',
  at,
  says: 'Claim C1 was filed.',
  inputHash,
  reverses: null,
  lines,
})

/** A visit of 200.00 of which the contract allows 140.00, the client's part 28.00 (docs/sources.md money 9). */
const visit = [debit(payer, 11200), debit(client, 2800), debit(allowance, 6000), credit(fees, 20000)]

const codes = (result: { readonly findings: readonly { readonly code: string }[] }): readonly string[] =>
  result.findings.map((each) => each.code)

describe('an entry', () => {
  const refusals: readonly [why: string, lines: readonly EntryLine[], code: string][] = [
    ['has no line', [], 'ledger:empty'],
    ['is one cent off', [debit(payer, 11201), ...visit.slice(1)], 'ledger:unbalanced'],
    ['has one side only', [debit(payer, 100)], 'ledger:unbalanced'],
    ['has a line of nothing', [...visit, debit(allowance, 0)], 'ledger:amount'],
    ['has a line below zero', [debit(payer, -100), credit(fees, -100)], 'ledger:amount'],
    ['has a fraction of a cent', [debit(payer, 0.5), credit(fees, 0.5)], 'ledger:amount'],
  ]
  test.each(refusals)('that %s is refused', (_, lines, code) => {
    expect(codes(makeEntry(draft('filed:C1', lines)))).toContain(code)
    expect(codes(append(emptyJournal, draft('filed:C1', lines)))).toContain(code)
  })

  test('keeps lines of other documents apart and merges those of the same one', () => {
    const made = makeEntry(
      draft('filed:C1', [
        debit(payer, 100),
        debit(payer, 50),
        debit(payer, 7, 'claim C1 line 2'),
        credit(fees, 157),
      ]),
    )
    expect(made.ok && made.value.lines.map((line) => [line.source, line.amount])).toEqual([
      ['claim C1 line 1', 150],
      ['claim C1 line 2', 7],
      ['claim C1 line 1', 157],
    ])
  })
})

describe('the chart', () => {
  test('asks for a party where accounts are one a party, and for none elsewhere', () => {
    for (const { kind, party } of chart) {
      if (party === null) {
        expect(account(kind)).toEqual({ kind, party: '' })
        expect(() => account(kind, 'X')).toThrow(RangeError)
      } else {
        expect(account(kind, 'X')).toEqual({ kind, party: 'X' })
        expect(() => account(kind)).toThrow(RangeError)
      }
    }
  })
})

describe('the journal', () => {
  const first = append(emptyJournal, draft('filed:C1', visit))
  if (!first.ok) throw new Error('the first entry stands')
  const journal = first.value.journal

  test('answers the same act with the entry that stands and adds nothing', () => {
    const again = append(journal, { ...draft('filed:C1', visit), at: instant('2026-02-04T09:00:00Z') })
    expect(again).toMatchObject({ ok: true, value: { added: false, journal, entry: { at } } })
  })

  test('refuses another input under the same key and stays as it was', () => {
    const other = append(journal, draft('filed:C1', visit, 'h2'))
    expect(other.ok).toBe(false)
    expect(other.findings[0]).toMatchObject({
      code: 'ledger:conflict',
      evidence: { stands: 'h1', given: 'h2' },
    })
  })

  test('takes all entries of a list or none', () => {
    const all = appendAll(emptyJournal, [draft('a', visit), draft('b', [debit(payer, 1)]), draft('c', visit)])
    expect(codes(all)).toEqual(['ledger:unbalanced'])
  })

  test('tells what stands on each account, the one who paid too much below zero', () => {
    const paid = appendAll(journal, [
      draft('client-paid:P1', [debit(account('bank'), 3000), credit(client, 3000)]),
    ])
    const entries = paid.ok ? paid.value.entries : []
    expect(balanceOf(entries, client)).toBe(-200)
    expect(balanceOf(entries, fees)).toBe(20000)
    expect(balanceOf(entries, account('receivable-client', 'M2'))).toBe(0)
    expect(balances(entries).map((row) => [row.account.kind, row.side, row.amount])).toEqual([
      ['bank', 'debit', 3000],
      ['receivable-payer', 'debit', 11200],
      ['receivable-client', 'credit', 200],
      ['contract-allowance', 'debit', 6000],
      ['session-fees', 'credit', 20000],
    ])
  })

  test('names the entry that is off when a stored journal was tampered with', () => {
    const tampered = { ...draft('filed:C2', visit), lines: visit.slice(1) }
    expect(trialBalance([...journal.entries, tampered])).toMatchObject({
      holds: false,
      unbalanced: ['filed:C2'],
    })
  })

  test('sees two faults that cancel each other out', () => {
    const over = { ...draft('filed:C2', visit), lines: [...visit, debit(payer, 5)] }
    const under = { ...draft('filed:C3', visit), lines: [...visit, credit(fees, 5)] }
    const trial = trialBalance([...journal.entries, over, under])
    expect(trial).toMatchObject({ holds: false, unbalanced: ['filed:C2', 'filed:C3'] })
    expect(trial.debits).toBe(trial.credits)
  })
})

describe('a reversal', () => {
  const entry = draft('filed:C1', visit)
  const back = reverse(entry, { at, says: 'The claim was withdrawn.', sha256 })
  if (!back.ok) throw new Error('an entry can be reversed')
  const both = appendAll(emptyJournal, [entry, back.value])

  test('swaps the sides, names what it reverses and leaves every account at zero', () => {
    expect(back.value).toMatchObject({ key: 'reversed:filed:C1', reverses: 'filed:C1', act: 'reversed' })
    expect(both.ok && balances(both.value.entries).every((row) => row.amount === 0)).toBe(true)
  })

  const refusals: readonly [why: string, journal: readonly Entry[], entry: Entry, code: string][] = [
    ['of an entry that is not there', [], back.value, 'ledger:reverses-nothing'],
    [
      'under another key, a second time',
      [entry, back.value],
      { ...back.value, key: 'again' },
      'ledger:reversed-before',
    ],
    [
      'with other amounts',
      [entry],
      { ...back.value, lines: [credit(payer, 100), debit(fees, 100)] },
      'ledger:not-the-reverse',
    ],
    ['with the sides as they were', [entry], { ...back.value, lines: visit }, 'ledger:not-the-reverse'],
    [
      'of a reversal',
      [entry, back.value],
      { ...back.value, key: 'again', reverses: back.value.key, lines: visit },
      'ledger:reversed-before',
    ],
  ]
  test.each(refusals)('%s is refused', (_, entries, given, code) => {
    expect(codes(append({ entries }, given))).toEqual([code])
  })

  test('is not itself reversed', () => {
    expect(codes(reverse(back.value, { at, says: 'Back again.', sha256 }))).toEqual([
      'ledger:reversal-of-reversal',
    ])
  })
})

const anyAccount = fc.oneof(
  ...chart.map(({ kind, party }) =>
    party === null
      ? fc.constant(account(kind))
      : fc.constantFrom('A', 'B').map((name) => account(kind, name)),
  ),
)
/** Random amounts on random accounts, closed by one line that makes the entry balance. */
const anyLines = fc
  .tuple(
    fc.array(
      fc.record({
        account: anyAccount,
        side: fc.constantFrom('debit', 'credit'),
        amount: fc.integer({ min: 1, max: 1e9 }),
      }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    anyAccount,
  )
  .map(([drawn, closing]): readonly EntryLine[] => {
    const lines = drawn.map(
      (each): EntryLine => ({
        ...each,
        side: each.side as 'debit',
        amount: cents(each.amount),
        source: 'drawn',
      }),
    )
    const off = lines.reduce((total, line) => total + (line.side === 'debit' ? line.amount : -line.amount), 0)
    return off === 0 ? lines : [...lines, (off > 0 ? credit : debit)(closing, Math.abs(off), 'drawn')]
  })
const anyEntries = fc
  .array(anyLines, { maxLength: 8 })
  .map((all) => all.map((lines, n) => draft(`k${n}`, lines, `h${n}`)))

describe('whatever is posted', () => {
  const journalOf = (entries: readonly Entry[]): readonly Entry[] => {
    const result = appendAll(emptyJournal, entries)
    if (!result.ok) throw new Error(codes(result).join())
    return result.value.entries
  }

  test('the journal balances, as a whole and entry by entry', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const trial = trialBalance(journalOf(entries))
        expect(trial.holds).toBe(true)
        const signed = trial.rows.map((row) => (row.side === 'debit' ? row.amount : -row.amount))
        expect(signed.reduce((sum, each) => sum + each, 0)).toBe(0)
      }),
    )
  })

  test('posting all of it again changes nothing', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const once = journalOf(entries)
        expect(journalOf([...entries, ...entries])).toEqual(once)
      }),
    )
  })

  test('the order of posting does not change what stands', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(balances(journalOf([...entries].reverse()))).toEqual(balances(journalOf(entries)))
      }),
    )
  })

  test('reversing all of it leaves every account at zero', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const reversals = entries.map((entry) => reverse(entry, { at, says: 'Taken back.', sha256 }))
        const all = journalOf([...entries, ...reversals.flatMap((each) => (each.ok ? [each.value] : []))])
        expect(all).toHaveLength(entries.length * 2)
        expect(balances(all).every((row) => row.amount === zero)).toBe(true)
      }),
    )
  })

  test('an entry whose amounts are changed by a cent on one line is refused', () => {
    fc.assert(
      fc.property(anyLines, fc.nat(), (lines, pick) => {
        const at = pick % lines.length
        const changed = lines.map((line, n) =>
          n === at ? { ...line, amount: cents(line.amount + 1) } : line,
        )
        expect(codes(makeEntry(draft('k', changed)))).toEqual(['ledger:unbalanced'])
      }),
    )
  })
})
