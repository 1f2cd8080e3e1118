// What the rows of picks are given of the note: its picks, what of them is only offered, and how they are changed.
import type { Answer, Note, Picks } from '@goldenthread/core/note/note.ts'
import type { Draft } from '../../../note/parts.ts'
import type { Edit } from '../wrap-up.ts'

export interface Picking {
  readonly picks: Picks
  readonly diagnoses: Note['diagnoses']
  readonly recorded: Note['recorded']
  readonly carried: Note['carried']
  /** The draft as it was first opened: what was offered then. */
  readonly offered: Draft | null
  /** "Nov 5". */
  readonly from: string | null
  readonly edit: Edit
  readonly locked: boolean
}

const at = (picks: Picks, path: string): unknown => {
  let value: unknown = picks
  for (const key of path.split('.').slice(1)) value = (value as Record<string, unknown> | undefined)?.[key]
  return value
}

export interface Standing<T> {
  readonly answer: Answer<T> | undefined
  readonly carried: { readonly answer: Answer<T>; readonly from: string } | undefined
  readonly onChange: (answer: Answer<T> | undefined) => void
}

/** How the pick at a path stands: answered, or only offered from the last note. */
export const standingAt = <T>({ picks, carried, from, edit }: Picking, path: string): Standing<T> => {
  const value = at(picks, path) as Answer<T> | undefined
  const isOffered = carried?.untouched.includes(path) === true && value !== undefined
  return {
    answer: isOffered ? undefined : value,
    carried: isOffered && from !== null ? { answer: value, from } : undefined,
    onChange: (answer) => edit.setPick(path, answer),
  }
}

/** What was offered of a list when the note was opened, whether or not some of it was answered since. */
export const offeredAt = <T>({ offered }: Picking, path: string): T | undefined =>
  offered?.carried?.untouched.includes(path) === true ? (at(offered.picks, path) as T | undefined) : undefined
