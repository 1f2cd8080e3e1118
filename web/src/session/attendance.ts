// What may have become of a session, and when each may be said.
import type { Attendance } from './typed-facts.ts'
import type { SessionRow } from './written-session.ts'

/** `as-planned` and `otherwise` are both held. */
export type Became = 'as-planned' | 'otherwise' | Exclude<Attendance, 'held'>

export const becameOptions: readonly { readonly value: Became; readonly label: string }[] = [
  { value: 'as-planned', label: 'Held as planned' },
  { value: 'otherwise', label: 'Held, but otherwise' },
  { value: 'no-show', label: 'The client did not come' },
  { value: 'late-cancel', label: 'The client cancelled late' },
  { value: 'cancelled', label: 'We cancelled' },
]

type Times = Pick<SessionRow['session'], 'startInstant' | 'stopInstant'>

/** A session that is not over was not held, and one that has not begun was not missed: the server says the same. */
export const mayBecome = ({ startInstant, stopInstant }: Times, now: number): readonly Became[] => {
  const isOver = Date.parse(stopInstant) <= now
  const hasBegun = Date.parse(startInstant) <= now
  return becameOptions
    .map(({ value }) => value)
    .filter((value) => {
      if (value === 'as-planned' || value === 'otherwise') return isOver
      return value === 'no-show' ? hasBegun : true
    })
}

export const attendanceOf = (became: Became): Attendance =>
  became === 'as-planned' || became === 'otherwise' ? 'held' : became

/** What follows from it, said before it is done. */
export const followsFrom: Readonly<Record<Became, string>> = {
  'as-planned': 'Its note and its claim can follow.',
  otherwise: 'What you change here is what note and claim go by.',
  'no-show': 'No claim is made: a payer pays no missed session.',
  'late-cancel': 'No claim is made: a payer pays no missed session.',
  cancelled: 'No claim is made, and the client is asked for nothing.',
}
