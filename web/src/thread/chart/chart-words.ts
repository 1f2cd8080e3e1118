// A chart in words: age, what a session was, how its note stands, since when a diagnosis.
import type { KnotState } from '../../ui/link-words.ts'
import { shortDay } from '../../ui/day-words.ts'
import type { Chart, ChartSession } from './asked.ts'

/** Whole years from the birth to a day. */
export const ageOn = (birth: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0)

/** `03/14/1992`, as it is said in offices. */
export const birthText = (birth: string): string => {
  const [year, month, date] = birth.split('-')
  return `${month}/${date}/${year}`
}

const modalities = { 'in-person': 'in person', 'audio-video': 'video', 'audio-only': 'telephone' } as const

const missed = {
  'no-show': 'Did not come',
  'late-cancel': 'Cancelled late',
  cancelled: 'Cancelled',
} as const

/** The state of a session's knot: what needs a person first. */
export const knotOf = ({ status, links }: Pick<ChartSession, 'status' | 'links'>): KnotState => {
  if (links.some(({ state }) => state === 'needs-you')) return 'needs-you'
  if (status === 'scheduled') return 'not-yet'
  return status === 'confirmed' ? 'holds' : 'event'
}

/** `number` counts the sessions that took place, from the first. */
export const titleOf = ({ status }: Pick<ChartSession, 'status'>, number: number): string => {
  if (status === 'confirmed') return `Session ${number}`
  return status === 'scheduled' ? 'Planned' : missed[status]
}

const afterText = (minutes: number): string => {
  if (minutes < 60) return `${minutes} min after`
  if (minutes < 48 * 60) return `${Math.round(minutes / 60)} h after`
  return `${Math.round(minutes / 1440)} days after`
}

const coSigned = {
  waits: 'waits for co-signature',
  'co-signed': 'co-signed',
  returned: 'returned by the supervisor',
}

/** Minutes from the end of the session to the first signature. */
const minutesAfter = (signedAt: string, stopsAt: string): number =>
  Math.max(0, Math.round((Date.parse(signedAt) - Date.parse(stopsAt)) / 60_000))

/** `Signed, 6 min after`, `Signed late, 4 days after`, `Signed, 6 min after, amended`, `Open`; null where there is no note. */
export const noteWords = ({ note, stopsAt }: Pick<ChartSession, 'note' | 'stopsAt'>): string | null => {
  if (note === null) return null
  if (note.status === 'draft' || note.signedAt === null) return 'Open'
  return [
    `Signed${note.late === null ? '' : ' late'}, ${afterText(minutesAfter(note.signedAt, stopsAt))}`,
    ...(note.versions > 1 ? ['amended'] : []),
    ...(note.status === 'amending' ? ['an addendum is open'] : []),
    ...(note.coSign === null ? [] : [coSigned[note.coSign]]),
  ].join(', ')
}

/** One line under the title: how long, by what means, the codes, and the note where it asks for somebody. */
export const bodyOf = (session: ChartSession): string => {
  const { status, minutes, modality, codes, note, links } = session
  if (status !== 'confirmed' && status !== 'scheduled') return ''
  const told = [`${minutes} min, ${modalities[modality]}`, ...(codes.length === 0 ? [] : [codes.join(' + ')])]
  const needs = links.find(({ state }) => state === 'needs-you')
  const isUnusual = note !== null && (note.late !== null || note.versions !== 1 || note.coSign === 'waits')
  const noted =
    status === 'confirmed' && note === null ? 'Waiting for its note' : isUnusual ? noteWords(session) : null
  const says = needs?.says ?? noted
  return `${told.join(', ')}${says === null ? '' : `. ${says.replace(/\.$/, '')}.`}`
}

type Diagnosis = Chart['diagnoses'][number]

export const spanWords = ({ since, last, notes, stands }: Diagnosis, today: string): string => {
  const counted = notes === 1 ? 'one signed note' : `${notes} signed notes`
  return stands
    ? `Since ${shortDay(since, today)}, in ${counted}`
    : `${shortDay(since, today)} to ${shortDay(last, today)}, in ${counted}`
}

export const methods = { card: 'Card', cash: 'Cash', check: 'Check', bank: 'Bank' } as const

type ClaimStatus = NonNullable<ChartSession['claim']>['status']

export const claimWords: Readonly<Record<ClaimStatus, string>> = {
  held: 'Held',
  filed: 'Filed',
  batched: 'In a file',
  sent: 'Sent',
  accepted: 'Accepted',
  rejected: 'Rejected',
  answered: 'Answered',
  void: 'Void',
}
