// What the client owes and has paid, as the ledger says.
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { problemIn } from '../../api/problem.ts'
import { Amount } from '../../ui/amount.tsx'
import { shortDay } from '../../ui/day-words.ts'
import { ErrorState } from '../../ui/error-state.tsx'
import { Facts, Section } from '../../ui/section.tsx'
import { type Chart, paymentsAsked } from './asked.ts'
import { methods } from './chart-words.ts'
import styles from './chart.module.css'

const shown = 6

export const MoneyPart = ({ chart }: { readonly chart: Chart }): ReactNode => {
  const payments = useQuery(paymentsAsked(chart.id))
  const items = payments.data?.items ?? []
  const { owes, ahead } = chart.money
  return (
    <Section title="The client’s part">
      <Facts
        rows={[
          ['Owes now', <Amount key="owes" cents={owes} strong={owes > 0} />],
          ['Paid ahead', <Amount key="ahead" cents={ahead} />],
        ]}
      />
      <p className={styles.source}>As the ledger says.</p>
      {payments.isError && payments.data === undefined && (
        <ErrorState
          failed="The payments did not load."
          safe={`${problemIn(payments.error).title} Nothing was changed.`}
          onAgain={() => void payments.refetch()}
        />
      )}
      {items.length > 0 && (
        <>
          <h3 className={styles.before}>Payments</h3>
          <ul className={styles.rows}>
            {items.slice(0, shown).map(({ id, day, method, amount, takenBack }) => (
              <li key={id} className={styles.paid}>
                <span>
                  {shortDay(day, chart.today)}, {methods[method].toLowerCase()}
                  {takenBack !== null && ', taken back'}
                </span>
                <Amount cents={amount} />
              </li>
            ))}
          </ul>
          {items.length > shown && <p className={styles.source}>And {items.length - shown} before these.</p>}
        </>
      )}
      {payments.isSuccess && items.length === 0 && (
        <p className={styles.source}>Nothing was paid here yet.</p>
      )}
    </Section>
  )
}
