// Whether an interchange can be taken at all: the TA1 this payer answers it with.
import { dayFromCompact } from '@goldenthread/core/values/day.ts'
import type { InterchangeNote } from '@goldenthread/core/x12/sets/ta1/codes.ts'
import { type Segments, elementText } from '@goldenthread/core/x12/syntax/segments.ts'
import type { SentInterchange } from './read-envelope.ts'
import type { PlanRules } from './plan.ts'

/** ISA elements by number, 1 to 16, blanks that pad them cut. */
export type Isa = readonly string[]

/** Who sent it, under which number: enough to answer it. */
export interface SentEnvelope {
  readonly isa: Isa
  /** ISA length in bytes is 106. */
  readonly fixed: boolean
  readonly whole: boolean
  /** IEA01 and IEA02 as they came, empty when there is none. */
  readonly trailer: readonly [groups: string, control: string]
  /** The IEA has its terminator. */
  readonly terminated: boolean
  readonly groups: number
  /** GS06 of each group. */
  readonly groupControls: readonly string[]
  readonly strayHeaders: boolean
  /** Bytes or segments stand between the groups, or a segment is empty. */
  readonly strayContent: boolean
}

const qualifiers = /^(0[1-47-9]|[12]\d|3[0-8]|AM|NR|SA|SN|ZZ)$/
/** Whether an interchange id can be answered: it is there, and holds no delimiter of our answers. */
export const isId = (text: string): boolean => /^[ -~]{1,15}$/.test(text) && !/[*^:~]/.test(text)
/** Whether an ISA tells who sent it and under which number: without both nobody can be answered. */
export const isAddress = (isa: Isa): boolean => isId(isa[6] ?? '') && /^[^*^:~]{1,9}$/.test(isa[13] ?? '')
const isTime = (text: string): boolean => /^([01]\d|2[0-3])[0-5]\d$/.test(text)
const isCount = (text: string, count: number): boolean => /^\d{1,5}$/.test(text) && Number(text) === count

const element =
  (n: number) =>
  ({ isa }: SentEnvelope): string =>
    isa[n] ?? ''
const isOneOf =
  (n: number, allowed: RegExp) =>
  (sent: SentEnvelope): boolean =>
    allowed.test(element(n)(sent))

type Row = readonly [note: InterchangeNote, holds: (sent: SentEnvelope, rules: PlanRules) => boolean]

/** TA105 in the order this payer looks (docs/sources.md 8.8); the first that does not hold is answered. */
const rows: readonly Row[] = [
  ['022', ({ fixed }) => fixed],
  ['010', isOneOf(1, /^0[0-6]$/)],
  ['012', isOneOf(3, /^0[01]$/)],
  ['005', isOneOf(5, qualifiers)],
  ['006', (sent) => isId(element(6)(sent))],
  ['007', isOneOf(7, qualifiers)],
  ['008', (sent) => isId(element(8)(sent))],
  ['009', (sent, { payer }) => element(8)(sent).toUpperCase() === payer.interchangeId.trim().toUpperCase()],
  ['014', (sent) => dayFromCompact(`20${element(9)(sent)}`) !== null],
  ['015', (sent) => isTime(element(10)(sent))],
  ['017', isOneOf(12, /^\d{5}$/)],
  ['003', isOneOf(12, /^00501$/)],
  ['018', isOneOf(13, /^\d{9}$/)],
  ['019', isOneOf(14, /^[01]$/)],
  ['020', isOneOf(15, /^[TP]$/)],
  ['023', ({ whole }) => whole],
  ['023', ({ terminated, trailer, isa }) => terminated || trailer[1] === isa[13]],
  ['001', ({ trailer, isa }) => trailer[1] === isa[13]],
  ['021', ({ trailer, groups }) => isCount(trailer[0], groups)],
  ['022', ({ strayHeaders }) => !strayHeaders],
  ['024', ({ strayContent }) => !strayContent],
  ['024', ({ groupControls }) => groupControls.every((control) => /^\d{1,9}$/.test(control))],
]

/** What is wrong with an envelope, `000` when nothing is. Whether its number was used before is asked elsewhere. */
export const checkEnvelope = (sent: SentEnvelope, rules: PlanRules): InterchangeNote =>
  rows.find(([, holds]) => !holds(sent, rules))?.[0] ?? '000'

const headers = ['SE', 'GE', 'ST']

/** Reads what `checkEnvelope` asks for. `strayBytes`: some bytes within the interchange are in no segment. */
export const sentEnvelope = (
  segments: Segments,
  interchange: SentInterchange,
  strayBytes: boolean,
): SentEnvelope => {
  const { from, to, ended, groups, stray } = interchange
  const text = (i: number, n: number): string => elementText(segments, i, n)
  const strayIds = stray.map((i) => text(i, 0))
  const end = segments.ends[to] ?? 0
  return {
    isa: Array.from({ length: 17 }, (_, n) => text(from, n).trim()),
    fixed: (segments.ends[from] ?? 0) - (segments.elements[segments.elementsFrom[from] ?? 0] ?? 0) === 105,
    whole: ended,
    trailer: ended ? [text(to, 1), text(to, 2)] : ['', ''],
    terminated: end < segments.bytes.length,
    groups: groups.length,
    groupControls: groups.map((group) => text(group.from, 6)),
    strayHeaders: strayIds.some((id) => headers.includes(id)),
    strayContent: strayBytes || strayIds.some((id) => !headers.includes(id)),
  }
}

/** The same sender and number, however they are joined: only letters and digits count. */
const bare = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, '')

/** How an interchange is remembered: sender id, a blank, ISA13. */
export const interchangeKey = ({ isa }: SentEnvelope): string => `${isa[6] ?? ''} ${isa[13] ?? ''}`

/** True when an interchange of this sender was taken under this number before (TA1 025). */
export const wasSeen = (sent: SentEnvelope, seen: readonly string[]): boolean =>
  seen.some((key) => bare(key) === bare(interchangeKey(sent)))
