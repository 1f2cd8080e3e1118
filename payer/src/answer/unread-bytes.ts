// Bytes of a file that are in no interchange this payer could read: which of them it can still answer, and which it can only name.
import type { Finding } from '@goldenthread/core/values/finding.ts'
import { type InterchangeNote, interchangeNotes } from '@goldenthread/core/x12/sets/ta1/codes.ts'
import type { ByteRange } from '@goldenthread/core/x12/syntax/scan-draft.ts'
import { fault } from '@goldenthread/core/x12/syntax/faults.ts'
import { type Segments, segmentLength, segmentOffset } from '@goldenthread/core/x12/syntax/segments.ts'
import { decodeText } from '@goldenthread/core/x12/syntax/text.ts'
import { type Isa, isAddress, isId } from './check-envelope.ts'
import type { SentInterchange } from './read-envelope.ts'

const isaBytes = 106

/** Whether a stretch that no segment holds lies within an interchange; after the last segment only when no IEA came. */
export const isInside = (
  segments: Segments,
  { from, to, ended }: SentInterchange,
  { offset }: ByteRange,
): boolean => offset > segmentOffset(segments, from) && (!ended || offset < segmentOffset(segments, to))

const isOfIsa = ({ code, place }: Finding): boolean =>
  code.startsWith('TA1:') && place.kind === 'segment' && place.id === 'ISA'
const offsetOf = ({ place }: Finding): number => (place.kind === 'segment' ? place.offset : -1)

/**
 * Findings about bytes that belong to no interchange, and about ISAs whose delimiters cannot be told apart. The bytes
 * that follow such an ISA are named by its own finding alone.
 */
export const unansweredFindings = (findings: readonly Finding[]): readonly Finding[] => {
  const broken = findings.filter(isOfIsa)
  const named = new Set(broken.map(offsetOf))
  return findings.filter(
    (finding) =>
      finding.code === 'x12:no-interchange' ||
      (finding.code === 'x12:bytes-outside' && !named.has(offsetOf(finding))) ||
      isOfIsa(finding),
  )
}

/** The finding about an interchange that does not tell who sent it or under which number. */
export const addressFinding = (segments: Segments, { from }: SentInterchange, isa: Isa): Finding => {
  const place = {
    kind: 'segment',
    id: 'ISA',
    segment: 1,
    offset: segmentOffset(segments, from),
    length: segmentLength(segments, from),
  } as const
  return isId(isa[6] ?? '')
    ? fault('TA1:018', { ...place, element: 13 })
    : fault('TA1:006', { ...place, element: 6 })
}

const noteOf = (code: string): InterchangeNote | null => {
  const note = code.slice(4)
  return interchangeNotes.find((each) => each === note) ?? null
}

/**
 * The elements of an ISA that the splitter refused, cut at the byte after `ISA`; null when they do not tell who sent it
 * under which number. An ISA that the end of the file cuts off is a premature end (023).
 */
export const isaByHand = (
  bytes: Uint8Array,
  { code, place }: Finding,
): { readonly isa: Isa; readonly note: InterchangeNote } | null => {
  if (!code.startsWith('TA1:') || place.kind !== 'segment') return null
  const text = decodeText(bytes, place.offset, Math.min(bytes.length, place.offset + isaBytes))
  const isa = text.split(text.charAt(3)).map((element) => element.trim())
  const note = text.length < isaBytes ? '023' : noteOf(code)
  return note !== null && isAddress(isa) ? { isa, note } : null
}
