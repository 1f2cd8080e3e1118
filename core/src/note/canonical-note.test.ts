// The seal of a signed note: what it covers, what it does not mind, and how a chain is proved.
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { change, officeCase } from '../rules/example-case.ts'
import type { Note } from './note.ts'
import { canonicalNote, noteHash, proveNotes } from './canonical-note.ts'

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
