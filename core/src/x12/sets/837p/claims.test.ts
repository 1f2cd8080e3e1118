// Professional claims: every example byte for byte, what a claim says typed, and what each broken copy is told, whole and in chunks.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryDocument } from '../../../../corpus-tests/arbitrary-document.ts'
import { bytesOf, cutEvery } from '../../../../corpus-tests/chunked.ts'
import { cents } from '../../../values/cents.ts'
import { instant } from '../../../values/day.ts'
import type { Finding } from '../../../values/finding.ts'
import { parseNpi } from '../../../values/npi.ts'
import { readInterchangesLeniently } from '../../syntax/interchange.ts'
import { splitLeniently } from '../../syntax/split.ts'
import type { Envelope } from '../../syntax/write-interchange.ts'
import { usualLayout, writeBack } from '../../syntax/write.ts'
import { readProfessionalClaims, readProfessionalClaimsLeniently } from './read.ts'
import { type ClaimBatch, streamClaims, streamClaimsOf } from './stream.ts'
import { type Claim837P, type Claims837P, table837p } from './table.ts'
import { writeProfessionalClaims } from './write.ts'

const folder = join(import.meta.dirname, 'examples')
const names = readdirSync(folder)
const example = (name: string): string => readFileSync(join(folder, name), 'latin1')
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const documentsOf = (text: string): readonly Claims837P[] => {
  const read = readProfessionalClaims(bytesOf(text))
  if (!read.ok) throw new Error(read.findings.map(({ code }) => code).join(', '))
  return read.value.map(({ document }) => document)
}

const claimsOf = (document: Claims837P): readonly Claim837P[] =>
  document.billingProviders.flatMap(({ subscribers }) =>
    subscribers.flatMap(({ claims = [], clients = [] }) => [
      ...claims,
      ...clients.flatMap((client) => client.claims),
    ]),
  )

const envelopeOf = (text: string): Envelope => {
  const [interchange] = readInterchangesLeniently(splitLeniently(bytesOf(text)).segments).interchanges
  if (interchange === undefined) throw new Error('the example holds no interchange')
  const { day, time } = interchange
  return {
    senderQualifier: interchange.senderQualifier,
    senderId: interchange.sender,
    receiverQualifier: interchange.receiverQualifier,
    receiverId: interchange.receiver,
    usage: interchange.usage === 'P' ? 'P' : 'T',
    interchangeControl: Number(interchange.control),
    groupControl: Number(interchange.groups[0]?.control),
    at: instant(
      `20${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}T${time.slice(0, 2)}:${time.slice(2)}:00Z`,
    ),
  }
}

describe.each(names)('the example %s', (name) => {
  const text = example(name)

  test('is found again byte for byte by its offsets', () => {
    expect(textOf(writeBack(splitLeniently(bytesOf(text)).segments))).toBe(text)
  })

  test('is read without a finding and written from its documents as the same bytes', () => {
    expect(readProfessionalClaims(bytesOf(text)).findings).toEqual([])
    const layout = { ...usualLayout, newline: text.includes('\n') }
    const written = writeProfessionalClaims(documentsOf(text), envelopeOf(text), { layout })
    expect(written.findings).toEqual([])
    expect(written.ok && textOf(written.value)).toBe(text)
  })

  test('gives the same claims one at a time from a stream', () => {
    const claims = documentsOf(text).flatMap(claimsOf)
    for (const size of [1, 50, 4096]) {
      const batches = [...streamClaims(cutEvery(bytesOf(text), size))]
      expect(batches.flatMap((batch) => batch.claims.map(({ claim }) => claim))).toEqual(claims)
      expect(batches.flatMap(({ findings }) => findings)).toEqual([])
    }
  })

  test('names only NPIs that were invented: they begin with 2 and pass the check digit', () => {
    const npis = [...text.matchAll(/\*XX\*(\d+)/g)].map((match) => match[1] ?? '')
    expect(npis.length).toBeGreaterThan(0)
    for (const npi of npis) expect(npi.startsWith('2') && parseNpi(npi)).toBe(npi)
  })

  test('adds its line charges up to the charge of each claim', () => {
    for (const { claim, lines } of documentsOf(text).flatMap(claimsOf)) {
      expect(lines.reduce((sum, { service }) => sum + service.charge, 0)).toBe(claim.charge)
    }
  })
})

