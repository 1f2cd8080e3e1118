// The claims of one set, read by position: which element of which segment in which loop means what (docs/sources.md 8.1).
import { type Cents, add, centsFromDecimal, zero } from '@goldenthread/core/values/cents.ts'
import { type Day, dayFromCompact } from '@goldenthread/core/values/day.ts'
import { type Segments, components, elementText } from '@goldenthread/core/x12/syntax/segments.ts'
import { locateLoops } from './locate-loops.ts'
import type { SentSet } from './read-envelope.ts'
import type { SentBilling, SentClaim, SentLine, SentName } from './sent-claim.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** What has been read of the levels above the claim that is being read. */
interface Walk {
  readonly claims: Writable<SentClaim>[]
  reference: string
  submitter: SentName
  billing: Writable<SentBilling>
  order: string
  filing: string
  payerId: string
  subscriber: SentName
  subscriberBirthDate: Day | null
  client: SentName | null
  clientBirthDate: Day | null
  claim: Writable<SentClaim> | null
  line: Writable<SentLine> | null
}

/** The elements of one segment by number; `part` gives a component. */
interface At {
  readonly text: (element: number) => string
  readonly parts: (element: number) => readonly string[]
}

const nobody: SentName = { entity: '2', lastName: '', firstName: '', id: '' }
const nameAt = ({ text }: At): SentName => ({
  entity: text(2) === '1' ? '1' : '2',
  lastName: text(3),
  firstName: text(4),
  id: text(9),
})

const epoch = '1970-01-01' as Day
const dayOf = (text: string): Day | null => dayFromCompact(text.slice(0, 8))
const moneyOf = (text: string) => centsFromDecimal(text) ?? zero

/** `1.5` as 1500; what is no quantity is none. */
const thousandthsOf = (text: string): number => {
  const [whole = '', fraction = ''] = text.split('.')
  const digits = `${whole}${fraction.padEnd(3, '0').slice(0, 3)}`
  return /^\d{1,12}$/.test(digits) ? Number(digits) : 0
}

const openClaim = (walk: Walk, { text, parts }: At): void => {
  const [place = '', , frequency = ''] = parts(5)
  walk.line = null
  walk.claim = {
    submitter: walk.submitter,
    reference: walk.reference,
    billing: walk.billing,
    payerId: walk.payerId,
    subscriber: walk.subscriber,
    client: walk.client ?? walk.subscriber,
    clientBirthDate: walk.client === null ? walk.subscriberBirthDate : walk.clientBirthDate,
    order: walk.order,
    filing: walk.filing,
    claimNumber: text(1),
    charge: moneyOf(text(2)),
    place,
    frequency,
    diagnoses: [],
    rendering: null,
    authorization: '',
    originalNumber: '',
    earlierPaid: null,
    lines: [],
  }
  walk.claims.push(walk.claim)
}

const openLine = (walk: Walk): void => {
  walk.line = {
    lineNumber: '',
    qualifier: '',
    code: '',
    modifiers: [],
    charge: zero,
    thousandths: 0,
    place: '',
    from: epoch,
    to: epoch,
    renderingNpi: '',
    authorization: '',
    earlierAnswers: [],
  }
  if (walk.claim !== null) walk.claim.lines = [...walk.claim.lines, walk.line]
}

const readService = ({ line }: Walk, { text, parts }: At): void => {
  if (line === null) return
  const [qualifier = '', code = '', ...rest] = parts(1)
  line.qualifier = qualifier
  line.code = code
  line.modifiers = rest.slice(0, 4).filter((modifier) => modifier !== '')
  line.charge = moneyOf(text(2))
  line.thousandths = thousandthsOf(text(4))
  line.place = text(5)
}

const readServiceDays = ({ line }: Walk, { text }: At): void => {
  if (line === null || text(1) !== '472') return
  const [from = '', to = from] = text(3).split('-')
  line.from = dayOf(from) ?? epoch
  line.to = dayOf(to) ?? line.from
}

const readDiagnoses = ({ claim }: Walk, { parts }: At): void => {
  if (claim === null) return
  const found = Array.from({ length: 12 }, (_, n) => parts(n + 1)).flatMap(([list, code = '']) =>
    ['ABK', 'ABF', 'BK', 'BF'].includes(list ?? '') && code !== '' ? [code] : [],
  )
  claim.diagnoses = [...claim.diagnoses, ...found]
}

