// The five states a link of a thread can be in, in words, and what is drawn between two links.
import type { LinkState } from '@goldenthread/core/thread/outcome.ts'

/** What stands at a place of a thread: a link in one of its states, or an event that is no link (a plan reviewed). */
export type KnotState = LinkState | 'event'

/** One link as it is shown. `name` is what people read: Session, Note, Code, Claim, Paid. */
export interface ThreadLink {
  readonly name: string
  readonly state: LinkState
}

/** How two neighbours are joined: sewn, running stitch, begun and frayed, pricked holes. */
export type Segment = 'sewn' | 'running' | 'frayed' | 'pricked'

export const linkWords: Readonly<Record<LinkState, string>> = {
  holds: 'holds',
  'on-its-way': 'on its way',
  'needs-you': 'needs you',
  'not-yet': 'not yet',
  'not-used': 'not used',
}

const holds = (state: KnotState): boolean => state === 'holds' || state === 'event'

/** What joins two neighbours. A segment is sewn only when both its ends hold. */
export const segmentBetween = (before: KnotState, after: KnotState): Segment => {
  if (holds(before) && holds(after)) return 'sewn'
  if (after === 'on-its-way' && (holds(before) || before === 'on-its-way')) return 'running'
  if (after === 'needs-you' && holds(before)) return 'frayed'
  return 'pricked'
}

/** A whole thread in words, for those who do not see it: `Session: holds, Note: needs you, …`. */
export const threadInWords = (links: readonly ThreadLink[]): string =>
  links.map(({ name, state }) => `${name}: ${linkWords[state]}`).join(', ')
