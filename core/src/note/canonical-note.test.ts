// The seal of a signed note: what it covers, what it does not mind, and how a chain is proved.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { change, crisisCase, officeCase } from '../rules/example-case.ts'
import type { Note } from './note.ts'
import { canonicalNote, noteHash, proveNotes } from './canonical-note.ts'
import { readCanonicalNote } from './read-canonical-note.ts'

const sha256 = (utf8: string): string => createHash('sha256').update(utf8, 'utf8').digest('hex')
const signed = officeCase.note as Note
const changed = (path: string, value: unknown): Note => change(officeCase, `note.${path}`, value).note as Note

const sealed: readonly [string, unknown][] = [
  ['template', 'dap'],
  ['identity.birthDate', '1990-05-13'],
  ['recorded.stop', '14:53'],
  ['recorded.therapyMinutes', 47],
  ['sections.assessment', 'Low mood.'],
  ['picks.direction', 'same'],
  ['diagnoses', [{ code: 'F33.2' }]],
  ['author.name.last', 'Whitfeld'],
  ['author.credentials', 'LCSW-R'],
  ['signature.signedAt', '2026-03-10T21:13:00Z'],
  ['signature.attestation', 'I attest.'],
  ['previousHash', 'a'.repeat(64)],
]

describe('the seal of a note', () => {
  test('an unsigned note has none', () => {
    expect(canonicalNote(changed('signature', null))).toBeNull()
    expect(noteHash(changed('signature', null), sha256)).toBeNull()
  })

  test.each(sealed)('a change of %s breaks it', (path, value) => {
    expect(noteHash(changed(path, value), sha256)).not.toBe(noteHash(signed, sha256))
  })

  test('the text begins with its keys in order and holds the signature flat', () => {
    const text = canonicalNote(signed) ?? ''
    expect(Object.keys(JSON.parse(text))).toEqual([
      'attestation',
      'author',
      'credentials',
      'diagnoses',
      'identity',
      'picks',
      'previousHash',
      'recorded',
      'schema',
      'sections',
      'signedAt',
      'template',
    ])
    expect(text).toContain('"author":{"first":"June","last":"Whitfield"},"credentials":"LCSW"')
  })

  test('the order of keys, absent keys and the form of a letter do not matter', () => {
    const turned = Object.fromEntries(Object.entries(signed).reverse()) as unknown as Note
    expect(noteHash(turned, sha256)).toBe(noteHash(signed, sha256))
    const absent = { ...signed, picks: { ...signed.picks, longSessionReason: undefined } } as unknown as Note
    const without = changed('picks.longSessionReason', undefined)
    expect(noteHash(absent, sha256)).toBe(noteHash(without, sha256))
    expect(noteHash(changed('sections.assessment', 'Rene\u0301e came.'), sha256)).toBe(
      noteHash(changed('sections.assessment', 'Ren\u00e9e came.'), sha256),
    )
  })
})

describe('a note signed before it could say more', () => {
  // Worked out before carried parts, zone, late entry, addendum, co-signature and moves were known to the schema.
  test.each([
    ['office', officeCase, '81d23b8cb4122289b3236a553d73cd9687c4979894418af91c5e82420ef65536'],
    ['crisis', crisisCase, '0a445eb8b83c224ab3f8612fce767a6bb494a6fd32e39584f032e024e4b7b91c'],
  ])('hashes as it did: %s', (_, { note }, hash) => {
    expect(noteHash(note as Note, sha256)).toBe(hash)
    expect(noteHash(readCanonicalNote(canonicalNote(note as Note) ?? ''), sha256)).toBe(hash)
  })

  const more: readonly [string, unknown][] = [
    [
      'carried',
      { from: { noteId: 'n', day: '2026-03-03', hash: 'b' }, confirmed: ['picks.goals'], untouched: [] },
    ],
    ['movedFrom', { hash: 'b', movedAt: '2026-03-11T10:00:00Z', reason: 'Written for another client.' }],
    ['signature.zone', 'America/New_York'],
    ['signature.lateEntry', { hoursAfter: 30, limitHours: 24 }],
    ['signature.addendum', { reason: 'The times were wrong.' }],
    ['signature.recordsRequestOpen', null],
    ['signature.coSign', true],
  ]
  test.each(more)('what is said more is under the seal, and read back: %s', (path, value) => {
    const note = changed(path, value)
    expect(noteHash(note, sha256)).not.toBe(noteHash(signed, sha256))
    expect(readCanonicalNote(canonicalNote(note) ?? '')).toEqual(note)
  })
})

describe('the versions of a note', () => {
  const hashOf = (note: Note): string => noteHash(note, sha256) ?? ''
  const amended = { ...changed('sections.plan', 'Next week.'), previousHash: hashOf(signed) }
  const first = { note: signed, hash: hashOf(signed) }
  const second = { note: amended, hash: hashOf(amended) }

  test('an addendum that names the one before is proved', () => {
    expect(proveNotes([first, second], sha256)).toEqual([])
  })

  test('a version changed after signing is found', () => {
    const tampered = { note: changed('recorded.stop', '14:53'), hash: first.hash }
    expect(proveNotes([tampered, second], sha256).map((each) => each.place)).toEqual([
      { kind: 'field', path: '0.hash' },
    ])
  })

  test('a version taken out is found', () => {
    expect(proveNotes([second], sha256).map((each) => each.place)).toEqual([
      { kind: 'field', path: '0.note.previousHash' },
    ])
  })
})
