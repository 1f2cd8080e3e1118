// What the server finds for the palette: clients by name, their claims, claims by number, the sessions of today.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { components } from '../api/generated.api.ts'
import { answerOf, ask } from '../api/ask.ts'
import { numberTyped } from './palette-entries.ts'

export type ClientFound = components['schemas']['ClientRecord']
export type ClaimFound = Awaited<ReturnType<typeof claimsWith>>[number]
export type SessionFound = Awaited<ReturnType<typeof sessionsOfToday>>[number]

const most = 5

const sessionsOfToday = async () =>
  (await answerOf(ask.GET('/api/thread/today', { params: { query: {} } }))).items

const clientsNamed = async (begins: string) =>
  (await answerOf(ask.POST('/api/people/clients/search', { body: { begins, limit: most } }))).items

const claimsWith = async (query: { readonly number?: string; readonly client?: string }) =>
  (await answerOf(ask.GET('/api/claim/claims', { params: { query: { ...query, limit: most } } }))).items

/** A name in a query's key stays in this tab's memory; it never stands in an address. */
export const useFound = (typed: string) => {
  const name = typed.trim()
  const number = numberTyped(name)
  const today = useQuery({ queryKey: ['palette', 'today'], queryFn: sessionsOfToday, staleTime: 30_000 })
  const clients = useQuery({
    queryKey: ['palette', 'clients', name],
    queryFn: () => clientsNamed(name),
    enabled: name.length >= 2,
    placeholderData: keepPreviousData,
  })
  const first = name.length >= 2 && clients.data?.length === 1 ? clients.data[0] : undefined
  const claims = useQuery({
    queryKey: ['palette', 'claims', number ?? first?.id ?? null],
    queryFn: () => claimsWith(number === null ? { client: first?.id ?? '' } : { number }),
    enabled: number !== null || first !== undefined,
  })
  const isLooking = name.length >= 2 && (clients.isFetching || claims.isFetching)
  return {
    isLooking,
    failed: clients.isError || claims.isError,
    today: today.data ?? [],
    clients: name.length >= 2 ? (clients.data ?? []) : [],
    claims: number === null && first === undefined ? [] : (claims.data ?? []),
  }
}
