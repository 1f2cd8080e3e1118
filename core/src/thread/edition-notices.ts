// Days of service that no edition held covers: said once a practice (in the terminal: once a run), and never of a single claim.
import type { EditionKind, Facts } from '../facts/facts.ts'
import type { Day } from '../values/day.ts'
import { type Finding, field } from '../values/finding.ts'

const editionsRead: readonly EditionKind[] = ['procedures', 'diagnoses', 'places', 'modifiers']

/**
 * One warning for all these days together; none while each lies inside the editions that judge it. What lies outside is
 * judged by the nearest edition, and nothing is held for it (docs/sources.md 0).
 */
export const editionNotices = (days: readonly Day[], facts: Facts): readonly Finding[] => {
  const outside = [...new Set(days)]
    .sort()
    .filter((day) => editionsRead.some((kind) => !facts.editionOn(kind, day).inside))
  const [first, last] = [outside[0], outside.at(-1)]
  if (first === undefined || last === undefined) return []
  const editions = outside.flatMap((day) =>
    editionsRead.map((kind) => facts.editionOn(kind, day)).filter(({ inside }) => !inside),
  )
  const told = new Map(
    editions.map(({ edition: { name, from, to } }) => [name, `${name}: ${from} to ${to ?? 'now'}`]),
  )
  return [
    {
      code: 'edition-outside',
      severity: 'warns',
      whose: 'code-set',
      place: field('session.day'),
      says: 'Days of service lie outside the editions of the code sets that are held; the nearest ones judge them.',
      remedy:
        'Nothing is held for it. A newer edition comes with a newer version of this program; until then look up codes that are new in it.',
      source: [...told.keys()].join('; '),
      evidence: {
        days: first === last ? first : `${first} to ${last}`,
        editions: [...told.values()].join('; '),
      },
    },
  ]
}
