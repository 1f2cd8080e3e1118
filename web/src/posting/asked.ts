// What the ledger's pages ask of the server.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, ask } from '../api/ask.ts'
import type { components } from '../api/generated.api.ts'
import type { LedgerSearch } from './ledger-search.ts'

type Schemas = components['schemas']
export type EntryRead = Schemas['Entry']
export type AccountRead = Schemas['AccountBalance']
export type TrialBalance = Schemas['TrialBalance']
export type PaymentRead = Schemas['ClientPayment']

/** An account by its kind and whose it is; it stands in no address. */
export type OfAccount = Pick<AccountRead, 'kind' | 'party' | 'label' | 'partyName'>

export const entriesAsked = (of: LedgerSearch, account: OfAccount | null) =>
  infiniteQueryOptions({
    queryKey: ['entries', of, account?.kind ?? null, account?.party ?? null],
    queryFn: ({ pageParam }) =>
      answerOf(
        ask.POST('/api/posting/entries/search', {
          body: {
            ...of,
            ...(account === null ? {} : { kind: account.kind }),
            ...(account === null || account.party === '' ? {} : { party: account.party }),
            ...(pageParam === null ? {} : { after: pageParam }),
            limit: 40,
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const accountsAsked = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => answerOf(ask.GET('/api/posting/accounts')),
})

export const paymentsAsked = (clientId: string) =>
  queryOptions({
    queryKey: ['client-payments', clientId],
    queryFn: async () =>
      (await answerOf(ask.GET('/api/posting/clients/{id}/payments', { params: { path: { id: clientId } } })))
        .items,
  })

/** The links of a session's thread. */
export const linksAsked = (sessionId: string) =>
  queryOptions({
    queryKey: ['cases', sessionId, 'links'],
    queryFn: async () =>
      (await answerOf(ask.GET('/api/thread/cases/{id}', { params: { path: { id: sessionId } } }))).links,
  })
