// Proves the signed notes: each version hashes to what was kept, names the one before, and is the one that was sealed.
import type { Kysely } from 'kysely'
import { type SealedNote, proveNotes } from '@goldenthread/core/note/canonical-note.ts'
import type { Note } from '@goldenthread/core/note/note.ts'
import { readCanonicalNote } from '@goldenthread/core/note/read-canonical-note.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tables } from '../../database/generated.tables.ts'
import { statementOf } from '../../note/statement.ts'
import { type Proven, fault } from './fault.ts'
import type { Seals } from './seals.ts'
import { type SignedNotePlace, type SignedNoteRow, notesWithoutVersions, signedNotesAfter } from './store.ts'

type Sha256 = (utf8: string) => string

/** The note of a canonical text; null when the text is none. */
const noteOf = (canonical: string): Note | null => {
  try {
    return readCanonicalNote(canonical)
  } catch {
    return null
  }
}

const pathOf = ({ note_id, sequence }: SignedNoteRow): string => `signed_note.${note_id}.${sequence}`

/** The columns beside the text are copies of it: a list shows them, so they are held against it. */
const copyFaults = (row: SignedNoteRow, note: Note): readonly Finding[] => {
  const { signature } = note
  // A reason is under the seal of its row; since signatures keep their zone it stands in the signed text as well.
  const reason = signature?.zone === undefined ? row.reason : signature.addendum?.reason
  const pairs = [
    ['signed_at', row.signed_at, signature?.signedAt],
    ['attestation', row.attestation, signature?.attestation],
    ['previous_hash', row.previous_hash, note.previousHash],
    ['statement', row.statement, signature === null ? null : statementOf(note, signature)],
    ['reason', row.reason, reason],
    ['co_sign', row.co_sign, signature?.coSign ?? false],
  ] as const
  return pairs
    .filter(([, kept, signed]) => kept !== (signed ?? null))
    .map(([column]) =>
      fault('note-copy', `${pathOf(row)}.${column}`, 'This column does not say what the signed text says.'),
    )
}

const chainFaults = (versions: readonly SignedNoteRow[], sha256: Sha256): readonly Finding[] => {
  const gaps = versions
    .filter((row, index) => row.sequence !== index + 1)
    .slice(0, 1)
    .map((row) => fault('note-gap', pathOf(row), 'A version of this note is missing before this one.'))
  const sealed: SealedNote[] = []
  const findings: Finding[] = [...gaps]
  for (const row of versions) {
    const note = noteOf(row.canonical)
    const stands = sha256(row.canonical) === row.hash
    if (note === null || !stands) {
      findings.push(
        fault('note-altered', pathOf(row), 'This version of the note was changed after it was signed.'),
      )
    }
    if (note === null) continue
    findings.push(...copyFaults(row, note))
    if (stands) sealed.push({ note, hash: row.hash })
  }
  const whole = gaps.length === 0 && sealed.length === versions.length
  const [first] = versions
  const chain = whole && first !== undefined ? proveNotes(sealed, sha256) : []
  const noteId = first?.note_id ?? ''
  return [
    ...findings,
    ...chain.map((each) =>
      fault(
        'note-seal',
        `signed_note.${noteId}.${each.place.kind === 'field' ? each.place.path : ''}`,
        each.says,
        each.evidence,
      ),
    ),
  ]
}

/** Proves every signed note of a practice; a note whose versions lie on two pages is proved whole. */
export const verifyNotes = async (
  db: Kysely<Tables>,
  practiceId: string,
  seals: Seals,
  sha256: Sha256,
): Promise<Proven> => {
  const findings: Finding[] = []
  let waiting: SignedNoteRow[] = []
  let after: SignedNotePlace | null = null
  let versions = 0
  let notes = 0
  const prove = (): void => {
    if (waiting.length > 0) notes += 1
    findings.push(...chainFaults(waiting, sha256))
    waiting = []
  }
  for (;;) {
    const page: readonly SignedNoteRow[] = await signedNotesAfter(db, practiceId, after)
    for (const row of page) {
      if (row.note_id !== waiting[0]?.note_id) prove()
      waiting.push(row)
      const { id, hash, reason, person_id: personId, provider_id: providerId } = row
      const text = { hash, reason }
      findings.push(...seals.hold('signed_note', id, { ...text, personId, providerId }, text))
      after = { noteId: row.note_id, sequence: row.sequence }
    }
    versions += page.length
    if (page.length === 0) break
  }
  prove()
  const empty = await notesWithoutVersions(db, practiceId)
  return {
    counts: { 'signed notes': notes, 'versions of notes': versions },
    findings: [
      ...findings,
      ...empty.map(({ id }) =>
        fault('note-gone', `note.${id}`, 'This note is said to be signed, and no signed version is there.'),
      ),
    ],
  }
}
