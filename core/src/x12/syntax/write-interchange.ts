// The writer of envelopes: ISA of 106 characters, GS, GE, IEA, with the counts and control numbers worked out.
import type { Instant } from '../../values/day.ts'
import type { Finding } from '../../values/finding.ts'
import { type Result, refused } from '../../values/result.ts'
import { type FaultCode, fault } from './faults.ts'
import { type Layout, type WrittenSegment, usualLayout, writeSegments } from './write.ts'

/** Who sends to whom, under which numbers, and when. `at` is written as it stands, in UTC. */
export interface Envelope {
  readonly senderQualifier: string
  readonly senderId: string
  readonly receiverQualifier: string
  readonly receiverId: string
  /** T is a test, P is production. */
  readonly usage: 'T' | 'P'
  /** ISA13, 1 to 999999999. */
  readonly interchangeControl: number
  /** GS06 of the first group; each further group has the next number. */
  readonly groupControl: number
  readonly at: Instant
  /** GS02 and GS03; the ids of the interchange unless told. */
  readonly applicationSender?: string
  readonly applicationReceiver?: string
  /** ISA14: asks for a TA1. False unless told. */
  readonly wantsAcknowledgment?: boolean
}

/** A functional group: GS01, GS08 and its sets, each from ST to SE as `writeSet` gives it. */
export interface WrittenGroup {
  readonly functional: string
  readonly version: string
  readonly sets: readonly (readonly WrittenSegment[])[]
}

export interface WrittenInterchange {
  readonly envelope: Envelope
  readonly groups: readonly WrittenGroup[]
  /** TA1 segments, before the first group. */
  readonly acknowledgments?: readonly WrittenSegment[]
}

const largestControl = 999_999_999
const compact = (at: Instant): { day: string; time: string } => ({
  day: at.slice(0, 10).replaceAll('-', ''),
  time: at.slice(11, 16).replace(':', ''),
})

const isaOf = (envelope: Envelope, layout: Layout): WrittenSegment => {
  const { day, time } = compact(envelope.at)
  const { component, repetition } = layout.delimiters
  // biome-ignore format: the elements of an ISA are read in pairs, each qualifier beside what it qualifies.
  return [
    'ISA', '00', ' '.repeat(10), '00', ' '.repeat(10),
    envelope.senderQualifier, envelope.senderId.padEnd(15),
    envelope.receiverQualifier, envelope.receiverId.padEnd(15),
    day.slice(2), time, repetition === null ? 'U' : String.fromCharCode(repetition), '00501',
    String(envelope.interchangeControl).padStart(9, '0'),
    envelope.wantsAcknowledgment === true ? '1' : '0', envelope.usage, String.fromCharCode(component),
  ]
}

const groupOf = (group: WrittenGroup, envelope: Envelope, control: number): readonly WrittenSegment[] => {
  const { day, time } = compact(envelope.at)
  const sender = envelope.applicationSender ?? envelope.senderId
  const receiver = envelope.applicationReceiver ?? envelope.receiverId
  return [
    ['GS', group.functional, sender, receiver, day, time, String(control), 'X', group.version],
    ...group.sets.flat(),
    ['GE', String(group.sets.length), String(control)],
  ]
}

const isControl = (number: number): boolean =>
  Number.isInteger(number) && number >= 1 && number <= largestControl
const isWord = (text: string, longest: number): boolean =>
  text.length >= 1 && text.length <= longest && text === text.trim() && /^[ -~]+$/.test(text)

const envelopeFindings = (envelope: Envelope, groups: number): readonly Finding[] => {
  const isa = { kind: 'segment', id: 'ISA', segment: 1, offset: 0, length: 0 } as const
  const gs = { kind: 'segment', id: 'GS', segment: 2, offset: 0, length: 0 } as const
  const application = (text: string | undefined): boolean => text === undefined || isWord(text, 15)
  const checks: readonly (readonly [
    holds: boolean,
    code: FaultCode,
    place: typeof isa | typeof gs,
    element: number,
  ])[] = [
    [/^[0-9A-Z]{2}$/.test(envelope.senderQualifier), 'TA1:005', isa, 5],
    [isWord(envelope.senderId, 15), 'TA1:006', isa, 6],
    [/^[0-9A-Z]{2}$/.test(envelope.receiverQualifier), 'TA1:007', isa, 7],
    [isWord(envelope.receiverId, 15), 'TA1:008', isa, 8],
    [isControl(envelope.interchangeControl), 'TA1:018', isa, 13],
    [application(envelope.applicationSender), '999:IK4:6', gs, 2],
    [application(envelope.applicationReceiver), '999:IK4:6', gs, 3],
    [
      isControl(envelope.groupControl) && isControl(envelope.groupControl + Math.max(groups - 1, 0)),
      '999:AK9:6',
      gs,
      6,
    ],
  ]
  return checks.flatMap(([holds, code, place, element]) =>
    holds ? [] : [fault(code, { ...place, element })],
  )
}

const delimiterFindings = (envelope: Envelope, layout: Layout): readonly Finding[] => {
  const { element, component, repetition, terminator } = layout.delimiters
  const held = `${envelope.senderId}${envelope.receiverId}`
  const delimiters = [element, component, terminator, repetition ?? -1]
  const place = { kind: 'segment', id: 'ISA', segment: 1, offset: 0, length: 0 } as const
  return [...held].some((character) => delimiters.includes(character.charCodeAt(0)))
    ? [fault('999:IK4:6', place)]
    : []
}

/**
 * One interchange as bytes: ISA, TA1s, groups, IEA. Refused when an id or a number does not fit its element or a value
 * cannot be written (see `writeSegments`).
 */
export const writeInterchange = (
  { envelope, groups, acknowledgments = [] }: WrittenInterchange,
  layout: Layout = usualLayout,
): Result<Uint8Array> => {
  const findings = [...envelopeFindings(envelope, groups.length), ...delimiterFindings(envelope, layout)]
  if (findings.length > 0) return refused(findings)
  const isa = isaOf(envelope, layout)
  return writeSegments(
    [
      isa,
      ...acknowledgments,
      ...groups.flatMap((group, g) => groupOf(group, envelope, envelope.groupControl + g)),
      ['IEA', String(groups.length), String(envelope.interchangeControl).padStart(9, '0')],
    ],
    layout,
  )
}
