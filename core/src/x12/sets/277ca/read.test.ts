// Claim acknowledgments read typed: which claim was taken, which was not and why, and what a broken copy is told.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { holdsClaim } from '../../../values/finding.ts'
import { readClaimAcknowledgments, readClaimAcknowledgmentsLeniently } from './read.ts'
import type { ClaimAcknowledgment277 } from './table.ts'

const textOf = (name: string): string => readFileSync(join(import.meta.dirname, 'examples', name), 'latin1')

const read = (name: string): ClaimAcknowledgment277 => {
  const result = readClaimAcknowledgments(new TextEncoder().encode(textOf(name)))
  const document = result.ok ? result.value[0]?.document : undefined
  if (document === undefined) throw new Error(result.findings.map(({ code }) => code).join(', '))
  return document
}

test('an accepted claim comes with the payer’s claim number, under its provider and submitter', () => {
  const { beginning, source } = read('accepted.277ca')
  expect(beginning).toEqual({ reference: 'CA260204', day: '20260204', time: '0815' })
  expect(source.name).toEqual({ kind: 'PR', name: 'BLUE PLAN OF EXAMPLE', idQualifier: 'PI', id: 'BLU01' })
  expect(source.receipt).toEqual({
    trace: { number: 'RCV260204' },
    received: { day: '20260203' },
    processed: { day: '20260204' },
  })
  const [submitter] = source.submitters
  expect(submitter?.answer).toEqual({
    trace: { number: 'B0001' },
    statuses: [
      {
        status: { category: 'A1', code: '19', entity: 'PR' },
        day: '20260204',
        action: 'WQ',
        amount: 36000,
      },
    ],
    accepted: { count: 2 },
    acceptedAmount: { amount: 36000 },
  })
  const [provider] = submitter?.billingProviders ?? []
  expect(provider?.name).toEqual({
    entity: '2',
    lastName: 'OAK THERAPY GROUP',
    idQualifier: 'XX',
    id: '2000001018',
  })
  expect(provider?.answer).toEqual({
    trace: { number: '0' },
    accepted: { count: 2 },
    acceptedAmount: { amount: 36000 },
  })
  expect(provider?.clients?.[0]).toEqual({
    name: { entity: '1', lastName: 'DOE', firstName: 'ALEX', idQualifier: 'MI', id: 'BLU9001' },
    claims: [
      {
        trace: { number: 'C1001' },
        statuses: [
          {
            status: { category: 'A2', code: '20', entity: 'PR' },
            day: '20260204',
            action: 'WQ',
            amount: 20000,
          },
        ],
        payerClaimNumber: { number: 'BP889900' },
        serviceDays: { form: 'D8', days: '20260203' },
      },
    ],
  })
})

test('a rejected claim carries up to three statuses and, at a line, the line’s number', () => {
  const clients = read('rejected-member-and-line.277ca').source.submitters[0]?.billingProviders?.[0]?.clients
  const [doe, roe] = clients ?? []
  expect(doe?.claims.map(({ trace }) => trace.number)).toEqual(['C1101', 'C1102'])
  expect(doe?.claims[0]?.statuses).toEqual([
    {
      status: { category: 'A3', code: '33', entity: 'IL' },
      day: '20260204',
      action: 'U',
      amount: 20000,
      second: { category: 'A7', code: '158', entity: 'QC' },
      third: { category: 'A7', code: '164', entity: 'IL' },
      text: 'MEMBER NOT FOUND',
    },
  ])
  expect(roe?.claims[0]?.lines).toEqual([
    {
      service: {
        procedure: { qualifier: 'HC', code: '90834', modifiers: ['95', 'HO'] },
        charge: 16000,
        units: 1,
      },
      statuses: [{ status: { category: 'A7', code: '453' }, day: '20260204', action: 'U' }],
      lineNumber: { number: 'L1103A' },
      serviceDays: { form: 'D8', days: '20260203' },
    },
  ])
})

test('a provider not approved is told at the provider, with no client below', () => {
  const { source } = read('rejected-provider.277ca')
  const [provider] = source.submitters[0]?.billingProviders ?? []
  expect(source.name.kind).toBe('AY')
  expect(provider?.clients).toBeUndefined()
  expect(provider?.answer?.statuses?.[0]?.status).toEqual({ category: 'A3', code: '496', entity: '85' })
})

test('a file turned away whole is told at the submitter, with no provider below', () => {
  const [submitter] = read('rejected-file.277ca').source.submitters
  expect(submitter?.billingProviders).toBeUndefined()
  expect(submitter?.answer.statuses[0]?.status).toEqual({ category: 'A3', code: '24', entity: '41' })
  expect(submitter?.answer.rejected).toEqual({ count: 2 })
})

/** What is changed in the accepted example, and the code and place it must be told. */
const broken: readonly (readonly [name: string, from: string, to: string, told: string])[] = [
  ['a structure code of another set', 'BHT*0085*', 'BHT*0019*', '999:IK4:7 BHT 2/1'],
  [
    'a day that is not in the calendar',
    'D8*20260203~\nDTP*009',
    'D8*20260231~\nDTP*009',
    '999:IK4:8 DTP 6/3',
  ],
  ['an HL that skips a number', 'HL*4*3*PT', 'HL*7*3*PT', '999:IK4:7 HL 19/1'],
  ['an HL under another parent', 'HL*5*3*PT', 'HL*5*2*PT', '999:IK4:7 HL 25/2'],
  [
    'a claim status without its category',
    'STC*A2:20:PR*20260204*WQ*200',
    'STC*:20:PR*20260204*WQ*200',
    '999:IK4:1 STC 22/1',
  ],
  ['an action that does not exist', '*WQ*200~', '*XX*200~', '999:IK4:7 STC 22/3'],
  ['a claim without CLM01', 'TRN*2*C1001~', 'TRN*2~', '999:IK4:1 TRN 21/2'],
  ['an element the guide leaves empty', '*WQ*200~', '*WQ*200*100~', '999:IK4:I10 STC 22/5'],
  [
    'a client without a claim',
    'TRN*2*C1002~\nSTC*A2:20:PR*20260204*WQ*160~\nREF*1K*BP889977~\nDTP*472*RD8*20260203-20260203~\n',
    '',
    '999:IK3:I7 TRN 27',
  ],
]

describe('a broken copy of a claim acknowledgment', () => {
  test.each(broken)('%s', (_, from, to, told) => {
    const text = textOf('accepted.277ca')
    expect(text).toContain(from)
    const copy = new TextEncoder().encode(text.replace(from, to))
    const words = [readClaimAcknowledgments(copy), readClaimAcknowledgmentsLeniently(copy)].map(
      ({ findings }) =>
        findings
          .filter(holdsClaim)
          .map(({ code, place }) =>
            place.kind === 'segment'
              ? `${code} ${place.id} ${place.segment}${place.element === undefined ? '' : `/${place.element}`}`
              : code,
          ),
    )
    for (const reading of words) expect(reading).toContain(told)
    expect(readClaimAcknowledgments(copy).ok).toBe(false)
  })
})
