// Invented claims and 835 files for the tests of remittances and of posting. Nothing but tests imports it.
import { type Cents, cents, decimalFromCents, subtract } from '../values/cents.ts'
import { clockTime, day } from '../values/day.ts'
import type { Claim, ClaimLine } from '../claim/claim.ts'
import { encodeText } from '../x12/syntax/text.ts'

export interface InventedLine {
  readonly code: string
  readonly modifiers?: readonly string[]
  readonly units?: number
  readonly charge: number
  readonly allowed: number
  readonly client: number
}

const lineOf = (claimNumber: string, of: InventedLine, at: number): ClaimLine => ({
  number: at + 1,
  lineControlNumber: `${claimNumber}L${at + 1}`,
  procedure: of.code,
  modifiers: of.modifiers ?? [],
  units: of.units ?? 1,
  charge: cents(of.charge),
  placeOfService: '11',
  pointers: [1],
  expected: {
    allowed: cents(of.allowed),
    payer: cents(of.allowed - of.client),
    client: cents(of.client),
    contractAllowance: cents(of.charge - of.allowed),
  },
})

const address = { street: '12 Elm Way', city: 'Springfield', state: 'IL', zip: '627010001' }
const person = {
  name: { first: 'Alex', last: 'Doe' },
  birthDate: day('1990-04-01'),
  sex: 'U',
  address,
} as const

/** A claim of one client with Blue Plan, seen in the office on 2026-02-03. */
export const inventedClaim = (claimNumber: string, lines: readonly InventedLine[], member = 'M1'): Claim => ({
  claimNumber,
  frequency: '1',
  replaces: null,
  billingProvider: {
    legalName: 'Oak Therapy Group',
    npi: '2000001018',
    taxId: '001112233',
    taxIdKind: 'EI',
    taxonomy: '261QM0801X',
    address,
    contactName: 'Robin Ash',
    telephone: '2175550110',
  },
  renderingProvider: {
    name: { first: 'Jordan', last: 'Rivera' },
    credentials: 'LCSW',
    npi: '2000002024',
    taxonomy: '1041C0700X',
  },
  supervisingProvider: null,
  payer: { name: 'Blue Plan', id: 'BLU01', filingIndicator: '12' },
  plan: 'Blue Choice',
  memberNumber: member,
  groupNumber: null,
  relation: 'self',
  subscriber: person,
  client: person,
  day: day('2026-02-03'),
  start: clockTime('09:00'),
  stop: clockTime('10:00'),
  minutes: 60,
  modality: 'in-person',
  clientPlace: { setting: 'office', city: null, state: 'IL' },
  placeOfService: '11',
  diagnoses: ['F41.1'],
  charge: cents(lines.reduce((total, line) => total + line.charge, 0)),
  authorizationNumber: null,
  clientPaid: cents(0),
  lines: lines.map((line, at) => lineOf(claimNumber, line, at)),
})

export interface InventedPayment {
  readonly trace?: string
  readonly paid: string
  readonly handling?: string
  readonly method?: string
  /** From the first CLP on, PLB included, as `CLP*C1*…`. */
  readonly segments: readonly string[]
  /** BPR03. */
  readonly creditOrDebit?: string
  readonly currency?: string
}

const setOf = (payment: InventedPayment, control: string): readonly string[] => {
  const { trace = 'EFT778899', paid, handling = 'I', method = 'ACH', segments, creditOrDebit = 'C' } = payment
  const claims = segments.filter((each) => !each.startsWith('PLB'))
  const named = claims.flatMap((each, at) => {
    const ofClaim =
      each.startsWith('CAS') &&
      claims
        .slice(0, at)
        .findLast((before) => !before.startsWith('CAS'))
        ?.startsWith('CLP')
    const next = claims[at + 1] ?? ''
    const endsHead = (each.startsWith('CLP') || ofClaim) && !next.startsWith('CAS')
    return endsHead ? [each, 'NM1*QC*1*DOE*ALEX****MI*M1'] : [each]
  })
  const body = [
    `BPR*${handling}*${paid}*${creditOrDebit}*${method}************20260222`,
    `TRN*1*${trace}*1001112222`,
    ...(payment.currency === undefined ? [] : [`CUR*PR*${payment.currency}`]),
    'DTM*405*20260220',
    'N1*PR*BLUE PLAN',
    'N3*1 PAYMENT WAY',
    'N4*SPRINGFIELD*IL*627010001',
    'REF*2U*BLU01',
    'PER*BL*PROVIDER SERVICES*TE*2175550110',
    'N1*PE*OAK THERAPY GROUP*XX*2000001018',
    ...(claims.length > 0 ? ['LX*1'] : []),
    ...named,
    ...segments.filter((each) => each.startsWith('PLB')),
  ]
  return [`ST*835*${control}`, ...body, `SE*${body.length + 2}*${control}`]
}

const isa =
  'ISA*00*          *00*          *ZZ*BLUEPLAN       *ZZ*OAKTHERAPY     *260222*0600*^*00501*000000301*0*T*:'

/** A whole file, one set a payment. `NM1*QC` is put in where the guide wants it. */
export const inventedFile = (payments: readonly InventedPayment[], terminator = '~'): Uint8Array => {
  const sets = payments.flatMap((payment, at) => setOf(payment, String(at + 1).padStart(4, '0')))
  const segments = [
    isa,
    'GS*HP*BLUEPLAN*OAKTHERAPY*20260222*0600*301*X*005010X221A1',
    ...sets,
    `GE*${payments.length}*301`,
    'IEA*1*000000301',
  ]
  return encodeText(segments.map((each) => `${each}${terminator}`).join(''))
}

/** What a payer does with one line: adjustments as `CO*45*60`, what is left is paid. */
export interface InventedAnswer {
  readonly adjustments: readonly (readonly [group: string, reason: string, amount: number])[]
}

const paidOf = (charge: Cents, answer: InventedAnswer): Cents =>
  subtract(charge, ...answer.adjustments.map(([, , amount]) => cents(amount)))

/** The segments of a claim answered line by line, balanced by their making; `sign` -1 takes the same answer back. */
export const answerSegments = (
  claim: Claim,
  answers: readonly InventedAnswer[],
  sign: 1 | -1 = 1,
): { readonly segments: readonly string[]; readonly paid: number } => {
  const money = (amount: number): string => decimalFromCents(cents(sign * amount))
  const paid = claim.lines.reduce(
    (total, line, at) => total + paidOf(line.charge, answers[at] ?? { adjustments: [] }),
    0,
  )
  const lines = claim.lines.flatMap((line, at) => {
    const answer = answers[at] ?? { adjustments: [] }
    return [
      `SVC*HC:${line.procedure}*${money(line.charge)}*${money(paidOf(line.charge, answer))}**${line.units}`,
      'DTM*472*20260203',
      ...answer.adjustments
        .filter(([, , amount]) => amount !== 0)
        .map(([group, reason, amount]) => `CAS*${group}*${reason}*${money(amount)}`),
      `REF*6R*${line.lineControlNumber}`,
    ]
  })
  const head = `CLP*${claim.claimNumber}*${sign === 1 ? '1' : '22'}*${money(claim.charge)}*${money(paid)}**12*BP${claim.claimNumber}*11*1`
  return { segments: [head, ...lines], paid: sign * paid }
}
