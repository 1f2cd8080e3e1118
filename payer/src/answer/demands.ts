// What this payer demands of an 837P, by position: loops with their segments in order, segments with their elements. Its own reading of docs/sources.md 8.1.
import {
  type ElementDemand,
  type LoopDemand,
  type Place,
  adjustment,
  amount,
  birth,
  contact,
  days,
  level,
  may,
  mayBe,
  must,
  mustBe,
  n3,
  n4,
  name,
  note,
  one,
  ref,
  relations,
  some,
  specialty,
} from './demand-language.ts'
import type { LoopName } from './locate-loops.ts'

const head: LoopDemand = {
  segments: [
    one('ST', [must(1, 143, 'code', 3, 3), must(2, 329, 'text', 4, 9), must(3, 1705, 'text', 1, 35)]),
    one('BHT', [
      mustBe(1, 1005, '0019'),
      mustBe(2, 353, '00', '18'),
      must(3, 127, 'text', 1, 50),
      must(4, 373, 'day', 8, 8),
      must(5, 337, 'time', 4, 8),
      mustBe(6, 640, '31', 'CH', 'RP'),
    ]),
  ],
  holds: [
    { loop: '1000A', segment: 'NM1' },
    { loop: '1000B', segment: 'NM1' },
    { loop: '2000A', segment: 'HL' },
    { loop: '2000B', segment: 'HL' },
    { loop: '2300', segment: 'CLM' },
  ],
}

const diagnosis = Array.from({ length: 12 }, (_, n): readonly ElementDemand[] => [
  n === 0 ? must([1, 1], 1270, 'code', 1, 3, ['ABK', 'BK']) : may([n + 1, 1], 1270, 'code', 1, 3),
  n === 0 ? must([1, 2], 1271, 'text', 1, 30) : may([n + 1, 2], 1271, 'text', 1, 30),
]).flat()

const yesNo = (place: Place): ElementDemand => mustBe(place, 1073, 'N', 'Y')

const claim: LoopDemand = {
  segments: [
    one('CLM', [
      must(1, 1028, 'text', 1, 38),
      must(2, 782, 'money', 1, 10),
      must([5, 1], 1331, 'text', 1, 2),
      mustBe([5, 2], 1332, 'B'),
      must([5, 3], 1325, 'code', 1, 1),
      yesNo(6),
      mustBe(7, 1359, 'A', 'B', 'C'),
      mustBe(8, 1073, 'N', 'W', 'Y'),
      mustBe(9, 1363, 'I', 'Y'),
    ]),
    days(30),
    some('PWK', 10),
    some('CN1', 1),
    amount(2),
    ref(30),
    some('K3', 10),
    note(1),
    some('CR1', 1),
    some('CR2', 1),
    some('CRC', 8),
    { id: 'HI', needed: true, max: 4, elements: [] },
    some('HCP', 1),
  ],
  holds: [{ loop: '2400', segment: 'LX' }],
}

const line: LoopDemand = {
  segments: [
    one('LX', [must(1, 554, 'digits', 1, 6)]),
    one('SV1', [
      mustBe([1, 1], 235, 'ER', 'HC', 'IV', 'WK'),
      must([1, 2], 234, 'text', 1, 48),
      ...[3, 4, 5, 6].map((component) => may([1, component], 1339, 'text', 2, 2)),
      must(2, 782, 'money', 1, 10),
      mustBe(3, 355, 'MJ', 'UN'),
      must(4, 380, 'quantity', 1, 8),
      may(5, 1331, 'text', 1, 2),
      ...[1, 2, 3, 4].map((component) => ({
        ...may([7, component], 1328, 'digits', 1, 2),
        needed: component === 1,
      })),
    ]),
    some('SV5', 1),
    some('PWK', 11),
    some('CR1', 1),
    some('CR3', 1),
    some('CRC', 5),
    days(20),
    some('QTY', 2),
    some('MEA', 5),
    some('CN1', 1),
    ref(30),
    amount(3),
    some('K3', 10),
    note(2),
    some('PS1', 1),
    some('HCP', 1),
  ],
  holds: [],
  needs: [{ id: 'DTP', qualifiers: ['472'] }],
}

/** Names of loops this payer reads nothing from, but which may stand in a claim. */
const provider = (kinds: readonly string[], idNeeded: boolean): LoopDemand => ({
  segments: [name(kinds, ['XX'], idNeeded), specialty, n3(false), n4(false), ref(20), some('PER', 2)],
  holds: [],
})
const person = provider(['1'], false)
const either = provider(['1', '2'], false)
/** Where an ambulance came from and went to: a place that need not have a name. */
const place: LoopDemand = {
  segments: [one('NM1', [mustBe(2, 1065, '2')]), n3(true), n4(true)],
  holds: [],
}

