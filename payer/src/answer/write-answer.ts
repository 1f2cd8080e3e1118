// What all of this payer's answers have in common: their envelope, their control numbers, and texts made fit to be sent back.
import type { Instant } from '@goldenthread/core/values/day.ts'
import type { Result } from '@goldenthread/core/values/result.ts'
import type { Envelope } from '@goldenthread/core/x12/syntax/write-interchange.ts'
import type { Isa } from './check-envelope.ts'
import type { AnswerFile, PayerState, PlanRules } from './plan.ts'

export type AnswerKind = 'ta1' | '999' | '277ca' | '835'

/** To whom and when an answer goes. */
export interface Address {
  readonly isa: Isa
  readonly rules: PlanRules
  readonly at: Instant
}

const largestControl = 999_999_999

/** Takes the next control number: every file of this payer has its own. */
export const takeControl = (state: PayerState): readonly [control: number, state: PayerState] => {
  const control = state.nextInterchangeControl
  return [control, { ...state, nextInterchangeControl: control >= largestControl ? 1 : control + 1 }]
}

/** The envelope of an answer: from this payer to whoever sent, in the usage it was sent in. */
export const envelopeOf = ({ isa, rules, at }: Address, control: number): Envelope => ({
  senderQualifier: rules.payer.interchangeQualifier,
  senderId: rules.payer.interchangeId,
  receiverQualifier: /^[0-9A-Z]{2}$/.test(isa[5] ?? '') ? (isa[5] ?? '') : 'ZZ',
  receiverId: isa[6] ?? '',
  usage: isa[15] === 'P' ? 'P' : 'T',
  interchangeControl: control,
  groupControl: control,
  at,
})

/** `000000071-999.x12`: files sort in the order they were written. */
export const answerName = (kind: AnswerKind, control: number): string =>
  `${String(control).padStart(9, '0')}-${kind}.x12`

/** A file of bytes that must have come out: this payer's answers are its own, so a refusal is a broken assumption. */
export const answerFile = (kind: AnswerKind, control: number, bytes: Result<Uint8Array>): AnswerFile => {
  if (bytes.ok) return { name: answerName(kind, control), bytes: bytes.value }
  const codes = bytes.findings.map(
    ({ code, place }) => `${code} ${place.kind === 'field' ? place.path : place.kind}`,
  )
  throw new Error(`the payer could not write its own ${kind}: ${codes.join(', ')}`)
}

// Control characters, and the delimiters of our answers: a file with other delimiters may hold them in its values.
const unwritable = /[\p{Cc}*^:~]/gu

/** A text given back as it came, as far as our own delimiters let it. */
export const writable = (text: string, longest: number): string =>
  text.replace(unwritable, ' ').trim().slice(0, longest).trimEnd()

/** The same under its key, or nothing when nothing is left of it. */
export const given = <K extends string>(
  key: K,
  text: string,
  longest: number,
): { readonly [P in K]?: string } => {
  const value = writable(text, longest)
  return (value === '' ? {} : { [key]: value }) as { readonly [P in K]?: string }
}
