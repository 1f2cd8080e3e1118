// What the pages of remittances ask of the server.
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { answerOf, ask } from '../api/ask.ts'
import type { components } from '../api/generated.api.ts'

type Schemas = components['schemas']
export type RemittanceRow = Schemas['RemittanceRow']
export type RemittanceRead = Schemas['Remittance']
export type RemittedClaim = RemittanceRead['claims'][number]
export type Unapplied = Schemas['UnappliedMoney']

export const remittancesAsked = infiniteQueryOptions({
  queryKey: ['remittances'],
  queryFn: ({ pageParam }) =>
    answerOf(
      ask.GET('/api/remit/remittances', {
        params: { query: { limit: 50, ...(pageParam === null ? {} : { after: pageParam }) } },
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

export const remittanceAsked = (id: string) =>
  queryOptions({
    queryKey: ['remittances', id],
    queryFn: () => answerOf(ask.GET('/api/remit/remittances/{id}', { params: { path: { id } } })),
  })

/** What came with it and found no claim. */
export const unappliedAsked = (remittance: string) =>
  queryOptions({
    queryKey: ['remittances', remittance, 'unapplied'],
    queryFn: async () =>
      (await answerOf(ask.GET('/api/posting/unapplied', { params: { query: { remittance, limit: 200 } } })))
        .items,
  })

/** What it moved on the bank's account, in cents; null where it has more entries than one page holds. */
export const bankedAsked = (remittance: string) =>
  queryOptions({
    queryKey: ['remittances', remittance, 'banked'],
    queryFn: async (): Promise<number | null> => {
      const { items, next } = await answerOf(
        ask.POST('/api/posting/entries/search', { body: { remittance, limit: 200 } }),
      )
      const lines = items.flatMap((entry) => entry.lines).filter(({ kind }) => kind === 'bank')
      return next === null
        ? lines.reduce((sum, { side, amount }) => sum + (side === 'debit' ? amount : -amount), 0)
        : null
    },
  })
