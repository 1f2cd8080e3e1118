// The 837P: the professional claim, 005010X222A1, from header to subscriber and client. Source: docs/sources.md 8.1.
import { reference } from '../pieces.ts'
import type { DocumentOf, LoopTable, SegmentTable, SetTable } from '../table-language.ts'
import { claims } from './table-claim.ts'
import {
  address,
  addressIfKnown,
  billingProviderName,
  birth,
  clientName,
  contacts,
  payToName,
  payerName,
  receiverName,
  references,
  submitterName,
  subscriberName,
  taxonomy,
} from './table-parties.ts'

/** BHT. `reference` names the batch and comes back in the 277CA (TRN*2); `kind` is CH for claims, RP for encounters. */
const beginning = {
  segment: 'BHT',
  key: 'beginning',
  usage: 'required',
  max: 1,
  elements: [
    { fixed: '0019', number: 1005, type: 'code', size: [4, 4], usage: 'required' },
    { key: 'purpose', number: 353, type: 'code', size: [2, 2], usage: 'required', codes: ['00', '18'] },
    { key: 'reference', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    { key: 'day', number: 373, type: 'day8', size: [8, 8], usage: 'required' },
    { key: 'time', number: 337, type: 'time', size: [4, 8], usage: 'required' },
    { key: 'kind', number: 640, type: 'code', size: [2, 2], usage: 'required', codes: ['31', 'CH', 'RP'] },
  ],
} as const satisfies SegmentTable

const submitter = {
  loop: '1000A',
  key: 'submitter',
  usage: 'required',
  max: 1,
  parts: [submitterName, contacts('contacts', 'required', 2)],
} as const satisfies LoopTable

const receiver = {
  loop: '1000B',
  key: 'receiver',
  usage: 'required',
  max: 1,
  parts: [receiverName],
} as const satisfies LoopTable

/** CUR: the currency of the claims below, when it is not the dollar. */
const currency = {
  segment: 'CUR',
  key: 'currency',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: '85', number: 98, type: 'code', size: [2, 3], usage: 'required' },
    { key: 'code', number: 100, type: 'code', size: [3, 3], usage: 'required', codeSet: 'ISO 4217' },
  ],
} as const satisfies SegmentTable

const billingProvider = {
  loop: '2010AA',
  key: 'provider',
  usage: 'required',
  max: 1,
  parts: [
    billingProviderName,
    ...address,
    references('taxId', ['EI', 'SY'], 1, 'required'),
    references('otherIds', ['0B', '1G'], 2, 'situational'),
    contacts('contacts', 'situational', 2),
  ],
} as const satisfies LoopTable

const payTo = {
  loop: '2010AB',
  key: 'payTo',
  usage: 'situational',
  max: 1,
  parts: [payToName, ...address],
} as const satisfies LoopTable

const relations = { number: 1069, type: 'code', size: [2, 2], codeSet: 'relations' } as const

/** SBR. `relation` is 18 when the client is the subscriber and is left out otherwise (docs/sources.md 8.1, box 6). */
const coverage = {
  segment: 'SBR',
  key: 'coverage',
  usage: 'required',
  max: 1,
  elements: [
    {
      key: 'order',
      number: 1138,
      type: 'code',
      size: [1, 1],
      usage: 'required',
      codes: ['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U'],
    },
    { key: 'relation', ...relations, usage: 'situational', codes: ['18'] },
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

const bodyFacts = [
  { notUsed: true },
  { notUsed: true },
  { notUsed: true },
  { fixed: 'D8', number: 1250, type: 'code', size: [2, 3], usage: 'situational' },
  { key: 'died', number: 1251, type: 'day8', size: [8, 8], usage: 'situational' },
  { fixed: '01', number: 355, type: 'code', size: [2, 2], usage: 'situational' },
  { key: 'weight', number: 81, type: 'quantity', size: [1, 10], usage: 'situational' },
  { key: 'pregnant', number: 1073, type: 'code', size: [1, 1], usage: 'situational', codes: ['Y'] },
] as const

/** PAT of a subscriber who is the client. */
const subscriberFacts = {
  segment: 'PAT',
  key: 'facts',
  usage: 'situational',
  max: 1,
  elements: [{ notUsed: true }, ...bodyFacts],
} as const satisfies SegmentTable

/** PAT of a client who is not the subscriber. `relation` is that of the client to the subscriber. */
const clientFacts = {
  segment: 'PAT',
  key: 'facts',
  usage: 'required',
  max: 1,
  elements: [{ key: 'relation', ...relations, usage: 'required' }, ...bodyFacts],
} as const satisfies SegmentTable

const subscriber = {
  loop: '2010BA',
  key: 'subscriber',
  usage: 'required',
  max: 1,
  parts: [
    subscriberName,
    ...addressIfKnown,
    birth,
    reference('socialSecurity', 'SY'),
    reference('casualtyClaim', 'Y4'),
    contacts('contact', 'situational', 1),
  ],
} as const satisfies LoopTable

const payer = {
  loop: '2010BB',
  key: 'payer',
  usage: 'required',
  max: 1,
  parts: [
    payerName,
    ...addressIfKnown,
    references('otherIds', ['2U', 'EI', 'FY', 'NF'], 3, 'situational'),
    references('billingProviderIds', ['G2', 'LU'], 2, 'situational'),
  ],
} as const satisfies LoopTable

const client = {
  loop: '2010CA',
  key: 'client',
  usage: 'required',
  max: 1,
  parts: [
    clientName,
    ...address,
    { ...birth, usage: 'required' },
    reference('casualtyClaim', 'Y4'),
    references('casualtyIds', ['1W', 'SY'], 1, 'situational'),
    contacts('contact', 'situational', 1),
  ],
} as const satisfies LoopTable

/** A client who is not the subscriber (HL*23). */
const clients = {
  loop: '2000C',
  key: 'clients',
  usage: 'situational',
  max: 99999,
  hl: { level: '23' },
  parts: [clientFacts, client, { ...claims, usage: 'required' }],
} as const satisfies LoopTable

/** A subscriber (HL*22) with the claims of the subscriber, then those of other clients. */
const subscribers = {
  loop: '2000B',
  key: 'subscribers',
  usage: 'required',
  max: 99999,
  hl: { level: '22' },
  parts: [coverage, subscriberFacts, subscriber, payer, claims, clients],
} as const satisfies LoopTable

const billingProviders = {
  loop: '2000A',
  key: 'billingProviders',
  usage: 'required',
  max: 99999,
  hl: { level: '20' },
  parts: [taxonomy('BI'), currency, billingProvider, payTo, subscribers],
} as const satisfies LoopTable

export const table837p = {
  set: '837',
  group: 'HC',
  version: '005010X222A1',
  parts: [beginning, submitter, receiver, billingProviders],
} as const satisfies SetTable

/** A set of professional claims. */
export type Claims837P = DocumentOf<typeof table837p>
export type BillingProvider837P = Claims837P['billingProviders'][number]
export type Subscriber837P = BillingProvider837P['subscribers'][number]
export type Client837P = NonNullable<Subscriber837P['clients']>[number]
/** One claim, CLM to its last line. */
export type Claim837P = NonNullable<Subscriber837P['claims']>[number]
export type ServiceLine837P = Claim837P['lines'][number]
export type OtherPayer837P = NonNullable<Claim837P['otherPayers']>[number]
