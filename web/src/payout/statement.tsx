// One statement of pay: the sessions in it, what each earned, and what is left when all is set against all.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useKeepsBooks } from '../posting/money-head.tsx'
import { Amount } from '../ui/amount.tsx'
import { DataTable, numberClass, rowLinkClass } from '../ui/data-table.tsx'
import { shortDay } from '../ui/day-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Raised } from '../ui/section.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import { ObjectTitle } from '../ui/type.tsx'
import type { PaySheet, SessionPay } from './asked.ts'
import { type When, parted, payerState, sessionsCounted, spanWords, statementTitle } from './pay-words.ts'
import styles from './payout.module.css'

/** Whoever keeps the books is led to the entries, a clinician to the session. */
const ToSession = ({ row }: { readonly row: SessionPay }): ReactNode =>
  useKeepsBooks() ? (
    <Link to="/money/ledger" search={{ session: row.sessionId }} className={rowLinkClass}>
      {row.clientName}
    </Link>
  ) : (
    <Link to="/sessions/$sessionId" params={{ sessionId: row.sessionId }} className={rowLinkClass}>
      {row.clientName}
    </Link>
  )

const Row = ({ row }: { readonly row: SessionPay }): ReactNode => {
  const { state, says } = payerState(row)
  return (
    <tr>
      <td>{shortDay(row.day)}</td>
      <th scope="row">
        <ToSession row={row} />
      </th>
      <td className={styles.code}>{row.codes.join(', ')}</td>
      <td title={row.payerName ?? 'The client pays'}>
        <StatusWord state={state}>{says}</StatusWord>
      </td>
      <td className={numberClass}>
        <Amount cents={row.amount} />
      </td>
    </tr>
  )
}

const Foot = ({ sheet, when }: { readonly sheet: PaySheet; readonly when: When }): ReactNode => {
  const { earned, takenBack, earnedCents } = parted(sheet)
  return (
    <tfoot className={styles.foot}>
      <tr>
        <td colSpan={3}>{sessionsCounted(earned.length)}</td>
        <td className={styles.code} />
        <td className={numberClass}>
          <Amount cents={earnedCents} />
        </td>
      </tr>
      {takenBack.map((row) => (
        <tr key={row.sessionId}>
          <td colSpan={3}>
            Taken back by {row.payerName ?? 'the client'}: {row.clientName}, {shortDay(row.day)}
          </td>
          <td className={styles.code} />
          <td className={numberClass}>
            <Amount cents={row.amount} />
          </td>
        </tr>
      ))}
      <tr className={styles.total}>
        <th scope="row" colSpan={3}>
          {when === 'next' ? 'To be paid out' : 'Expected'}
        </th>
        <td className={styles.code} />
        <td className={numberClass}>
          <Amount cents={sheet.amount} strong />
        </td>
      </tr>
    </tfoot>
  )
}

export interface StatementProps {
  readonly name: string
  readonly sheet: PaySheet
  readonly when: When
}

const Sessions = ({ sheet, when }: Omit<StatementProps, 'name'>): ReactNode => (
  <DataTable label={statementTitle(sheet, when)} dense>
    <thead>
      <tr>
        <th scope="col">Session</th>
        <th scope="col">Client</th>
        <th scope="col" className={styles.code}>
          Code
        </th>
        <th scope="col">Payer</th>
        <th scope="col" className={numberClass}>
          {when === 'next' ? 'Pay' : 'Expected pay'}
        </th>
      </tr>
    </thead>
    <tbody>
      {parted(sheet).earned.map((row) => (
        <Row key={row.sessionId} row={row} />
      ))}
    </tbody>
    <Foot sheet={sheet} when={when} />
  </DataTable>
)

const end = (when: When): string =>
  when === 'next' ? 'from the ledger, to the cent' : 'if payers answer as expected'

export const Statement = ({ name, sheet, when }: StatementProps): ReactNode => (
  <Raised label={statementTitle(sheet, when)}>
    <div className={styles.sheet}>
      <div className={styles.head}>
        <div>
          <ObjectTitle>{statementTitle(sheet, when)}</ObjectTitle>
          <p className={styles.lead}>
            {name}. {spanWords(sheet)}
          </p>
        </div>
        <div className={styles.sum}>
          <Amount cents={sheet.amount} size="large" />
          <p className={styles.lead}>{end(when)}</p>
        </div>
      </div>
      {sheet.sessions.length === 0 ? (
        <EmptyState title={when === 'next' ? 'Nothing is owed yet' : 'Nothing waits for a payer'}>
          Pay is earned when a payer or a client has paid for a session, or when its claim is filed where pay
          is guaranteed.
        </EmptyState>
      ) : (
        <Sessions sheet={sheet} when={when} />
      )}
    </div>
  </Raised>
)
