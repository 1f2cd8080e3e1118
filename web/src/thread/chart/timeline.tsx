// A client's sessions along their thread, newest first; each opens its wrap-up, or its claim for who reads no notes.
import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { problemIn } from '../../api/problem.ts'
import { useMe } from '../../people/me.ts'
import { clockWords, shortDay } from '../../ui/day-words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Section } from '../../ui/section.tsx'
import { Thread } from '../../ui/thread.tsx'
import { VerticalThread } from '../../ui/vertical-thread.tsx'
import { linksShown } from '../today/session-words.ts'
import { type Chart, type ChartSession, sessionsAsked } from './asked.ts'
import { bodyOf, knotOf, titleOf } from './chart-words.ts'
import styles from './chart.module.css'

const Title = ({
  session,
  number,
}: {
  readonly session: ChartSession
  readonly number: number
}): ReactNode => {
  const { role } = useMe()
  const title = titleOf(session, number)
  if (role !== 'biller')
    return (
      <Link to="/sessions/$sessionId" params={{ sessionId: session.id }} className={styles.open}>
        {title}
      </Link>
    )
  if (session.claim === null) return title
  return (
    <Link to="/claims" search={{ claim: session.claim.id }} className={styles.open}>
      {title}
    </Link>
  )
}

/** Each with its number among those that took place, counted down from `count`. */
const numbered = (sessions: readonly ChartSession[], count: number) => {
  let next = count
  return sessions.map((session) => ({
    session,
    number: session.status === 'confirmed' ? next-- : next,
  }))
}

const isMissed = ({ status }: ChartSession): boolean => status !== 'confirmed' && status !== 'scheduled'

const Steps = ({
  sessions,
  chart,
}: {
  readonly sessions: readonly ChartSession[]
  readonly chart: Chart
}) => (
  <VerticalThread
    label="Sessions, newest first"
    steps={numbered(sessions, chart.sessions).map(({ session, number }) => ({
      id: session.id,
      state: knotOf(session),
      title: <Title session={session} number={number} />,
      side: <time dateTime={session.day}>{shortDay(session.day, chart.today)}</time>,
      body:
        session.status === 'scheduled' ? `${clockWords(session.start)}. ${bodyOf(session)}` : bodyOf(session),
      ...(isMissed(session) ? {} : { end: <Thread links={linksShown(session)} size="small" /> }),
    }))}
  />
)

export const Timeline = ({ chart }: { readonly chart: Chart }): ReactNode => {
  const asked = useInfiniteQuery(sessionsAsked(chart.id))
  const sessions = asked.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Section title="Along the thread">
      {asked.isPending && <LoadingRows kind="lines" rows={8} label="Fetching the sessions." />}
      {asked.isError && sessions.length === 0 && (
        <ErrorState
          failed="The sessions did not load."
          safe={`${problemIn(asked.error).title} Nothing was changed.`}
          onAgain={() => void asked.refetch()}
        />
      )}
      {asked.isSuccess && sessions.length === 0 && (
        <EmptyState title="No session yet">
          The first one stands here once it is planned or recorded.
        </EmptyState>
      )}
      {sessions.length > 0 && <Steps sessions={sessions} chart={chart} />}
      {asked.hasNextPage && (
        <Button
          variant="default"
          size="sm"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          Show earlier sessions
        </Button>
      )}
    </Section>
  )
}
