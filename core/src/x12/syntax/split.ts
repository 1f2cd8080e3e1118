// A whole file to segments: strictly (all or a refusal) or leniently (what can be read, and a finding for what cannot).
import { type Finding, holdsClaim } from '../../values/finding.ts'
import { type Result, accepted, refused } from '../../values/result.ts'
import { scan } from './scan.ts'
import { type ByteRange, startScan } from './scan-draft.ts'
import type { Segments } from './segments.ts'

/** `unread` and the segments, their terminators and the blanks between them are together the whole file. */
export interface LenientSplit {
  readonly segments: Segments
  readonly findings: readonly Finding[]
  readonly unread: readonly ByteRange[]
}

/** Reads on past every fault of syntax. Each range in `unread` has a finding with its offset and length. */
export const splitLeniently = (bytes: Uint8Array): LenientSplit => scan(startScan(), bytes, true)

/** The segments of a file without a fault of syntax; refused with all faults otherwise. Warnings come with the value. */
export const splitStrictly = (bytes: Uint8Array): Result<Segments> => {
  const { segments, findings } = splitLeniently(bytes)
  return findings.some(holdsClaim) ? refused(findings) : accepted(segments, findings)
}
