// Beside the day: what needs a person, what nobody has confirmed, and the money that is expected.
import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMe } from '../../people/me.ts'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { type Waiting, expectedAsked } from './asked.ts'
import { MoneyExpected } from './money-expected.tsx'
import type { Needs } from './needs-you-words.ts'
import { NeedsYou } from './needs-you.tsx'
import { UnconfirmedSessions } from './unconfirmed.tsx'
import asideStyles from './aside.module.css'
import styles from './today.module.css'

export interface TodayAsideProps {
  readonly waiting: UseQueryResult<Waiting>
  readonly needs: Needs | null
  readonly today: string
  readonly onSay: (...sessionIds: readonly string[]) => void
}

const NotLoaded = ({ what, onAgain }: { readonly what: string; readonly onAgain: () => void }): ReactNode => (
  <p className={asideStyles.quiet}>
    {what} did not load. <TextLink onClick={onAgain}>Try again</TextLink>
  </p>
)

export const TodayAside = ({ waiting, needs, today, onSay }: TodayAsideProps): ReactNode => {
  const { role } = useMe()
  const isOwn = role === 'clinician'
  const expected = useQuery(expectedAsked)
  return (
    <aside className={styles.aside} aria-label="What waits">
      {needs !== null && <NeedsYou needs={needs} />}
      {waiting.data !== undefined && (
        <UnconfirmedSessions waiting={waiting.data.unconfirmed} saysWhose={!isOwn} onSay={onSay} />
      )}
      {waiting.isPending && <LoadingRows kind="lines" rows={8} label="Fetching what waits." />}
      {waiting.isError && waiting.data === undefined && (
        <NotLoaded what="What waits for you" onAgain={() => void waiting.refetch()} />
      )}
      {expected.data !== undefined && <MoneyExpected expected={expected.data} today={today} isOwn={isOwn} />}
      {expected.isError && expected.data === undefined && (
        <NotLoaded what="The money that is expected" onAgain={() => void expected.refetch()} />
      )}
    </aside>
  )
}
