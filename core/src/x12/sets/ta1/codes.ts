// The codes of a TA1: statuses in our own words, and the notes, whose sentences stand in syntax/faults.ts. Source: docs/sources.md 8.8.
import { type FaultCode, faultCodes } from '../../syntax/faults.ts'

type Fault = FaultCode extends infer Code ? (Code extends `TA1:${infer Note}` ? Note : never) : never

/** TA105: why. `000` is no error; the sentence of another note is that of `TA1:` and the note. */
export type InterchangeNote = '000' | Fault

export const interchangeNotes: readonly InterchangeNote[] = [
  '000',
  ...faultCodes.filter((code) => code.startsWith('TA1:')).map((code) => code.slice(4) as Fault),
]

/** TA104: what became of the interchange. */
export const interchangeStatusSentences = {
  A: 'The interchange was accepted.',
  E: 'The interchange was accepted, with errors noted.',
  R: 'The interchange was rejected: nothing in it was read.',
} as const

export type InterchangeStatus = keyof typeof interchangeStatusSentences

export const interchangeStatuses = Object.keys(interchangeStatusSentences) as readonly InterchangeStatus[]
