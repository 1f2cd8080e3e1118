// A service line of the 837P (loop 2400) with its own rendering provider (2420A) and what other payers made of it (2430).
import { amount, procedureCode, reference } from '../pieces.ts'
import type { LoopTable, SegmentTable } from '../table-language.ts'
import { payerReferences, renderingName, taxonomy } from './table-parties.ts'
import {
  adjustments,
  ambulance,
  attachments,
  conditions,
  contract,
  dated,
  fixedFormat,
  linePricing,
  remark,
  reportKinds,
  spanned,
} from './table-pieces.ts'

const procedureParts = [
  {
    key: 'kind',
    number: 235,
    type: 'code',
    size: [2, 2],
    usage: 'required',
    codes: ['HC', 'ER', 'IV', 'WK'],
  },
  ...procedureCode,
  { key: 'description', number: 352, type: 'text', size: [1, 80], usage: 'situational' },
] as const

const placeOfService = {
  key: 'placeOfService',
  number: 1331,
  type: 'text',
  size: [1, 2],
  usage: 'situational',
} as const

/** SV1. `units` are sessions or 15-minute units under UN, minutes under MJ (anesthesia only); pointers count from 1. */
const service = {
  segment: 'SV1',
  key: 'service',
  usage: 'required',
  max: 1,
  elements: [
    { key: 'procedure', number: 3, usage: 'required', components: procedureParts },
    { key: 'charge', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'unit', number: 355, type: 'code', size: [2, 2], usage: 'required', codes: ['MJ', 'UN'] },
    { key: 'units', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
    placeOfService,
    { notUsed: true },
    {
      key: 'diagnosisPointers',
      number: 4,
      usage: 'required',
      components: [
        { key: 'numbers', number: 1328, type: 'whole', size: [1, 2], usage: 'required', inRow: 4 },
      ],
    },
    { notUsed: true },
    { key: 'emergency', number: 1073, type: 'code', size: [1, 1], usage: 'situational', codes: ['Y'] },
    { notUsed: true },
    { key: 'screening', number: 1073, type: 'code', size: [1, 1], usage: 'situational', codes: ['Y'] },
    { key: 'familyPlanning', number: 1073, type: 'code', size: [1, 1], usage: 'situational', codes: ['Y'] },
    { notUsed: true },
    { notUsed: true },
    { key: 'copayStatus', number: 1327, type: 'code', size: [1, 1], usage: 'situational', codes: ['0'] },
  ],
} as const satisfies SegmentTable

/** SV5: equipment, rented or bought. */
const equipment = {
  segment: 'SV5',
  key: 'equipment',
  usage: 'situational',
  max: 1,
  elements: [
    {
      key: 'procedure',
      number: 3,
      usage: 'required',
      components: [
        { fixed: 'HC', number: 235, type: 'code', size: [2, 2], usage: 'required' },
        { key: 'code', number: 234, type: 'text', size: [1, 48], usage: 'required' },
      ],
    },
    { fixed: 'DA', number: 355, type: 'code', size: [2, 2], usage: 'required' },
    { key: 'days', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
    { key: 'rentalPrice', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'purchasePrice', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'rentalPer', number: 594, type: 'code', size: [1, 1], usage: 'required', codes: ['1', '4', '6'] },
  ],
} as const satisfies SegmentTable

/** PWK*CT: how the certificate of medical necessity goes. */
const certificate = {
  segment: 'PWK',
  key: 'certificate',
  usage: 'situational',
  max: 1,
  elements: [
    { fixed: 'CT', number: 755, type: 'code', size: [2, 2], usage: 'required' },
    {
      key: 'sentBy',
      number: 756,
      type: 'code',
      size: [1, 2],
      usage: 'required',
      codes: ['AB', 'AD', 'AF', 'AG', 'NS'],
    },
  ],
} as const satisfies SegmentTable

/** CR3: certification of durable equipment. */
const equipmentCertification = {
  segment: 'CR3',
  key: 'equipmentCertification',
  usage: 'situational',
  max: 1,
  elements: [
    { key: 'kind', number: 1322, type: 'code', size: [1, 1], usage: 'required', codes: ['I', 'R', 'S'] },
    { fixed: 'MO', number: 355, type: 'code', size: [2, 2], usage: 'required' },
    { key: 'months', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
  ],
} as const satisfies SegmentTable

const quantity = <const K extends string, const Q extends string>(key: K, fixed: Q) =>
  ({
    segment: 'QTY',
    key,
    usage: 'situational',
    max: 1,
    elements: [
      { fixed, number: 673, type: 'code', size: [2, 2], usage: 'required' },
      { key: 'quantity', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
    ],
  }) as const

const measurements = {
  segment: 'MEA',
  key: 'measurements',
  usage: 'situational',
  max: 5,
  elements: [
    { key: 'of', number: 737, type: 'code', size: [2, 2], usage: 'required', codes: ['OG', 'TR'] },
    {
      key: 'kind',
      number: 738,
      type: 'code',
      size: [1, 3],
      usage: 'required',
      codes: ['HT', 'R1', 'R2', 'R3', 'R4'],
    },
    { key: 'value', number: 739, type: 'quantity', size: [1, 20], usage: 'required' },
  ],
} as const satisfies SegmentTable

/** PS1: a service bought from another provider. */
const purchased = {
  segment: 'PS1',
  key: 'purchased',
  usage: 'situational',
  max: 1,
  elements: [
    { key: 'provider', number: 127, type: 'text', size: [1, 50], usage: 'required' },
    { key: 'charge', number: 782, type: 'money', size: [1, 18], usage: 'required' },
  ],
} as const satisfies SegmentTable

/** Loop 2420A: who rendered this line, when that is not who rendered the claim. */
const lineRenderingProvider = {
  loop: '2420A',
  key: 'renderingProvider',
  usage: 'situational',
  max: 1,
  parts: [renderingName, taxonomy('PE'), payerReferences('otherIds', ['0B', '1G', 'G2', 'LU'], 20)],
} as const satisfies LoopTable

/** SVD: what another payer paid for this line, as which procedure, and the line it was bundled into. */
const adjudication = {
  segment: 'SVD',
  key: 'adjudication',
  usage: 'required',
  max: 1,
  elements: [
    { key: 'payerId', number: 67, type: 'text', size: [2, 80], usage: 'required' },
    { key: 'paid', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { key: 'procedure', number: 3, usage: 'required', components: procedureParts },
    { notUsed: true },
    { key: 'units', number: 380, type: 'quantity', size: [1, 15], usage: 'required' },
    { key: 'bundledInto', number: 554, type: 'whole', size: [1, 6], usage: 'situational' },
  ],
} as const satisfies SegmentTable

const otherPayerAdjudication = {
  loop: '2430',
  key: 'otherPayers',
  usage: 'situational',
  max: 15,
  parts: [
    adjudication,
    adjustments,
    { ...dated('adjudicated', '573'), usage: 'required' },
    amount('remainingClientOwes', 'EAF'),
  ],
} as const satisfies LoopTable

export const serviceLine = {
  loop: '2400',
  key: 'lines',
  usage: 'required',
  max: 50,
  parts: [
    {
      segment: 'LX',
      key: 'position',
      usage: 'required',
      max: 1,
      elements: [{ key: 'number', number: 554, type: 'whole', size: [1, 6], usage: 'required' }],
    },
    service,
    equipment,
    attachments(reportKinds),
    certificate,
    ambulance,
    equipmentCertification,
    conditions('ambulanceConditions', ['07'], 3),
    conditions('hospiceConditions', ['70'], 1),
    conditions('equipmentConditions', ['09', '11'], 2),
    spanned('served', '472', 'required'),
    dated('prescribed', '471'),
    dated('certificateRevised', '607'),
    dated('therapyBegan', '463'),
    dated('lastCertified', '461'),
    dated('lastSeen', '304'),
    dated('hemoglobinTested', '738'),
    dated('creatinineTested', '739'),
    dated('shipped', '011'),
    dated('lastXray', '455'),
    dated('initialTreatment', '454'),
    quantity('ambulanceClients', 'PT'),
    quantity('anesthesiaUnits', 'FL'),
    measurements,
    contract,
    reference('repricedLine', '9B'),
    reference('adjustedRepricedLine', '9D'),
    payerReferences('authorizations', ['G1'], 5),
    reference('lineNumber', '6R'),
    reference('mammography', 'EW'),
    reference('laboratory', 'X4'),
    reference('referringLaboratory', 'F4'),
    reference('immunizationBatch', 'BT'),
    payerReferences('referrals', ['9F'], 5),
    amount('salesTax', 'T'),
    amount('postage', 'F4'),
    fixedFormat,
    remark('remark', ['ADD', 'DCP']),
    remark('thirdPartyRemark', ['TPO']),
    purchased,
    linePricing,
    lineRenderingProvider,
    otherPayerAdjudication,
  ],
} as const satisfies LoopTable
