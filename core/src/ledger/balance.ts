// What stands on each account, the trial balance, and the proof that a journal balances.
import { type Cents, add, cents, subtract, zero } from '../values/cents.ts'
import { chart, ofChart } from './chart.ts'
import { type Account, type Entry, type EntryLine, type Side, otherSide, sameAccount } from './entry.ts'
import { sideSum } from './make-entry.ts'

export interface AccountBalance {
  readonly account: Account
  readonly debits: Cents
  readonly credits: Cents
  /** The side it stands on; the one it grows on when it stands at zero. */
  readonly side: Side
  /** Never negative. */
  readonly amount: Cents
}

/**
 * What stands on one account, positive on the side where the account grows: a client who paid too much stands
 * below zero on `receivable-client`.
 */
export const balanceOf = (entries: readonly Entry[], account: Account): Cents =>
  netOf(
    entries.flatMap((entry) => entry.lines),
    account,
  )

/** The same of lines that stand by themselves. */
export const netOf = (all: readonly EntryLine[], account: Account): Cents => {
  const { grows } = ofChart(account.kind)
  const lines = all.filter((line) => sameAccount(line.account, account))
  return subtract(sideSum(lines, grows), sideSum(lines, otherSide(grows)))
}

const chartPlace = (of: Account): number => chart.findIndex((each) => each.kind === of.kind)

/** In the order of the chart, then of parties. */
export const inChartOrder = (one: AccountBalance, other: AccountBalance): number =>
  chartPlace(one.account) - chartPlace(other.account) ||
  (one.account.party < other.account.party ? -1 : one.account.party > other.account.party ? 1 : 0)

/** What two sums of an account come to: the side it stands on, and how much. */
export const standing = (account: Account, debits: Cents, credits: Cents): AccountBalance => {
  const { grows } = ofChart(account.kind)
  const difference = subtract(debits, credits)
  const side = difference === 0 ? grows : difference > 0 ? 'debit' : 'credit'
  return { account, debits, credits, side, amount: cents(Math.abs(difference)) }
}

/** Every account that was ever moved, in the order of the chart and then of parties. */
export const balances = (entries: readonly Entry[]): readonly AccountBalance[] => {
  const moved = new Map<string, { account: Account; debits: Cents; credits: Cents }>()
  for (const { account, side, amount } of entries.flatMap((entry) => entry.lines)) {
    const name = `${account.kind} ${account.party}`
    const row = moved.get(name) ?? { account, debits: zero, credits: zero }
    if (side === 'debit') row.debits = add(row.debits, amount)
    else row.credits = add(row.credits, amount)
    moved.set(name, row)
  }
  return [...moved.values()].map((row) => standing(row.account, row.debits, row.credits)).sort(inChartOrder)
}

export interface TrialBalance {
  readonly rows: readonly AccountBalance[]
  readonly debits: Cents
  readonly credits: Cents
  /** Keys of entries that do not balance by themselves. */
  readonly unbalanced: readonly string[]
  /** True when every entry balances, and so the whole. */
  readonly holds: boolean
}

/** All balances with the proof: the sums of both sides over the whole journal, and any entry that is off. */
export const trialBalance = (entries: readonly Entry[]): TrialBalance => {
  const lines = entries.flatMap((entry) => entry.lines)
  const [debits, credits] = [sideSum(lines, 'debit'), sideSum(lines, 'credit')]
  const unbalanced = entries
    .filter((entry) => sideSum(entry.lines, 'debit') !== sideSum(entry.lines, 'credit'))
    .map((entry) => entry.key)
  return {
    rows: balances(entries),
    debits,
    credits,
    unbalanced,
    holds: unbalanced.length === 0 && debits === credits,
  }
}
