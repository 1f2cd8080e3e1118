// A claim of the 837P (loop 2300) with the providers named for it (2310A to 2310D). Source: docs/sources.md 8.1.
import { amount, reference } from '../pieces.ts'
import type { LoopTable, SegmentTable } from '../table-language.ts'
import { serviceLine } from './table-line.ts'
import { otherPayer } from './table-other-payer.ts'
import {
  address,
  contacts,
  facilityName,
  references,
  referringName,
  renderingName,
  supervisingName,
  taxonomy,
} from './table-parties.ts'
import {
  ambulance,
  attachments,
  claimPricing,
  conditions,
  contract,
  dated,
  fixedFormat,
  remark,
  reportKinds,
  spanned,
} from './table-pieces.ts'

const yesOrNo = { number: 1073, type: 'code', size: [1, 1], codes: ['N', 'Y'] } as const

/** CLM. `frequency` is 1 original, 7 replacement, 8 void; `accident` is box 10 of the paper form. */
const claim = {
  segment: 'CLM',
  key: 'claim',
  usage: 'required',
  max: 1,
  elements: [
    { key: 'number', number: 1028, type: 'text', size: [1, 38], usage: 'required' },
    { key: 'charge', number: 782, type: 'money', size: [1, 18], usage: 'required' },
    { notUsed: true },
    { notUsed: true },
    {
      key: 'place',
      number: 23,
      usage: 'required',
      components: [
        { key: 'placeOfService', number: 1331, type: 'text', size: [1, 2], usage: 'required' },
        { fixed: 'B', number: 1332, type: 'code', size: [1, 2], usage: 'required' },
        {
          key: 'frequency',
          number: 1325,
          type: 'code',
          size: [1, 1],
          usage: 'required',
          codeSet: 'claim frequency',
        },
      ],
    },
    { key: 'providerSigned', ...yesOrNo, usage: 'required' },
    {
      key: 'assignment',
      number: 1359,
      type: 'code',
      size: [1, 1],
      usage: 'required',
      codes: ['A', 'B', 'C'],
    },
    {
      key: 'benefitsAssigned',
      number: 1073,
      type: 'code',
      size: [1, 1],
      usage: 'required',
      codes: ['N', 'W', 'Y'],
    },
    { key: 'release', number: 1363, type: 'code', size: [1, 1], usage: 'required', codes: ['I', 'Y'] },
    { key: 'signatureSource', number: 1351, type: 'code', size: [1, 1], usage: 'situational', codes: ['P'] },
    {
      key: 'accident',
      number: 24,
      usage: 'situational',
      components: [
        {
          key: 'cause',
          number: 1362,
          type: 'code',
          size: [2, 3],
          usage: 'required',
          codes: ['AA', 'EM', 'OA'],
        },
        {
          key: 'secondCause',
          number: 1362,
          type: 'code',
          size: [2, 3],
          usage: 'situational',
          codes: ['AA', 'EM', 'OA'],
        },
        { notUsed: true },
        { key: 'state', number: 156, type: 'code', size: [2, 2], usage: 'situational', codeSet: 'states' },
        {
          key: 'country',
          number: 26,
          type: 'code',
          size: [2, 3],
          usage: 'situational',
          codeSet: 'countries',
        },
      ],
    },
    {
      key: 'program',
      number: 1366,
      type: 'code',
      size: [2, 3],
      usage: 'situational',
      codes: ['02', '03', '05', '09'],
    },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    {
      key: 'delayReason',
      number: 1514,
      type: 'code',
      size: [1, 2],
      usage: 'situational',
      codeSet: 'delay reasons',
    },
  ],
} as const satisfies SegmentTable

const diagnosis = <const Codes extends readonly string[]>(codes: Codes) =>
  [
    { key: 'kind', number: 1270, type: 'code', size: [1, 3], usage: 'required', codes },
    { key: 'code', number: 1271, type: 'text', size: [1, 30], usage: 'required' },
  ] as const

/** HI with the diagnoses: one principal (ABK), up to eleven more (ABF), without dots. BK and BF are ICD-9, of old files. */
const diagnoses = {
  segment: 'HI',
  key: 'diagnoses',
  usage: 'required',
  max: 1,
  elements: [
    { key: 'principal', number: 22, usage: 'required', components: diagnosis(['ABK', 'BK']) },
    { key: 'others', number: 22, usage: 'situational', inRow: 11, components: diagnosis(['ABF', 'BF']) },
  ],
} as const satisfies SegmentTable

/** HI*BP: the surgery an anesthetist was needed for. */
const anesthesia = {
  segment: 'HI',
  key: 'anesthesiaFor',
  usage: 'situational',
  max: 1,
  elements: [
    { key: 'principal', number: 22, usage: 'required', components: diagnosis(['BP']) },
    { key: 'other', number: 22, usage: 'situational', components: diagnosis(['BO']) },
  ],
} as const satisfies SegmentTable

