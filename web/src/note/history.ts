// What can be undone in a note: texts as what was taken out and put in, everything else as it stood before and after.
import type { WrittenSession } from '../session/written-session.ts'
import type { Caret } from './caret.ts'
import { type Draft, type Part, draftFrom, partsOf, samePart } from './parts.ts'

/** A text changed at one place: `removed` stood there, `inserted` stands there now. */
export interface TextChange {
  readonly kind: 'text'
  readonly path: string
  readonly start: number
  readonly removed: string
  readonly inserted: string
}

export interface PartChange {
  readonly kind: 'part'
  readonly path: string
  readonly before: Part | null
  readonly after: Part | null
}

/** The session itself was changed, on the server: undoing it asks there again. */
export interface SessionChange {
  readonly kind: 'session'
  readonly before: WrittenSession
  readonly after: WrittenSession
}

export type Change = TextChange | PartChange | SessionChange

/** One step: a run of typing, a pick, an accepted suggestion, other times. */
export interface Step {
  readonly at: number
  readonly how: 'typing' | 'act'
  readonly changes: readonly Change[]
}

export interface History {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

export const noHistory: History = { done: [], undone: [] }

/** Steps kept. */
const most = 400
/** A pause in typing after which a new step begins, in milliseconds. */
const pause = 1_000
/** Characters after which one does, so that a step is never a page. */
const longest = 80

const textChange = (path: string, before: string, after: string): TextChange => {
  const least = Math.min(before.length, after.length)
  let start = 0
  while (start < least && before[start] === after[start]) start += 1
  let back = 0
  while (back < least - start && before[before.length - 1 - back] === after[after.length - 1 - back])
    back += 1
  return {
    kind: 'text',
    path,
    start,
    removed: before.slice(start, before.length - back),
    inserted: after.slice(start, after.length - back),
  }
}

const wordsIn = (path: string, part: Part | undefined): string | null => {
  if (!path.startsWith('sections.')) return null
  if (part === undefined) return ''
  return part.standing === 'said' ? String(part.value) : null
}

/** What an edit changed, part by part. */
export const changesBetween = (before: Draft, after: Draft): readonly Change[] => {
  const [one, other] = [partsOf(before), partsOf(after)]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((path): readonly Change[] => {
    const [was, is] = [one.get(path), other.get(path)]
    if (samePart(was, is)) return []
    const [from, to] = [wordsIn(path, was), wordsIn(path, is)]
    if (from !== null && to !== null) return [textChange(path, from, to)]
    return [{ kind: 'part', path, before: was ?? null, after: is ?? null }]
  })
}

/** One run of typing goes on: the next letters right behind, or one more taken back. */
const runOn = (last: Step | undefined, next: Step): Step | null => {
  if (last === undefined || last.how !== 'typing' || next.how !== 'typing') return null
  const [one, more] = [last.changes[0], next.changes[0]]
  if (last.changes.length !== 1 || next.changes.length !== 1) return null
  if (one?.kind !== 'text' || more?.kind !== 'text' || one.path !== more.path) return null
  if (next.at - last.at > pause || one.inserted.length + one.removed.length > longest) return null
  if (one.inserted.endsWith('\n')) return null
  const isBehind = more.removed === '' && more.start === one.start + one.inserted.length
  if (isBehind) return { ...next, changes: [{ ...one, inserted: one.inserted + more.inserted }] }
  const isBackspace =
    more.inserted === '' && more.start + more.removed.length === one.start + one.inserted.length
  if (!isBackspace || more.removed.length > 1) return null
  if (one.inserted !== '')
    return { ...next, changes: [{ ...one, inserted: one.inserted.slice(0, -more.removed.length) }] }
  return { ...next, changes: [{ ...one, start: more.start, removed: more.removed + one.removed }] }
}

/** The history with one more step; what had been undone is gone. A step that changed nothing is none. */
export const remember = (history: History, step: Step): History => {
  if (step.changes.length === 0) return history
  const joined = runOn(history.undone.length === 0 ? history.done.at(-1) : undefined, step)
  const done = joined === null ? [...history.done, step] : [...history.done.slice(0, -1), joined]
  return { done: done.slice(-most), undone: [] }
}

/** The step the other way round. */
export const turned = ({ at, how, changes }: Step): Step => ({
  at,
  how,
  changes: changes.toReversed().map((change): Change => {
    if (change.kind === 'text') return { ...change, removed: change.inserted, inserted: change.removed }
    if (change.kind === 'part') return { ...change, before: change.after, after: change.before }
    return { ...change, before: change.after, after: change.before }
  }),
})

/** A draft after a step; null where its texts are not those the step was made on. */
export const stepped = (
  draft: Draft,
  step: Step,
  from: NonNullable<Draft['carried']>['from'] | undefined,
): Draft | null => {
  const parts = new Map(partsOf(draft))
  for (const change of step.changes) {
    if (change.kind === 'session') continue
    if (change.kind === 'part') {
      if (change.after === null) parts.delete(change.path)
      else parts.set(change.path, change.after)
      continue
    }
    const text = String(parts.get(change.path)?.value ?? '')
    const end = change.start + change.removed.length
    if (text.slice(change.start, end) !== change.removed) return null
    const value = text.slice(0, change.start) + change.inserted + text.slice(end)
    if (value === '') parts.delete(change.path)
    else parts.set(change.path, { value, standing: 'said' })
  }
  return draftFrom(parts, from)
}

/** Where the writer stands after a step: behind the words it put in. */
export const caretAfter = ({ changes }: Step): Caret | null => {
  const text = changes.find((change) => change.kind === 'text')
  if (text === undefined) return null
  const at = text.start + text.inserted.length
  return { section: text.path.slice('sections.'.length), start: at, end: at }
}

/** The history without what touches these paths: somebody else wrote there since, so that nothing fits any more. */
export const without = ({ done, undone }: History, paths: readonly string[]): History => {
  const touched = new Set(paths)
  const fits = ({ changes }: Step): boolean =>
    changes.every((change) => change.kind === 'session' || !touched.has(change.path))
  return { done: done.filter(fits), undone: undone.filter(fits) }
}
