// The states of the five links as the panel draws them: judged here while nothing was filed, told by the server after.
import type { Link, LinkName, LinkState } from '@goldenthread/core/thread/outcome.ts'
import type { Served } from '../wrap-up.ts'

export interface LinkOfPanel {
  readonly name: LinkName
  /** As people read it. */
  readonly title: string
  readonly state: LinkState
}

const titles: readonly (readonly [LinkName, string])[] = [
  ['session', 'Session'],
  ['note', 'Note'],
  ['code', 'Code'],
  ['claim', 'Claim'],
  ['pay', 'Paid'],
]

const didNotTakePlace: readonly Served['session']['status'][] = ['no-show', 'late-cancel', 'cancelled']

/** What is signed and filed is told by the server, which knows what became of it; a draft is judged as it is typed. */
const isJudgedHere = ({ note, session }: Pick<Served, 'note' | 'session'>): boolean =>
  note?.status !== 'signed' && !didNotTakePlace.includes(session.status)

export const linksOfPanel = (
  served: Pick<Served, 'note' | 'session' | 'links'>,
  judged: readonly Link[],
): readonly LinkOfPanel[] => {
  const told = isJudgedHere(served) ? judged : served.links
  const isPlanned = served.session.status === 'scheduled'
  return titles.map(([name, title]) => {
    const state = told.find((link) => link.name === name)?.state ?? 'not-yet'
    // What was not held yet has nothing behind it that could hold.
    return { name, title, state: isPlanned && name !== 'note' ? 'not-yet' : state }
  })
}
