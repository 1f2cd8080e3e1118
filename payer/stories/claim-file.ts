// What the payer's tests send it: an 837P joined by hand out of texts, a plan, and the segments of what comes back.
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import { cents } from '@goldenthread/core/values/cents.ts'
import { day, instant } from '@goldenthread/core/values/day.ts'
import { answer } from '../src/answer/answer.ts'
import type { AnswerFile, AnswerOutput, Member, PayerState, PlanRules } from '../src/answer/plan.ts'

/** One service line as it is typed: `HC:90837:95`, charge in dollars. */
export interface TypedLine {
  readonly procedure: string
  readonly charge: string
  readonly units?: string
  readonly place?: string
  readonly day?: string
  readonly number?: string
  readonly more?: readonly string[]
}

/** What a claim may differ in; all else is as in `usual`. */
export interface TypedClaim {
  readonly number: string
  readonly charge: string
  readonly place: string
  readonly frequency: string
  readonly diagnoses: string
  /** REF*G1, or none. */
  readonly authorization: string
  /** REF*F8, or none. */
  readonly original: string
  /** Segments of other payers (2320, 2330). */
  readonly others: readonly string[]
  /** NM109 of 2310B, or none. */
  readonly rendering: string
  readonly lines: readonly TypedLine[]
}

/** What a file may differ in. */
export interface TypedFile {
  readonly control: string
  readonly billing: string
  readonly payerId: string
  readonly memberNumber: string
  readonly lastName: string
  readonly firstName: string
  readonly birthDate: string
  /** A dependent instead of the subscriber, as `2010CA` has it. */
  readonly dependent: {
    readonly lastName: string
    readonly firstName: string
    readonly birthDate: string
  } | null
  /** SBR01. */
  readonly order: string
  readonly filing: string
  readonly claims: readonly Partial<TypedClaim>[]
}

const usualClaim: TypedClaim = {
  number: 'C1001',
  charge: '200',
  place: '10',
  frequency: '1',
  diagnoses: 'ABK:F331',
  authorization: '',
  original: '',
  others: [],
  rendering: '2131860910',
  lines: [{ procedure: 'HC:90837:95', charge: '200' }],
}

const usual: TypedFile = {
  control: '000000101',
  billing: '2082462815',
  payerId: 'LKM01',
  memberNumber: 'LKM482207715',
  lastName: 'QUINONES',
  firstName: 'MARIBEL',
  birthDate: '19880619',
  dependent: null,
  order: 'P',
  filing: 'CI',
  claims: [{}],
}

const lineSegments = (line: TypedLine, n: number, claim: TypedClaim): readonly string[] => [
  `LX*${n}`,
  `SV1*${line.procedure}*${line.charge}*UN*${line.units ?? '1'}*${line.place ?? ''}**1`,
  `DTP*472*D8*${line.day ?? '20260310'}`,
  `REF*6R*${line.number ?? `${claim.number}L${n}`}`,
  ...(line.more ?? []),
]

const claimSegments = (claim: TypedClaim): readonly string[] => [
  `CLM*${claim.number}*${claim.charge}***${claim.place}:B:${claim.frequency}*Y*A*Y*Y`,
  ...(claim.authorization === '' ? [] : [`REF*G1*${claim.authorization}`]),
  ...(claim.original === '' ? [] : [`REF*F8*${claim.original}`]),
  `HI*${claim.diagnoses}`,
  ...(claim.rendering === '' ? [] : [`NM1*82*1*ABERNATHY*JUNE****XX*${claim.rendering}`]),
  ...claim.others,
  ...claim.lines.flatMap((line, n) => lineSegments(line, n + 1, claim)),
]

const subscriberSegments = (file: TypedFile): readonly string[] => {
  const { dependent } = file
  const demographics = ['N3*14 Elm Row', 'N4*ALBANY*NY*122071234']
  return [
    `HL*2*1*22*${dependent === null ? '0' : '1'}`,
    `SBR*${file.order}*${dependent === null ? '18' : ''}*******${file.filing}`,
    `NM1*IL*1*${file.lastName}*${file.firstName}****MI*${file.memberNumber}`,
    ...(dependent === null ? [...demographics, `DMG*D8*${file.birthDate}*F`] : []),
    `NM1*PR*2*LARKMOOR HEALTH PLAN*****PI*${file.payerId}`,
    ...(dependent === null
      ? []
      : [
          'HL*3*2*23*0',
          'PAT*19',
          `NM1*QC*1*${dependent.lastName}*${dependent.firstName}`,
          ...demographics,
          `DMG*D8*${dependent.birthDate}*M`,
        ]),
  ]
}

/** The segments of one set from BHT to the one before SE. */
export const setSegments = (changes: Partial<TypedFile> = {}): readonly string[] => {
  const file = { ...usual, ...changes }
  return [
    'BHT*0019*00*B0001*20260310*1200*CH',
    'NM1*41*2*ALDER ROW COUNSELING*****46*ALDERROW',
    'PER*IC*FRONT DESK*TE*3155550111',
    'NM1*40*2*LARKMOOR HEALTH PLAN*****46*LARKMOOR',
    'HL*1**20*1',
    'PRV*BI*PXC*261QM0801X',
    `NM1*85*2*ALDER ROW COUNSELING*****XX*${file.billing}`,
    'N3*9 Alder Row',
    'N4*SYRACUSE*NY*132021107',
    'REF*EI*001842277',
    ...subscriberSegments(file),
    ...file.claims.flatMap((claim) => claimSegments({ ...usualClaim, ...claim })),
  ]
}

