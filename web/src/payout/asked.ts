// What the payout page asks of the server.
import { queryOptions } from '@tanstack/react-query'
import { answerOf, ask } from '../api/ask.ts'
import type { components } from '../api/generated.api.ts'

export type PayStatement = components['schemas']['PayStatement']
export type PaySheet = components['schemas']['PaySheet']
export type SessionPay = PaySheet['sessions'][number]

/** Of everybody whom one may see: a clinician of themselves. */
export const statementsAsked = queryOptions({
  queryKey: ['pay-statements'],
  queryFn: async () => (await answerOf(ask.GET('/api/payout/statements'))).items,
})
