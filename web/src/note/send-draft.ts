// What of a draft is sent to the server, and what the server has once it took it.
import { sameValue, stillCarried } from '@goldenthread/core/note/carry-forward.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import type { Base } from './base.ts'
import { type Draft, draftFrom, partsOf, sameDraft, tidied } from './parts.ts'

export interface Sent {
  readonly note: Omit<Draft, 'carried'>
  /** Paths of what was carried and said again; null where nothing was carried. */
  readonly confirmed: readonly string[] | null
}

interface Standing {
  readonly value: unknown
  readonly isUntouched: boolean
}

const standingOf = (draft: Draft): ReadonlyMap<string, Standing> => {
  const untouched = new Set(draft.carried?.untouched)
  return new Map([
    ...[...partsOf(draft)].map(
      ([path, { value, standing }]) => [path, { value, isUntouched: standing === 'untouched' }] as const,
    ),
    ...draft.diagnoses.map((each) => {
      const path = `diagnoses.${each.code}`
      return [path, { value: each, isUntouched: untouched.has(path) }] as const
    }),
  ])
}

/** What was only offered, and is not on offer at the server any more, is no part of the note: it is left out. */
const withoutLostOffers = (base: Draft, draft: Draft): Draft => {
  const offered = new Set(base.carried?.untouched)
  const parts = [...partsOf(draft)].filter(
    ([path, { standing }]) => standing !== 'untouched' || offered.has(path),
  )
  return draftFrom(new Map(parts), draft.carried?.from)
}

const confirmedIn = ({ carried, ...base }: Draft, draft: Draft): readonly string[] | null => {
  if (carried === undefined) return null
  const [before, now] = [standingOf(base), standingOf(draft)]
  return [...carried.confirmed, ...carried.untouched].filter((path) => {
    const [was, is] = [before.get(path), now.get(path)]
    return was !== undefined && is !== undefined && !is.isUntouched && sameValue(was.value, is.value)
  })
}

/** What waits for a person stays at the server as it is there: neither side writes over the other. */
const withoutWaiting = (base: Draft, draft: Draft, waiting: readonly string[]): Draft => {
  if (waiting.length === 0) return draft
  const [there, parts] = [partsOf(base), new Map(partsOf(draft))]
  for (const path of waiting) {
    const part = there.get(path)
    if (part === undefined) parts.delete(path)
    else parts.set(path, part)
  }
  return draftFrom(parts, draft.carried?.from ?? base.carried?.from)
}

/** The draft as it is sent; `waiting` are the paths that were written in two ways. */
export const toSend = (base: Base, written: Draft, waiting: readonly string[] = []): Sent => {
  const draft = withoutWaiting(base.draft, written, waiting)
  const { carried: _carried, ...note } = tidied(withoutLostOffers(base.draft, draft))
  return { note, confirmed: confirmedIn(base.draft, draft) }
}

/** The draft as the server has it after it took what was sent (server/src/note/save-draft.ts does the same). */
export const afterSent = (base: Base, { note, confirmed }: Sent): Draft => {
  const carried = stillCarried(base.draft as Note, note, confirmed ?? undefined)
  return { ...note, ...(carried === undefined ? {} : { carried }) }
}

/** Whether the server lacks anything of the draft. */
export const isUnsent = (base: Base, draft: Draft, waiting: readonly string[] = []): boolean =>
  !sameDraft(afterSent(base, toSend(base, draft, waiting)), tidied(base.draft))
