// A telehealth note shows how the session was held: both places, the means, the consent, the software.
import { field } from '../../../values/finding.ts'
import type { Note } from '../../../note/note.ts'
import type { Case } from '../../case.ts'
import type { Fault, Rule } from '../../rule.ts'

/** How the session was held: as the session says, else as the note does; a note that is silent hides nothing. */
const isTelehealth = ({ session, note }: Case): boolean => {
  const modality = session?.modality ?? note?.recorded.modality ?? null
  return modality === 'audio-video' || modality === 'audio-only'
}

/** Each fact: what shows it, how grave its absence is (section 0 of the facts: consent and software only warn by default). */
const facts: readonly {
  readonly path: string
  readonly shown: (note: Note) => boolean
  readonly fault: Omit<Fault, 'place'>
}[] = [
  {
    path: 'note.recorded.modality',
    shown: ({ recorded }) => recorded.modality !== null,
    fault: {
      says: 'The note of a telehealth session does not say by what means it was held.',
      remedy: 'Write video with sound, or sound alone; the modifier depends on it.',
    },
  },
  {
    path: 'note.recorded.clientPlace',
    shown: ({ recorded }) => recorded.clientPlace?.state != null || recorded.clientPlace?.setting != null,
    fault: {
      says: 'The note of a telehealth session does not say where the client was.',
      remedy: 'Write the client’s place with its state: licence and place of service depend on it.',
    },
  },
  {
    path: 'note.recorded.providerPlace',
    shown: ({ recorded }) => recorded.providerPlace?.state != null || recorded.providerPlace?.setting != null,
    fault: {
      says: 'The note of a telehealth session does not say where the provider was.',
      remedy: 'Write the provider’s place with its state.',
    },
  },
  {
    path: 'note.recorded.telehealthConsent',
    shown: ({ recorded }) => recorded.telehealthConsent === true,
    fault: {
      severity: 'warns',
      says: 'The note does not say that the client agreed to telehealth.',
      remedy: 'Write that consent was given, today or on file with its day.',
    },
  },
  {
    path: 'note.recorded.platform',
    shown: ({ recorded }) => recorded.platform !== null,
    fault: {
      severity: 'warns',
      says: 'The note does not name the software of the telehealth session.',
      remedy: 'Name the software, one that keeps health information as HIPAA asks.',
    },
  },
]

export const rule: Rule = {
  id: 'telehealth-facts',
  title: 'A telehealth note says where both were, by what means, and that the client agreed',
  whose: 'payer',
  severity: 'holds-claim',
  link: 'note',
  from: null,
  to: null,
  source: 'First Coast, checklist for psychotherapy services; Headway, documentation and CPT codes (seed 0)',
  reason:
    'The place of service, the modifier and the licence that is needed all follow from where the client sat and by what means; without them an auditor cannot hold the claim against the note.',
  write: {
    what: 'Both places with their states, video or audio only, the consent and the software.',
    good: 'Video on Doxy.me; client at home in Albany, NY, therapist at the office in Troy, NY; consent on file since 2026-01-12.',
    bad: 'Session via video.',
  },
  needs: ['note'],
  reads: [
    'session.modality',
    'note.recorded.modality',
    'note.recorded.clientPlace',
    'note.recorded.providerPlace',
    'note.recorded.telehealthConsent',
    'note.recorded.platform',
  ],
  check: (given) => {
    const { note } = given
    if (note === null || !isTelehealth(given)) return []
    return facts
      .filter((fact) => !fact.shown(note))
      .map(({ path, fault }) => ({ place: field(path), ...fault }))
  },
}
