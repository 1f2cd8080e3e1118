// Today: the sessions of a day along their thread, and beside them what needs a person and the money that comes.
import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, lazy, useState } from 'react'
import { useMe, zoneOf } from '../people/me.ts'
import { useSitting } from '../people/use-sitting.ts'
import { useKeys } from '../ui/use-keys.ts'
import { useTitle } from '../ui/use-title.ts'
import { TodayAside } from './today/aside.tsx'
import { type SessionToday, dayAsked, waitingAsked } from './today/asked.ts'
import { DayPart } from './today/day-part.tsx'
import { DayHead, NeedsBanner } from './today/day-head.tsx'
import { DayNav } from './today/day-nav.tsx'
import { needsOf } from './today/needs-you-words.ts'
import { raisedOf } from './today/place-in-day.ts'
import { dayOf } from './today/sentence.ts'
import { useNow } from './today/use-now.ts'
import styles from './today/today.module.css'

// The day is there before what is done on it.
const ConfirmSheet = lazy(async () => ({
  default: (await import('../session/confirm-sheet.tsx')).ConfirmSheet,
}))
const UnplannedSheet = lazy(async () => ({
  default: (await import('../session/unplanned-sheet.tsx')).UnplannedSheet,
}))

const route = getRouteApi('/inside/')

/** Sessions to say something of, one after the other. */
const useSaying = () => {
  const queries = useQueryClient()
  const [queue, setQueue] = useState<readonly string[]>([])
  return {
    current: queue[0] ?? null,
    say: (...ids: readonly string[]) => setQueue(ids),
    close: () => setQueue([]),
    done: () => {
      setQueue((rest) => rest.slice(1))
      void queries.invalidateQueries({ queryKey: ['thread'] })
      void queries.invalidateQueries({ queryKey: ['payout', 'expected'] })
    },
  }
}

export const TodayPage = (): ReactNode => {
  useTitle('Today')
  const me = useMe()
  const now = useNow()
  const go = useNavigate()
  const { day: asked } = route.useSearch()
  const shown = useQuery(dayAsked(asked))
  const waiting = useQuery(waitingAsked)
  const { awaySince } = useSitting()
  const saying = useSaying()
  const [isRecording, setRecording] = useState(false)
  const today = shown.data?.today ?? dayOf(new Date(now).toISOString(), zoneOf(me))
  const day = shown.data?.day ?? asked ?? today
  const opensNotes = me.role !== 'biller'
  const own = (session: Pick<SessionToday, 'provider'>): boolean =>
    opensNotes && session.provider.id === me.providerId
  const raised = shown.data === undefined ? null : raisedOf(shown.data.items, now, own)
  const needs = waiting.data === undefined ? null : needsOf(waiting.data, today, opensNotes)
  const openRaised = (): void => {
    if (raised !== null) void go({ to: '/sessions/$sessionId', params: { sessionId: raised.id } })
  }
  useKeys(raised === null ? [] : [{ keys: 'W', does: 'Wrap up the session that waits', run: openRaised }])
  return (
    <div className={styles.page}>
      <DayHead
        day={day}
        shown={shown.data}
        now={now}
        own={own}
        isAway={awaySince !== null && shown.data !== undefined}
        failed={shown.isError}
      />
      <div className={styles.tools}>
        <DayNav day={day} today={today} />
        {opensNotes && (
          <Button variant="default" onClick={() => setRecording(true)}>
            Record an unplanned session
          </Button>
        )}
      </div>
      {needs !== null && needs.count > 0 && <NeedsBanner count={needs.count} />}
      <DayPart
        shown={shown}
        waiting={waiting.data}
        now={now}
        own={own}
        opensNotes={opensNotes}
        onSay={saying.say}
      />
      <TodayAside waiting={waiting} needs={needs} today={today} onSay={saying.say} />
      <Suspense>
        {saying.current !== null && (
          <ConfirmSheet
            key={saying.current}
            sessionId={saying.current}
            opensNotes={opensNotes}
            onClose={saying.close}
            onDone={saying.done}
          />
        )}
        {isRecording && <UnplannedSheet onClose={() => setRecording(false)} />}
      </Suspense>
    </div>
  )
}
