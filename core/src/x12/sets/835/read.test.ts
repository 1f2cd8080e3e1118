// Remittances read typed: what a payment, a claim, a line and an adjustment become, and what a broken copy is told.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cents } from '../../../values/cents.ts'
import { holdsClaim } from '../../../values/finding.ts'
import { splitStrictly } from '../../syntax/split.ts'
import { writeBack } from '../../syntax/write.ts'
import { readRemittances, readRemittancesLeniently } from './read.ts'
import type { ClaimPayment835, Remittance835 } from './table.ts'

const folder = join(import.meta.dirname, 'examples')
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))
const names = readdirSync(folder)

const read = (name: string): readonly Remittance835[] => {
  const result = readRemittances(bytesOf(name))
  if (!result.ok) throw new Error(result.findings.map(({ code }) => code).join(', '))
  return result.value.map(({ document }) => document)
}

const claimsOf = (remittance: Remittance835 | undefined): readonly ClaimPayment835[] =>
  (remittance?.headerNumbers ?? []).flatMap(({ claims }) => claims)

test.each(names)('%s is read without a finding, and every byte of it is found again', (name) => {
  const bytes = bytesOf(name)
  const split = splitStrictly(bytes)
  expect(split.ok && writeBack(split.value)).toEqual(bytes)
  expect(readRemittances(bytes).findings).toEqual([])
  expect(readRemittancesLeniently(bytes).sets.map(({ document }) => document)).toEqual(read(name))
})

test('a payment of one claim is read field by field', () => {
  const expected: Remittance835 = {
    financialInformation: {
      handling: 'I',
      paid: cents(11200),
      creditOrDebit: 'C',
      method: 'ACH',
      format: 'CCP',
      payerBankKind: '01',
      payerBank: '000000013',
      payerAccountKind: 'DA',
      payerAccount: '440011223344',
      payerTaxId: '1001112222',
      payeeBankKind: '01',
      payeeBank: '000000026',
      payeeAccountKind: 'DA',
      payeeAccount: '990088776655',
      effectiveDay: '20260222',
    },
    trace: { number: 'EFT778899', payerTaxId: '1001112222' },
    productionDay: { day: '20260220' },
    payer: {
      name: { name: 'BLUE PLAN OF EXAMPLE' },
      street: { line1: '1 PAYMENT WAY' },
      city: { name: 'SPRINGFIELD', state: 'IL', postalCode: '627010001' },
      technicalContacts: [{ name: 'PROVIDER SERVICES', numbers: [{ kind: 'TE', number: '2175550110' }] }],
    },
    payee: {
      name: { name: 'OAK THERAPY GROUP', idQualifier: 'XX', id: '2000001018' },
      otherIds: [{ qualifier: 'TJ', id: '001112233' }],
    },
    headerNumbers: [
      {
        header: { number: 1 },
        claims: [
          {
            claim: {
              claimNumber: 'C1001',
              status: '1',
              charge: cents(20000),
              paid: cents(11200),
              clientOwes: cents(2800),
              filing: '12',
              payerClaimNumber: 'BP889900',
              placeOfService: '10',
              frequency: '1',
            },
            client: { lastName: 'DOE', firstName: 'ALEX', idQualifier: 'MI', id: 'BLU9001' },
            renderingProvider: {
              entity: '1',
              lastName: 'RIVERA',
              firstName: 'JORDAN',
              idQualifier: 'XX',
              id: '2000002024',
            },
            from: { day: '20260203' },
            to: { day: '20260203' },
            received: { day: '20260205' },
            amounts: [{ kind: 'AU', amount: cents(14000) }],
            lines: [
              {
                service: {
                  procedure: { qualifier: 'HC', code: '90837', modifiers: ['95'] },
                  charge: cents(20000),
                  paid: cents(11200),
                  units: 1,
                },
                days: [{ kind: '472', day: '20260203' }],
                adjustments: [
                  { group: 'CO', reasons: [{ reason: '45', amount: cents(6000) }] },
                  { group: 'PR', reasons: [{ reason: '3', amount: cents(2800) }] },
                ],
                lineNumber: { number: 'L1001A' },
                amounts: [{ kind: 'B6', amount: cents(14000) }],
                remarks: [{ kind: 'HE', code: 'N381' }],
              },
            ],
          },
        ],
      },
    ],
  }
  expect(read('telehealth-paid.835')).toEqual([expected])
})

