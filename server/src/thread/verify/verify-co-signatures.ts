// Proves what supervisors said of notes, and that notes moved out of wrong charts still say where they stood.
import type { Kysely } from 'kysely'
import { type CoSignature, readCoSignature } from '@goldenthread/core/note/co-signature.ts'
import { readCanonicalNote } from '@goldenthread/core/note/read-canonical-note.ts'
import type { Finding } from '@goldenthread/core/values/finding.ts'
import type { Tables } from '../../database/generated.tables.ts'
import { coSignStatementOf } from '../../note/statement.ts'
import { coSignaturesAfter, noteMoves, notesWithoutMove } from './co-sign-store.ts'
import { type Proven, fault } from './fault.ts'
import type { Seals } from './seals.ts'

type CoSignedRow = Awaited<ReturnType<typeof coSignaturesAfter>>[number]

const saidIn = (canonical: string): CoSignature | null => {
  try {
    return readCoSignature(canonical)
  } catch {
    return null
  }
}

/** The columns beside the text are copies of it; the version it speaks of is the one it is kept beside. */
const coSignatureFaults = (row: CoSignedRow, sha256: (utf8: string) => string): readonly Finding[] => {
  const path = `co_signature.${row.id}`
  const said = saidIn(row.canonical)
  if (said === null || sha256(row.canonical) !== row.hash)
    return [fault('co-signature-altered', path, 'What the supervisor said was changed after it was said.')]
  const pairs = [
    ['verdict', row.verdict, said.verdict],
    ['signed_at', row.signed_at, said.signedAt],
    ['statement', row.statement, coSignStatementOf(said)],
    ['signed_note_id', row.note_hash, said.noteHash],
  ] as const
  return pairs
    .filter(([, kept, was]) => kept !== was)
    .map(([column]) =>
      fault(
        'co-signature-copy',
        `${path}.${column}`,
        'This column does not say what the supervisor’s text says.',
      ),
    )
}

/** Proves every co-signature of a practice. */
export const verifyCoSignatures = async (
  db: Kysely<Tables>,
  practiceId: string,
  seals: Seals,
  sha256: (utf8: string) => string,
): Promise<Proven> => {
  const findings: Finding[] = []
  let after: string | null = null
  let count = 0
  for (;;) {
    const page: readonly CoSignedRow[] = await coSignaturesAfter(db, practiceId, after)
    for (const row of page) {
      findings.push(...coSignatureFaults(row, sha256))
      const { id, hash, person_id: personId, provider_id: providerId } = row
      findings.push(...seals.hold('co_signature', id, { hash, personId, providerId }, { hash }))
      after = row.id
    }
    count += page.length
    if (page.length === 0) break
  }
  return { counts: { 'co-signatures': count }, findings }
}

const copiedFrom = (canonical: string | null): string | null => {
  try {
    return canonical === null ? null : (readCanonicalNote(canonical).movedFrom?.hash ?? null)
  } catch {
    return null
  }
}

/** Proves that each note that was moved is struck where it stood, and that what it became names its hash. */
export const verifyMoves = async (db: Kysely<Tables>, practiceId: string, seals: Seals): Promise<Proven> => {
  const rows = await noteMoves(db, practiceId)
  const findings = rows.flatMap((row): readonly Finding[] => {
    const path = `note_move.${row.id}`
    const document = {
      noteId: row.note_id,
      toNoteId: row.to_note_id,
      fromSessionId: row.from_session_id,
      toSessionId: row.to_session_id,
      hash: row.hash,
      reason: row.reason,
      movedAt: row.moved_at,
    }
    const wrong = [
      row.status === 'moved' ? null : 'The note is not struck where it was moved from.',
      row.last_hash === row.hash ? null : 'The note that was moved is not the one that stood there.',
      row.person_id === seals.sealedBy('note_move', row.id)
        ? null
        : 'The note was not moved by the one who is said to have moved it.',
      copiedFrom(row.copy) === row.hash ? null : 'What the note became does not name what it was.',
    ]
    return [
      ...wrong.filter((says) => says !== null).map((says) => fault('note-move', path, says)),
      ...seals.hold('note_move', row.id, document),
    ]
  })
  const lost = await notesWithoutMove(db, practiceId)
  const struck = lost.map(({ id }) =>
    fault('note-struck', `note.${id}`, 'This note is struck as moved, and nothing says where it went.'),
  )
  return { counts: { 'notes moved': rows.length }, findings: [...findings, ...struck] }
}
