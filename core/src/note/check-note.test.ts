// What a note must hold by itself.
import { expect, test } from 'vitest'
import { change, officeCase } from '../rules/example-case.ts'
import type { Note } from './note.ts'
import { checkNote } from './check-note.ts'

const found = (path: string, value: unknown) =>
  checkNote(change(officeCase, `note.${path}`, value).note as Note, officeCase.session).map(
    ({ code, severity, place }) => [code, severity, place.kind === 'field' ? place.path : place.kind],
  )

test('a note in which everything fits has no finding', () => {
  expect(checkNote(officeCase.note as Note, officeCase.session)).toEqual([])
})

const cases: readonly [string, string, unknown, string, string][] = [
  ['a stop that is the start', 'recorded.stop', '14:00', 'note-minutes', 'note.recorded.stop'],
  [
    'more therapy than session',
    'recorded.therapyMinutes',
    48,
    'note-minutes',
    'note.recorded.therapyMinutes',
  ],
  ['minutes that are not whole', 'recorded.minutes', 46.5, 'note-minutes', 'note.recorded.minutes'],
  ['more minutes than the times hold', 'recorded.minutes', 53, 'note-minutes', 'note.recorded.minutes'],
  ['fewer minutes than the times hold', 'recorded.minutes', 41, 'note-minutes', 'note.recorded.minutes'],
  [
    'a section the template does not have',
    'sections',
    { behaviour: 'Calm.' },
    'note-section',
    'note.sections.behaviour',
  ],
  [
    'a diagnosis twice',
    'diagnoses',
    [{ code: 'F33.1' }, { code: 'f331' }],
    'note-diagnosis',
    'note.diagnoses.1.code',
  ],
  ['a previous hash that is none', 'previousHash', 'abc', 'note-seal', 'note.previousHash'],
]

test.each(cases)('%s is found at its field', (_, path, value, code, at) => {
  expect(found(path, value)).toEqual([[code, expect.any(String), at]])
})

test('fewer minutes that are stated as therapy too are no contradiction', () => {
  const recorded = { ...(officeCase.note as Note).recorded, minutes: 41, therapyMinutes: 41 }
  expect(found('recorded', recorded)).toEqual([])
})

test('printed minutes are held against the instants of the session where the clock on the wall says otherwise', () => {
  const given = change(change(officeCase, 'session.stop', '15:47'), 'note.recorded', {
    ...(officeCase.note as Note).recorded,
    stop: '15:47',
    minutes: 47,
  })
  expect(checkNote(given.note as Note, given.session)).toEqual([])
  expect(checkNote(given.note as Note, null).map(({ code }) => code)).toEqual(['note-minutes'])
})