test('a claim is read field by field', () => {
  const expected: Claim837P = {
    claim: {
      number: 'C1001',
      charge: cents(20000),
      place: { placeOfService: '10', frequency: '1' },
      providerSigned: 'Y',
      assignment: 'A',
      benefitsAssigned: 'Y',
      release: 'Y',
    },
    priorAuthorization: { number: 'AUTH5521' },
    diagnoses: { principal: { kind: 'ABK', code: 'F411' }, others: [{ kind: 'ABF', code: 'F5101' }] },
    renderingProvider: {
      name: { entity: '1', lastName: 'HALE', firstName: 'ROBIN', npi: '2271828180' },
      taxonomy: { code: '101YM0800X' },
    },
    lines: [
      {
        position: { number: 1 },
        service: {
          procedure: { kind: 'HC', code: '90837', modifiers: ['95'] },
          charge: cents(20000),
          unit: 'UN',
          units: 1,
          diagnosisPointers: { numbers: [1, 2] },
        },
        served: { format: 'D8', days: '20260203' },
        lineNumber: { number: 'C1001L1' },
      },
    ],
  }
  expect(documentsOf(example('telehealth-session.837')).flatMap(claimsOf)).toEqual([expected])
})

test('a client who is not the subscriber has a loop, and another payer is not taken for a second subscriber', () => {
  const [document] = documentsOf(example('secondary-for-spouse.837'))
  const [subscriber] = document?.billingProviders[0]?.subscribers ?? []
  expect(document?.billingProviders[0]?.subscribers).toHaveLength(1)
  expect(subscriber?.claims).toBeUndefined()
  expect(subscriber?.clients?.map(({ facts, client }) => [facts.relation, client.name.firstName])).toEqual([
    ['01', 'ALEX'],
  ])
  const [claim] = subscriber?.clients?.[0]?.claims ?? []
  expect(claim?.otherPayers).toMatchObject([
    {
      coverage: { order: 'P', relation: '18', groupNumber: 'GRP10', filing: '12' },
      paid: { amount: 16800 },
      payer: { name: { organization: 'BLUE PLAN', id: 'BLU01' }, payerClaimNumber: { number: 'BP889900' } },
    },
  ])
  expect(claim?.payerClaimNumber).toBeUndefined()
  expect(claim?.lines.map(({ otherPayers }) => otherPayers?.map(({ adjustments }) => adjustments))).toEqual([
    [
      [
        { group: 'CO', reasons: [{ reason: '45', amount: 6000 }] },
        { group: 'PR', reasons: [{ reason: '2', amount: 2800 }] },
      ],
    ],
    [
      [
        { group: 'CO', reasons: [{ reason: '45', amount: 5000 }] },
        {
          group: 'PR',
          reasons: [
            { reason: '1', amount: 4000 },
            { reason: '2', amount: 1400 },
          ],
        },
      ],
    ],
  ])
})

test('a streamed claim knows the header, the providers and the people around it', async () => {
  const text = example('secondary-for-spouse.837')
  const chunks = async function* () {
    yield* cutEvery(bytesOf(text), 100)
  }
  const batches: ClaimBatch[] = []
  for await (const batch of streamClaimsOf(chunks())) batches.push(batch)
  const [streamed, ...others] = batches.flatMap(({ claims }) => claims)
  expect(others).toEqual([])
  expect(streamed).toMatchObject({
    claim: { claim: { number: 'C1002' } },
    header: { beginning: { reference: 'B260204A' }, receiver: { name: { id: 'GREENPAYER' } } },
    billingProvider: { provider: { name: { npi: '2314159262' } } },
    subscriber: { coverage: { order: 'S' }, payer: { name: { id: 'GRN01' } } },
    client: { facts: { relation: '01' } },
    findings: [],
    place: { set: { control: '0001' }, group: { version: '005010X222A1' } },
  })
  expect(streamed?.billingProvider).not.toHaveProperty('subscribers')
})

