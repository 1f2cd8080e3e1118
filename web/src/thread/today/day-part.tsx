// The day itself in its four states: there, empty, on its way, and kept from before while the server is lost.
import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { problemIn } from '../../api/problem.ts'
import { clockText } from '../../people/clock-text.ts'
import { useMe, zoneOf } from '../../people/me.ts'
import { useSitting } from '../../people/use-sitting.ts'
import { clockWords, countWord, nameOfDay, weekDay } from '../../ui/day-words.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ErrorState } from '../../ui/error-state.tsx'
import { LoadingRows } from '../../ui/loading-rows.tsx'
import { Notice } from '../../ui/notice.tsx'
import { addDays, type Day } from '@goldenthread/core/values/day.ts'
import type { DayShown, SessionToday, Waiting } from './asked.ts'
import { DayList, DayNames } from './day-list.tsx'
import styles from './today.module.css'

export interface DayPartProps {
  readonly shown: UseQueryResult<DayShown>
  readonly waiting: Waiting | undefined
  readonly now: number
  readonly own: (session: SessionToday) => boolean
  readonly opensNotes: boolean
  readonly onSay: (...sessionIds: readonly string[]) => void
}

const Lost = ({ since, onAgain }: { readonly since: number; readonly onAgain: () => void }): ReactNode => (
  <div className={styles.lost}>
    <Notice
      kind="needs-you"
      title={`The server has not answered since ${clockText(since, zoneOf(useMe()))}.`}
      action={
        <Button variant="default" onClick={onAgain}>
          Try now
        </Button>
      }
    >
      You can go on writing: notes are kept on this machine and go up when it answers. Signing waits until
      then.
    </Notice>
  </div>
)

/** `Friday at 9:00` within a week, else `Thu, Dec 3 at 9:00`. */
const nextWords = ({ next, day }: DayShown): string => {
  if (next === null) return 'Nothing is planned after it.'
  const on = next.day <= addDays(day as Day, 6) ? nameOfDay(next.day) : weekDay(next.day)
  return `The next one is ${next.client.name}, ${on} at ${clockWords(next.start)}.`
}

const EmptyDay = ({
  shown,
  waiting,
  onSay,
}: Pick<DayPartProps, 'waiting' | 'onSay'> & { readonly shown: DayShown }): ReactNode => {
  const older = waiting?.unconfirmed.items ?? []
  const count = countWord(older.length)
  return (
    <EmptyState
      title="A day with no sessions"
      align="middle"
      {...(older.length === 0
        ? {}
        : {
            actions: (
              <Button onClick={() => onSay(...older.map(({ id }) => id))}>
                {older.length === 1 ? 'Confirm it' : `Confirm the ${count.toLowerCase()}`}
              </Button>
            ),
          })}
    >
      {nextWords(shown)}
      {older.length > 0 &&
        ` ${count} older ${older.length === 1 ? 'session still waits' : 'sessions still wait'} to be confirmed.`}
    </EmptyState>
  )
}

export const DayPart = ({ shown, waiting, now, own, opensNotes, onSay }: DayPartProps): ReactNode => {
  const { awaySince } = useSitting()
  const again = (): void => void shown.refetch()
  const { data } = shown
  return (
    <div className={styles.list}>
      {awaySince !== null && data !== undefined && <Lost since={awaySince} onAgain={again} />}
      {data === undefined && shown.isError && (
        <ErrorState
          failed="Your day did not load."
          safe={`${problemIn(shown.error).title} Nothing was changed or sent.`}
          onAgain={again}
        />
      )}
      {data === undefined && !shown.isError && (
        <>
          <DayNames />
          <LoadingRows kind="day" rows={7} label="Fetching your day." />
        </>
      )}
      {data !== undefined && data.items.length === 0 && (
        <EmptyDay shown={data} waiting={waiting} onSay={onSay} />
      )}
      {data !== undefined && data.items.length > 0 && (
        <DayList items={data.items} now={now} own={own} opensNotes={opensNotes} onSay={onSay} />
      )}
    </div>
  )
}
