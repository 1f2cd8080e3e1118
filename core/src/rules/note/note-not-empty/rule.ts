// A claim rests on a note that says something: of what happened, and of why treatment goes on.
import { field } from '../../../values/finding.ts'
import type { Note, Picks } from '../../../note/note.ts'
import { templates } from '../../../note/templates.ts'
import type { Fault, Rule } from '../../rule.ts'

/** What these say is true of any session: nothing of the one that took place. */
const saysNothingOfTheDay: ReadonlySet<keyof Picks> = new Set([
  'necessity',
  'direction',
  'newClient',
  'levelBasis',
])

/** "Not assessed, because …" is an honest answer, and no record of a service. */
const says = (value: unknown): boolean => {
  if (typeof value === 'string') return /[\p{L}\p{N}]/u.test(value)
  if (Array.isArray(value)) return value.some(says)
  if (typeof value !== 'object' || value === null) return value === true
  return !('notAssessed' in value) && Object.values(value).some(says)
}

const tellsOfTheDay = ({ template, picks }: Note): boolean =>
  templates[template].picks.some((pick) => !saysNothingOfTheDay.has(pick) && says(picks[pick]))

const ofTheDay: Fault = {
  place: field('note.sections'),
  says: 'The note has no words, and none of its picks says what happened in the session.',
  remedy: 'Write what was done and how the client responded, in the sections or as picks.',
}

const ofTheReason: Fault = {
  place: field('note.picks.necessity'),
  says: 'Nothing in the note says why treatment goes on.',
  remedy: 'Pick whether it goes on, changes or ends, or write in a section why it is needed.',
}

export const rule: Rule = {
  id: 'note-not-empty',
  title: 'A claim rests on a note that says what happened and why',
  whose: 'payer',
  severity: 'holds-claim',
  link: 'note',
  from: null,
  to: null,
  source:
    'docs/sources.md 6.1, necessity; Noridian, review of 90834 to 90837 (payments taken back for incomplete records)',
  reason:
    'A signed page that says nothing of the session is reviewed as if there were no record. Words in any section may say it all, and only a reader can judge them; where there are none, the picks have to.',
  write: {
    what: 'In the sections, or as picks: what was done, how the client responded, why treatment goes on.',
    good: 'Behavioral activation: two walks planned aloud. Still late at work twice a week, so weekly sessions go on.',
    bad: 'A signed page with client, day and diagnosis alone.',
  },
  needs: ['note', 'coverage'],
  reads: ['note.template', 'note.sections', 'note.picks', 'coverage.payer.class'],
  check: ({ note, coverage }) => {
    if (note === null || coverage?.payer.class === 'self-pay') return []
    if (Object.values(note.sections).some(says)) return []
    if (!tellsOfTheDay(note)) return [ofTheDay]
    return says(note.picks.necessity) ? [] : [ofTheReason]
  },
}
