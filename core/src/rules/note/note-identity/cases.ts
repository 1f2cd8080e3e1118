// Cases of note-identity.
import { change, officeCase } from '../../example-case.ts'
import type { RuleCases } from '../../rule.ts'

const given = officeCase

export const cases: RuleCases = {
  passes: { name: 'a note with name, date of birth, day and author', given, expect: [] },
  fails: {
    name: 'a note without the date of birth',
    given: change(given, 'note.identity.birthDate', null),
    expect: ['note-identity'],
  },
  dayBefore: null,
  more: [
    {
      name: 'a note without the client’s name',
      given: change(given, 'note.identity.name', null),
      expect: ['note-identity'],
    },
    {
      name: 'a note with an initial for a first name',
      given: change(given, 'note.identity.name.first', 'N.'),
      expect: ['note-identity'],
    },
    {
      name: 'a note without its day',
      given: change(given, 'note.recorded.day', null),
      expect: ['note-identity'],
    },
    {
      name: 'a note whose author has no credentials',
      given: change(given, 'note.author.credentials', ''),
      expect: ['note-identity'],
    },
  ],
}
