// The place of service says what the session was: by telehealth or not, at home or elsewhere.
import { field } from '../../../values/finding.ts'
import type { Session } from '../../../session/session.ts'
import { billedOrClaimed } from '../../claimed-procedures.ts'
import type { Fault, Rule } from '../../rule.ts'

const telehealthAtHome = '10'
const telehealthElsewhere = '02'

const isTelehealth = (session: Session): boolean => session.modality !== 'in-person'

/** Why the place does not fit, or null. A payer row may want the office's place with a telehealth modifier: then it fits. */
const whyNot = (place: string, session: Session, payerWants: readonly string[]): string | null => {
  const setting = session.clientPlace.setting
  if (payerWants.includes(place)) return null
  if (isTelehealth(session) && place !== telehealthAtHome && place !== telehealthElsewhere) {
    return 'The session was held by telehealth and this is a place of meeting in person.'
  }
  if (!isTelehealth(session) && (place === telehealthAtHome || place === telehealthElsewhere)) {
    return 'The session was held in person and this is a place of service of telehealth.'
  }
  if (place === telehealthAtHome && setting !== null && setting !== 'home') {
    return 'This place of service says that the client was at home, and the session says otherwise.'
  }
  if (place === telehealthElsewhere && setting === 'home') {
    return 'This place of service says that the client was not at home, and the session says otherwise.'
  }
  return null
}

export const rule: Rule = {
  id: 'place-of-service-fits',
  title: 'The place of service fits how and where the session was held',
  whose: 'code-set',
  severity: 'holds-claim',
  from: null,
  to: null,
  source: 'CMS place of service code set (02 and 10 as revised 2022-01-01)',
  reason:
    'Places 02 and 10 are telehealth away from and at the client’s home; they decide the rate, and a wrong one is denied (adjustment reason 5).',
  write: {
    what: 'Where the client sat, and whether by video, by telephone or in person.',
    good: 'Video, client at home: place of service 10.',
    bad: 'Video, client at home: place of service 11.',
  },
  needs: ['session'],
  reads: ['session.modality', 'session.clientPlace.setting', 'billed.placeOfService', 'claim.placeOfService'],
  check: (given) => {
    const { placeOfService, placePath } = billedOrClaimed(given)
    if (given.session === null || placeOfService === null) return []
    const { modality } = given.session
    const wants = (given.coverage?.payerRules?.telehealth ?? [])
      .filter((row) => row.modality === modality)
      .map((row) => row.placeOfService)
    const why = whyNot(placeOfService, given.session, wants)
    const fault: Fault = {
      place: field(placePath),
      says: why ?? '',
      remedy: 'Correct the place of service, or the session if that is what is wrong.',
      evidence: { place: placeOfService, modality },
    }
    return why === null ? [] : [fault]
  },
}