/** HI*BG: condition codes (box 10d of the paper form). */
const claimConditions = {
  segment: 'HI',
  key: 'conditionCodes',
  usage: 'situational',
  max: 2,
  elements: [{ key: 'codes', number: 22, usage: 'required', inRow: 12, components: diagnosis(['BG']) }],
} as const satisfies SegmentTable

/** CR2: spinal manipulation. */
const spinalManipulation = {
  segment: 'CR2',
  key: 'spinalManipulation',
  usage: 'situational',
  max: 1,
  elements: [
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    { notUsed: true },
    {
      key: 'condition',
      number: 1342,
      type: 'code',
      size: [1, 1],
      usage: 'required',
      codes: ['A', 'C', 'D', 'E', 'F', 'G', 'M'],
    },
    { notUsed: true },
    { key: 'description', number: 352, type: 'text', size: [1, 80], usage: 'situational' },
    { key: 'more', number: 352, type: 'text', size: [1, 80], usage: 'situational' },
  ],
} as const satisfies SegmentTable

const providerIds = ['0B', '1G', 'G2', 'LU'] as const

const referringProvider = {
  loop: '2310A',
  key: 'referringProviders',
  usage: 'situational',
  max: 2,
  parts: [referringName, references('otherIds', ['0B', '1G', 'G2'], 3, 'situational')],
} as const satisfies LoopTable

const renderingProvider = {
  loop: '2310B',
  key: 'renderingProvider',
  usage: 'situational',
  max: 1,
  parts: [renderingName, taxonomy('PE'), references('otherIds', providerIds, 4, 'situational')],
} as const satisfies LoopTable

const facility = {
  loop: '2310C',
  key: 'facility',
  usage: 'situational',
  max: 1,
  parts: [
    facilityName,
    ...address,
    references('otherIds', ['0B', 'G2', 'LU'], 3, 'situational'),
    contacts('contact', 'situational', 1),
  ],
} as const satisfies LoopTable

const supervisingProvider = {
  loop: '2310D',
  key: 'supervisingProvider',
  usage: 'situational',
  max: 1,
  parts: [supervisingName, references('otherIds', providerIds, 4, 'situational')],
} as const satisfies LoopTable

export const claims = {
  loop: '2300',
  key: 'claims',
  usage: 'situational',
  max: 100,
  parts: [
    claim,
    dated('onset', '431'),
    dated('initialTreatment', '454'),
    dated('lastSeen', '304'),
    dated('acuteManifestation', '453'),
    spanned('accidentDay', '439', 'situational'),
    dated('lastMenstrualPeriod', '484'),
    dated('lastXray', '455'),
    dated('prescribed', '471'),
    spanned('disability', '314', 'situational'),
    spanned('disabilityBegan', '360', 'situational'),
    spanned('disabilityEnded', '361', 'situational'),
    dated('lastWorked', '297'),
    dated('returnToWork', '296'),
    dated('admitted', '435'),
    dated('discharged', '096'),
    dated('careAssumed', '090'),
    dated('careRelinquished', '091'),
    dated('firstContact', '444'),
    dated('repricerReceived', '050'),
    attachments([...reportKinds, 'CT']),
    contract,
    amount('clientPaid', 'F5'),
    reference('serviceException', '4N'),
    reference('mandatoryMedicare', 'F5'),
    reference('mammography', 'EW'),
    reference('referral', '9F'),
    reference('priorAuthorization', 'G1'),
    reference('payerClaimNumber', 'F8'),
    reference('laboratory', 'X4'),
    reference('repricedClaim', '9A'),
    reference('adjustedRepricedClaim', '9C'),
    reference('investigationalDevice', 'LX'),
    reference('clearinghouseClaim', 'D9'),
    reference('medicalRecord', 'EA'),
    reference('demonstration', 'P4'),
    reference('carePlanOversight', '1J'),
    fixedFormat,
    remark('remark', ['ADD', 'CER', 'DCP', 'DGN', 'TPO']),
    ambulance,
    spinalManipulation,
    conditions('ambulanceConditions', ['07'], 3),
    conditions('visionConditions', ['E1', 'E2', 'E3'], 3),
    conditions('homebound', ['75'], 1),
    conditions('screeningReferral', ['ZZ'], 1),
    diagnoses,
    anesthesia,
    claimConditions,
    claimPricing,
    referringProvider,
    renderingProvider,
    facility,
    supervisingProvider,
    otherPayer,
    serviceLine,
  ],
} as const satisfies LoopTable
