// What waits for a person beside the day itself: sessions nobody confirmed, claims in worklists, notes of supervision.
import type { PersonName } from '@goldenthread/core/people/person.ts'
import { type Cents, sum, zero } from '@goldenthread/core/values/cents.ts'
import { type Day, addDays, daysBetween } from '@goldenthread/core/values/day.ts'
import { dueBefore } from '../claim/claim-schemas.ts'
import { listClaims } from '../claim/view-store.ts'
import { type Worklist, countWorklists } from '../claim/worklist-store.ts'
import type { PersonActor, Tx } from '../database/tx.ts'
import { listWaiting } from '../note/co-sign-store.ts'
import { readPractice } from '../practice/store.ts'
import type { Services } from '../services.ts'
import { listSessions } from '../session/list-sessions.ts'
import { dayIn } from '../session/zone-clock.ts'
import { expectedOf } from './expect-session.ts'
import { judge } from './file-session.ts'
import { loadThreads } from './load-case.ts'

export interface UnconfirmedSession {
  readonly id: string
  readonly day: Day
  readonly client: { readonly id: string; readonly name: string }
  readonly provider: { readonly id: string; readonly name: string }
  readonly payer: string | null
  /** Of payer and client; null while the fee is not held. */
  readonly expected: Cents | null
  /** Days gone of the days in which its payer takes a claim; null where no payer does. */
  readonly clock: { readonly used: number; readonly allowed: number; readonly fileBy: Day } | null
}

export interface WaitingClaims {
  readonly worklist: Worklist
  readonly claims: number
  readonly expected: Cents
  /** The oldest of them. */
  readonly first: readonly {
    readonly id: string
    readonly sessionId: string
    readonly client: { readonly id: string; readonly name: string }
    readonly payer: string
    readonly day: Day
    /** Why, where a finding says so. */
    readonly says: string | null
  }[]
}

export interface WaitingNote {
  readonly what: 'co-sign' | 'returned'
  readonly sessionId: string
  readonly day: Day
  readonly client: { readonly id: string; readonly name: string }
  readonly author: string
}

/** So many unconfirmed sessions are told one by one. */
const mostUnconfirmed = 50
const mostOfAList = 3

/** Of these a person is told by name; `ready` waits for nobody. */
const told: readonly Worklist[] = ['rejected', 'held', 'denied', 'unclear', 'by-hand', 'no-response', 'late']

/** The list sorts by last names; here people are named as they are spoken of. */
const firstAndLast = (name: PersonName | undefined, otherwise: string): string =>
  name === undefined ? otherwise : `${name.first} ${name.last}`

/** Sessions of days before today that nobody has said anything of, the oldest first. */
const unconfirmed = async (tx: Tx, services: Services, today: Day, providerId: string | null) => {
  const asked = { from: null, to: addDays(today, -1), clientId: null, status: 'scheduled' as const }
  const page = await listSessions(tx, services, {
    ...asked,
    providerId,
    after: undefined,
    limit: mostUnconfirmed,
  })
  const threads = await loadThreads(
    tx,
    page.items.map(({ id }) => id),
  )
  const expected = new Map(
    threads.map((thread) => {
      const found = expectedOf(thread, judge(tx, services, thread.given), services.facts)
      return [thread.session.id, found === null ? null : sum([found.payer, found.client])]
    }),
  )
  const people = new Map(threads.map(({ session, given }) => [session.id, given.people]))
  const items = page.items.map(
    ({ id, day, client, provider, payer, fileBy }): UnconfirmedSession => ({
      id,
      day,
      client: { id: client.id, name: firstAndLast(people.get(id)?.client.name, client.name) },
      provider: { id: provider.id, name: firstAndLast(people.get(id)?.provider.name, provider.name) },
      payer: payer?.name ?? null,
      expected: expected.get(id) ?? null,
      clock:
        fileBy === null ? null : { used: daysBetween(day, today), allowed: daysBetween(day, fileBy), fileBy },
    }),
  )
  return { items, more: page.next !== null, expected: sum(items.map((each) => each.expected ?? zero)) }
}

const waitingClaims = async (tx: Tx, providerId: string | null): Promise<readonly WaitingClaims[]> => {
  const before = dueBefore(tx)
  const counts = await countWorklists(tx, before, providerId)
  const waiting = told.flatMap((name) => counts.filter((count) => count.name === name && count.claims > 0))
  const whose = providerId === null ? {} : { providerId }
  const lists: WaitingClaims[] = []
  for (const { name: worklist, claims, expected } of waiting) {
    const rows = await listClaims(tx, { worklist, before, limit: mostOfAList, ...whose })
    tx.touch('claim', ...rows.map(({ id }) => id))
    const first = rows.map(({ id, sessionId, clientId, clientName, payerName, day, findings }) => ({
      id,
      sessionId,
      client: { id: clientId, name: `${clientName.first} ${clientName.last}` },
      payer: payerName,
      day,
      says: findings[0]?.says ?? null,
    }))
    lists.push({ worklist, claims, expected, first })
  }
  return lists
}

const waitingNotes = async (tx: Tx, providerId: string | null): Promise<readonly WaitingNote[]> => {
  if (providerId === null) return []
  const limit = 20
  const asked = [
    ['co-sign', await listWaiting(tx, { supervisorId: providerId }, null, limit)],
    ['returned', await listWaiting(tx, { authorId: providerId }, null, limit)],
  ] as const
  const rows = asked.flatMap(([what, found]) => found.map((each) => ({ what, ...each })))
  tx.touch('note', ...rows.map(({ noteId }) => noteId))
  return rows.map(({ what, sessionId, day, client, author }) => ({
    what,
    sessionId,
    day,
    client,
    author: author.name,
  }))
}

/** A clinician sees what is theirs; a biller no notes. */
export const whatWaits = async (tx: Tx, services: Services, { role, providerId }: PersonActor) => {
  const today = dayIn((await readPractice(tx)).zone, tx.at)
  const own = role === 'clinician' ? providerId : null
  return {
    unconfirmed: await unconfirmed(tx, services, today, own),
    claims: await waitingClaims(tx, own),
    notes: role === 'biller' ? [] : await waitingNotes(tx, providerId),
  }
}
