// The list of sessions, each with what pays for it, how long nobody has confirmed it, and until when a claim is taken.
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import { type Day, addDays, daysBetween, parseInstant } from '@goldenthread/core/values/day.ts'
import type { PersonName } from '@goldenthread/core/people/person.ts'
import type { Tx } from '../database/tx.ts'
import { pageFrom, readCursor, writeCursor } from '../http/cursor.ts'
import { isUuid } from '../ids.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { type ListedRow, type SessionsAsked, listSessionRows } from './session-list-store.ts'
import { dayIn } from './zone-clock.ts'

export type ListAsked = Omit<SessionsAsked, 'after'> & { readonly after: string | undefined }

const written = ({ first, last }: PersonName): string => `${last}, ${first}`

/** The last day on which the payer takes the claim: the contract's word, else that of its class; null when neither says. */
const fileBy = (row: ListedRow, facts: Facts): Day | null => {
  const { day } = row.document
  if (row.payer_class === null || row.payer_class === 'self-pay') return null
  const days = row.payer_rules?.timelyFilingDays ?? facts.payerProfile(row.payer_class, day).timelyFilingDays
  return days === null ? null : addDays(day, days)
}

const listed = (row: ListedRow, today: Day, facts: Facts) => {
  const { day, start, stop, zone, modality } = row.document
  const { payer_id: payerId, payer_name: payerName, payer_class: payerClass } = row
  const insured = payerClass !== null && payerClass !== 'self-pay'
  return {
    id: row.id,
    status: row.status,
    day,
    start,
    stop,
    zone,
    modality,
    client: { id: row.client_id, name: written(row.client.name) },
    provider: { id: row.provider_id, name: written(row.provider.name) },
    pays: insured ? ('insurance' as const) : ('private' as const),
    payer:
      payerId === null || payerName === null || payerClass === null
        ? null
        : { id: payerId, name: payerName, class: payerClass },
    unconfirmedDays: row.status === 'scheduled' && day <= today ? daysBetween(day, today) : null,
    fileBy: fileBy(row, facts),
    version: row.version,
  }
}

/** Where the page goes on; null for the first one, and for a cursor of another list. */
const placeAfter = (cursor: string | undefined): SessionsAsked['after'] => {
  const [start = '', id = ''] = readCursor(cursor, 2) ?? []
  return parseInstant(start) !== null && isUuid(id) ? [start, id] : null
}

/** A page of sessions in the order of their start. A clinician sees their own. */
export const listSessions = async (tx: Tx, { facts }: Pick<Services, 'facts'>, asked: ListAsked) => {
  const { actor } = tx
  const own = actor.kind === 'person' && actor.role === 'clinician' ? actor.providerId : asked.providerId
  const rows = await listSessionRows(tx, { ...asked, providerId: own, after: placeAfter(asked.after) })
  const today = dayIn((await readPractice(tx)).zone, tx.at)
  const page = pageFrom(rows, asked.limit, (row) => writeCursor(row.document.startInstant, row.id))
  tx.touch('session', ...page.items.map(({ id }) => id))
  return { items: page.items.map((row) => listed(row, today, facts)), next: page.next }
}
