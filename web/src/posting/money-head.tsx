// The head of the money pages: their title and the way between them.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMe } from '../people/me.ts'
import { PageTitle } from '../ui/type.tsx'
import styles from './money.module.css'

/** Whether one keeps the books: a clinician sees their own pay and no ledger. */
export const useKeepsBooks = (): boolean => useMe().role !== 'clinician'

export const MoneyHead = (): ReactNode => {
  const keepsBooks = useKeepsBooks()
  return (
    <>
      <PageTitle>Money</PageTitle>
      <nav aria-label="Money" className={styles.tabs}>
        <Link to="/money" activeOptions={{ exact: true, includeSearch: false }} className={styles.tab ?? ''}>
          Payouts
        </Link>
        {keepsBooks && (
          <Link to="/money/ledger" activeOptions={{ includeSearch: false }} className={styles.tab ?? ''}>
            Ledger
          </Link>
        )}
      </nav>
    </>
  )
}
