// The one sentence of a session's row: what happened last, or what comes next; and which session waits for a person.
import { clockText } from '../../people/clock-text.ts'
import { countWord, shortDay } from '../../ui/day-words.ts'
import { moneyText } from '../../ui/money-text.ts'
import type { SessionToday } from './asked.ts'

export type Told = Pick<
  SessionToday,
  | 'status'
  | 'day'
  | 'startsAt'
  | 'stopsAt'
  | 'zone'
  | 'payer'
  | 'note'
  | 'missing'
  | 'claim'
  | 'expected'
  | 'links'
> & { readonly client: Pick<SessionToday['client'], 'name' | 'chosenName'> }

const linkOf = ({ links }: Pick<Told, 'links'>, name: string) => links.find((link) => link.name === name)

const tookPlace = ({ status }: Pick<Told, 'status'>): boolean =>
  status === 'scheduled' || status === 'confirmed'

/** No payer is billed: the client pays, or has asked that the plan is not told. */
export const isPrivate = (session: Pick<Told, 'links' | 'status'>): boolean =>
  tookPlace(session) && linkOf(session, 'claim')?.state === 'not-used'

export const hasEnded = ({ stopsAt }: Pick<Told, 'stopsAt'>, now: number): boolean =>
  Date.parse(stopsAt) <= now
export const hasBegun = ({ startsAt }: Pick<Told, 'startsAt'>, now: number): boolean =>
  Date.parse(startsAt) <= now

/** Over, and its note is not signed. */
export const waitsForNote = (session: Pick<Told, 'status' | 'note' | 'stopsAt'>, now: number): boolean =>
  tookPlace(session) && session.note !== 'signed' && hasEnded(session, now)

const calledName = ({ chosenName, name }: Told['client']): string => chosenName ?? name.split(' ')[0] ?? name

const minute = 60_000

const endedWords = ({ stopsAt, zone }: Told, now: number): string => {
  const minutes = Math.floor((now - Date.parse(stopsAt)) / minute)
  if (minutes < 1) return 'Ended just now.'
  if (minutes < 60) return `Ended ${minutes === 1 ? '1 minute' : `${minutes} minutes`} ago.`
  return `Ended at ${clockText(Date.parse(stopsAt), zone)}.`
}

const missingWords = ({ note, missing }: Told): string => {
  if (note === null) return 'The note is not begun.'
  if (missing === 0) return 'The note is not signed.'
  return missing === 1
    ? 'One thing is missing from the note.'
    : `${countWord(missing)} things are missing from the note.`
}

const plannedWords = (session: Told): string => {
  const { expected, payer, client } = session
  const who = calledName(client)
  const isOwn = isPrivate(session)
  if (expected === null)
    return isOwn ? 'No fee is held for it yet.' : `Covered by ${payer}. No fee is held yet.`
  if (isOwn) return `${who} pays ${moneyText(expected.client)}.`
  if (expected.isOpen) return `Covered by ${payer}. What ${who} pays is not stated.`
  return expected.client === 0
    ? `Covered. ${who} pays nothing.`
    : `Covered. ${who} pays ${moneyText(expected.client)}.`
}

/** The day of an instant on the clock of a zone; without one on this machine's. */
export const dayOf = (instant: string, zone: string | undefined): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(Date.parse(instant))

/** On the session's own day at a time, later on a day. */
const when = (instant: string, { day, zone }: Pick<Told, 'day' | 'zone'>): string => {
  const then = dayOf(instant, zone)
  return then === day ? `at ${clockText(Date.parse(instant), zone)}` : `on ${shortDay(then, day)}`
}

const claimWords = (session: Told, claim: NonNullable<Told['claim']>): string => {
  const { payer } = session
  const payLink = linkOf(session, 'pay')
  switch (claim.status) {
    case 'filed':
      if (claim.byHand) return 'Filed. A person sends it.'
      return claim.departsAt === null ? 'Filed.' : `Filed. It leaves ${when(claim.departsAt, session)}.`
    case 'batched':
    case 'sent':
      return `Sent ${when(claim.lastAt, session)}. No answer yet.`
    case 'accepted':
      return `${payer} accepted it ${when(claim.lastAt, session)}.`
    case 'answered':
      return payLink?.says.replace(/^The payer /, `${payer} `) ?? 'Answered.'
    default:
      return linkOf(session, 'claim')?.says ?? ''
  }
}

const faultOf = ({ links }: Told): string | null =>
  links.find(({ state }) => state === 'needs-you')?.says ?? null

/** One sentence, or two short ones. `now` is in milliseconds. */
export const sentenceOf = (session: Told, now: number): string => {
  const { status, claim, note } = session
  if (!tookPlace(session)) return linkOf(session, 'session')?.says ?? ''
  if (claim !== null && claim.status !== 'held' && claim.status !== 'rejected')
    return claimWords(session, claim)
  if (note === 'signed') return faultOf(session) ?? linkOf(session, 'pay')?.says ?? ''
  if (hasEnded(session, now)) return `${endedWords(session, now)} ${missingWords(session)}`
  if (hasBegun(session, now)) return `Now, until ${clockText(Date.parse(session.stopsAt), session.zone)}.`
  return status === 'confirmed' ? missingWords(session) : plannedWords(session)
}
