// The sentence under the day's name: how many sessions, how many are filed, who waits.
import { countWord } from '../../ui/day-words.ts'
import type { DayShown, SessionToday } from './asked.ts'
import { waitsForNote } from './sentence.ts'

type Counted = Pick<SessionToday, 'status' | 'note' | 'stopsAt' | 'claim' | 'expected'> & {
  readonly client: Pick<SessionToday['client'], 'name' | 'chosenName'>
}

/** In pieces: a name among them is set in ink. */
export interface Greeting {
  readonly before: string
  readonly name: string | null
  readonly after: string
}

const isFiled = ({ claim, expected }: Counted): boolean =>
  claim === null ? expected?.basis === 'charge' : !['held', 'rejected', 'void'].includes(claim.status)

const emptyWords = ({ day, today }: Pick<DayShown, 'day' | 'today'>): string => {
  if (day === today) return 'Nothing is booked today.'
  return day < today ? 'Nothing was booked that day.' : 'Nothing is booked that day.'
}

/** `Seven sessions`, of those that take place. */
export const countOfDay = (items: readonly Pick<SessionToday, 'status'>[]): string => {
  const held = items.filter(({ status }) => status === 'scheduled' || status === 'confirmed').length
  return `${countWord(held)} ${held === 1 ? 'session' : 'sessions'}`
}

const filedWords = (filed: number, held: number): string => {
  if (filed === 0 || held === 0) return ''
  if (filed === held) return held === 1 ? ' It is filed.' : ' All are filed.'
  return ` ${countWord(filed)} ${filed === 1 ? 'is' : 'are'} filed.`
}

const missedWords = (missed: number): string =>
  missed === 0 ? '' : ` ${countWord(missed)} did not take place.`

/** `own`: whose notes the reader writes; of other people's only the number is told. */
export const greetingOf = <Session extends Counted>(
  { day, today, items }: Pick<DayShown, 'day' | 'today'> & { readonly items: readonly Session[] },
  now: number,
  own: (session: Session) => boolean,
): Greeting => {
  if (items.length === 0) return { before: emptyWords({ day, today }), name: null, after: '' }
  const held = items.filter(({ status }) => status === 'scheduled' || status === 'confirmed')
  const before = `${countOfDay(items)}.${filedWords(held.filter(isFiled).length, held.length)}${missedWords(items.length - held.length)}`
  const waiting = held.filter((session) => waitsForNote(session, now))
  const [mine] = waiting.filter(own)
  if (waiting.length === 0) return { before, name: null, after: '' }
  if (mine === undefined) {
    const wait = waiting.length === 1 ? 'waits for its note' : 'wait for their notes'
    const who = waiting.length === held.length && held.length > 1 ? 'All' : countWord(waiting.length)
    return { before: `${before} ${who} ${wait}.`, name: null, after: '' }
  }
  const others = waiting.length - 1
  const after =
    others === 0
      ? ' is waiting for a note.'
      : ` and ${countWord(others).toLowerCase()} more are waiting for notes.`
  return { before: `${before} `, name: mine.client.chosenName ?? mine.client.name, after }
}