test('a reversal keeps its negative amounts and stands before its correction', () => {
  const claims = claimsOf(read('reversal-and-correction.835')[0])
  expect(claims.map(({ claim }) => [claim.status, claim.charge, claim.paid])).toEqual([
    ['22', -20000, -11200],
    ['1', 20000, 9600],
    ['1', 16000, 11000],
  ])
  expect(claims[0]?.lines?.[0]?.adjustments).toEqual([
    { group: 'CO', reasons: [{ reason: '45', amount: -6000 }] },
    { group: 'PR', reasons: [{ reason: '3', amount: -2800 }] },
  ])
  expect(claims[0]?.lines?.[0]?.service.units).toBe(-1)
})

test('several reasons of one CAS, and several adjustments of one PLB, are a list', () => {
  const [remittance] = read('medicare-crossover.835')
  expect(claimsOf(remittance)[0]?.lines?.[0]?.adjustments?.[0]).toEqual({
    group: 'CO',
    reasons: [
      { reason: '45', amount: 3300 },
      { reason: '253', amount: 267 },
    ],
  })
  expect(remittance?.providerAdjustments).toEqual([
    {
      providerId: '2000001018',
      fiscalPeriodEnd: '20261231',
      adjustments: [
        { reason: { code: 'WO', reference: '2026140000099' }, amount: 1600 },
        { reason: { code: 'L6' }, amount: -327 },
        { reason: { code: '72', reference: '2026140000099' }, amount: -1600 },
      ],
    },
  ])
})

test('a crossover names the payer the claim was sent on to, and a changed code keeps the one that was sent', () => {
  const [forwarded, changed, second] = claimsOf(read('medicare-crossover.835')[0])
  expect(forwarded?.crossoverPayer).toEqual({ name: 'STATE MEDICAID', idQualifier: 'PI', id: 'MCD01' })
  expect(forwarded?.outpatient).toEqual({
    reimbursementRate: 0.8,
    procedurePayable: 16700,
    remarks: ['MA01', 'MA07'],
  })
  expect(forwarded?.corrected).toMatchObject({ idQualifier: 'C', id: '9ZZ9ZZ9ZZ04' })
  expect(changed?.lines?.[0]?.service).toMatchObject({
    procedure: { qualifier: 'HC', code: '90834' },
    submittedProcedure: { qualifier: 'HC', code: '90837', modifiers: ['95'] },
    submittedUnits: 2,
  })
  expect(second?.adjustments).toEqual([{ group: 'OA', reasons: [{ reason: '23', amount: 10050 }] }])
  expect(second?.lines).toBeUndefined()
  expect(second?.priorityPayer?.name).toBe('EXAMPLE GROUP PLAN')
})

test('remarks of a stay that stand apart in one MIA are kept apart', () => {
  expect(claimsOf(read('psychiatric-stay.835')[0])[0]?.inpatient).toEqual({
    coveredDays: 5,
    lifetimePsychiatricDays: 120,
    diagnosisRelatedGroupAmount: 419925,
    remark: 'MA01',
    costReportDays: 5,
    moreRemarks: ['MA02', 'MA18'],
  })
})

test('each ST of a group is a payment of its own', () => {
  expect(read('denials.835').map(({ trace }) => trace.number)).toEqual(['NOPAY0318', 'NOPAY0318B'])
})

