// What needs a person beside the day itself: one sentence and one way on for each claim and note that waits.
import { shortDay } from '../../ui/day-words.ts'
import type { Waiting } from './asked.ts'

type List = Waiting['claims'][number]
type Worklist = List['worklist']

export interface Need {
  readonly id: string
  readonly who: string
  readonly says: string
  readonly does: string
  /** Where it is done. */
  readonly to:
    | { readonly kind: 'claim'; readonly list: Worklist; readonly claimId: string }
    | { readonly kind: 'session'; readonly sessionId: string }
  /** A person must, or may look. */
  readonly state: 'needs-you' | 'on-its-way'
}

interface Telling {
  readonly says: (payer: string, day: string, why: string) => string
  readonly does: string
  readonly state: Need['state']
  readonly rest: string
}

const tellings: Readonly<Partial<Record<Worklist, Telling>>> = {
  rejected: {
    says: (payer, day, why) => `${payer} rejected the claim of ${day}.${why}`,
    does: 'Mend the claim',
    state: 'needs-you',
    rest: 'rejected',
  },
  held: {
    says: (_payer, day, why) => `The claim of ${day} is held.${why}`,
    does: 'See what holds it',
    state: 'needs-you',
    rest: 'held',
  },
  denied: {
    says: (payer, day) => `${payer} denied the claim of ${day}, or part of it.`,
    does: 'See why',
    state: 'needs-you',
    rest: 'denied',
  },
  unclear: {
    says: (payer, day) => `${payer} answered the claim of ${day} neither yes nor no.`,
    does: 'Look at the answer',
    state: 'needs-you',
    rest: 'answered unclearly',
  },
  'by-hand': {
    says: (payer, day) => `${payer} takes the claim of ${day} on paper or by its portal.`,
    does: 'Send it',
    state: 'needs-you',
    rest: 'to send by hand',
  },
  'no-response': {
    says: (payer, day) => `${payer} has not answered the claim of ${day}.`,
    does: 'See the claim',
    state: 'on-its-way',
    rest: 'without an answer',
  },
  late: {
    says: (_payer, day) => `The note of ${day} is signed, and its claim has not left.`,
    does: 'See the claim',
    state: 'needs-you',
    rest: 'that have not left',
  },
}

const sentenceAfter = (says: string | null): string => (says === null ? '' : ` ${says}`)

const notesNeeds = (notes: Waiting['notes'], today: string): readonly Need[] =>
  notes.map(({ what, sessionId, day, client, author }) => ({
    id: `${what}-${sessionId}`,
    who: client.name,
    says:
      what === 'co-sign'
        ? `${author} signed the note of ${shortDay(day, today)}. It waits for your co-signature.`
        : `Your supervisor returned the note of ${shortDay(day, today)}.`,
    does: what === 'co-sign' ? 'Read and co-sign' : 'Amend it',
    to: { kind: 'session', sessionId },
    state: 'needs-you',
  }))

/** One claim stands in one list only: the first that names it. */
const claimsNeeds = (lists: readonly List[], today: string, opensNotes: boolean): readonly Need[] => {
  const told = new Set<string>()
  return lists.flatMap(({ worklist, first }) =>
    first.flatMap(({ id, sessionId, client, payer, day, says }): readonly Need[] => {
      const telling = tellings[worklist]
      if (telling === undefined || told.has(id)) return []
      told.add(id)
      const to =
        worklist === 'held' && opensNotes
          ? ({ kind: 'session', sessionId } as const)
          : ({ kind: 'claim', list: worklist, claimId: id } as const)
      const sentence = telling.says(payer, shortDay(day, today), sentenceAfter(says))
      return [{ id, who: client.name, says: sentence, does: telling.does, to, state: telling.state }]
    }),
  )
}

export interface Rest {
  readonly list: Worklist
  readonly claims: number
  readonly says: string
}

/** The lists of which not every claim was told: `12 more rejected`. */
const restOf = (lists: readonly List[], shown: readonly Need[]): readonly Rest[] =>
  lists.flatMap(({ worklist, claims, first }) => {
    const telling = tellings[worklist]
    const ids = new Set(shown.map(({ id }) => id))
    const more = claims - first.filter(({ id }) => ids.has(id)).length
    return telling === undefined || more <= 0
      ? []
      : [
          {
            list: worklist,
            claims: more,
            says: `${more} more ${more === 1 ? 'claim' : 'claims'} ${telling.rest}`,
          },
        ]
  })

/** As many as the eye takes in; the rest is one line a list. */
const mostShown = 5

export interface Needs {
  readonly shown: readonly Need[]
  readonly rest: readonly Rest[]
  readonly count: number
}

export const needsOf = (
  { claims, notes }: Pick<Waiting, 'claims' | 'notes'>,
  today: string,
  opensNotes: boolean,
): Needs => {
  const all = [...notesNeeds(notes, today), ...claimsNeeds(claims, today, opensNotes)]
  const shown = all.slice(0, mostShown)
  const rest = restOf(claims, shown)
  // What has not left in time stands in another list as well.
  const others = rest.filter(({ list }) => list !== 'late')
  const count = shown.length + others.reduce((sum, each) => sum + each.claims, 0)
  return { shown, rest, count }
}