test.each(['005010X222', '005010X222A1', '005010X222A2'])(
  'a claim of the edition %s is read, and its edition kept',
  (version) => {
    const text = example('telehealth-session.837').replaceAll('005010X222A1', version)
    const read = readProfessionalClaims(bytesOf(text))
    expect(read.ok && read.value.map(({ group, set }) => [group.version, set.version])).toEqual([
      [version, version],
    ])
  },
)

test('an institutional claim is left alone, and said', () => {
  const text = example('telehealth-session.837').replaceAll('005010X222A1', '005010X223A2')
  expect(readProfessionalClaims(bytesOf(text)).findings.map(({ code }) => code)).toEqual(['999:AK9:2'])
})

/** `code ID position/element-component loop`, as a 999 would say it. */
const said = ({ code, place }: Finding): string => {
  if (place.kind !== 'segment') return `${code} ${JSON.stringify(place)}`
  const { id, segment, element, component, loop } = place
  const within = element === undefined ? '' : `/${element}${component === undefined ? '' : `-${component}`}`
  return [code, id, `${segment}${within}`, ...(loop === undefined ? [] : [loop])].join(' ')
}

type Broken = readonly [name: string, find: string | RegExp, put: string, ...faults: string[]]

/** Copies of the telehealth session. A copy whose number of segments changed is also told of its SE01, which is left out here. */
const broken: readonly Broken[] = [
  ['without BHT', /BHT.*\n/, '', '999:IK3:3 BHT 2'],
  ['without the submitter’s contact', /PER.*\n/, '', '999:IK3:3 PER 4 1000A'],
  ['without a receiver', /NM1\*40.*\n/, '', '999:IK3:I7 NM1 5 1000B'],
  ['without the billing provider’s tax id', /REF\*EI.*\n/, '', '999:IK3:3 REF 11 2010AA'],
  ['without the subscriber', /NM1\*IL.*\nN3.*\nN4.*\nDMG.*\n/, '', '999:IK3:I7 NM1 15 2010BA'],
  ['without the payer', /NM1\*PR.*\n/, '', '999:IK3:I7 NM1 18 2010BB'],
  ['without diagnoses', /HI\*ABK.*\n/, '', '999:IK3:3 HI 21 2300'],
  [
    'without a service line',
    /LX.*\n/,
    '',
    '999:IK3:2 SV1 24 2310B',
    '999:IK3:2 DTP 25 2310B',
    '999:IK4:7 REF 26/1 2310B',
    '999:IK3:I7 LX 27 2400',
  ],
  ['without SV1', /SV1.*\n/, '', '999:IK3:3 SV1 25 2400'],
  ['without a day of service', /DTP.*\n/, '', '999:IK3:3 DTP 26 2400'],
  ['with a segment nobody knows', 'LX*1', 'ZZZ*1~\nLX*1', '999:IK3:1 ZZZ 24 2310B'],
  ['with a segment of another loop', 'LX*1', 'OI***Y***Y~\nLX*1', '999:IK3:2 OI 24 2310B'],
  [
    'with a provider the table does not list',
    'LX*1',
    'NM1*PW*2~\nN3*1 ROAD~\nN4*ELGIN*IL~\nLX*1',
    '999:IK3:2 NM1 24 2310B',
    '999:IK3:2 N3 25 2300',
    '999:IK3:2 N4 26 2300',
  ],
  [
    'with two rendering providers',
    'LX*1',
    'NM1*82*1*LANE~\nPRV*PE*PXC*101YM0800X~\nLX*1',
    '999:IK3:4 NM1 24 2310B',
    '999:IK3:2 PRV 25 2300',
  ],
  ['with two authorizations', /REF\*G1.*\n/, 'REF*G1*A~\nREF*G1*B~\n', '999:IK3:5 REF 21 2300'],
  ['with N4 before N3', /(N3\*400.*\n)(N4.*\n)/, '$2$1', '999:IK3:7 N3 10 2010AA'],
  [
    'with a place that no 837P has',
    'CLM*C1001*200***10:B:1',
    'CLM*C1001*200***10:A:1',
    '999:IK4:7 CLM 19/5-2 2300',
  ],
  ['with a code that is not allowed', '*Y*A*Y*Y', '*Y*X*Y*Y', '999:IK4:7 CLM 19/7 2300'],
  ['with a sex that is no code', '19900412*F', '19900412*X', '999:IK4:7 DMG 17/3 2010BA'],
  ['with another qualifier in DMG', 'DMG*D8', 'DMG*D9', '999:IK4:7 DMG 17/1 2010BA'],
  ['without a claim number', 'CLM*C1001', 'CLM*', '999:IK4:1 CLM 19/1 2300'],
  ['without a procedure code', 'HC:90837:95', 'HC', '999:IK4:1 SV1 25/1-2 2400'],
  ['without diagnosis pointers', '***1:2', '', '999:IK4:1 SV1 25/7 2400'],
  ['with a claim number of 39 characters', 'CLM*C1001', `CLM*${'C'.repeat(39)}`, '999:IK4:5 CLM 19/1 2300'],
  ['with a modifier of three characters', ':95*', ':GT5*', '999:IK4:5 SV1 25/1-3 2400'],
  ['with a state of one letter', 'CHICAGO*IL*60602', 'CHICAGO*I*60602', '999:IK4:4 N4 16/2 2010BA'],
  ['with a charge in words', 'HC:90837:95*200', 'HC:90837:95*TWO', '999:IK4:6 SV1 25/2 2400'],
  ['with a fraction of a cent', 'HC:90837:95*200', 'HC:90837:95*200.005', '999:IK4:I12 SV1 25/2 2400'],
  ['with a tab in a name', 'DOE*ALEX', 'DOE*AL\tEX', '999:IK4:6 NM1 14/4 2010BA'],
  ['with a birth that is no day', '19900412', '19900431', '999:IK4:8 DMG 17/2 2010BA'],
  ['with a range that is one day', 'DTP*472*D8', 'DTP*472*RD8', '999:IK4:8 DTP 26/3 2400'],
  ['with a time that is none', '*1530*CH', '*2530*CH', '999:IK4:9 BHT 2/5'],
  ['with a modifier after an empty one', ':95*', '::95*', '999:IK4:2 SV1 25/1-3 2400'],
  ['with an id that has no qualifier', '*MI*GRN900100', '**GRN900100'],
  ['with an NPI that has no qualifier', '*XX*2271828180', '**2271828180', '999:IK4:2 NM1 22/8 2310B'],
  ['with a qualifier that qualifies nothing', '*XX*2271828180', '*XX', '999:IK4:2 NM1 22/9 2310B'],
  ['with more elements than LX has', 'LX*1', 'LX*1*2', '999:IK4:3 LX 24/2 2400'],
  ['with more components than CLM05 has', '10:B:1*', '10:B:1:9*', '999:IK4:13 CLM 19/5-4 2300'],
  [
    'with components in a plain element',
    'LX*1',
    'LX*1:2',
    '999:IK4:13 LX 24/1-2 2400',
    '999:IK4:6 LX 24/1 2400',
  ],
  ['with repetitions in a plain element', 'REF*6R*C1001L1', 'REF*6R*A^B', '999:IK4:12 REF 27/2 2400'],
  [
    'with an element the guide leaves empty',
    'CLM*C1001*200***10',
    'CLM*C1001*200*MC**10',
    '999:IK4:I10 CLM 19/3 2300',
  ],
  ['with an HL that skips a number', 'HL*2*1*22', 'HL*3*1*22', '999:IK4:7 HL 12/1 2000B'],
  ['with an HL under another parent', 'HL*2*1*22', 'HL*2*9*22', '999:IK4:7 HL 12/2 2000B'],
  ['with an HL that promises a client', 'HL*2*1*22*0', 'HL*2*1*22*1', '999:IK4:7 HL 12/4 2000B'],
  ['without HL04', 'HL*2*1*22*0', 'HL*2*1*22', '999:IK4:1 HL 12/4 2000B'],
  ['without ST03', 'ST*837*0001*005010X222A1', 'ST*837*0001', '999:IK4:1 ST 1/3'],
  ['with a wrong SE01', 'SE*28', 'SE*29', '999:IK5:4 SE 28/1'],
  ['with a wrong SE02', 'SE*28*0001', 'SE*28*0002', '999:IK5:3 SE 28/2'],
  ['without SE', /SE\*28.*\n/, '', '999:IK5:2 REF 27'],
]

