// A statement of pay in words: which day, which sessions, how far the money behind each has come.
import type { LinkState } from '@goldenthread/core/thread/outcome.ts'
import { shortDay, weekDay } from '../ui/day-words.ts'
import type { PaySheet, SessionPay } from './asked.ts'

export type When = 'next' | 'later'

export const payDayTitle = ({ payDay }: PaySheet, when: When): string => {
  if (payDay !== null) return weekDay(payDay)
  return when === 'next' ? 'Owed now' : 'After that'
}

export const statementTitle = (sheet: PaySheet, when: When): string => {
  const day = sheet.payDay === null ? null : weekDay(sheet.payDay)
  if (when === 'later') return day === null ? 'Expected after that' : `Expected for ${day}`
  return day === null ? 'Owed now' : `Statement for ${day}`
}

export const sessionsCounted = (count: number): string =>
  count === 0 ? 'no sessions' : `${count} session${count === 1 ? '' : 's'}`

/** `14 sessions, next pay day`; `7 sessions, waiting for payers`. */
export const under = ({ sessions, payDay }: PaySheet, when: When): string => {
  const counted = sessionsCounted(sessions.length)
  if (when === 'later') return `${counted}, waiting for payers`
  return payDay === null ? `${counted}, no pay days are set` : `${counted}, next pay day`
}

/** `Sessions of Oct 26 to Nov 8.` */
export const spanWords = ({ sessions }: PaySheet): string => {
  const [first, last] = [sessions[0]?.day, sessions.at(-1)?.day]
  if (first === undefined || last === undefined) return ''
  return first === last
    ? `Sessions of ${shortDay(first)}.`
    : `Sessions of ${shortDay(first, last)} to ${shortDay(last)}.`
}

const states: Readonly<Record<SessionPay['payer'], readonly [LinkState, string]>> = {
  paid: ['holds', 'paid'],
  'partly-paid': ['needs-you', 'paid in part'],
  denied: ['needs-you', 'denied'],
  'not-yet': ['on-its-way', 'not yet'],
  'client-paid': ['holds', 'client paid'],
  'client-not-yet': ['on-its-way', 'client has not paid'],
}

/** The knot and the words of what stands behind a session's pay. */
export const payerState = ({
  payer,
  guaranteed,
}: SessionPay): { readonly state: LinkState; readonly says: string } => {
  const [state, says] = states[payer]
  return { state, says: guaranteed && payer !== 'paid' ? `${says}, guaranteed` : says }
}

/** What was earned, and what was taken back by more than that. */
export const parted = ({ sessions }: PaySheet) => {
  const sum = (of: readonly SessionPay[]): number => of.reduce((all, { amount }) => all + amount, 0)
  const earned = sessions.filter(({ amount }) => amount > 0)
  const takenBack = sessions.filter(({ amount }) => amount < 0)
  return { earned, takenBack, earnedCents: sum(earned) }
}
