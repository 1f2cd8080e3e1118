// Prints what following a thread gave, for a person at a terminal: links, findings, codes, files, entries, money.
import { cents, dollars } from '@goldenthread/core/values/cents.ts'
import type { Finding, Place, Severity } from '@goldenthread/core/values/finding.ts'
import type { CodedProcedure } from '@goldenthread/core/coding/coding.ts'
import type { Account, Entry } from '@goldenthread/core/ledger/entry.ts'
import type { Link, LinkState, Outcome } from '@goldenthread/core/thread/outcome.ts'
import type { NamedFile } from './thread-files.ts'

const marks: Readonly<Record<LinkState, string>> = {
  holds: '[x]',
  'on-its-way': '[>]',
  'needs-you': '[!]',
  'not-yet': '[ ]',
  'not-used': '[-]',
}

const graveness: Readonly<Record<Severity, string>> = {
  'blocks-signing': 'blocks signing',
  'holds-claim': 'stops the claim',
  warns: 'warns',
  coaches: 'coaches',
}

const placeInWords = (place: Place): string => {
  if (place.kind === 'field') return place.path.replace(/^people\./, '')
  if (place.kind === 'text') return `${place.section}, characters ${place.start} to ${place.end}`
  const element = place.element === undefined ? '' : ` element ${place.element}`
  const component = place.component === undefined ? '' : ` component ${place.component}`
  return `segment ${place.segment} (${place.id})${element}${component}${place.length === 0 ? '' : `, byte ${place.offset}`}`
}

const evidenceInWords = (finding: Finding): string =>
  Object.entries(finding.evidence)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ')

const link = (each: Link): string =>
  `  ${marks[each.state]} ${each.name.padEnd(8)} ${each.state.replaceAll('-', ' ').padEnd(11)} ${each.says}`

const finding = (each: Finding): readonly string[] => {
  const evidence = evidenceInWords(each)
  return [
    `  ${graveness[each.severity]} · ${each.code} (${each.whose}) at ${placeInWords(each.place)}`,
    `      ${each.says}`,
    ...(evidence === '' ? [] : [`      ${evidence}`]),
    `      What to do: ${each.remedy}`,
    `      Source: ${each.source}`,
  ]
}

const procedure = (each: CodedProcedure, diagnoses: readonly string[]): readonly string[] => {
  const modifiers = each.modifiers.map((modifier) => `-${modifier}`).join('')
  const points = each.pointers.map((pointer) => diagnoses[pointer - 1] ?? '?').join(', ')
  return [
    `  ${each.code}${modifiers} × ${each.units}, place of service ${each.placeOfService}, for ${points}`,
    ...each.reasons.map((reason) => `      ${reason.says} [${reason.source}]`),
  ]
}

const account = (of: Account): string => (of.party === '' ? of.kind : `${of.kind} ${of.party}`)

const entry = (each: Entry): readonly string[] => [
  `  ${each.act} · ${each.at} · ${each.says}`,
  ...each.lines.map(
    (line) =>
      `      ${line.side.padEnd(6)} ${account(line.account).padEnd(34)} ${dollars(line.amount).padStart(10)}  ${line.source}`,
  ),
]

const file = (each: NamedFile): string =>
  `  ${each.direction === 'out' ? 'sent    ' : 'received'} ${each.kind.padEnd(6)} ${each.name.padEnd(24)} ${each.bytes.length} bytes, SHA-256 ${each.sha256.slice(0, 16)}…`

/** What the client paid ahead and nothing has taken: it is theirs. */
const deposit = (entries: Outcome['entries']): readonly string[] => {
  const lines = entries
    .flatMap((each) => each.lines)
    .filter((line) => line.account.kind === 'deposits-client')
  const left = lines.reduce((total, line) => total + (line.side === 'credit' ? line.amount : -line.amount), 0)
  return left > 0
    ? [`  The client has ${dollars(cents(left))} on deposit: to be kept for what comes, or given back.`]
    : []
}

/** Only what is known: a held claim has no money to speak of. */
const money = ({
  payerExpected,
  payerPaid,
  clientOwes,
  providerEarns,
  entries,
}: Outcome): readonly string[] => [
  ...(payerExpected === null ? [] : [`  The payer is expected to pay ${dollars(payerExpected)}.`]),
  ...(payerPaid === null ? [] : [`  The payer paid ${dollars(payerPaid)}.`]),
  ...(clientOwes === null ? [] : [`  The client owes ${dollars(clientOwes)}.`]),
  ...deposit(entries),
  ...(providerEarns === null ? [] : [`  The provider earns ${dollars(providerEarns)}.`]),
]

const part = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines, '']

/** The whole print, lines without their ends. */
export const printOutcome = (
  about: string,
  outcome: Outcome,
  files: readonly NamedFile[],
): readonly string[] => [
  ...(about === '' ? [] : [about, '']),
  ...part('The thread', outcome.links.map(link)),
  ...part('Findings', outcome.findings.flatMap(finding)),
  ...part(
    'Codes',
    (outcome.coding?.procedures ?? []).flatMap((each) => procedure(each, outcome.coding?.diagnoses ?? [])),
  ),
  ...part('Files', files.map(file)),
  ...part('Entries (each balances)', outcome.entries.flatMap(entry)),
  ...part('Money', money(outcome)),
  ...part('About this program', outcome.notices.flatMap(finding)),
]

/** A page for a terminal: no control character of a name or a file reaches it. */
export const printable = (lines: readonly string[]): string =>
  lines.map((line) => line.replace(/\p{Cc}/gu, '·')).join('\n')

/** Findings that kept a file from being read at all, on their own. */
export const printFindings = (findings: readonly Finding[]): readonly string[] =>
  part('Findings', findings.flatMap(finding))
