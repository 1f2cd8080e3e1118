// Letters after a name as people write them, and the licence they stand for.
import type { CredentialFact } from '../facts.ts'

type LicenceClass = CredentialFact['licenceClass']
type ByLetters = ReadonlyMap<string, CredentialFact>

const order: readonly LicenceClass[] = ['prescriber', 'psychologist', 'masters', 'associate']

/** Endings that refine a licence and leave its class as it is: board certified, clinical, supervisor, private practice. */
const refinements = ['BC', 'C', 'R', 'S', 'CP', 'CS', 'QS']

const bare = (letters: string): string => letters.toUpperCase().replace(/[^A-Z]/g, '')
/** "Licensed" endings people write out: `LPC-Associate` is `LPC-A`. */
const shortened = (text: string): string =>
  text
    .toUpperCase()
    .replace(/[-\s]+ASSOCIATE\b/g, '-A')
    .replace(/[-\s]+INTERN\b/g, '-I')

const oneCredential = (text: string, byLetters: ByLetters): CredentialFact | null => {
  const exact = byLetters.get(bare(text))
  if (exact !== undefined) return exact
  const parts = text
    .toUpperCase()
    .replaceAll('.', '')
    .trim()
    .split(/[-\s]+/)
  const ending = parts.at(-1) ?? ''
  if (parts.length < 2 || !refinements.includes(bare(ending))) return null
  return oneCredential(parts.slice(0, -1).join('-'), byLetters)
}

/** Letters apart: by comma, slash, semicolon or "and"; a space parts them too where the whole is no credential. */
const apart = (text: string, byLetters: ByLetters): readonly string[] => {
  const chunks = shortened(text)
    .split(/[,;/&]|\bAND\b/)
    .map((chunk) => chunk.trim())
  return chunks.flatMap((chunk) =>
    oneCredential(chunk, byLetters) === null ? [chunk, ...chunk.split(/\s+/)] : [chunk],
  )
}

/**
 * Reads letters by these rows, whatever their case, dots, spaces and commas ("Ph.D." is PhD); of several credentials
 * the one of the highest class. Null when none of them is a licence that is known.
 */
export const credentialReader = (
  rows: readonly CredentialFact[],
): ((text: string) => CredentialFact | null) => {
  const byLetters: ByLetters = new Map(rows.map((row) => [bare(row.credentials), row]))
  return (text) => {
    const found = apart(text, byLetters)
      .map((letters) => oneCredential(letters, byLetters))
      .filter((row) => row !== null)
    return (
      order
        .map((licenceClass) => found.find((row) => row.licenceClass === licenceClass))
        .find((row) => row !== undefined) ?? null
    )
  }
}