const withoutCount = (findings: readonly Finding[], isCounted: boolean): readonly string[] =>
  findings.filter(({ code }) => isCounted || code !== '999:IK5:4').map(said)

const copies = broken.map(([name, find, put, ...faults]) => ({ name, find, put, faults }))

describe.each(copies)('a copy $name', ({ find, put, faults }) => {
  const text = example('telehealth-session.837').replace(find, put)
  const isCounted = faults.some((fault) => fault.startsWith('999:IK5:4'))
  const whole = readProfessionalClaimsLeniently(bytesOf(text)).findings

  test('is told of each fault at its place', () => {
    expect(text).not.toBe(example('telehealth-session.837'))
    expect(withoutCount(whole, isCounted)).toEqual(faults)
  })

  test('is told the same when it comes in chunks', () => {
    for (const size of [1, 33, 100_000]) {
      const chunked = [...streamClaims(cutEvery(bytesOf(text), size))].flatMap(({ findings }) => findings)
      const order = (findings: readonly Finding[]): readonly string[] =>
        findings.map((finding) => JSON.stringify(finding)).sort()
      expect(order(chunked)).toEqual(order(whole))
    }
  })

  test('is refused as a whole when it is read strictly', () => {
    expect(readProfessionalClaims(bytesOf(text)).ok).toBe(whole.length === 0)
  })

  test('has its places where the bytes are', () => {
    for (const { place } of whole) {
      if (place.kind !== 'segment') throw new Error('a fault of a file stands in a segment')
      const bytes = text.slice(place.offset, place.offset + place.length)
      expect(bytes).not.toMatch(/[~\n]/)
      if (place.element === undefined && place.length > 0) expect(bytes.startsWith(place.id)).toBe(true)
      if (place.component !== undefined) expect(bytes).not.toContain(':')
    }
  })
})

