// Proves what an 835 becomes, and that the same payment is the same unit in every file that carries it.
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeText } from '../x12/syntax/text.ts'
import { proveBalance } from './balance-proof.ts'
import { from835 } from './from-835.ts'
import { type InventedPayment, inventedFile } from './invented-remittance.test-support.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const folder = new URL('../x12/sets/835/examples/', import.meta.url)
const example = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)))

const payment: InventedPayment = {
  paid: '196.5',
  segments: [
    'CLP*C1*1*400*196.5*53.5*12*BP1*11*1',
    'CAS*OA*23*10',
    'AMT*I*3.27',
    'SVC*HC:90834:95*200*85**2*HC:90837:95:GT*1',
    'DTM*472*20260203',
    'CAS*CO*45*90',
    'CAS*PR*2*15**3*10',
    'REF*6R*C1L1',
    'LQ*HE*N381',
    'SVC*HC:90785*200*121.5',
    'CAS*CO*45*50*2',
    'CAS*PR*1*28.5',
    'PLB*2000001018*20261231*L6*-3.27*WO:BP77*3.27',
  ],
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const keyOf = (bytes: Uint8Array): string | undefined => from835(bytes, sha256).remittances[0]?.unit.key

describe('an 835 becomes a remittance', () => {
  const { remittances, findings } = from835(inventedFile([payment]), sha256)
  const [remittance] = remittances

  test('with its payment, payer and payee', () => {
    expect(findings).toEqual([])
    expect(remittance).toMatchObject({
      unit: { payer: '1001112222', trace: 'EFT778899', day: '2026-02-22', paid: 19650 },
      payerName: 'BLUE PLAN',
      payerId: 'BLU01',
      payee: '2000001018',
      handling: 'I',
      method: 'ACH',
      faults: [],
    })
  })

  test('with its claim, lines, adjustments and provider-level adjustments', () => {
    expect(remittance?.claims[0]).toMatchObject({
      claimNumber: 'C1',
      status: '1',
      charge: 40000,
      paid: 19650,
      clientOwes: 5350,
      payerClaimNumber: 'BP1',
      adjustments: [{ group: 'OA', reason: '23', amount: 1000, quantity: null }],
      interest: 327,
      lines: [
        {
          number: 1,
          lineControlNumber: 'C1L1',
          procedure: { code: '90834', modifiers: ['95'] },
          sentProcedure: { code: '90837', modifiers: ['95', 'GT'] },
          charge: 20000,
          paid: 8500,
          units: 2,
          day: '2026-02-03',
          adjustments: [
            { group: 'CO', reason: '45', amount: 9000, quantity: null },
            { group: 'PR', reason: '2', amount: 1500, quantity: null },
            { group: 'PR', reason: '3', amount: 1000, quantity: null },
          ],
          remarks: ['N381'],
        },
        {
          number: 2,
          units: 1,
          lineControlNumber: null,
          sentProcedure: null,
          day: null,
          adjustments: [{ quantity: 2 }, {}],
        },
      ],
    })
    expect(remittance?.providerAdjustments).toMatchObject([
      { provider: '2000001018', code: 'L6', reference: null, amount: -327 },
      { code: 'WO', reference: 'BP77', amount: 327 },
    ])
  })

  test.each(readdirSync(folder))('and %s holds', (name) => {
    const read = from835(example(name), sha256)
    expect(read.findings).toEqual([])
    expect(read.remittances.length).toBeGreaterThan(0)
    expect(read.remittances.flatMap((each) => proveBalance(each).findings)).toEqual([])
  })

  test('with the payer it was sent on to and its remarks', () => {
    const crossover = from835(example('medicare-crossover.835'), sha256).remittances[0]?.claims[0]
    expect(crossover).toMatchObject({ sentOnTo: 'STATE MEDICAID', remarks: ['MA01', 'MA07'], status: '19' })
  })
})

describe('the unit key', () => {
  const bytes = inventedFile([payment])
  const text = textOf(bytes)
  const same: readonly [how: string, other: string][] = [
    [
      'in another envelope',
      text.replaceAll('000000301', '000000999').replace('*260222*0600*^', '*260301*0715*^'),
    ],
    ['with other delimiters', text.replaceAll('*', '|').replaceAll('~', '\n')],
    ['with a line a segment', text.replaceAll('~', '~\r\n')],
    ['made on another day', text.replace('DTM*405*20260220', 'DTM*405*20260221')],
  ]
  test.each(same)('is the same %s', (_, other) => {
    expect(other).not.toBe(text)
    expect(keyOf(encodeText(other))).toBe(keyOf(bytes))
  })

  const others: readonly [what: string, from: string, to: string][] = [
    ['trace', 'TRN*1*EFT778899', 'TRN*1*EFT778800'],
    ['payer', '*1001112222~', '*1001112223~'],
    ['day', '20260222~TRN', '20260223~TRN'],
    ['amount', 'BPR*I*196.5', 'BPR*I*196.51'],
    ['claim', 'CLP*C1*1', 'CLP*C2*1'],
    ['number of the payer', '*12*BP1*', '*12*BP2*'],
    ['status', 'CLP*C1*1', 'CLP*C1*2'],
    ['payment of a claim', '400*196.5', '400*196.49'],
  ]
  test.each(others)('is another for another %s', (_, from, to) => {
    const other = text.replace(from, to)
    expect(other).not.toBe(text)
    expect(keyOf(encodeText(other))).not.toBe(keyOf(bytes))
  })

  test('does not depend on the order of the claims', () => {
    const [one, two] = [['CLP*C1*1*10*10**12*B1'], ['CLP*C2*1*20*20**12*B2']]
    expect(keyOf(inventedFile([{ paid: '30', segments: [...one, ...two] }]))).toBe(
      keyOf(inventedFile([{ paid: '30', segments: [...two, ...one] }])),
    )
  })

  test('tells two payments of nothing under one trace apart, so that denials do not vanish', () => {
    const denial = (claim: string): InventedPayment => ({
      trace: 'NOPAY',
      paid: '0',
      handling: 'H',
      method: 'NON',
      segments: [`CLP*${claim}*1*200*0*0*12*B${claim}`, 'CAS*CO*197*200'],
    })
    expect(keyOf(inventedFile([denial('C1')]))).not.toBe(keyOf(inventedFile([denial('C2')])))
  })
})

describe('a broken 835', () => {
  const text = textOf(inventedFile([payment]))
  const proofOf = (other: string): { readonly codes: readonly string[]; readonly held: boolean | null } => {
    expect(other).not.toBe(text)
    const { remittances, findings } = from835(encodeText(other), sha256)
    const proof = remittances[0] === undefined ? null : proveBalance(remittances[0])
    return {
      codes: [...findings, ...(proof?.findings ?? [])].map((each) => each.code),
      held: proof?.holds ?? null,
    }
  }

  const refused: readonly [why: string, from: string | RegExp, to: string, code: string][] = [
    ['an adjustment without its amount', 'CAS*CO*45*90', 'CAS*CO*45', '999:IK4:1'],
    ['a payment that is no number', 'SVC*HC:90785*200*121.5', 'SVC*HC:90785*200*12I.5', '999:IK4:6'],
    ['half a cent', 'CAS*CO*45*90', 'CAS*CO*45*90.005', '999:IK4:I12'],
    ['a provider-level adjustment without its reason', '*L6*-3.27', '**-3.27', '999:IK4:1'],
    ['a wrong count of segments', /SE\*\d+/, 'SE*9', '999:IK5:4'],
    ['no end, cut in the middle', /REF\*6R[^]*/, '', '999:IK5:2'],
  ]
  test.each(refused)('with %s is refused', (_, from, to, code) => {
    const { codes, held } = proofOf(text.replace(from, to))
    expect(codes).toContain(code)
    expect(held).toBe(false)
  })

  const untold: readonly [why: string, from: string | RegExp, to: string][] = [
    ['no amount', 'BPR*I*196.5', 'BPR*I*'],
    ['no trace', /TRN[^~]*~/, ''],
    ['no day', '*20260222~TRN', '*20260231~TRN'],
  ]
  test.each(untold)('with %s cannot even be told: there is no payment, and it is said', (_, from, to) => {
    const { codes, held } = proofOf(text.replace(from, to))
    expect(codes).toContain('835:unread')
    expect(held).toBeNull()
  })

  const harmless: readonly [what: string, from: string | RegExp, to: string][] = [
    ['an unknown segment', 'LX*1~', 'ZZZ*9~LX*1~'],
    ['no contact of the payer', /PER\*BL[^~]*~/, ''],
    ['an old group of adjustments', 'CAS*OA*23', 'CAS*CR*23'],
  ]
  test.each(harmless)('with %s holds, with a warning', (_, from, to) => {
    const counted = text.replace(from, to)
    const count = counted.slice(counted.indexOf('ST*'), counted.indexOf('SE*')).split('~').length
    const other = counted.replace(/SE\*\d+/, `SE*${count}`)
    const { findings } = from835(encodeText(other), sha256)
    expect(proofOf(other).held).toBe(true)
    expect(findings.map((each) => each.severity)).toEqual(['warns'])
  })

  test('that is no 835 at all gives no remittance and throws nothing', () => {
    for (const nonsense of ['', 'hello', text.slice(0, 106), 'ISA*', text.replace('ST*835', 'ST*999')]) {
      expect(from835(encodeText(nonsense), sha256).remittances).toEqual([])
    }
  })

  test('cut anywhere never makes a payment that holds', () => {
    const end = text.indexOf('SE*')
    for (let at = 0; at < end; at += 7) {
      const { remittances } = from835(encodeText(text.slice(0, at)), sha256)
      expect(remittances.map((each) => proveBalance(each).holds)).not.toContain(true)
    }
  })
})
