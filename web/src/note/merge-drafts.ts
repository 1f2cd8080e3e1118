// Two ways on from one draft brought together by section and by pick; what both changed otherwise is kept twice, for a person.
import { sameValue } from '@goldenthread/core/note/carry-forward.ts'
import { type Draft, type Part, type Parts, draftFrom, partsOf, samePart, tidied } from './parts.ts'

/** One thing that both sides changed, each in its own way. The merged draft holds mine, which may be written on. */
export interface Conflict {
  /** `sections.plan`, `picks.goals`, `diagnoses`. */
  readonly path: string
  readonly mine: Part
  readonly theirs: Part
}

export interface Merged {
  readonly draft: Draft
  readonly conflicts: readonly Conflict[]
  /** Paths at which the merged draft is not mine: what came from the other side. */
  readonly heard: readonly string[]
}

// The session's facts and the template are set in one place, the server; what came from there last counts.
const fromServer = (path: string): boolean => path === 'template' || path.startsWith('recorded.')

interface Sides {
  readonly base: Part | undefined
  readonly mine: Part | undefined
  readonly theirs: Part | undefined
}

const isBreak = (character: string | undefined): boolean => character === undefined || /\s/.test(character)

/** Whether a text holds the whole of another, from word to word: "asterisk" does not hold "risk". */
const holdsWords = (all: string, some: string): boolean => {
  // Nothing is found behind the end for ever.
  if (some === '') return true
  for (let at = all.indexOf(some); at >= 0; at = all.indexOf(some, at + 1))
    if (isBreak(all[at - 1]) && isBreak(all[at + some.length])) return true
  return false
}

/** What both sides come to at one path; a conflict where nobody but a person can say. */
const mergedPart = (
  path: string,
  { base, mine, theirs }: Sides,
): Part | undefined | Omit<Conflict, 'path'> => {
  if (samePart(mine, theirs) || samePart(base, mine)) return theirs
  if (samePart(base, theirs)) return mine
  // What one side took out and the other wrote over is kept: words are not dropped.
  if (mine === undefined || theirs === undefined) return mine ?? theirs
  if (sameValue(mine.value, theirs.value)) return mine.standing === 'untouched' ? theirs : mine
  if (fromServer(path)) return theirs
  // An offer that one side let lie and the other answered is answered.
  if (mine.standing === 'untouched') return theirs
  if (theirs.standing === 'untouched') return mine
  // One text that holds the whole of the other is both: an answer that was lost on its way is no second author.
  if (typeof mine.value === 'string' && typeof theirs.value === 'string') {
    if (holdsWords(mine.value, theirs.value)) return mine
    if (holdsWords(theirs.value, mine.value)) return theirs
  }
  return { mine, theirs }
}

const isConflict = (part: Part | undefined | Omit<Conflict, 'path'>): part is Omit<Conflict, 'path'> =>
  part !== undefined && 'mine' in part

/** Merges what I wrote with what came from elsewhere; `base` is what both began from. */
export const mergeDrafts = (base: Draft, mine: Draft, theirs: Draft): Merged => {
  const [from, here, there] = [partsOf(tidied(base)), partsOf(tidied(mine)), partsOf(tidied(theirs))]
  const asTyped = partsOf(mine)
  const parts = new Map<string, Part>()
  const conflicts: Conflict[] = []
  const heard: string[] = []
  for (const path of new Set([...there.keys(), ...here.keys()])) {
    const sides = { base: from.get(path), mine: here.get(path), theirs: there.get(path) }
    const merged = mergedPart(path, sides)
    const part = isConflict(merged) ? merged.mine : merged
    if (isConflict(merged)) conflicts.push({ path, ...merged })
    else if (!samePart(part, sides.mine)) heard.push(path)
    // Where nothing came from elsewhere, the space that was just typed stays too.
    const kept = samePart(part, sides.mine) ? asTyped.get(path) : part
    if (kept !== undefined) parts.set(path, kept)
  }
  const carriedFrom = (theirs.carried ?? mine.carried ?? base.carried)?.from
  return { draft: draftFrom(parts as Parts, carriedFrom), conflicts, heard }
}

/** How far two texts are the same from the front, back to where a word ends in both. */
const sameFront = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1
  while (at > 0 && !(isBreak(one[at]) && isBreak(other[at]))) at -= 1
  return at
}

const backwards = (text: string): string => [...text].toReversed().join('')

/**
 * Both texts as one: what they share at their ends stands once, what differs stands one after the other. No word of
 * either is missing.
 */
export const joinTexts = (mine: string, theirs: string): string => {
  if (holdsWords(mine, theirs)) return mine
  if (holdsWords(theirs, mine)) return theirs
  const front = sameFront(mine, theirs)
  const [mineLeft, theirsLeft] = [mine.slice(front), theirs.slice(front)]
  const back = sameFront(backwards(mineLeft), backwards(theirsLeft))
  const tail = mineLeft.slice(mineLeft.length - back)
  const middle = (text: string): string => text.slice(0, text.length - tail.length).trim()
  const middles = [middle(theirsLeft), middle(mineLeft)].filter((text) => text !== '')
  return [mine.slice(0, front).trimEnd(), ...middles, tail.trimStart()]
    .filter((text) => text !== '')
    .join('\n')
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** Both sides of a conflict as one part; null where they cannot stand together. */
export const joinParts = ({ mine, theirs }: Conflict): Part | null => {
  if (typeof mine.value === 'string' && typeof theirs.value === 'string')
    return { value: joinTexts(mine.value, theirs.value), standing: 'said' }
  if (!isList(mine.value) || !isList(theirs.value)) return null
  const listed = theirs.value
  const more = mine.value.filter((each) => !listed.some((other) => sameNamed(each, other)))
  return { value: [...listed, ...more], standing: 'said' }
}

/** The same symptom, intervention, goal or diagnosis, whatever else is said of it. */
const sameNamed = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  const named = (each: object): unknown =>
    ['code', 'name', 'goal']
      .map((key) => (each as Record<string, unknown>)[key])
      .find((key) => key !== undefined)
  return named(one) === named(other)
}

/** The draft after a person settled one conflict with this part. */
export const settledWith = (draft: Draft, path: string, part: Part): Draft =>
  draftFrom(new Map([...partsOf(draft), [path, part]]), draft.carried?.from)
