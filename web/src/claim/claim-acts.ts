// The acts on a claim, as requests to the server.
import { answerOf, ask } from '../api/ask.ts'

const of = (id: string, key: string) => ({ path: { id }, header: { 'idempotency-key': key } })

export const resendClaim = (id: string, reason: string | null, key: string) =>
  answerOf(
    ask.POST('/api/claim/claims/{id}/resend', {
      params: of(id, key),
      body: reason === null ? null : { unchanged: true, reason },
    }),
  )

/** With a reason, one that tells the payer what it rejected goes all the same. */
export const releaseClaim = (id: string, reason: string | null, key: string) =>
  answerOf(
    ask.POST('/api/claim/claims/{id}/release', {
      params: of(id, key),
      body: reason === null ? null : { unchanged: true, reason },
    }),
  )

export const withdrawClaim = (id: string, key: string) =>
  answerOf(ask.POST('/api/claim/claims/{id}/withdraw', { params: of(id, key) }))

export interface SentByHand {
  readonly version: number
  readonly channel: 'mail' | 'fax' | 'portal'
  readonly day: string
  readonly confirmation: string | null
}

export const saySentByHand = (id: string, said: SentByHand, key: string) =>
  answerOf(
    ask.POST('/api/claim/claims/{id}/sent-by-hand', {
      params: of(id, key),
      body: { ...said, sentAsItWas: false },
    }),
  )

/** Why an amount is given up; the server's list (core/posting `writeOffReasons`), in the words of the page. */
export const writeOffWords = {
  denied: 'Denied, and not appealed',
  'filed-too-late': 'Filed too late',
  'no-authorization': 'No authorization',
  'not-covered': 'Not covered',
  'cost-share-not-billable': 'Cost share that may not be billed',
  'reduced-by-payer': 'Reduced by the payer',
  hardship: 'The client cannot pay',
  'small-balance': 'Too small to pursue',
} as const

export type WriteOffReason = keyof typeof writeOffWords

export interface WriteOff {
  readonly amount: number
  readonly reason: WriteOffReason
  readonly says: string
}

export const writeOff = (id: string, { amount, reason, says }: WriteOff, key: string) =>
  answerOf(
    ask.POST('/api/posting/claims/{id}/write-off', {
      params: of(id, key),
      body: { amount, line: null, reason, ...(says === '' ? {} : { says }) },
    }),
  )

export interface ToClient {
  readonly amount: number
  readonly noticeSignedOn: string | null
}

export const askTheClient = (id: string, { amount, noticeSignedOn }: ToClient, key: string) =>
  answerOf(
    ask.POST('/api/posting/claims/{id}/to-client', {
      params: of(id, key),
      body: { amount, line: null, noticeSignedOn },
    }),
  )
