// A signed note and the text it was hashed as are the same note.
import { expect, test } from 'vitest'
import { officeCase } from '../rules/example-case.ts'
import { canonicalNote } from './canonical-note.ts'
import type { Note } from './note.ts'
import { readCanonicalNote } from './read-canonical-note.ts'

const text = canonicalNote(officeCase.note as Note) ?? ''

test('the note is read back from the text that was hashed', () => {
  expect(readCanonicalNote(text)).toEqual(officeCase.note)
  expect(canonicalNote(readCanonicalNote(text))).toBe(text)
})

test('a text of another schema is no note', () => {
  expect(() => readCanonicalNote(text.replace('golden-thread/note/1', 'golden-thread/note/2'))).toThrow()
})
