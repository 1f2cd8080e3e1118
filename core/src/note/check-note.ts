// What must hold of a note by itself, beyond its schema: known sections, minutes that fit one another, one line a diagnosis.
import { type Finding, field } from '../values/finding.ts'
import type { Session } from '../session/session.ts'
import type { Note } from './note.ts'
import { minutesBetweenTimes } from './note-minutes.ts'
import { templates } from './templates.ts'

const finding = (
  code: string,
  severity: Finding['severity'],
  path: string,
  says: string,
  remedy: string,
  evidence: Finding['evidence'] = {},
): Finding => ({
  code,
  severity,
  whose: 'code-set',
  place: field(path),
  says,
  remedy,
  source: 'docs/sources.md 6.1, time.start_stop',
  evidence,
})

const checkWhole = ({ recorded }: Note): readonly Finding[] =>
  (['minutes', 'therapyMinutes', 'emMinutes'] as const).flatMap((key) => {
    const minutes = recorded[key]
    if (minutes === null || (Number.isSafeInteger(minutes) && minutes >= 0)) return []
    const says = 'These minutes are not a whole number of zero or more.'
    return [finding('note-minutes', 'holds-claim', `note.recorded.${key}`, says, 'Write whole minutes.')]
  })

const checkLength = ({ recorded }: Note, between: number | null): readonly Finding[] => {
  if (between !== 0) return []
  const says = 'The note says that the session stopped when it started.'
  const remedy = 'Write the start and the stop as they were.'
  const evidence = { start: recorded.start ?? '', stop: recorded.stop ?? '' }
  return [finding('note-minutes', 'holds-claim', 'note.recorded.stop', says, remedy, evidence)]
}

const checkParts = ({ recorded }: Note, total: number | null): readonly Finding[] => {
  const { therapyMinutes, emMinutes } = recorded
  const parts = (therapyMinutes ?? 0) + (emMinutes ?? 0)
  if (total === null || total === 0 || parts <= total) return []
  const says =
    'The therapy and medical minutes of the note are together more than it says the session lasted.'
  const remedy = 'Count each minute once, both parts within start and stop.'
  const path = therapyMinutes === null ? 'note.recorded.emMinutes' : 'note.recorded.therapyMinutes'
  const evidence = { parts: String(parts), total: String(total) }
  return [finding('note-minutes', 'holds-claim', path, says, remedy, evidence)]
}

/** A printed total that is not the time from start to stop: the less of the two was counted, and a person is told. */
const checkPrinted = ({ recorded }: Note, between: number | null): readonly Finding[] => {
  const { minutes, therapyMinutes, emMinutes } = recorded
  if (between === null || minutes === null || minutes === between) return []
  // Fewer minutes that are also stated as the parts are no contradiction: the rest was no service.
  if (minutes < between && minutes === (therapyMinutes ?? 0) + (emMinutes ?? 0)) return []
  const says =
    minutes > between
      ? 'The note prints more minutes than lie between its start and its stop; those between are counted.'
      : 'The note prints fewer minutes than lie between its start and its stop; the fewer are counted.'
  const remedy =
    minutes > between
      ? 'Correct the minutes or the times, whichever is wrong.'
      : 'Correct whichever is wrong; where the rest was no service, state the therapy minutes on their own.'
  const evidence = { printed: String(minutes), between: String(between) }
  return [finding('note-minutes', 'warns', 'note.recorded.minutes', says, remedy, evidence)]
}

const checkMinutes = (note: Note, session: Session | null): readonly Finding[] => {
  const broken = checkWhole(note)
  if (broken.length > 0) return broken
  const between = minutesBetweenTimes(note, session)
  return [
    ...checkLength(note, between),
    ...checkParts(note, between ?? note.recorded.minutes),
    ...checkPrinted(note, between),
  ]
}

const checkSections = (note: Note): readonly Finding[] => {
  const { label, sections } = templates[note.template]
  const known = new Set(sections.map((each) => each.id))
  return Object.keys(note.sections)
    .filter((id) => !known.has(id))
    .map((id) => ({
      ...finding(
        'note-section',
        'warns',
        `note.sections.${id}`,
        `A ${label} has no section of this name.`,
        `Put the text into one of: ${[...known].join(', ')}.`,
      ),
      source: 'the sections of the template',
      whose: 'platform',
    }))
}

const checkDiagnoses = ({ diagnoses }: Note): readonly Finding[] => {
  const seen = new Set<string>()
  const findings: Finding[] = []
  for (const [index, { code }] of diagnoses.entries()) {
    const key = code.replaceAll('.', '').toUpperCase()
    if (key !== '' && seen.has(key)) {
      const says = 'The note lists this diagnosis twice.'
      const place = `note.diagnoses.${index}.code`
      findings.push({
        ...finding('note-diagnosis', 'warns', place, says, 'List it once.'),
        source: 'docs/sources.md 6.1, dx.current',
      })
    }
    seen.add(key)
  }
  return findings
}

const checkChain = ({ previousHash }: Note): readonly Finding[] =>
  previousHash === null || /^[0-9a-f]{64}$/.test(previousHash)
    ? []
    : [
        {
          ...finding(
            'note-seal',
            'blocks-signing',
            'note.previousHash',
            'The hash of the version before is not a SHA-256 in hex.',
            'Give the hash that was kept when that version was signed, or null for a first version.',
          ),
          source: 'ARCHITECTURE.md, conventions',
        },
      ]

/** What does not hold of a note by itself, each at its field. Whether it says enough is for the rules to judge. */
export const checkNote = (note: Note, session: Session | null): readonly Finding[] => [
  ...checkMinutes(note, session),
  ...checkSections(note),
  ...checkDiagnoses(note),
  ...checkChain(note),
]
