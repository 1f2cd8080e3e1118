// The codes of a 999: statuses in our own words, and the faults, whose sentences stand in syntax/faults.ts. Source: docs/sources.md 8.8.
import { type FaultCode, faultCodes } from '../../syntax/faults.ts'

type After<Prefix extends string> = FaultCode extends infer Code
  ? Code extends `${Prefix}${infer Rest}`
    ? Rest
    : never
  : never

/** IK304: what is wrong with a segment. Its sentence is that of `999:IK3:` and the code. */
export type SegmentFault = After<'999:IK3:'>
/** IK403: what is wrong with an element. Its sentence is that of `999:IK4:` and the code. */
export type ElementFault = After<'999:IK4:'>
/** IK502 to IK506: what is wrong with a transaction set. Its sentence is that of `999:IK5:` and the code. */
export type SetFault = After<'999:IK5:'>
/** AK905 to AK909: what is wrong with a functional group. Its sentence is that of `999:AK9:` and the code. */
export type GroupFault = After<'999:AK9:'>

const after = <const Prefix extends string>(prefix: Prefix): readonly After<Prefix>[] =>
  faultCodes
    .filter((code) => code.startsWith(prefix))
    .map((code) => code.slice(prefix.length) as After<Prefix>)

export const segmentFaults = after('999:IK3:')
export const elementFaults = after('999:IK4:')
export const setFaults = after('999:IK5:')
export const groupFaults = after('999:AK9:')

/** IK501: what became of a transaction set. */
export const setStatusSentences = {
  A: 'The set was accepted.',
  E: 'The set was accepted, with errors noted.',
  M: 'The set was rejected: its authentication code did not hold.',
  R: 'The set was rejected.',
  W: 'The set was rejected: its assurance did not hold.',
  X: 'The set was rejected: its content could not be decrypted.',
} as const

/** AK901: what became of a functional group. */
export const groupStatusSentences = {
  A: 'The group was accepted.',
  E: 'The group was accepted, with errors noted.',
  M: 'The group was rejected: its authentication code did not hold.',
  P: 'The group was accepted in part: at least one set was rejected.',
  R: 'The group was rejected.',
  W: 'The group was rejected: its assurance did not hold.',
  X: 'The group was rejected: its content could not be decrypted.',
} as const

export type SetStatus = keyof typeof setStatusSentences
export type GroupStatus = keyof typeof groupStatusSentences

export const setStatuses = Object.keys(setStatusSentences) as readonly SetStatus[]
export const groupStatuses = Object.keys(groupStatusSentences) as readonly GroupStatus[]

/** True when the set went on to the payer's claims system: A and E did. */
export const isSetAccepted = (status: SetStatus): boolean => status === 'A' || status === 'E'
