// The 999 to one functional group: what this payer found in its sets.
import type { GroupFault, GroupStatus } from '@goldenthread/core/x12/sets/999/codes.ts'
import type { ImplementationAcknowledgment999 } from '@goldenthread/core/x12/sets/999/table.ts'
import { type Segments, elementText } from '@goldenthread/core/x12/syntax/segments.ts'
import type { FaultyElement } from './check-elements.ts'
import { type FaultySegment, type SetFaults, checkSet } from './check-syntax.ts'
import type { SentGroup, SentSet } from './read-envelope.ts'
import { given, writable } from './write-answer.ts'

/** The 999, and the sets that came through it. */
export interface CheckedGroup {
  readonly acknowledgment: ImplementationAcknowledgment999
  readonly accepted: readonly SentSet[]
}

/** The guide of the 837P, in any of its editions. */
const guide = '005010X222'
const most = 5
const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text)
const sameNumber = (one: string, other: string): boolean =>
  isNumber(one) && isNumber(other) && Number(one) === Number(other)

/** AK905: what is wrong with the group apart from its sets. */
const groupFaults = (segments: Segments, { from, to, ended, sets }: SentGroup): readonly GroupFault[] => {
  const text = (i: number, n: number): string => elementText(segments, i, n)
  const rows: readonly (readonly [GroupFault, boolean])[] = [
    ['1', text(from, 1) !== 'HC'],
    ['2', text(from, 1) === 'HC' && !text(from, 8).startsWith(guide)],
    ['3', !ended],
    ['4', ended && !sameNumber(text(to, 2), text(from, 6))],
    ['5', ended && !sameNumber(text(to, 1), String(sets.length))],
  ]
  return rows.flatMap(([fault, isSo]) => (isSo ? [fault] : []))
}

type SetAnswer = NonNullable<ImplementationAcknowledgment999['sets']>[number]
type SegmentAnswer = NonNullable<SetAnswer['segments']>[number]

const elementAnswer = ({ element, component, number, fault, value }: FaultyElement) => ({
  error: {
    place: component === undefined ? { element } : { element, component },
    ...(number === null ? {} : { dataElement: number }),
    fault,
    ...given('badValue', value ?? '', 99),
  },
})

/** CTX names the claim, so that whoever reads the 999 finds it. */
const claimContext = (claimNumber: string) => {
  const value = writable(claimNumber, 35)
  return value === '' ? {} : { contexts: [{ subjects: [{ name: 'CLM01', value }] }] }
}

const segmentAnswer = ({
  id,
  position,
  loop,
  fault,
  elements,
  claimNumber,
}: FaultySegment): SegmentAnswer => ({
  error: {
    segment: writable(id, 3).padEnd(2, '?'),
    position,
    ...(loop === '' ? {} : { loop }),
    fault,
  },
  ...claimContext(claimNumber),
  ...(elements.length > 0 ? { elements: elements.map(elementAnswer) } : {}),
})

const setAnswer = (segments: Segments, set: SentSet, faults: SetFaults): SetAnswer => ({
  set: {
    kind: writable(elementText(segments, set.from, 1), 3).padEnd(3, '?'),
    control: writable(faults.control, 9).padStart(4, '0'),
    ...given('version', elementText(segments, set.from, 3), 35),
  },
  ...(faults.segments.length > 0 ? { segments: faults.segments.map(segmentAnswer) } : {}),
  result:
    faults.set.length === 0
      ? { status: 'A' as const }
      : { status: 'R' as const, faults: faults.set.slice(0, most) },
})

const statusOf = (isGroupSound: boolean, accepted: number, received: number): GroupStatus => {
  if (!isGroupSound || (accepted === 0 && received > 0)) return 'R'
  return accepted === received ? 'A' : 'P'
}

/** Checks every set of a group. A fault of the group itself rejects all of them. */
export const checkGroup = (segments: Segments, group: SentGroup): CheckedGroup => {
  const text = (i: number, n: number): string => elementText(segments, i, n)
  const faults = groupFaults(segments, group)
  const isKnown = !faults.includes('1') && !faults.includes('2')
  const controls = group.sets.map((set) => text(set.from, 2))
  const checked = (isKnown ? group.sets : []).map((set, n) => ({
    set,
    faults: checkSet(segments, set, controls.slice(0, n)),
  }))
  const sound = checked.filter((each) => each.faults.set.length === 0).map((each) => each.set)
  const accepted = faults.length === 0 ? sound : []
  const says = group.ended ? text(group.to, 1) : ''
  return {
    accepted,
    acknowledgment: {
      group: {
        kind: writable(text(group.from, 1), 2).padEnd(2, '?'),
        control: Number(text(group.from, 6)),
        ...given('version', text(group.from, 8), 12),
      },
      ...(checked.length > 0
        ? { sets: checked.map((each) => setAnswer(segments, each.set, each.faults)) }
        : {}),
      result: {
        status: statusOf(faults.length === 0, accepted.length, group.sets.length),
        setsIncluded: /^\d{1,6}$/.test(says) ? Number(says) : group.sets.length,
        setsReceived: group.sets.length,
        setsAccepted: accepted.length,
        ...(faults.length > 0 ? { faults: faults.slice(0, most) } : {}),
      },
    },
  }
}
