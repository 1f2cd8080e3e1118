// Entries of the ledger: what was done, the accounts it moved, and the document it came from.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe, zoneOf } from '../people/me.ts'
import { Amount } from '../ui/amount.tsx'
import { DataTable, numberClass } from '../ui/data-table.tsx'
import { shortDay } from '../ui/day-words.ts'
import { linkClass } from '../ui/text-link.tsx'
import type { EntryRead } from './asked.ts'
import { accountWords, actWords, documentOf, inPairs, linesInOrder } from './ledger-words.ts'
import { dayOfInstant } from './posted-day.ts'
import styles from './money.module.css'

const Document = ({ entry }: { readonly entry: EntryRead }): ReactNode => {
  const of = documentOf(entry)
  if (of === null) return null
  switch (of.to) {
    case 'claim':
      return (
        <Link to="/claims" search={{ claim: of.id }} className={linkClass}>
          {of.says}
        </Link>
      )
    case 'remittance':
      return (
        <Link to="/remittances/$remittanceId" params={{ remittanceId: of.id }} className={linkClass}>
          {of.says}
        </Link>
      )
    case 'session':
      return (
        <Link to="/sessions/$sessionId" params={{ sessionId: of.id }} className={linkClass}>
          {of.says}
        </Link>
      )
    default:
      return of.says
  }
}

const tagOf = ({ reverses, reversedBy }: EntryRead): string | null =>
  reversedBy !== null ? 'taken back since' : reverses === null ? null : 'reverses'

interface EntryProps {
  readonly entry: EntryRead
  readonly zone: string | undefined
  /** In a list of many: for whom it was. */
  readonly withClient: boolean
}

const Entry = ({ entry, zone, withClient }: EntryProps): ReactNode => {
  const tag = tagOf(entry)
  return (
    <tbody className={styles.entry} data-taken={entry.reversedBy !== null || undefined}>
      <tr>
        <td>{shortDay(dayOfInstant(entry.at, zone))}</td>
        <td className={styles.did}>
          {actWords(entry)}
          {withClient && entry.clientName !== null && `, ${entry.clientName}`}
          {tag !== null && <span className={styles.tag}>{tag}</span>}
          <span className={styles.documentBeneath}>
            <Document entry={entry} />
          </span>
        </td>
        <td className={styles.document}>
          <Document entry={entry} />
        </td>
        <td />
        <td />
      </tr>
      {linesInOrder(entry.lines).map((line, at) => (
        <tr key={at}>
          <td />
          <td className={line.side === 'credit' ? styles.credit : undefined} title={line.source}>
            {accountWords(line)}
          </td>
          <td className={styles.document} />
          <td className={numberClass}>{line.side === 'debit' && <Amount cents={line.amount} />}</td>
          <td className={numberClass}>{line.side === 'credit' && <Amount cents={line.amount} />}</td>
        </tr>
      ))}
    </tbody>
  )
}

export interface EntriesTableProps {
  readonly entries: readonly EntryRead[]
  readonly withClient: boolean
}

/** What was taken back stands beside what takes it back. */
export const EntriesTable = ({ entries, withClient }: EntriesTableProps): ReactNode => {
  const zone = zoneOf(useMe())
  return (
    <DataTable label="Entries" dense>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col">Account</th>
          <th scope="col" className={styles.document}>
            Document
          </th>
          <th scope="col" className={numberClass}>
            Debit
          </th>
          <th scope="col" className={numberClass}>
            Credit
          </th>
        </tr>
      </thead>
      {inPairs(entries)
        .flat()
        .map((entry) => (
          <Entry key={entry.id} entry={entry} zone={zone} withClient={withClient} />
        ))}
    </DataTable>
  )
}