/** Every loop this payer knows; a segment outside of them is not expected. */
export const loopDemands: Readonly<Record<LoopName, LoopDemand>> = {
  '': head,
  '1000A': { segments: [name(['1', '2'], ['46']), { ...one('PER', contact), max: 2 }], holds: [] },
  '1000B': { segments: [name(['2'], ['46'])], holds: [] },
  '2000A': {
    segments: [level('20', false), specialty, some('CUR', 1)],
    holds: [{ loop: '2010AA', segment: 'NM1' }],
  },
  '2010AA': {
    segments: [name(['1', '2'], ['XX']), n3(true), n4(true), ref(4), some('PER', 2, contact)],
    holds: [],
    needs: [{ id: 'REF', qualifiers: ['EI', 'SY'] }],
  },
  '2010AB': {
    segments: [one('NM1', [mustBe(1, 98, '87'), mustBe(2, 1065, '1', '2')]), n3(true), n4(true)],
    holds: [],
  },
  '2010AC': { segments: [name(['2'], ['PI', 'XV']), n3(true), n4(true), ref(3)], holds: [] },
  '2000B': {
    segments: [
      level('22', true),
      one('SBR', [
        mustBe(1, 1138, 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'P', 'S', 'T', 'U'),
        mayBe(2, 1069, '18'),
        may(3, 127, 'text', 1, 50),
        may(4, 93, 'text', 1, 60),
        must(9, 1032, 'code', 1, 2),
      ]),
      some('PAT', 1),
    ],
    holds: [
      { loop: '2010BA', segment: 'NM1' },
      { loop: '2010BB', segment: 'NM1' },
    ],
  },
  '2010BA': {
    segments: [name(['1', '2'], ['II', 'MI']), n3(false), n4(false), birth, ref(3), some('PER', 1)],
    holds: [],
  },
  '2010BB': { segments: [name(['2'], ['PI', 'XV']), n3(false), n4(false), ref(5)], holds: [] },
  '2000C': {
    segments: [level('23', true), one('PAT', [mustBe(1, 1069, ...relations)])],
    holds: [{ loop: '2010CA', segment: 'NM1' }],
  },
  '2010CA': {
    segments: [name(['1'], []), n3(true), n4(true), { ...birth, needed: true }, ref(3), some('PER', 1)],
    holds: [],
  },
  '2300': claim,
  '2310A': person,
  '2310B': provider(['1', '2'], true),
  '2310C': either,
  '2310D': person,
  '2310E': place,
  '2310F': place,
  '2320': {
    segments: [
      one('SBR', [must(1, 1138, 'code', 1, 1), mustBe(2, 1069, ...relations)]),
      adjustment,
      amount(3),
      some('OI', 1),
      some('MOA', 1),
    ],
    holds: [
      { loop: '2330A', segment: 'NM1' },
      { loop: '2330B', segment: 'NM1' },
    ],
  },
  '2330A': { segments: [name(['1', '2'], ['II', 'MI']), n3(false), n4(false), ref(3)], holds: [] },
  '2330B': { segments: [name(['2'], ['PI', 'XV']), n3(false), n4(false), days(1), ref(6)], holds: [] },
  ...Object.fromEntries(
    ['2330C', '2330D', '2330E', '2330F', '2330G'].map((loop) => [
      loop,
      { segments: [some('NM1', 1, [mustBe(2, 1065, '1', '2')]), ref(3)], holds: [] },
    ]),
  ),
  '2400': line,
  '2410': {
    segments: [one('LIN', [must(2, 235, 'code', 2, 2), must(3, 234, 'text', 1, 48)]), some('CTP', 1), ref(1)],
    holds: [],
  },
  '2420A': provider(['1', '2'], true),
  ...Object.fromEntries(['2420B', '2420C', '2420D', '2420E', '2420F'].map((loop) => [loop, either])),
  '2420G': place,
  '2420H': place,
  '2430': {
    segments: [
      one('SVD', [must(1, 67, 'text', 2, 80), must(2, 782, 'money', 1, 18)]),
      adjustment,
      days(1, true),
      amount(1),
    ],
    holds: [],
  },
  '2440': { segments: [one('LQ'), some('FRM', 99)], holds: [] },
}

/** SE: it closes the set and stands in no loop. */
export const trailerElements: readonly ElementDemand[] = [
  must(1, 96, 'digits', 1, 10),
  must(2, 329, 'text', 4, 9),
]

/** Loops that may stand but once in the loop that holds them. */
export const singleLoops: readonly LoopName[] = [
  '1000A', '1000B', '2010AA', '2010AB', '2010AC', '2010BA', '2010BB', '2010CA',
  '2310B', '2310C', '2310D', '2330A', '2330B', '2420A', '2420C', '2420D',
] // biome-ignore format: a list of names

/** The first HI of a claim holds its diagnoses; the others speak of other things. */
export const firstHealthInformation: readonly ElementDemand[] = diagnosis

/** The most elements each segment has; one with more is at fault (IK403 3). */
export const mostElements: Readonly<Record<string, number>> = {
  ST: 3, SE: 2, BHT: 6, NM1: 12, N3: 2, N4: 7, PER: 9, REF: 4, PRV: 6, CUR: 21, HL: 4, SBR: 9, PAT: 9, DMG: 11,
  CLM: 20, DTP: 3, PWK: 9, CN1: 6, AMT: 3, K3: 3, NTE: 2, CR1: 10, CR2: 12, CR3: 5, CRC: 7, HI: 12, HCP: 15,
  CAS: 19, OI: 6, MOA: 9, LX: 1, SV1: 21, SV5: 7, QTY: 4, MEA: 12, PS1: 3, LIN: 31, CTP: 11, SVD: 6, LQ: 2, FRM: 5,
} // biome-ignore format: a table of small numbers
