// Canonical JSON (RFC 8785) for what is hashed: keys by UTF-16 code unit, no spaces, whole numbers only, absent keys left out.

export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/**
 * The canonical text of a document. Texts are expected in NFC (made so at the door).
 * Throws on a number that is not a safe integer: a hashed document holds no fractions.
 */
export const canonicalJson = (document: Json): string => {
  if (document === null || typeof document === 'boolean') return String(document)
  if (typeof document === 'number') {
    if (!Number.isSafeInteger(document)) throw new RangeError('a canonical document holds whole numbers only')
    return String(document === 0 ? 0 : document)
  }
  if (typeof document === 'string') return JSON.stringify(document)
  if (Array.isArray(document)) return `[${document.map((each) => canonicalJson(each)).join(',')}]`
  const parts: string[] = []
  const keyed = document as { readonly [key: string]: Json | undefined }
  for (const key of Object.keys(keyed).sort()) {
    const value = keyed[key]
    if (value !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(value)}`)
  }
  return `{${parts.join(',')}}`
}
