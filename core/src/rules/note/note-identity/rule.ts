// Whose note it is, of which day, by whom: the only things whose absence blocks signing.
import { field } from '../../../values/finding.ts'
import type { Note } from '../../../note/note.ts'
import type { Rule } from '../../rule.ts'

const blank = (text: string): boolean => text.trim() === ''
/** One letter, or letters with full stops, is an initial and not a name. */
const isInitial = (text: string): boolean => /^\p{L}\.?$/u.test(text.trim())

const wanted: readonly {
  readonly path: string
  readonly missing: (note: Note) => boolean
  readonly says: string
  readonly remedy: string
}[] = [
  {
    path: 'note.identity.name',
    missing: ({ identity: { name } }) =>
      name === null || blank(name.last) || blank(name.first) || isInitial(name.first) || isInitial(name.last),
    says: 'The note does not carry the client’s full name.',
    remedy: 'Print the full legal name on each page; initials do not tell whose note it is.',
  },
  {
    path: 'note.identity.birthDate',
    missing: ({ identity }) => identity.birthDate === null,
    says: 'The note does not carry the client’s date of birth.',
    remedy: 'Print the date of birth on each page, beside the name.',
  },
  {
    path: 'note.recorded.day',
    missing: ({ recorded }) => recorded.day === null,
    says: 'The note does not say on which day the session took place.',
    remedy: 'Write the full day: month, date and year.',
  },
  {
    path: 'note.author',
    missing: ({ author }) =>
      blank(author.name.last) || isInitial(author.name.last) || blank(author.credentials),
    says: 'The note does not name its author with credentials.',
    remedy: 'Write the author’s name and credentials as the payer holds them.',
  },
]

export const rule: Rule = {
  id: 'note-identity',
  title: 'A note names the client, the day and its author',
  whose: 'payer',
  severity: 'blocks-signing',
  link: 'note',
  from: null,
  to: null,
  source: 'Headway, documentation and CPT codes (seed 0); First Coast, checklist for psychotherapy services',
  reason:
    'A page without name and date of birth belongs to nobody, and one without day or author proves nothing. Reviewers return such records as if there were none.',
  write: {
    what: 'Full name, date of birth, day of service, author with credentials.',
    good: 'Nora Okafor, born 1990-05-14. Session of 2026-03-10. June Whitfield, LCSW.',
    bad: 'N.O., Tuesday. JW.',
  },
  needs: ['note'],
  reads: ['note.identity', 'note.author'],
  check: ({ note }) =>
    note === null
      ? []
      : wanted
          .filter((each) => each.missing(note))
          .map(({ path, says, remedy }) => ({ place: field(path), says, remedy })),
}
