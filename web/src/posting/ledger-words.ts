// The ledger in words: what an entry did, whose account a line moves, which document it came from, what stands where.
import { shortDay } from '../ui/day-words.ts'
import type { AccountRead, EntryRead } from './asked.ts'

type Line = EntryRead['lines'][number]

/** `Owed by payer, Harbor Health`. */
export const accountWords = ({ label, partyName }: Pick<Line, 'label' | 'partyName'>): string =>
  partyName === null ? label : `${label}, ${partyName}`

const methodWords: Readonly<Record<string, string>> = {
  card: 'by card',
  cash: 'in cash',
  check: 'by check',
  bank: 'through the bank',
}

const clientPaid = ({ key, payment }: EntryRead): string => {
  if (key.startsWith('earned:')) return 'Pay earned'
  if (key.startsWith('settled:') || key.startsWith('paid-ahead:')) return 'Paid ahead, put in order'
  return payment === null ? 'Client paid' : `Client paid ${methodWords[payment.method] ?? payment.method}`
}

/** What was done. A payment before the payer has answered is a deposit, and is called one. */
export const actWords = (entry: EntryRead): string => {
  switch (entry.act) {
    case 'filed':
      return entry.privateChargeId === null ? 'Claim filed' : 'Client charged'
    case 'client-paid': {
      if (entry.key.startsWith('owed-again:')) return 'Owed again'
      const said = clientPaid(entry)
      return entry.lines.some(({ kind, side }) => kind === 'deposits-client' && side === 'credit')
        ? `${said}, held as a deposit`
        : said
    }
    case 'remitted': {
      const payer = entry.lines.find(({ kind }) => kind === 'receivable-payer')?.partyName ?? null
      return payer === null ? 'A payer paid' : `${payer} answered`
    }
    case 'decided':
      return 'Decided by hand'
    case 'paid-out':
      return 'Paid to provider'
    case 'reversed':
      return 'Taken back'
  }
}

export interface DocumentOf {
  readonly says: string
  readonly to: 'claim' | 'remittance' | 'session' | null
  readonly id: string
}

/** The document an entry came from: the payer's answer before the claim it answers. */
export const documentOf = (entry: EntryRead): DocumentOf | null => {
  const { remittanceId, trace, claimId, claimNumber, privateChargeId, sessionId, payment } = entry
  if (remittanceId !== null) return { says: `835, trace ${trace ?? ''}`, to: 'remittance', id: remittanceId }
  if (claimId !== null) return { says: `Claim ${claimNumber ?? ''}`, to: 'claim', id: claimId }
  if (privateChargeId !== null && sessionId !== null)
    return { says: `Charge ${claimNumber ?? ''}`, to: 'session', id: sessionId }
  if (payment === null) return null
  const says = `Payment of ${shortDay(payment.day)}`
  return sessionId === null ? { says, to: null, id: '' } : { says, to: 'session', id: sessionId }
}

/** Debits first, then credits, as books are written. */
export const linesInOrder = (lines: readonly Line[]): readonly Line[] => [
  ...lines.filter(({ side }) => side === 'debit'),
  ...lines.filter(({ side }) => side === 'credit'),
]

/** An entry with what takes it back beside it, however far apart they were posted. */
export const inPairs = (entries: readonly EntryRead[]): readonly (readonly EntryRead[])[] => {
  const byKey = new Map(entries.map((each) => [each.key, each]))
  const origin = ({ reverses }: EntryRead): EntryRead | null =>
    reverses === null ? null : (byKey.get(reverses) ?? null)
  return entries
    .filter(({ reversedBy }) => reversedBy === null || !byKey.has(reversedBy))
    .map((each) => {
      const taken = origin(each)
      return taken === null ? [each] : [taken, each]
    })
}

/** `Maya Ruiz, Oct 22, 90834`, as far as the entries know it; null where they are of several. */
export const sessionTitle = (entries: readonly EntryRead[]): string | null => {
  const named = entries.find(({ clientName }) => clientName !== null)
  if (named === undefined || named.day === null) return null
  return [named.clientName, shortDay(named.day), ...named.codes].join(', ')
}

/** One kind of account with all who stand behind it. */
export interface KindOfAccount {
  readonly kind: AccountRead['kind']
  readonly label: string
  /** In cents, above zero on the side where the kind grows. */
  readonly cents: number
  readonly accounts: readonly AccountRead[]
}

/** Which kinds grow on the credit side, as the chart has it (core/ledger/chart.ts). */
const growsByCredit: ReadonlySet<string> = new Set([
  'deposits-client',
  'session-fees',
  'payable-provider',
  'unapplied',
  'suspense',
  'interest',
])

/** What stands on an account, above zero where the account grows. */
export const standsAt = ({ kind, side, amount }: AccountRead): number =>
  (side === 'credit') === growsByCredit.has(kind) ? amount : -amount

/** In the order of the chart, as the server gives them. */
export const byKind = (accounts: readonly AccountRead[]): readonly KindOfAccount[] =>
  [...new Set(accounts.map(({ kind }) => kind))].map((kind) => {
    const of = accounts.filter((each) => each.kind === kind)
    return {
      kind,
      label: of[0]?.label ?? kind,
      cents: of.reduce((sum, each) => sum + standsAt(each), 0),
      accounts: of,
    }
  })
