// Another payer of the same claim (loop 2320), its subscriber (2330A) and its name (2330B). Source: docs/sources.md 8.6.
import { amount, reference } from '../pieces.ts'
import type { LoopTable, SegmentTable } from '../table-language.ts'
import { addressIfKnown, payerName, references, subscriberName } from './table-parties.ts'
import { adjustments, dated } from './table-pieces.ts'

const order = ['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U'] as const

/** SBR of another payer: its place in the order, the relation of the client to its subscriber, group and kind. */
const otherSubscriber = {
  segment: 'SBR',
  key: 'coverage',
  usage: 'required',
  max: 1,
  elements: [
    { key: 'order', number: 1138, type: 'code', size: [1, 1], usage: 'required', codes: order },
    { key: 'relation', number: 1069, type: 'code', size: [2, 2], usage: 'required', codeSet: 'relations' },
    { key: 'groupNumber', number: 127, type: 'text', size: [1, 50], usage: 'situational' },
    { key: 'planName', number: 93, type: 'text', size: [1, 60], usage: 'situational' },
    {
      key: 'insuranceType',
      number: 1336,
      type: 'code',
      size: [1, 3],
      usage: 'situational',
      codeSet: 'insurance types',
    },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    {
      key: 'filing',
      number: 1032,
      type: 'code',
      size: [1, 2],
      usage: 'situational',
      codeSet: 'claim filing indicator',
    },
  ],
} as const satisfies SegmentTable

/** OI: assignment of benefits and release of information towards this payer. */
const consents = {
  segment: 'OI',
  key: 'consents',
  usage: 'required',
  max: 1,
  elements: [
    { notUsed: true },
    { notUsed: true },
    {
      key: 'benefitsAssigned',
      number: 1073,
      type: 'code',
      size: [1, 1],
      usage: 'required',
      codes: ['N', 'W', 'Y'],
    },
    { key: 'signatureSource', number: 1351, type: 'code', size: [1, 1], usage: 'situational', codes: ['P'] },
    { notUsed: true },
    { key: 'release', number: 1363, type: 'code', size: [1, 1], usage: 'required', codes: ['I', 'Y'] },
  ],
} as const satisfies SegmentTable

/** MOA: what this payer said of an outpatient claim. */
const outpatientAnswer = {
  segment: 'MOA',
  key: 'outpatientAnswer',
  usage: 'situational',
  max: 1,
  elements: [
    { key: 'rate', number: 954, type: 'quantity', size: [1, 10], usage: 'situational' },
    { key: 'payable', number: 782, type: 'money', size: [1, 18], usage: 'situational' },
    { key: 'remarks', number: 127, type: 'text', size: [1, 50], usage: 'situational', inRow: 5 },
    { key: 'renalPaid', number: 782, type: 'money', size: [1, 18], usage: 'situational' },
    { key: 'notBilled', number: 782, type: 'money', size: [1, 18], usage: 'situational' },
  ],
} as const satisfies SegmentTable

const subscriber = {
  loop: '2330A',
  key: 'subscriber',
  usage: 'required',
  max: 1,
  parts: [subscriberName, ...addressIfKnown, reference('socialSecurity', 'SY')],
} as const satisfies LoopTable

const payer = {
  loop: '2330B',
  key: 'payer',
  usage: 'required',
  max: 1,
  parts: [
    payerName,
    ...addressIfKnown,
    dated('adjudicated', '573'),
    references('otherIds', ['2U', 'EI', 'FY', 'NF'], 2, 'situational'),
    reference('priorAuthorization', 'G1'),
    reference('referral', '9F'),
    reference('adjusted', 'T4'),
    reference('payerClaimNumber', 'F8'),
  ],
} as const satisfies LoopTable

export const otherPayer = {
  loop: '2320',
  key: 'otherPayers',
  usage: 'situational',
  max: 10,
  parts: [
    otherSubscriber,
    adjustments,
    amount('paid', 'D'),
    amount('notCovered', 'A8'),
    amount('remainingClientOwes', 'EAF'),
    consents,
    outpatientAnswer,
    subscriber,
    payer,
  ],
} as const satisfies LoopTable
