// What a claim's standing, reason and deadline are in words.
import type { ThreadLink } from '../ui/link-words.ts'
import { shortDay } from '../ui/day-words.ts'
import { type ClaimFinding, type ClaimRow, type Due, type Standing, isHolding } from './work.ts'

/** As the chart has it; a page is no claim form. */
export const nameOf = ({ clientName: { first, last } }: Pick<ClaimRow, 'clientName'>): string =>
  `${first} ${last}`

const withoutStop = (text: string): string => text.replace(/\.$/, '')
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `CO 109` of the code `remit:CO-109`; `277CA A7 158` of `277CA:A7:158`; null for a rule of ours. */
export const codeInWords = ({ code }: Pick<ClaimFinding, 'code'>): string | null => {
  const reason = /^remit:([A-Z]{2})-(\w+)$/.exec(code)
  if (reason !== null) return `${reason[1]} ${reason[2]}`
  return /^(TA1|999|277CA|835):/.test(code) ? code.replaceAll(':', ' ') : null
}

const centsOf = (finding: ClaimFinding): number =>
  Number((finding.evidence['amount'] ?? '').replaceAll(/[^0-9]/g, ''))

/** The one that says most: of what holds the first, of a denial the reason with the most money. */
export const mainFinding = (findings: readonly ClaimFinding[], standing: Standing): ClaimFinding | null => {
  if (standing === 'denied' || standing === 'settled') {
    const reasons = findings.filter((each) => /^remit:[A-Z]{2}-/.test(each.code))
    return reasons.toSorted((one, other) => centsOf(other) - centsOf(one))[0] ?? findings[0] ?? null
  }
  if (standing === 'underpaid')
    return findings.find(({ code }) => code === 'remit:allowed') ?? findings[0] ?? null
  return findings.find(isHolding) ?? findings[0] ?? null
}

const label = (says: string): string => begun(withoutStop(says).replace(/^[A-Z]{2} \w+: |^Rejected: /, ''))

const daysSince = (from: string, today: string): number =>
  Math.round((Date.parse(`${today}T12:00:00Z`) - Date.parse(`${from.slice(0, 10)}T12:00:00Z`)) / 86_400_000)

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

const channels: Readonly<Record<ClaimRow['channel'], string>> = {
  electronic: 'as a file',
  mail: 'by mail',
  fax: 'by fax',
  portal: 'through its portal',
}

const waitingFor = ({ status, filedAt }: ClaimRow, today: string): string => {
  const since = filedAt === null ? '' : ` for ${days(Math.max(0, daysSince(filedAt, today)))}`
  return status === 'accepted' ? `Accepted, not paid${since}` : `Sent, not acknowledged${since}`
}

/** Why a claim is where it is, in a few plain words. `today` is the practice's day. */
export const reasonOf = (claim: ClaimRow, standing: Standing, today: string): string => {
  const main = mainFinding(claim.findings, standing)
  if (standing === 'waiting') return waitingFor(claim, today)
  if (standing === 'ready') return 'Nothing holds it'
  if (standing === 'by-hand') return `The payer takes claims ${channels[claim.channel]}`
  if (standing === 'paid') return 'Paid as expected'
  if (standing === 'void') return 'Withdrawn'
  if (main === null) return standing === 'held' ? 'Nothing holds it any more' : 'Answered'
  return label(main.says)
}

/** Under the reason: the payer, and the code that stands for the reason. */
export const underReason = (claim: ClaimRow, standing: Standing): string => {
  const main = mainFinding(claim.findings, standing)
  const code = main === null || standing === 'waiting' ? null : codeInWords(main)
  return code === null ? claim.payerName : `${claim.payerName}, ${code}`
}

export interface DueWords {
  /** `11`, `not known`, `over`; empty where nothing runs out. */
  readonly left: string
  /** `appeal soon`, `to appeal`. */
  readonly under: string
  readonly soon: boolean
}

/** The days from which on a deadline is said to be soon. */
const soonFrom = 14

/** The column of days left. */
export const dueWords = (due: Due): DueWords => {
  if (due === null) return { left: '–', under: 'filed in time', soon: false }
  const act = due.what === 'appeal' ? 'appeal' : 'send'
  const { daysLeft } = due
  if (daysLeft === null) return { left: 'not known', under: '', soon: false }
  if (daysLeft < 0) return { left: 'over', under: `for ${days(-daysLeft)}`, soon: true }
  return daysLeft <= soonFrom
    ? { left: String(daysLeft), under: `${act} soon`, soon: true }
    : { left: String(daysLeft), under: '', soon: false }
}

/** `Jan 3` and `52 days` beside it, for the panel. */
export const dueFact = (
  due: Due,
  today: string,
): { readonly label: string; readonly day: string; readonly beside: string } => {
  if (due === null) return { label: 'Time to file', day: 'Kept', beside: 'the payer accepted it' }
  const label = due.what === 'appeal' ? 'Appeal by' : 'Send by'
  if (due.by === null || due.daysLeft === null)
    return { label, day: 'Not known', beside: 'its contract names no days' }
  const beside = due.daysLeft < 0 ? `over for ${days(-due.daysLeft)}` : days(due.daysLeft)
  return { label, day: shortDay(due.by, today), beside }
}

const rootOf = ({ place }: ClaimFinding): string =>
  place.kind === 'field' ? (place.path.split('.')[0] ?? '') : ''

const heldAt = (findings: readonly ClaimFinding[], name: string): ThreadLink['state'] =>
  findings.some((each) => isHolding(each) && rootOf(each) === name) ? 'needs-you' : 'holds'

/** The five links of a claim's session: what lies before a claim that was filed holds, by the proof it was filed with. */
export const threadOf = (claim: ClaimRow, standing: Standing): readonly ThreadLink[] => {
  const held = standing === 'held' ? claim.findings : []
  const [claimState, paidState] = (
    {
      held: ['needs-you', 'not-yet'],
      ready: ['on-its-way', 'not-yet'],
      'by-hand': ['needs-you', 'not-yet'],
      waiting: [claim.status === 'accepted' ? 'holds' : 'on-its-way', 'on-its-way'],
      unclear: ['needs-you', 'not-yet'],
      rejected: ['needs-you', 'not-yet'],
      denied: ['holds', 'needs-you'],
      underpaid: ['holds', 'needs-you'],
      paid: ['holds', 'holds'],
      settled: ['holds', 'holds'],
      void: ['not-used', 'not-used'],
    } as const
  )[standing]
  return [
    { name: 'Session', state: heldAt(held, 'session') },
    { name: 'Note', state: heldAt(held, 'note') },
    { name: 'Code', state: heldAt(held, 'coding') },
    { name: 'Claim', state: claimState },
    { name: 'Paid', state: paidState },
  ]
}
