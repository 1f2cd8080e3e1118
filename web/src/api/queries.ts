// What was asked is kept while the page is open, and asked again when it may have changed.
import { QueryClient } from '@tanstack/react-query'
import { problemIn } from './problem.ts'

// What a person decides on is asked anew; only a server that did not answer is asked once more by itself.
const mayRetry = (times: number, fault: unknown): boolean => {
  const { kind } = problemIn(fault)
  return (kind === 'away' || kind === 'broken') && times < 1
}

export const makeQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // A machine without network still reaches a server of its own; whether one is there is told by asking it.
      queries: {
        networkMode: 'always',
        retry: mayRetry,
        retryDelay: 700,
        staleTime: 5_000,
        refetchOnWindowFocus: true,
      },
      // An act is repeated by a person, with the key it had.
      mutations: { networkMode: 'always', retry: false },
    },
  })
