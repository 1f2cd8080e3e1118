// The claims of a list, the nearest deadline first: whose, why, what is at stake, how many days are left.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Amount } from '../ui/amount.tsx'
import { DataTable, numberClass, rowLinkClass, strongClass } from '../ui/data-table.tsx'
import { shortDay } from '../ui/day-words.ts'
import { dueWords, nameOf, reasonOf, underReason } from './claim-words.ts'
import type { ListName } from './lists.ts'
import { type Standing, type Work, standingOf } from './work.ts'
import styles from './claim.module.css'

/** What a list says of the claims in it, where the claim alone does not. */
const standingIn = (list: ListName, { claim, atStake }: Work): Standing =>
  list === 'denied' || list === 'underpaid' || list === 'unclear' ? list : standingOf(claim, atStake, null)

export const rowId = (claimId: string): string => `claim-${claimId}`

interface RowProps {
  readonly list: ListName
  readonly work: Work
  readonly isChosen: boolean
  readonly today: string
}

const Row = ({ list, work, isChosen, today }: RowProps): ReactNode => {
  const { claim, codes, atStake } = work
  const standing = standingIn(list, work)
  const due = dueWords(work.due)
  return (
    <tr aria-current={isChosen || undefined}>
      <td>
        <Link
          to="/claims"
          search={{ list, claim: claim.id }}
          className={rowLinkClass}
          id={rowId(claim.id)}
          resetScroll={false}
        >
          {nameOf(claim)}
        </Link>
        <span className={styles.under}>{[shortDay(claim.day, today), ...codes].join(', ')}</span>
        <span className={styles.reasonUnder}>{reasonOf(claim, standing, today)}</span>
      </td>
      <td className={styles.reason}>
        {reasonOf(claim, standing, today)}
        <span className={styles.under}>{underReason(claim, standing)}</span>
      </td>
      <td className={`${numberClass} ${strongClass}`}>
        {atStake === null ? <span className={styles.under}>not priced</span> : <Amount cents={atStake} />}
      </td>
      <td className={`${numberClass} ${due.soon ? styles.soon : ''}`}>
        {due.left}
        {due.under !== '' && <span className={styles.under}>{due.under}</span>}
      </td>
    </tr>
  )
}

export interface WorkTableProps {
  readonly label: string
  readonly list: ListName
  readonly works: readonly Work[]
  readonly chosen: string | null
  readonly today: string
}

export const WorkTable = ({ label, list, works, chosen, today }: WorkTableProps): ReactNode => (
  <DataTable label={label} inset>
    <thead>
      <tr>
        <th scope="col">Client</th>
        <th scope="col" className={styles.reason}>
          Reason
        </th>
        <th scope="col" className={numberClass}>
          At stake
        </th>
        <th scope="col" className={numberClass}>
          Days left
        </th>
      </tr>
    </thead>
    <tbody>
      {works.map((work) => (
        <Row key={work.claim.id} list={list} work={work} isChosen={work.claim.id === chosen} today={today} />
      ))}
    </tbody>
  </DataTable>
)
