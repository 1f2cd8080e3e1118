// A claim on paper, for people: who bills whom, for what, for how much, and what became of it. No form that a payer takes.
import type { Claim, ClaimLine, ClaimProvider } from '@goldenthread/core/claim/claim.ts'
import type { ClaimEvent } from '@goldenthread/core/claim/claim-event.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import { dollars, type Cents } from '@goldenthread/core/values/cents.ts'
import type { Day } from '@goldenthread/core/values/day.ts'
import type { Block, Sheet } from '../print/sheet.ts'
import { addressLines, fullName, longDay } from '../print/words.ts'
import type { EventRow } from './event-store.ts'
import type { ClaimRow } from './view-store.ts'

type Fact = readonly [string, string]

const sexes = { F: 'female', M: 'male', U: 'not said' } as const

const personText = ({ name, birthDate, sex, address }: Claim['client']): string =>
  `${fullName(name)}, born ${longDay(birthDate)}, ${sexes[sex]}\n${addressLines(address)}`

const providerText = ({ name, credentials, npi }: ClaimProvider): string =>
  `${fullName(name)}, ${credentials}, NPI ${npi}`

const partyFacts = (claim: Claim): readonly Fact[] => {
  const { billingProvider: practice, payer } = claim
  return [
    ['Payer', `${payer.name} (${payer.id})${claim.plan === '' ? '' : `\n${claim.plan}`}`],
    ['Member number', claim.memberNumber],
    ...(claim.groupNumber === null ? [] : [['Group number', claim.groupNumber] as const]),
    ['Client', personText(claim.client)],
    [
      'Insured',
      claim.relation === 'self'
        ? 'The client'
        : `${personText(claim.subscriber)}\nRelation: ${claim.relation}`,
    ],
    [
      'Billed by',
      `${practice.legalName}, NPI ${practice.npi}, tax id ${practice.taxId}\n${addressLines(practice.address)}`,
    ],
    ['Treated by', providerText(claim.renderingProvider)],
    ...(claim.supervisingProvider === null
      ? []
      : [['Supervised by', providerText(claim.supervisingProvider)] as const]),
  ]
}

const letters = 'ABCDEFGHIJKL'

const serviceFacts = (claim: Claim, facts: Facts): readonly Fact[] => [
  ['Day of service', `${longDay(claim.day)}, ${claim.start} to ${claim.stop}, ${claim.minutes} minutes`],
  [
    'Place of service',
    `${claim.placeOfService} ${facts.place(claim.placeOfService, claim.day)?.label ?? ''}`.trim(),
  ],
  ...claim.diagnoses.map(
    (code, at): Fact => [
      `Diagnosis ${letters[at] ?? at + 1}`,
      `${code}  ${facts.diagnosis(code, claim.day)?.label ?? ''}`.trim(),
    ],
  ),
  ...(claim.authorizationNumber === null ? [] : [['Authorization', claim.authorizationNumber] as const]),
  ...(claim.replaces === null ? [] : [['Replaces the payer’s claim', claim.replaces.number] as const]),
]

const codeText = (line: ClaimLine, day: Day, facts: Facts): string => {
  const modifiers = line.modifiers.map((each) => `${each} ${facts.modifier(each, day)?.label ?? ''}`.trim())
  return [facts.procedure(line.procedure, day)?.label ?? '', ...modifiers]
    .filter((each) => each !== '')
    .join('\n')
}

const linesTable = (claim: Claim, facts: Facts): Block => ({
  kind: 'table',
  heads: ['Line', 'Code', 'What it is', 'Units', 'For', 'Charge', 'Expected'],
  widths: [0.06, 0.13, 0.37, 0.07, 0.08, 0.13, 0.16],
  rows: claim.lines.map((line) => [
    String(line.number),
    [line.procedure, ...line.modifiers].join(' '),
    codeText(line, claim.day, facts),
    String(line.units),
    line.pointers.map((at) => letters[at - 1] ?? at).join(', '),
    dollars(line.charge),
    `${dollars(line.expected.payer)} payer\n${dollars(line.expected.client)} client`,
  ]),
})

const happened: Readonly<Record<EventRow['kind'], string>> = {
  held: 'Held',
  filed: 'Filed',
  batched: 'Put into a file',
  sent: 'Sent',
  delivered: 'Delivered',
  envelope: 'File received (TA1)',
  syntax: 'File read (999)',
  acknowledgment: 'Acknowledged (277CA)',
  remitted: 'Remitted (835)',
  voided: 'Voided',
}

const answers = {
  accepted: 'accepted',
  rejected: 'rejected',
  partly: 'accepted in part',
  unclear: 'answered neither yes nor no',
} as const

const eventText = (event: EventRow, facts: Facts): string => {
  const told = event.document as Partial<ClaimEvent> & { readonly paid?: Cents }
  const statuses = (told.statuses ?? []).map(({ category, status }) => {
    const words = [facts.claimStatusCategory(category, event.day), facts.claimStatus(status, event.day)]
    return `${category} ${status}: ${words.flatMap((each) => (each === null ? [] : [each.label])).join('; ')}`
  })
  const verdict = event.verdict === null ? '' : `: ${answers[event.verdict]}`
  const paid = told.paid === undefined ? '' : `, paid ${dollars(told.paid)}`
  return [`${happened[event.kind]}${verdict}${paid}`, ...statuses].join('\n')
}

export interface PrintedClaim {
  readonly row: ClaimRow
  readonly claim: Claim
  /** Of the claim and those in whose place it stands, the oldest first, each with its number. */
  readonly events: readonly (EventRow & { readonly number: string })[]
  readonly facts: Facts
  readonly told: (at: EventRow['at']) => string
}

/** The claim as it was filed, and its history. */
export const claimSheet = ({ row, claim, events, facts, told }: PrintedClaim): Sheet => ({
  title: `Claim ${claim.claimNumber}`,
  head: `${fullName(claim.client.name)}, born ${longDay(claim.client.birthDate)}. Claim ${claim.claimNumber} of ${longDay(claim.day)}`,
  foot: claim.billingProvider.legalName,
  blocks: [
    { kind: 'title', text: `Claim ${claim.claimNumber}` },
    { kind: 'small', text: 'A copy for people to read. A payer takes the claim itself.' },
    {
      kind: 'facts',
      rows: [
        ['Status', row.supersededAt === null ? row.status : `${row.status}; another claim took its place`],
        ...(row.payerClaimNumber === null ? [] : [['The payer’s number', row.payerClaimNumber] as const]),
        ...partyFacts(claim),
        ...serviceFacts(claim, facts),
      ],
    },
    { kind: 'heading', text: 'Lines' },
    linesTable(claim, facts),
    {
      kind: 'facts',
      rows: [
        ['Charge', dollars(claim.charge)],
        ['Paid by the client before', dollars(claim.clientPaid)],
      ],
    },
    { kind: 'heading', text: 'What happened to it' },
    {
      kind: 'table',
      heads: ['When', 'Claim', 'What'],
      widths: [0.27, 0.29, 0.44],
      rows: events.map((event) => [told(event.at), event.number, eventText(event, facts)]),
    },
  ],
})
