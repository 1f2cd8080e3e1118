// A timed code needs the minutes of its band, and the note has to show them.
import { field } from '../../../values/finding.ts'
import type { Facts, TimeBand, TimedService } from '../../../facts/facts.ts'
import type { Day } from '../../../values/day.ts'
import { type DocumentedMinutes, documentedMinutes } from '../../../note/note-minutes.ts'
import { type ClaimedProcedure, claimedProcedures } from '../../claimed-procedures.ts'
import type { Case } from '../../case.ts'
import { dayOfService } from '../../../claim/day-of-service.ts'
import type { Fault, Rule } from '../../rule.ts'

/** The families whose minutes are judged here; E/M by time is chosen by its own basis, never beside therapy. */
const services: readonly TimedService[] = [
  'therapy',
  'therapy-with-em',
  'crisis',
  'family-with-client',
  'family-without-client',
]

const readingOf = (given: Case): 'started' | 'midpoint' =>
  given.coverage?.payerRules?.crisisUnits ?? 'started'

const bandsOf = (procedure: ClaimedProcedure, given: Case, facts: Facts, day: Day): readonly TimeBand[] => {
  const family = facts.procedure(procedure.code, day)?.family
  const service = services.find((each) => each === family)
  return service === undefined ? [] : facts.timeBands(service, day, readingOf(given))
}

const supports = (band: TimeBand, { code, units }: ClaimedProcedure): boolean =>
  band.codes.some((each) => each.code === code && units <= each.units)

const contains = (band: TimeBand, minutes: number): boolean =>
  band.minutesFrom <= minutes && (band.minutesTo === null || minutes <= band.minutesTo)

const inWords = (band: TimeBand): string =>
  band.minutesTo === null
    ? `${band.minutesFrom} minutes or more`
    : `${band.minutesFrom} to ${band.minutesTo} minutes`

const wanted = (procedure: ClaimedProcedure, bands: readonly TimeBand[]): string =>
  bands
    .filter((band) => supports(band, procedure))
    .map(inWords)
    .join(', or ') || 'no length of session'

const faultOf = (
  procedure: ClaimedProcedure,
  minutes: number | null,
  bands: readonly TimeBand[],
): readonly Fault[] => {
  if (minutes === null) {
    return [
      {
        place: field('note.recorded.start'),
        says: `${procedure.code} is chosen by minutes, and the note shows neither start and stop nor a length.`,
        remedy:
          'Write the start and the stop as they were; if they were not kept, a timed code cannot be billed.',
        evidence: { code: procedure.code },
      },
    ]
  }
  const reached = bands.find((band) => contains(band, minutes))
  if (reached !== undefined && supports(reached, procedure)) return []
  return [
    {
      place: field(procedure.path),
      says: `The note documents ${minutes} minutes; ${procedure.code} with ${procedure.units} unit${procedure.units === 1 ? '' : 's'} needs ${wanted(procedure, bands)}.`,
      remedy:
        'Bill what the documented minutes support; correct the times only if they were written down wrongly.',
      evidence: { minutes: String(minutes), code: procedure.code, units: String(procedure.units) },
    },
  ]
}

/** An add-on beside E/M whose minutes are not stated apart is `therapy-minutes-apart`'s to say. */
const isSaidElsewhere = (bands: readonly TimeBand[], minutes: DocumentedMinutes): boolean =>
  bands[0]?.service === 'therapy-with-em' && minutes.therapy === null && minutes.total !== null

const check = (given: Case, facts: Facts): readonly Fault[] => {
  const day = dayOfService(given)
  if (given.note === null || day === null) return []
  const minutes = documentedMinutes(given.note, given.session)
  return claimedProcedures(given).flatMap((procedure) => {
    const bands = bandsOf(procedure, given, facts, day)
    return bands.length === 0 || isSaidElsewhere(bands, minutes)
      ? []
      : faultOf(procedure, minutes.therapy, bands)
  })
}

export const rule: Rule = {
  id: 'time-rule',
  title: 'A timed code stands on the minutes the note documents',
  whose: 'code-set',
  severity: 'holds-claim',
  link: 'code',
  from: null,
  to: null,
  source: 'Novitas, psychotherapy time ranges (contentId 00026768); the time rule of the CPT code set',
  reason:
    'Therapy, crisis and family codes each cover a band of face-to-face minutes. Minutes in the note below the band are the first thing a payer takes money back for.',
  write: {
    what: 'Start and stop of the face-to-face time.',
    good: '2:00–2:47 pm, 47 minutes of therapy: 90834.',
    bad: '50-minute hour: 90837.',
  },
  needs: ['note'],
  reads: [
    'note.template',
    'note.recorded.start',
    'note.recorded.stop',
    'note.recorded.minutes',
    'note.recorded.therapyMinutes',
    'note.recorded.emMinutes',
    'session.start',
    'session.stop',
    'session.startInstant',
    'session.stopInstant',
    'billed.procedures',
    'claim.lines',
    'coverage.payerRules.crisisUnits',
  ],
  check,
}
