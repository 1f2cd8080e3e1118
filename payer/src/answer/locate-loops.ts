// In which loop of an 837P each segment of a set stands, told by position alone: HL03, NM101 and the segments that open a loop.
import { type Segments, elementText, segmentId } from '@goldenthread/core/x12/syntax/segments.ts'
import type { SentSet } from './read-envelope.ts'

/** `''` is the head of the set (ST, BHT) and its SE. */
export type LoopName = string

/** Which part of the set a loop belongs to: an NM1 means another thing in each. */
type Area = 'head' | 'billing' | 'subscriber' | 'client' | 'claim' | 'other-payer' | 'line'

const areaOf = (loop: LoopName): Area => {
  if (loop === '2000A' || loop.startsWith('2010A')) return 'billing'
  if (loop === '2000B' || loop.startsWith('2010B')) return 'subscriber'
  if (loop === '2000C' || loop.startsWith('2010C')) return 'client'
  if (loop === '2320' || loop.startsWith('2330')) return 'other-payer'
  if (loop.startsWith('23')) return 'claim'
  return loop.startsWith('24') ? 'line' : 'head'
}

const levels: Readonly<Record<string, LoopName>> = { '20': '2000A', '22': '2000B', '23': '2000C' }

/** NM101 to loop, by area (docs/sources.md 8.1). */
const names: Readonly<Record<Area, Readonly<Record<string, LoopName>>>> = {
  head: { '41': '1000A', '40': '1000B' },
  billing: { '85': '2010AA', '87': '2010AB', PE: '2010AC' },
  subscriber: { IL: '2010BA', PR: '2010BB' },
  client: { QC: '2010CA' },
  claim: { DN: '2310A', P3: '2310A', '82': '2310B', '77': '2310C', DQ: '2310D', PW: '2310E', '45': '2310F' },
  'other-payer': {
    IL: '2330A',
    PR: '2330B',
    DN: '2330C',
    P3: '2330C',
    '82': '2330D',
    '77': '2330E',
    DQ: '2330F',
    '85': '2330G',
  },
  line: {
    '82': '2420A',
    QB: '2420B',
    '77': '2420C',
    DQ: '2420D',
    DK: '2420E',
    DN: '2420F',
    P3: '2420F',
    PW: '2420G',
    '45': '2420H',
  },
}

/** Segments other than HL and NM1 that open a loop, and in which areas they do. */
const openers: Readonly<Record<string, readonly [loop: LoopName, areas: readonly Area[]]>> = {
  CLM: ['2300', ['subscriber', 'client', 'claim', 'other-payer', 'line']],
  SBR: ['2320', ['claim', 'other-payer']],
  LX: ['2400', ['claim', 'other-payer', 'line']],
  LIN: ['2410', ['line']],
  SVD: ['2430', ['line']],
  LQ: ['2440', ['line']],
}

/** The loop a segment opens when it comes while `loop` is open; null when it opens none. */
const opened = (segments: Segments, i: number, id: string, loop: LoopName): LoopName | null => {
  const area = areaOf(loop)
  if (id === 'SE') return ''
  if (id === 'HL') return levels[elementText(segments, i, 3)] ?? null
  if (id === 'NM1') return names[area][elementText(segments, i, 1)] ?? null
  const opener = openers[id]
  return opener?.[1].includes(area) === true ? opener[0] : null
}

/** A segment, its loop, and whether it is the first of that loop. */
export interface Located {
  /** Index into the segments of the file. */
  readonly index: number
  /** Position in the set, ST being 1. */
  readonly position: number
  readonly id: string
  readonly loop: LoopName
  readonly opens: boolean
}

/** Every segment of a set from ST to its last, each with the loop it stands in. */
export const locateLoops = (segments: Segments, { from, to }: SentSet): readonly Located[] => {
  const located: Located[] = []
  let loop: LoopName = ''
  for (let index = from; index <= to; index += 1) {
    const id = segmentId(segments, index)
    const next = opened(segments, index, id, loop)
    loop = next ?? loop
    located.push({ index, position: index - from + 1, id, loop, opens: next !== null || index === from })
  }
  return located
}
