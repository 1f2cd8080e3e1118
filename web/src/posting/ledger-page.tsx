// The ledger: every entry with its debits and credits, of the practice or of one session, client, claim, remittance.
import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { problemIn } from '../api/problem.ts'
import { useMe } from '../people/me.ts'
import { countWord } from '../ui/day-words.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { linkClass } from '../ui/text-link.tsx'
import { Thread } from '../ui/thread.tsx'
import { ObjectTitle } from '../ui/type.tsx'
import { useTitle } from '../ui/use-title.ts'
import { type EntryRead, type OfAccount, entriesAsked, linksAsked } from './asked.ts'
import { Balances } from './balances.tsx'
import { ClientPayments } from './client-payments.tsx'
import { EntriesTable } from './entries-table.tsx'
import type { LedgerSearch } from './ledger-search.ts'
import { accountWords, sessionTitle } from './ledger-words.ts'
import { MoneyHead } from './money-head.tsx'
import styles from './money.module.css'

const titleOf = (of: LedgerSearch, account: OfAccount | null, entries: readonly EntryRead[]): string => {
  if (account !== null) return accountWords(account)
  const [first] = entries
  if (of.session !== undefined || of.claim !== undefined) return sessionTitle(entries) ?? 'This session'
  if (of.client !== undefined)
    return (
      entries.find(({ clientName }) => clientName !== null)?.clientName ??
      entries.flatMap(({ lines }) => lines).find(({ party }) => party === of.client)?.partyName ??
      'This client'
    )
  if (of.remittance !== undefined) return `835, trace ${first?.trace ?? ''}`
  return 'Every entry'
}

const SessionThread = ({ sessionId }: { readonly sessionId: string }): ReactNode => {
  // A session's thread is for those who may read the session.
  const mayRead = useMe().role !== 'biller'
  const links = useQuery({ ...linksAsked(sessionId), enabled: mayRead }).data
  return links === undefined ? null : <Thread links={links} size="header" />
}

interface HeadProps {
  readonly of: LedgerSearch
  readonly account: OfAccount | null
  readonly entries: readonly EntryRead[]
  readonly more: boolean
  readonly onAll: () => void
}

const EntriesHead = ({ of, account, entries, more, onAll }: HeadProps): ReactNode => {
  const many = `${countWord(entries.length)}${more ? ' newest' : ''} ${entries.length === 1 ? 'entry' : 'entries'}`
  const isAll = account === null && Object.keys(of).length === 0
  return (
    <div className={styles.head}>
      <div>
        <ObjectTitle>{titleOf(of, account, entries)}</ObjectTitle>
        <p className={styles.lead}>
          {many}. Each one balances; none can be edited, only reversed.{' '}
          {!isAll && (
            <Link to="/money/ledger" className={linkClass} onClick={onAll}>
              Every entry
            </Link>
          )}
        </p>
      </div>
      {of.session !== undefined && account === null && <SessionThread sessionId={of.session} />}
    </div>
  )
}

interface EntriesProps {
  readonly of: LedgerSearch
  readonly account: OfAccount | null
  readonly onAll: () => void
}

const Entries = ({ of, account, onAll }: EntriesProps): ReactNode => {
  const asked = useInfiniteQuery(entriesAsked(account === null ? of : {}, account))
  if (asked.isPending) return <LoadingRows kind="table" rows={12} label="Fetching the entries." />
  if (asked.isError)
    return (
      <ErrorState
        failed="The entries did not load."
        safe={`${problemIn(asked.error).title} Nothing was changed.`}
        onAgain={() => void asked.refetch()}
      />
    )
  const newest = asked.data.pages.flatMap(({ items }) => items)
  if (newest.length === 0)
    return (
      <>
        {of.client !== undefined && <ClientPayments clientId={of.client} entries={[]} />}
        <EmptyState title="Nothing was posted here yet">
          An entry is made when a claim is filed, a client pays, a payer answers or a provider is paid.
        </EmptyState>
      </>
    )
  // One session is read as it happened; a list that goes on begins with what is new.
  const asItHappened = of.session !== undefined && account === null && !asked.hasNextPage
  return (
    <>
      <EntriesHead of={of} account={account} entries={newest} more={asked.hasNextPage} onAll={onAll} />
      {of.client !== undefined && account === null && (
        <ClientPayments clientId={of.client} entries={newest} />
      )}
      <EntriesTable
        entries={asItHappened ? newest.toReversed() : newest}
        withClient={of.session === undefined && of.client === undefined}
      />
      {asked.hasNextPage && (
        <p>
          <Button
            variant="default"
            loading={asked.isFetchingNextPage}
            onClick={() => void asked.fetchNextPage()}
          >
            Earlier entries
          </Button>
        </p>
      )}
    </>
  )
}

export const LedgerPage = (): ReactNode => {
  useTitle('Ledger')
  const of = useSearch({ from: '/inside/money/ledger' })
  const [account, setAccount] = useState<OfAccount | null>(null)
  return (
    <>
      <MoneyHead />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Entries of={of} account={account} onAll={() => setAccount(null)} />
        </div>
        <Balances chosen={account} onChoose={setAccount} />
      </div>
    </>
  )
}
