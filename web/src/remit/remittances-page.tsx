// Remittances: what payers sent, newest first, and the way to bring a file by hand.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Amount } from '../ui/amount.tsx'
import { DataTable, numberClass, rowLinkClass } from '../ui/data-table.tsx'
import { shortDay, weekDay } from '../ui/day-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { StatusWord } from '../ui/status-word.tsx'
import { Mono, PageLead, PageTitle } from '../ui/type.tsx'
import { rowId, useRowKeys } from '../ui/use-row-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { problemIn } from '../api/problem.ts'
import { type RemittanceRow, remittancesAsked } from './asked.ts'
import { BringFile } from './bring-file.tsx'
import styles from './remittance.module.css'

const Row = ({ row, at }: { readonly row: RemittanceRow; readonly at: number }): ReactNode => (
  <tr>
    <th scope="row">
      <Link
        id={rowId('remittances', at)}
        to="/remittances/$remittanceId"
        params={{ remittanceId: row.id }}
        className={rowLinkClass}
      >
        {row.payerName ?? 'Payer not named'}
      </Link>
    </th>
    <td>{shortDay(row.day)}</td>
    <td>
      <Mono>{row.trace}</Mono>
    </td>
    <td className={numberClass}>{row.claims}</td>
    <td>
      {row.status === 'posted' ? (
        <StatusWord state="holds">posted</StatusWord>
      ) : (
        <StatusWord state="needs-you">does not balance</StatusWord>
      )}
    </td>
    <td className={numberClass}>
      <Amount cents={row.paid} strong />
    </td>
  </tr>
)

const Rows = ({ rows }: { readonly rows: readonly RemittanceRow[] }): ReactNode => {
  useRowKeys('remittances', rows.length, 'remittance')
  return (
    <DataTable label="Remittances" dense>
      <thead>
        <tr>
          <th scope="col">Payer</th>
          <th scope="col">Date</th>
          <th scope="col">Trace</th>
          <th scope="col" className={numberClass}>
            Claims
          </th>
          <th scope="col">Status</th>
          <th scope="col" className={numberClass}>
            Paid
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <Row key={row.id} row={row} at={at} />
        ))}
      </tbody>
    </DataTable>
  )
}

const List = (): ReactNode => {
  const asked = useInfiniteQuery(remittancesAsked)
  if (asked.isPending) return <LoadingRows kind="table" rows={10} label="Fetching remittances." />
  if (asked.isError)
    return (
      <ErrorState
        failed="The remittances did not load."
        safe={`${problemIn(asked.error).title} Nothing was changed or posted.`}
        onAgain={() => void asked.refetch()}
      />
    )
  const rows = asked.data.pages.flatMap(({ items }) => items)
  if (rows.length === 0)
    return (
      <EmptyState title="No payer has paid yet">
        A remittance comes by itself when a claim is answered, or bring an 835 by hand.
      </EmptyState>
    )
  return (
    <>
      <Rows rows={rows} />
      {asked.hasNextPage && (
        <p className={styles.more}>
          <Button
            variant="default"
            onClick={() => void asked.fetchNextPage()}
            loading={asked.isFetchingNextPage}
          >
            Earlier remittances
          </Button>
        </p>
      )}
    </>
  )
}

/** What was paid last, in a sentence. */
const Lead = (): ReactNode => {
  const { data } = useInfiniteQuery(remittancesAsked)
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  const waiting = rows.filter(({ status }) => status === 'refused').length
  const [last] = rows
  if (last === undefined) return null
  return (
    <PageLead>
      {waiting === 0
        ? `All of them are posted. The last came ${weekDay(last.day)}.`
        : `${waiting === 1 ? 'One does' : `${waiting} do`} not balance and ${waiting === 1 ? 'waits' : 'wait'} for you.`}
    </PageLead>
  )
}

export const RemittancesPage = (): ReactNode => {
  useTitle('Remittances')
  return (
    <>
      <div className={styles.head}>
        <div>
          <PageTitle>Remittances</PageTitle>
          <Lead />
        </div>
        <BringFile />
      </div>
      <List />
    </>
  )
}
