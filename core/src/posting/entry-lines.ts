// Small makers of entry lines: an amount of zero makes none, an amount below zero stands on the other side.
import { type Cents, cents, negate, sum } from '../values/cents.ts'
import { type Account, type EntryLine, type Side, otherSide } from '../ledger/entry.ts'

/** A line on `side`, or on the other when the amount is below zero, or none when it is zero. */
export const moved = (account: Account, side: Side, amount: Cents, source: string): readonly EntryLine[] =>
  amount === 0
    ? []
    : [{ account, side: amount > 0 ? side : otherSide(side), amount: cents(Math.abs(amount)), source }]

export const debit = (account: Account, amount: Cents, source: string): readonly EntryLine[] =>
  moved(account, 'debit', amount, source)

export const credit = (account: Account, amount: Cents, source: string): readonly EntryLine[] =>
  moved(account, 'credit', amount, source)

/** What the lines lack on the credit side, below zero when they lack it on the debit side. */
export const lacking = (lines: readonly EntryLine[]): Cents =>
  sum(lines.map((line) => (line.side === 'debit' ? line.amount : negate(line.amount))))
