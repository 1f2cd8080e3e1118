// What the page of claims asks of the server.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { answerOf, ask } from '../api/ask.ts'
import type { ListName } from './lists.ts'

export const countsAsked = queryOptions({
  queryKey: ['claims', 'counts'],
  queryFn: () => answerOf(ask.GET('/api/claim/worklists')),
})

/** Far more than a person works through; what lies behind is told by its count. */
const most = 200

export const listAsked = (name: ListName) =>
  queryOptions({
    queryKey: ['claims', 'list', name],
    queryFn: () =>
      answerOf(
        ask.GET('/api/claim/worklists/{name}', { params: { path: { name }, query: { limit: most } } }),
      ),
  })

export const claimAsked = (id: string) =>
  queryOptions({
    queryKey: ['claims', 'one', id],
    queryFn: () => answerOf(ask.GET('/api/claim/claims/{id}', { params: { path: { id } } })),
  })

/** What stands open of an answered claim; owners and billers decide on it. */
export const openAsked = (id: string, isWanted: boolean) =>
  queryOptions({
    queryKey: ['claims', 'open', id],
    queryFn: () => answerOf(ask.GET('/api/posting/claims/{id}/open', { params: { path: { id } } })),
    enabled: isWanted,
  })

export const denialsAsked = queryOptions({
  queryKey: ['claims', 'denials'],
  queryFn: () => answerOf(ask.GET('/api/claim/denials')),
  placeholderData: keepPreviousData,
})
