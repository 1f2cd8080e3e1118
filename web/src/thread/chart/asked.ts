// What a chart asks the server: its head, its sessions page by page, the last note, what the client paid.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, ask } from '../../api/ask.ts'

export const chartAsked = (clientId: string) =>
  queryOptions({
    queryKey: ['thread', 'chart', clientId],
    queryFn: () => answerOf(ask.GET('/api/thread/clients/{id}', { params: { path: { id: clientId } } })),
  })

const fetchSessions = (clientId: string, after: string | null) =>
  answerOf(
    ask.GET('/api/thread/clients/{id}/sessions', {
      params: { path: { id: clientId }, query: { limit: 10, ...(after === null ? {} : { after }) } },
    }),
  )

export type Chart = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof chartAsked>['queryFn']>>>>
export type ChartSession = Awaited<ReturnType<typeof fetchSessions>>['items'][number]

export const sessionsAsked = (clientId: string) =>
  infiniteQueryOptions({
    queryKey: ['thread', 'chart', clientId, 'sessions'],
    queryFn: ({ pageParam }) => fetchSessions(clientId, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const noteAsked = (noteId: string) =>
  queryOptions({
    queryKey: ['note', noteId],
    queryFn: () => answerOf(ask.GET('/api/note/notes/{id}', { params: { path: { id: noteId } } })),
  })

export const paymentsAsked = (clientId: string) =>
  queryOptions({
    queryKey: ['posting', 'payments', clientId],
    queryFn: () =>
      answerOf(ask.GET('/api/posting/clients/{id}/payments', { params: { path: { id: clientId } } })),
  })

export const clientAsked = (clientId: string) =>
  queryOptions({
    queryKey: ['people', 'client', clientId],
    queryFn: () => answerOf(ask.GET('/api/people/clients/{id}', { params: { path: { id: clientId } } })),
  })
