// What happened to a claim, as steps of a thread: each with its file, and at the end what comes next.
import type { KnotState } from '../ui/link-words.ts'
import { moneyText } from '../ui/money-text.ts'
import type { Standing, TimelineEntry } from './work.ts'

export interface HappenedFile {
  /** `837P`, `277CA`. */
  readonly kind: string
  readonly id: string
}

export interface Happened {
  readonly id: string
  readonly state: KnotState
  readonly title: string
  readonly body: string
  readonly file: HappenedFile | null
  readonly remittanceId: string | null
  /** An instant; null for what has not happened yet. */
  readonly at: string | null
}

interface Words {
  readonly title: string
  readonly body?: string
  readonly kind?: string
  readonly state?: KnotState
}

const channels = { electronic: 'as a file', mail: 'by mail', fax: 'by fax', portal: 'through the portal' }

const verdicts: Readonly<Record<NonNullable<TimelineEntry['verdict']>, KnotState>> = {
  accepted: 'holds',
  rejected: 'needs-you',
  partly: 'needs-you',
  unclear: 'needs-you',
}

const says = ({ findings }: TimelineEntry): string => findings.map((each) => each.says).join(' ')

const sent = ({ sentBy, confirmation }: TimelineEntry): Words => ({
  title: sentBy === null ? 'Sent' : `Sent ${channels[sentBy]}`,
  ...(confirmation === null ? {} : { body: `Confirmed as ${confirmation}.` }),
  ...(sentBy === null ? { kind: '837P' } : {}),
})

const acknowledged = (entry: TimelineEntry): Words => {
  const { verdict, statuses, payerClaimNumber, provesTimelyFiling } = entry
  const codes = statuses.map(({ category, status }) => `277CA ${category} ${status}`).join(', ')
  const number = payerClaimNumber === null ? '' : `, the payer’s number ${payerClaimNumber}`
  const title = {
    accepted: 'Claim accepted',
    rejected: 'Claim rejected',
    partly: 'Partly accepted',
    unclear: 'Answer unclear',
  }
  return {
    title: title[verdict ?? 'unclear'],
    body: [`${codes}${number}.`, provesTimelyFiling ? 'It proves that the claim came in time.' : says(entry)]
      .filter((each) => each !== '' && each !== '.')
      .join(' '),
    kind: '277CA',
  }
}

const remitted = ({ verdict, paid }: TimelineEntry): Words => {
  const money = moneyText(paid ?? 0)
  if (verdict === null)
    return { title: 'Answer taken back', body: 'The payer reversed it.', kind: '835', state: 'event' }
  const title = {
    accepted: `Paid ${money}`,
    partly: `Partly paid, ${money}`,
    rejected: 'Answered: not paid',
    unclear: 'Answered',
  }
  return { title: title[verdict], body: verdict === 'rejected' ? `This claim ${money}.` : '', kind: '835' }
}

const wordsOf = (entry: TimelineEntry): Words | null => {
  const wasRejected = entry.verdict === 'rejected'
  switch (entry.kind) {
    case 'held':
      return { title: 'Held', body: 'The note was signed; the claim waited.', state: 'event' }
    case 'filed':
      return { title: 'Filed', body: entry.reason === null ? '' : `Sent again unchanged: ${entry.reason}` }
    case 'batched':
      return null
    case 'sent':
      return sent(entry)
    case 'delivered':
      return null
    case 'envelope':
      return { title: wasRejected ? 'File refused' : 'File received', body: says(entry), kind: 'TA1' }
    case 'syntax':
      return { title: wasRejected ? 'File rejected' : 'File accepted', body: says(entry), kind: '999' }
    case 'acknowledgment':
      return acknowledged(entry)
    case 'remitted':
      return remitted(entry)
    case 'voided':
      return { title: 'Withdrawn', state: 'event' }
  }
}

const comes: Readonly<Partial<Record<Standing, readonly [title: string, body: string]>>> = {
  held: ['Filed', 'When nothing holds it any more and it is released.'],
  ready: ['Sent', 'With the next file to this payer.'],
  'by-hand': ['Sent by hand', 'When you say how and when.'],
  waiting: ['Answered by the payer', 'With the money, or the reasons for what is not paid.'],
  unclear: ['A clear answer', 'Ask the sender of the file what became of the claim.'],
  rejected: ['Sent again', 'As a new claim, when what it was rejected for is mended.'],
}

/** The name of a file as it is taken: the batch's bytes stand with the moment they were fixed. */
const fileIds = (timeline: readonly TimelineEntry[]): ReadonlyMap<string, string> =>
  new Map(
    timeline.flatMap(({ kind, claimId, fileId }) =>
      kind === 'batched' && fileId !== null ? [[claimId, fileId] as const] : [],
    ),
  )

/** Held and filed in the same minute: the judgement of one moment. */
const wasLetGoAtOnce = (entry: TimelineEntry, next: TimelineEntry | undefined): boolean =>
  entry.kind === 'held' &&
  next?.kind === 'filed' &&
  next.claimId === entry.claimId &&
  Date.parse(next.at) - Date.parse(entry.at) < 60_000

/** The steps in their order; `standing` says what comes next. A claim in whose place this one stands is told by its number. */
export const happenedTo = (
  timeline: readonly TimelineEntry[],
  standing: Standing,
  claimNumber: string,
): readonly Happened[] => {
  const sentFiles = fileIds(timeline)
  const steps = timeline.flatMap((entry, index): readonly Happened[] => {
    const words = wordsOf(entry)
    if (words === null || wasLetGoAtOnce(entry, timeline[index + 1])) return []
    const fileId = entry.kind === 'sent' ? (sentFiles.get(entry.claimId) ?? null) : entry.fileId
    const isOther =
      entry.claimNumber !== claimNumber && entry.claimNumber !== timeline[index - 1]?.claimNumber
    const before = isOther ? `Claim ${entry.claimNumber}, in whose place this one stands. ` : ''
    return [
      {
        id: `${index}`,
        state: words.state ?? (entry.verdict === null ? 'holds' : verdicts[entry.verdict]),
        title: words.title,
        body: `${before}${words.body ?? ''}`.trim(),
        file: fileId === null || words.kind === undefined ? null : { kind: words.kind, id: fileId },
        remittanceId: entry.remittanceId,
        at: entry.at,
      },
    ]
  })
  const next = comes[standing]
  if (next === undefined) return steps
  const [title, body] = next
  return [...steps, { id: 'next', state: 'not-yet', title, body, file: null, remittanceId: null, at: null }]
}