test('two faults in two claims are both found, and the claim between them is whole', () => {
  const text = example('two-sets.837')
    .replace('19900412*F', '19900412*X')
    .replace('CAS*CO*45*60', 'CAS*XX*45*60')
  const { sets, findings } = readProfessionalClaimsLeniently(bytesOf(text))
  expect(findings.map(said)).toEqual(['999:IK4:7 DMG 17/3 2010BA', '999:IK4:7 CAS 36/1 2430'])
  expect(sets).toHaveLength(2)
})

test('a value with a fault stays in what is read leniently, unless nothing can be made of it', () => {
  const text = example('telehealth-session.837')
    .replace('19900412*F', '19900412*X')
    .replace(':95*200', ':95*TWO')
  const [set] = readProfessionalClaimsLeniently(bytesOf(text)).sets
  const [subscriber] = set?.document.billingProviders?.[0]?.subscribers ?? []
  expect(subscriber?.subscriber?.birth).toEqual({ day: '19900412', sex: 'X' })
  expect(subscriber?.claims?.[0]?.lines?.[0]?.service).not.toHaveProperty('charge')
})

const envelope: Envelope = {
  senderQualifier: 'ZZ',
  senderId: 'CEDARHILL',
  receiverQualifier: 'ZZ',
  receiverId: 'GREENPAYER',
  usage: 'T',
  interchangeControl: 1,
  groupControl: 1,
  at: instant('2026-02-04T15:30:00Z'),
}

