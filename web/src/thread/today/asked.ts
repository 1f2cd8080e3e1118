// What Today asks the server: the day, what waits beside it, and the money that is expected.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, ask } from '../../api/ask.ts'

const everyFewMinutes = 300_000

const fetchDay = (day: string | undefined) =>
  answerOf(ask.GET('/api/thread/today', { params: { query: day === undefined ? {} : { day } } }))

export type DayShown = Awaited<ReturnType<typeof fetchDay>>
export type SessionToday = DayShown['items'][number]

/** A day; the practice's today where none is named. */
export const dayAsked = (day: string | undefined) =>
  queryOptions({
    queryKey: ['thread', 'today', day ?? null],
    queryFn: () => fetchDay(day),
    // Every look is kept in the trail; the page's own clock moves between looks, and a window that is come back to asks.
    refetchInterval: everyFewMinutes,
  })

const fetchWaiting = () => answerOf(ask.GET('/api/thread/waiting'))
export type Waiting = Awaited<ReturnType<typeof fetchWaiting>>
export type Unconfirmed = Waiting['unconfirmed']['items'][number]

export const waitingAsked = queryOptions({
  queryKey: ['thread', 'waiting'],
  queryFn: fetchWaiting,
  refetchInterval: everyFewMinutes,
  placeholderData: keepPreviousData,
})

const fetchExpected = () => answerOf(ask.GET('/api/payout/expected'))
export type ExpectedPay = Awaited<ReturnType<typeof fetchExpected>>

export const expectedAsked = queryOptions({
  queryKey: ['payout', 'expected'],
  queryFn: fetchExpected,
  refetchInterval: everyFewMinutes,
})
