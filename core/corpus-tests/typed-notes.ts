// Twenty printed notes typed by hand from their text alone, by the name of their print: the notes' own source, apart from any claim.
import type { Note } from '../src/note/note.ts'
import { typedNotesA } from './typed-notes-a.ts'
import { typedNotesB } from './typed-notes-b.ts'

/**
 * The notes as a records clerk would type them who has seen the print and nothing else: what is not printed is null
 * or absent, what is printed wrong stays wrong.
 */
export const typedNotes: Readonly<Record<string, Note>> = { ...typedNotesA, ...typedNotesB }
