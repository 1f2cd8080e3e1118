// The left column: each list with its count and its money, and how much of what is sent goes through at once.
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { zoneOf, useMe } from '../people/me.ts'
import { clockText } from '../people/clock-text.ts'
import { Amount } from '../ui/amount.tsx'
import { ChoiceList } from '../ui/choice-list.tsx'
import { PageTitle } from '../ui/type.tsx'
import {
  type Counted,
  type ListName,
  cleanShare,
  countOf,
  isUnpriced,
  shownLists,
  stuckCents,
} from './lists.ts'
import type { Denials } from './work.ts'
import styles from './claim.module.css'

export interface ClaimListsProps {
  /** Null while they are asked for, or were not answered. */
  readonly counts: readonly Counted[] | null
  readonly chosen: ListName | null
  /** Null while it is being asked, or was not answered. */
  readonly denials: Denials | null
}

const underOf = (under: string, { leavesAt }: Counted, zone: string | undefined): string =>
  leavesAt === null ? under : `leaves at ${clockText(Date.parse(leavesAt), zone)}`

const AtStake = ({ count }: { readonly count: Counted }): ReactNode =>
  isUnpriced(count) ? 'not priced' : <Amount cents={count.atStake} />

export const ClaimLists = ({ counts, chosen, denials }: ClaimListsProps): ReactNode => {
  const navigate = useNavigate()
  const zone = zoneOf(useMe())
  const share = denials === null ? null : cleanShare(denials)
  return (
    <div className={styles.lists}>
      <PageTitle>Claims</PageTitle>
      <ChoiceList
        label="Lists of claims"
        chosen={chosen}
        onChoose={(list) => void navigate({ to: '/claims', search: { list } })}
        choices={shownLists(counts ?? [], chosen).map(({ name, title, under }) => {
          const count = countOf(counts ?? [], name)
          return {
            id: name,
            href: `/claims?list=${name}`,
            title,
            under: underOf(under, count, zone),
            end: counts === null ? '' : count.claims,
            endUnder: counts === null ? '' : <AtStake count={count} />,
          }
        })}
      />
      <div className={styles.foot}>
        {counts !== null && (
          <p>
            <b>
              <Amount cents={stuckCents(counts)} />
            </b>{' '}
            is stuck: rejected, denied, underpaid, overdue.
          </p>
        )}
        {share !== null && (
          <p title="Claims sent for the first time that nobody rejected and no payer denied">
            Clean claims, last 90 days: <b>{share}</b>
          </p>
        )}
      </div>
    </div>
  )
}
