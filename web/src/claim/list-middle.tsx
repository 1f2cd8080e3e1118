// The middle column: the claims of the chosen list, or that there are none, and why payers denied lately.
import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { problemIn } from '../api/problem.ts'
import { useMe } from '../people/me.ts'
import { shortDay } from '../ui/day-words.ts'
import { DenialBars } from '../ui/denial-bars.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorState } from '../ui/error-state.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { LoadingRows } from '../ui/loading-rows.tsx'
import { moneyText } from '../ui/money-text.ts'
import { linkClass } from '../ui/text-link.tsx'
import { SectionTitle } from '../ui/type.tsx'
import { nameOf } from './claim-words.ts'
import { type ListName, listNamed } from './lists.ts'
import { StuckFiles } from './stuck-files.tsx'
import { WorkTable } from './work-table.tsx'
import type { Denials, Work } from './work.ts'
import styles from './claim.module.css'

export interface ListMiddleProps {
  /** Null while it is not known which list to begin with. */
  readonly list: ListName | null
  readonly works: UseQueryResult<{ readonly items: readonly Work[]; readonly next: string | null }>
  readonly counts: UseQueryResult<{ readonly stuckBatches: number }>
  readonly denials: Denials | null
  readonly chosen: string | null
  readonly today: string
}

const Keys = (): ReactNode => (
  <p className={styles.keys}>
    <Kbd keys="J" /> <Kbd keys="K" /> move, <Kbd keys="Enter" /> open, <Kbd keys="A" /> do the next action
  </p>
)

const Empty = ({
  list,
  denials,
  today,
}: {
  readonly list: ListName
  readonly denials: Denials | null
  readonly today: string
}): ReactNode => {
  const navigate = useNavigate()
  const { empty, meaning } = listNamed(list)
  const won = list === 'denied' ? (denials?.lastWonBack ?? null) : null
  return (
    <EmptyState
      title={empty}
      knot="holds"
      actions={
        won !== null && (
          <Button
            variant="default"
            onClick={() => void navigate({ to: '/claims', search: { list, claim: won.claimId } })}
          >
            See what was done
          </Button>
        )
      }
    >
      {won === null
        ? meaning
        : `The last one, ${nameOf(won)} ${shortDay(won.day, today)}, was paid on ${shortDay(won.paidOn, today)}: ${moneyText(won.paid)}.`}
    </EmptyState>
  )
}

const Failed = ({ list, works, counts }: ListMiddleProps): ReactNode => {
  const problem = problemIn(works.error ?? counts.error)
  return (
    <ErrorState
      failed={
        list === null
          ? 'The lists did not load.'
          : `The ${listNamed(list).title.toLowerCase()} list did not load.`
      }
      safe={`${problem.title} Nothing was changed or sent.`}
      againLabel="Load again"
      onAgain={() => {
        void counts.refetch()
        if (list !== null) void works.refetch()
      }}
    />
  )
}

const Rows = (props: ListMiddleProps): ReactNode => {
  const { list, works, counts, denials, chosen, today } = props
  if ((list !== null && works.isError) || (list === null && counts.isError))
    return (
      <div className={styles.pad}>
        <Failed {...props} />
      </div>
    )
  if (list === null || works.data === undefined)
    return (
      <div className={styles.pad}>
        <LoadingRows kind="table" rows={6} label="Fetching the claims." />
      </div>
    )
  const { items, next } = works.data
  if (items.length === 0)
    return (
      <div className={styles.pad}>
        <Empty list={list} denials={denials} today={today} />
      </div>
    )
  return (
    <>
      <WorkTable
        label={`${listNamed(list).title} claims`}
        list={list}
        works={items}
        chosen={chosen}
        today={today}
      />
      {next !== null && (
        <p className={styles.keys}>
          These are the {items.length} nearest; more follow when some of them are done.
        </p>
      )}
      <Keys />
    </>
  )
}

export const ListMiddle = (props: ListMiddleProps): ReactNode => {
  const { list, denials, counts } = props
  const { role } = useMe()
  const hasBars = list === 'denied' && denials !== null && denials.reasons.length > 0
  return (
    <div className={styles.middle}>
      <div className={styles.back}>
        <Link to="/claims" search={{}} className={linkClass}>
          All lists
        </Link>
      </div>
      {role !== 'clinician' && <StuckFiles count={counts.data?.stuckBatches ?? 0} />}
      <div className={styles.head}>
        <SectionTitle>{list === null ? 'Claims that wait' : listNamed(list).title}</SectionTitle>
        <span className={styles.order}>Nearest deadline first</span>
      </div>
      <Rows {...props} />
      {hasBars && (
        <div className={styles.bars}>
          <DenialBars
            title="Denied in the last 90 days, by reason"
            rows={denials.reasons.map(({ label, claims, unpaid }) => ({
              says: label,
              count: claims,
              cents: unpaid,
            }))}
          />
        </div>
      )}
    </div>
  )
}