/** ISA to IEA around sets given by their inner segments; `asks` is ISA14. */
export const interchange = (
  sets: readonly (readonly string[])[],
  { control = '000000101', asks = '1', sender = 'ALDERROW', receiver = 'LARKMOOR' } = {},
): string => {
  const inner = sets.flatMap((set, n) => {
    const control = String(n + 1).padStart(4, '0')
    return [`ST*837*${control}*005010X222A1`, ...set, `SE*${set.length + 2}*${control}`]
  })
  return [
    `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${sender.padEnd(15)}*ZZ*${receiver.padEnd(15)}*260310*1200*^*00501*${control}*${asks}*T*:`,
    `GS*HC*${sender}*${receiver}*20260310*1200*57*X*005010X222A1`,
    ...inner,
    `GE*${sets.length}*57`,
    `IEA*1*${control}`,
  ]
    .map((segment) => `${segment}~`)
    .join('')
}

/** A whole file with one set. */
export const fileText = (changes: Partial<TypedFile> = {}): string =>
  interchange([setSegments(changes)], { control: changes.control ?? usual.control })

/** The text of a whole file, one segment changed: the first that begins with `start`. */
export const withSegment = (text: string, start: string, becomes: string): string => {
  const segments = text.split('~')
  const at = segments.findIndex((segment) => segment.startsWith(start))
  if (at === -1) throw new RangeError(`no segment begins with ${start}`)
  segments[at] = becomes
  return segments.join('~')
}

/** The same with the segment taken out and SE01 told anew, so that nothing else is wrong. */
export const withoutSegment = (text: string, start: string): string => {
  const segments = text.split('~')
  const at = segments.findIndex((segment) => segment.startsWith(start))
  if (at === -1) throw new RangeError(`no segment begins with ${start}`)
  segments.splice(at, 1)
  return recounted(segments).join('~')
}

/** The same with a segment put in before the first that begins with `start`. */
export const withSegmentBefore = (text: string, start: string, added: string): string => {
  const segments = text.split('~')
  const at = segments.findIndex((segment) => segment.startsWith(start))
  if (at === -1) throw new RangeError(`no segment begins with ${start}`)
  segments.splice(at, 0, added)
  return recounted(segments).join('~')
}

const recounted = (segments: readonly string[]): readonly string[] => {
  const from = segments.findIndex((segment) => segment.startsWith('ST*'))
  return segments.map((segment, n) =>
    segment.startsWith('SE*') ? `SE*${n - from + 1}*${segment.split('*')[2] ?? ''}` : segment,
  )
}

export const maribel: Member = {
  memberNumber: 'LKM482207715',
  firstName: 'MARIBEL',
  lastName: 'QUINONES',
  birthDate: day('1988-06-19'),
  deductibleLeft: cents(0),
  copay: cents(3000),
  coinsurance: null,
}

export const plan = (changes: Partial<PlanRules> = {}): PlanRules => ({
  payer: {
    id: 'LKM01',
    name: 'LARKMOOR HEALTH PLAN',
    taxId: '009100143',
    address: { street: '1200 Millrace Plaza', city: 'Syracuse', state: 'NY', zip: '132021107' },
    contactName: 'PROVIDER SERVICES',
    telephone: '3155550170',
    interchangeQualifier: 'ZZ',
    interchangeId: 'LARKMOOR',
  },
  members: [maribel],
  enrolled: ['2082462815', '2131860910'],
  fees: ['90791:18200', '90834:12800', '90837:15500', '90839:16000', '90840:8000', '90846:9000'].map(
    (row) => {
      const [code = '', allowed = ''] = row.split(':')
      return { code, from: day('2026-01-01'), to: null, allowed: cents(Number(allowed)) }
    },
  ),
  places: ['02', '10', '11'],
  modifiers: ['93', '95'],
  timelyFilingDays: 90,
  carvedOut: ['90791'],
  notInPlan: [{ code: '90846', group: 'PR' }],
  authorizationNeeded: [],
  authorizations: [],
  payment: { method: 'ACH' },
  ...changes,
})

export const books: PayerState = {
  nextInterchangeControl: 4410,
  nextClaimNumber: 880121,
  nextTrace: 660901,
  interchangesSeen: [],
  claimsSeen: [],
}

/** UTF-8 bytes of a text, and back. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
export const textOf = (file: AnswerFile): string => new TextDecoder().decode(file.bytes)

/** Asks the payer, two minutes after noon of 2026-03-11 in UTC, or when it is said. */
export const ask = (
  texts: readonly string[],
  planRules: PlanRules = plan(),
  state: PayerState = books,
  at = '2026-03-11T12:02:00Z',
): AnswerOutput =>
  answer({
    files: texts.map((text, n) => ({ name: `sent-${n + 1}.837`, bytes: bytesOf(text) })),
    planRules,
    state,
    at: instant(at),
    facts: shippedFacts,
  })

/** The kinds of the files that came, in their order: `ta1`, `999`, `277ca`, `835`. */
export const kindsOf = ({ files }: AnswerOutput): readonly string[] =>
  files.map(({ name }) => name.replace(/^\d{9}-|\.x12$/g, ''))

/** The segments of the first file of a kind, cut at `~`; none when no such file came. */
export const segmentsOf = ({ files }: AnswerOutput, kind: string): readonly string[] => {
  const file = files.find(({ name }) => name.endsWith(`-${kind}.x12`))
  return file === undefined ? [] : textOf(file).split('~').slice(0, -1)
}

/** Those of its segments that begin with one of these ids. */
export const seen = (output: AnswerOutput, kind: string, ...ids: readonly string[]): readonly string[] =>
  segmentsOf(output, kind).filter((segment) => ids.includes(segment.split('*')[0] ?? ''))
