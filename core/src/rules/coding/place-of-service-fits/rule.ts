// The place of service says what the session was: by telehealth or not, at home or elsewhere.
import { field } from '../../../values/finding.ts'
import type { Session } from '../../../session/session.ts'
import { comparePlaceOfService } from '../../../claim/compare-place.ts'
import { claimedPlace } from '../../claimed-procedures.ts'
import type { Fault, Rule } from '../../rule.ts'

const isTelehealthPlace = (place: string): boolean => place === '02' || place === '10'

/** What is wrong with a place that does not fit, for a person to read. */
const inWords = (place: string, { modality }: Session): string => {
  if (modality === 'in-person')
    return isTelehealthPlace(place)
      ? 'The session was held in person and this is a place of service of telehealth.'
      : 'This is not the place of service of where the client was.'
  return isTelehealthPlace(place)
    ? 'Where the client was, this payer wants another place of service for a session by telehealth.'
    : 'The session was held by telehealth and this is a place of meeting in person.'
}

export const rule: Rule = {
  id: 'place-of-service-fits',
  title: 'The place of service fits how and where the session was held',
  whose: 'code-set',
  severity: 'holds-claim',
  link: 'code',
  from: null,
  to: null,
  source: 'CMS place of service code set (02 and 10 as revised 2022-01-01); docs/sources.md 0, row 4',
  reason:
    'Places 02 and 10 are telehealth away from and at the client’s home; they decide the rate, and a wrong one is denied (adjustment reason 5).',
  write: {
    what: 'Where the client sat, and whether by video, by telephone or in person.',
    good: 'Video, client at home: place of service 10.',
    bad: 'Video, client at home: place of service 11.',
  },
  needs: ['session'],
  reads: [
    'session.modality',
    'session.clientPlace.setting',
    'billed.placeOfService',
    'claim.placeOfService',
    'coverage.payerRules',
  ],
  check: (given, facts) => {
    const { coverage, session } = given
    const place = claimedPlace(given)
    if (session === null || place === null) return []
    const where = { modality: session.modality, setting: session.clientPlace.setting }
    const ground = { coverage, facts, on: session.day }
    if (comparePlaceOfService(place.code, where, ground) !== 'disagree') return []
    const fault: Fault = {
      place: field(place.path),
      says: inWords(place.code, session),
      remedy: 'Correct the place of service, or the session if that is what is wrong.',
      evidence: { place: place.code, modality: session.modality },
    }
    return [fault]
  },
}
