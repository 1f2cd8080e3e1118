// The signed note as it is hashed: one canonical text, its hash, and the proof of a chain of versions.
import { type Json, canonicalJson } from '../values/canonical-json.ts'
import { type Finding, field } from '../values/finding.ts'
import type { Note } from './note.ts'

/** SHA-256 of a text's UTF-8, as lower-case hex. Core has none of its own: it is passed in. */
export type Sha256 = (utf8: string) => string

/** A plain copy in which every text, keys too, is in NFC: the same letters always hash the same. */
export const plain = (value: unknown): Json => {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map((each) => plain(each))
  if (typeof value !== 'object') throw new TypeError('a note holds texts, numbers, lists and objects only')
  const copy: Record<string, Json> = {}
  for (const [key, each] of Object.entries(value))
    if (each !== undefined) copy[key.normalize('NFC')] = plain(each)
  return copy
}

/**
 * The canonical text of a signed note (ARCHITECTURE.md, conventions): RFC 8785 over schema, template, identity,
 * recorded facts, sections, picks, diagnoses, author, credentials, signedAt, attestation, previousHash; and where the
 * note has them: what was carried forward, from which chart it was moved, zone, late entry, addendum, whether records
 * were asked for, whether it is to be co-signed. A key that is absent is left out, so older notes hash as they did.
 * Null when the note is not signed: there is nothing to seal yet. Throws on minutes that are not whole.
 */
export const canonicalNote = (note: Note): string | null => {
  if (note.signature === null) return null
  const { zone, lateEntry, addendum, recordsRequestOpen, coSign } = note.signature
  return canonicalJson(
    plain({
      schema: note.schema,
      template: note.template,
      identity: note.identity,
      recorded: note.recorded,
      sections: note.sections,
      picks: note.picks,
      diagnoses: note.diagnoses,
      author: note.author.name,
      credentials: note.author.credentials,
      signedAt: note.signature.signedAt,
      attestation: note.signature.attestation,
      previousHash: note.previousHash,
      carried: note.carried,
      movedFrom: note.movedFrom,
      zone,
      lateEntry,
      addendum,
      recordsRequestOpen,
      coSign,
    }),
  )
}

/** The hash of a signed note, 64 hex digits; null when it is not signed. */
export const noteHash = (note: Note, sha256: Sha256): string | null => {
  const text = canonicalNote(note)
  return text === null ? null : sha256(text)
}

/** A version of a note with the hash that was kept when it was signed. */
export interface SealedNote {
  readonly note: Note
  readonly hash: string
}

const broken = (path: string, says: string, evidence: Finding['evidence']): Finding => ({
  code: 'note-seal',
  severity: 'blocks-signing',
  whose: 'law',
  place: field(path),
  says,
  remedy: 'Restore this version from a backup, and look in the trail for who changed it.',
  source: '45 CFR 164.312(c); docs/sources.md 6.1, signature and addenda',
  evidence,
})

/**
 * Proves the versions of one note, oldest first: each is signed, hashes to what was kept, and names the hash of the
 * one before. No finding means that nothing was changed, taken out or put in between.
 */
export const proveNotes = (versions: readonly SealedNote[], sha256: Sha256): readonly Finding[] => {
  const findings: Finding[] = []
  let before: string | null = null
  for (const [index, { note, hash }] of versions.entries()) {
    const found = noteHash(note, sha256)
    if (found !== hash) {
      const says =
        found === null
          ? 'This version of the note is not signed.'
          : 'This version of the note was changed after it was signed.'
      findings.push(broken(`${index}.hash`, says, { kept: hash, found: found ?? 'unsigned' }))
    }
    if (note.previousHash !== before) {
      const says = 'This version does not follow the one that stands before it.'
      findings.push(
        broken(`${index}.note.previousHash`, says, {
          kept: before ?? 'none',
          found: note.previousHash ?? 'none',
        }),
      )
    }
    before = hash
  }
  return findings
}
