// The four delimiters of an interchange, learned from its ISA segment and never guessed.

/** Each as a byte. `repetition` is null when ISA11 names none (`U` in old files). X12 5010 has no release character. */
export interface Delimiters {
  readonly element: number
  readonly component: number
  readonly repetition: number | null
  readonly terminator: number
}

/** `* : ^ ~`, what nearly every payer sends and asks for. */
export const usualDelimiters: Delimiters = {
  element: 0x2a,
  component: 0x3a,
  repetition: 0x5e,
  terminator: 0x7e,
}

/**
 * What an ISA says: `learned` with its length in bytes (terminator included) and whether it has the fixed 106 bytes;
 * `incomplete` when more bytes are needed; `fault` with the code of the standard.
 */
export type LearnedIsa =
  | {
      readonly kind: 'learned'
      readonly delimiters: Delimiters
      readonly length: number
      readonly fixed: boolean
    }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'fault'; readonly code: 'TA1:004' | 'TA1:022' | 'TA1:026' | 'TA1:027' }

const fixedLength = 106
const longestIsa = 512
/** Where the sixteen element separators of an ISA of fixed length stand. */
const separatorOffsets = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103]

const isLetterOrDigit = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a)

/** True when `ISA` and a byte that can be a separator stand at `start`. */
export const startsIsa = (bytes: Uint8Array, start: number): boolean =>
  bytes[start] === 0x49 &&
  bytes[start + 1] === 0x53 &&
  bytes[start + 2] === 0x41 &&
  start + 3 < bytes.length &&
  !isLetterOrDigit(bytes[start + 3] ?? 0)

const isFixed = (bytes: Uint8Array, start: number, element: number): boolean =>
  start + fixedLength <= bytes.length && separatorOffsets.every((offset) => bytes[start + offset] === element)

/** The delimiters once their bytes are known, or the fault that keeps them from being told apart. */
const told = (
  bytes: Uint8Array,
  start: number,
  at: { repetition: number; component: number },
  fixed: boolean,
): LearnedIsa => {
  const element = bytes[start + 3] ?? 0
  const component = bytes[start + at.component] ?? 0
  const terminator = bytes[start + at.component + 1] ?? 0
  const eleventh = bytes[start + at.repetition] ?? 0
  if (isLetterOrDigit(terminator) || terminator === 0x20 || terminator === element)
    return { kind: 'fault', code: 'TA1:004' }
  if (isLetterOrDigit(component) || component === 0x20 || component === element || component === terminator) {
    return { kind: 'fault', code: 'TA1:027' }
  }
  const free =
    !isLetterOrDigit(eleventh) && ![0x20, element, component, terminator].includes(eleventh) && eleventh !== 0
  const delimiters = { element, component, repetition: free ? eleventh : null, terminator }
  return { kind: 'learned', delimiters, length: at.component + 2, fixed }
}

/** An ISA whose elements were not padded to their fixed width: its separators are counted. */
const counted = (bytes: Uint8Array, start: number, element: number, final: boolean): LearnedIsa => {
  let separators = 0
  let repetition = 0
  const limit = Math.min(bytes.length, start + longestIsa)
  for (let at = start + 3; at + 2 < limit; at += 1) {
    if (bytes[at] !== element) continue
    separators += 1
    if (separators === 11) repetition = at + 1 - start
    if (separators === 16) return told(bytes, start, { repetition, component: at + 1 - start }, false)
  }
  return final || limit === start + longestIsa ? { kind: 'fault', code: 'TA1:022' } : { kind: 'incomplete' }
}

/**
 * Learns the delimiters of the ISA at `start` (see `startsIsa`): element separator at 3, repetition at 82, component at
 * 104, terminator at 105 of a fixed ISA (docs/sources.md 8.1); by counting separators when it is not fixed. `final` says that no
 * byte will follow.
 */
export const learnDelimiters = (bytes: Uint8Array, start: number, final: boolean): LearnedIsa => {
  const element = bytes[start + 3] ?? 0
  if (!final && bytes.length < start + fixedLength) return { kind: 'incomplete' }
  if (isFixed(bytes, start, element)) return told(bytes, start, { repetition: 82, component: 104 }, true)
  return counted(bytes, start, element, final)
}