test('any set of claims is the same when it was written and read again', () => {
  fc.assert(
    fc.property(arbitraryDocument(table837p), fc.boolean(), (document, newline) => {
      const written = writeProfessionalClaims([document], envelope, { layout: { ...usualLayout, newline } })
      expect(written.findings).toEqual([])
      const bytes = written.ok ? written.value : new Uint8Array(0)
      const read = readProfessionalClaims(bytes)
      expect(read.findings).toEqual([])
      expect(read.ok && read.value.map((set) => set.document)).toEqual([document])
    }),
    { numRuns: 300, seed: 222 },
  )
}, 60_000)

describe('a document that cannot be sent', () => {
  const [document] = documentsOf(example('telehealth-session.837'))
  const changed = (change: (claim: Claim837P) => unknown): Claims837P => {
    if (document === undefined) throw new Error('the example holds no set')
    const [billingProvider] = document.billingProviders
    const [subscriber] = billingProvider?.subscribers ?? []
    const claims = subscriber?.claims?.map(change)
    return {
      ...document,
      billingProviders: [{ ...billingProvider, subscribers: [{ ...subscriber, claims }] }],
    } as Claims837P
  }
  const at = 'billingProviders.0.subscribers.0.claims.0'
  type Row = readonly [name: string, change: (claim: Claim837P) => unknown, code: string, path: string]
  const rows: readonly Row[] = [
    ['without diagnoses', (claim) => ({ ...claim, diagnoses: undefined }), '999:IK3:3', `${at}.diagnoses`],
    ['without lines', (claim) => ({ ...claim, lines: [] }), '999:IK3:I7', `${at}.lines`],
    [
      'with 51 lines',
      (claim) => ({ ...claim, lines: Array.from({ length: 51 }, () => claim.lines[0]) }),
      '999:IK3:4',
      `${at}.lines`,
    ],
    [
      'with a number over 38 characters',
      (claim) => ({ ...claim, claim: { ...claim.claim, number: 'C'.repeat(39) } }),
      '999:IK4:5',
      `${at}.claim.number`,
    ],
    [
      'with an assignment that is no code',
      (claim) => ({ ...claim, claim: { ...claim.claim, assignment: 'Q' } }),
      '999:IK4:7',
      `${at}.claim.assignment`,
    ],
    [
      'with a day of service that is none',
      (claim) => ({ ...claim, onset: { day: '20260231' } }),
      '999:IK4:8',
      `${at}.onset.day`,
    ],
    [
      'with a thirteenth diagnosis',
      (claim) => ({
        ...claim,
        diagnoses: {
          ...claim.diagnoses,
          others: Array.from({ length: 12 }, () => ({ kind: 'ABF', code: 'F329' })),
        },
      }),
      '999:IK4:3',
      `${at}.diagnoses.others`,
    ],
  ]

  test.each(rows)('%s is refused with its path', (_, change, code, path) => {
    const written = writeProfessionalClaims([changed(change)], envelope)
    expect(written.ok).toBe(false)
    expect(written.findings.map((finding) => [finding.code, finding.place])).toEqual([
      [code, { kind: 'field', path }],
    ])
  })

  test('with a delimiter in a name is refused', () => {
    const claims = changed((claim) => ({ ...claim, remark: { kind: 'ADD', text: 'A~B' } }))
    const written = writeProfessionalClaims([claims], envelope)
    expect(written.findings.map(({ code }) => code)).toEqual(['999:IK4:6'])
  })
})