/** What is changed in the telehealth example, and the code and place (segment from ST = 1, element) it must be told. */
const broken: readonly (readonly [name: string, from: string, to: string, told: string])[] = [
  [
    'a payment without BPR',
    'BPR*I*112*C*ACH*CCP*01*000000013*DA*440011223344*1001112222**01*000000026*DA*990088776655*20260222~\n',
    '',
    '999:IK3:3 BPR 2',
  ],
  ['a payment without a trace', 'TRN*1*EFT778899*1001112222~\n', '', '999:IK3:3 TRN 3'],
  ['a handling code that is not in the guide', 'BPR*I*', 'BPR*Q*', '999:IK4:7 BPR 2/1'],
  ['an amount in words', 'BPR*I*112*', 'BPR*I*ABC*', '999:IK4:6 BPR 2/2'],
  ['an amount with a fraction of a cent', 'BPR*I*112*', 'BPR*I*112.005*', '999:IK4:I12 BPR 2/2'],
  ['a day that is not in the calendar', '*20260222~\nTRN', '*20260230~\nTRN', '999:IK4:8 BPR 2/16'],
  ['a payer tax id of nine digits', 'EFT778899*1001112222', 'EFT778899*001112222', '999:IK4:4 TRN 3/3'],
  ['no technical contact', 'PER*BL*PROVIDER SERVICES*TE*2175550110~\n', '', '999:IK3:3 PER 8'],
  ['a claim without its number', 'CLP*C1001*', 'CLP**', '999:IK4:1 CLP 12/1'],
  ['a claim status that does not exist', 'CLP*C1001*1*', 'CLP*C1001*99*', '999:IK4:7 CLP 12/2'],
  ['a claim that names no client', 'NM1*QC*1*DOE*ALEX****MI*BLU9001~\n', '', '999:IK3:3 NM1 14'],
  ['an adjustment without an amount', 'CAS*CO*45*60', 'CAS*CO*45', '999:IK4:1 CAS 21/3'],
  ['an adjustment group that was retired', 'CAS*CO*45*60', 'CAS*CR*45*60', '999:IK4:7 CAS 21/1'],
  ['a line without a procedure', 'SVC*HC:90837:95*', 'SVC**', '999:IK4:1 SVC 19/1'],
  ['a modifier of three characters', 'HC:90837:95*', 'HC:90837:GT5*', '999:IK4:5 SVC 19/1'],
  ['a segment nobody knows', 'REF*6R*L1001A~', 'REF*6R*L1001A~\nXYZ*1~', '999:IK3:1 XYZ 24'],
  ['a known segment of another set', 'REF*6R*L1001A~', 'REF*6R*L1001A~\nHL*1**20*1~', '999:IK3:1 HL 24'],
  ['more elements than a DTM has', 'DTM*405*20260220', 'DTM*405*20260220*0800*X*X*X*X', '999:IK4:3 DTM 4/3'],
  ['an SE01 that counts wrong', 'SE*26*', 'SE*24*', '999:IK5:4 SE 26/1'],
  ['an SE02 of another set', 'SE*26*0001', 'SE*26*0002', '999:IK5:3 SE 26/2'],
]

describe('a broken copy of a payment', () => {
  test.each(broken)('%s', (_, from, to, told) => {
    const text = readFileSync(join(folder, 'telehealth-paid.835'), 'latin1')
    expect(text).toContain(from)
    const copy = new TextEncoder().encode(text.replace(from, to))
    const strict = readRemittances(copy)
    const lenient = readRemittancesLeniently(copy)
    const words = [...strict.findings, ...lenient.findings].filter(holdsClaim).map(({ code, place }) => {
      if (place.kind !== 'segment') return code
      return `${code} ${place.id} ${place.segment}${place.element === undefined ? '' : `/${place.element}`}`
    })
    expect(strict.ok).toBe(false)
    expect(
      words.filter((word) => word === told),
      words.join(' | '),
    ).toHaveLength(2)
  })

  test('every fault is found, not the first alone', () => {
    const text = readFileSync(join(folder, 'telehealth-paid.835'), 'latin1')
      .replace('BPR*I*', 'BPR*Q*')
      .replace('CAS*CO*', 'CAS*CR*')
      .replace('CLP*C1001*1*', 'CLP*C1001*99*')
    const { findings } = readRemittances(new TextEncoder().encode(text))
    expect(
      findings
        .filter(({ code }) => code === '999:IK4:7')
        .map(({ place }) => 'segment' in place && place.segment),
    ).toEqual([2, 12, 21])
  })
})