/** CAS03, 06, 09 … of one CAS. */
const adjusted = ({ text }: At): Cents => add(...[3, 6, 9, 12, 15, 18].map((n) => moneyOf(text(n) || '0')))

const readEarlierAdjustment = ({ line }: Walk, at: At): void => {
  const last = line?.earlierAnswers.at(-1)
  if (line === null || last === undefined) return
  const amount = adjusted(at)
  const added = {
    ...last,
    adjusted: add(last.adjusted, amount),
    client: at.text(1) === 'PR' ? add(last.client, amount) : last.client,
  }
  line.earlierAnswers = [...line.earlierAnswers.slice(0, -1), added]
}

const endLevels = (walk: Walk): void => {
  walk.claim = null
  walk.line = null
  walk.client = null
  walk.clientBirthDate = null
}

/** Loop and segment, and what is taken from them. All others are passed over. */
const readers: Readonly<Record<string, (walk: Walk, at: At) => void>> = {
  '/BHT': (walk, { text }) => {
    walk.reference = text(3)
  },
  '1000A/NM1': (walk, at) => {
    walk.submitter = nameAt(at)
  },
  '2000A/HL': endLevels,
  '2010AA/NM1': (walk, at) => {
    walk.billing = { ...nameAt(at), taxId: '' }
  },
  '2010AA/REF': (walk, { text }) => {
    if (text(1) === 'EI' || text(1) === 'SY') walk.billing.taxId = text(2)
  },
  '2000B/HL': endLevels,
  '2000B/SBR': (walk, { text }) => {
    walk.order = text(1)
    walk.filing = text(9)
  },
  '2010BA/NM1': (walk, at) => {
    walk.subscriber = nameAt(at)
    walk.subscriberBirthDate = null
  },
  '2010BA/DMG': (walk, { text }) => {
    walk.subscriberBirthDate = dayOf(text(2))
  },
  '2010BB/NM1': (walk, { text }) => {
    walk.payerId = text(9)
  },
  '2000C/HL': endLevels,
  '2010CA/NM1': (walk, at) => {
    walk.client = nameAt(at)
  },
  '2010CA/DMG': (walk, { text }) => {
    walk.clientBirthDate = dayOf(text(2))
  },
  '2300/CLM': openClaim,
  '2300/REF': ({ claim }, { text }) => {
    if (claim !== null && text(1) === 'G1') claim.authorization = text(2)
    if (claim !== null && text(1) === 'F8') claim.originalNumber = text(2)
  },
  '2300/HI': readDiagnoses,
  '2310B/NM1': ({ claim }, at) => {
    if (claim !== null) claim.rendering = nameAt(at)
  },
  '2320/AMT': ({ claim }, { text }) => {
    if (claim !== null && text(1) === 'D')
      claim.earlierPaid = add(claim.earlierPaid ?? zero, moneyOf(text(2)))
  },
  '2400/LX': openLine,
  '2400/SV1': readService,
  '2400/DTP': readServiceDays,
  '2400/REF': ({ line }, { text }) => {
    if (line !== null && text(1) === '6R') line.lineNumber = text(2)
    if (line !== null && text(1) === 'G1') line.authorization = text(2)
  },
  '2430/SVD': ({ line }, { text }) => {
    if (line !== null)
      line.earlierAnswers = [...line.earlierAnswers, { paid: moneyOf(text(2)), adjusted: zero, client: zero }]
  },
  '2430/CAS': readEarlierAdjustment,
  '2420A/NM1': ({ line }, { text }) => {
    if (line !== null) line.renderingNpi = text(9)
  },
}

/** The claims of a set that has passed `checkSet`, in the order they came. */
export const readClaims = (segments: Segments, set: SentSet): readonly SentClaim[] => {
  const walk: Walk = {
    claims: [],
    reference: '',
    submitter: nobody,
    billing: { ...nobody, taxId: '' },
    order: '',
    filing: '',
    payerId: '',
    subscriber: nobody,
    subscriberBirthDate: null,
    client: null,
    clientBirthDate: null,
    claim: null,
    line: null,
  }
  for (const { index, id, loop } of locateLoops(segments, set)) {
    const at = {
      text: (element: number) => elementText(segments, index, element),
      parts: (element: number) => components(segments, index, element),
    }
    readers[`${loop}/${id}`]?.(walk, at)
  }
  return walk.claims
}
