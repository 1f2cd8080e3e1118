// The lists of claims that wait for somebody: their names, what they mean, and which are shown.

export interface Counted {
  readonly name: ListName
  readonly claims: number
  readonly atStake: number
  readonly leavesAt: string | null
}

export type ListName =
  | 'rejected'
  | 'held'
  | 'denied'
  | 'underpaid'
  | 'unclear'
  | 'no-response'
  | 'ageing'
  | 'by-hand'
  | 'late'
  | 'ready'

export interface ClaimList {
  readonly name: ListName
  readonly title: string
  readonly under: string
  /** Shown only while something is in it. */
  readonly rare?: boolean
  /** Of an empty list: `No denied claims`. */
  readonly empty: string
  /** What an empty list means. */
  readonly meaning: string
}

/** In the order of the way that a claim goes wrong, the earliest first. */
export const lists: readonly ClaimList[] = [
  {
    name: 'rejected',
    title: 'Rejected',
    under: 'never reached the payer',
    empty: 'No rejected claims',
    meaning: 'Every claim that was sent was taken in, or is still on its way.',
  },
  {
    name: 'held',
    title: 'Held',
    under: 'something holds them',
    empty: 'No held claims',
    meaning: 'Every signed note has its claim, and each was let go.',
  },
  {
    name: 'denied',
    title: 'Denied',
    under: 'answered, not paid',
    empty: 'No denied claims',
    meaning: 'No payer has refused what was not decided since.',
  },
  {
    name: 'underpaid',
    title: 'Underpaid',
    under: 'paid below contract',
    empty: 'No underpaid claims',
    meaning: 'Payers allowed what their contracts say.',
  },
  {
    name: 'unclear',
    title: 'Unclear',
    under: 'answered neither yes nor no',
    rare: true,
    empty: 'No unclear answers',
    meaning: 'Every answer that came says what became of its claim.',
  },
  {
    name: 'no-response',
    title: 'No response',
    under: 'overdue, up to 59 days',
    empty: 'No overdue claims',
    meaning: 'What was sent was acknowledged within two days, or is younger than 30 days.',
  },
  {
    name: 'ageing',
    title: 'Ageing',
    under: '60 days and more',
    empty: 'No ageing claims',
    meaning: 'No claim has waited for 60 days.',
  },
  {
    name: 'by-hand',
    title: 'To send by hand',
    under: 'by mail, fax or portal',
    rare: true,
    empty: 'Nothing to send by hand',
    meaning: 'No payer waits for a claim on paper.',
  },
  {
    name: 'late',
    title: 'Late to leave',
    under: 'signed two days ago',
    rare: true,
    empty: 'Nothing is late to leave',
    meaning: 'What was signed two days ago has left.',
  },
  {
    name: 'ready',
    title: 'Ready to send',
    under: 'leaves by itself',
    empty: 'Nothing waits to be sent',
    meaning: 'Claims leave by themselves soon after a note is signed.',
  },
]

export const isListName = (name: string | undefined): name is ListName =>
  lists.some((each) => each.name === name)

export const listNamed = (name: ListName): ClaimList => {
  const found = lists.find((each) => each.name === name)
  if (found === undefined) throw new RangeError(`there is no list ${name}`)
  return found
}

const none = (name: ListName): Counted => ({ name, claims: 0, atStake: 0, leavesAt: null })

/** What a list holds; nothing while it is not known. */
export const countOf = (counts: readonly Counted[], name: ListName): Counted =>
  counts.find((each) => each.name === name) ?? none(name)

/** A claim is priced when it is filed: of those that never were nobody knows what is at stake. */
export const isUnpriced = ({ claims, atStake }: Counted): boolean => claims > 0 && atStake === 0

/** The lists that are shown: the rare ones only while something is in them, or they are looked at. */
export const shownLists = (counts: readonly Counted[], chosen: ListName | null): readonly ClaimList[] =>
  lists.filter(({ name, rare }) => rare !== true || name === chosen || countOf(counts, name).claims > 0)

/** The list to begin with: the first one with something in it. */
export const firstList = (counts: readonly Counted[]): ListName =>
  lists.find(({ name }) => countOf(counts, name).claims > 0)?.name ?? 'rejected'

// No claim stands in two of these.
const stuckIn: readonly ListName[] = ['rejected', 'denied', 'underpaid', 'no-response', 'ageing']

/** What is at stake with claims that came back, or did not come back in time. */
export const stuckCents = (counts: readonly Counted[]): number =>
  stuckIn.reduce((sum, name) => sum + countOf(counts, name).atStake, 0)

/** `96.1%` of the claims decided; null where none was. */
export const cleanShare = ({
  decided,
  clean,
}: {
  readonly decided: number
  readonly clean: number
}): string | null => (decided === 0 ? null : `${((100 * clean) / decided).toFixed(1)}%`)
