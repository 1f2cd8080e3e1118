// Documents of one kind to the bytes of a file: one interchange, one group, its sets numbered one after another.
import { type Result, refused } from '../../values/result.ts'
import { type Envelope, writeInterchange } from '../syntax/write-interchange.ts'
import { type Layout, type WrittenSegment, usualLayout } from '../syntax/write.ts'
import type { DocumentOf, SetTable } from './table-language.ts'
import { writeSet } from './write-set.ts'

export interface WrittenFile {
  /** ST02 of the first set; 1 unless told. Each further set has the next number. */
  readonly setControl?: number
  readonly layout?: Layout
  /** TA1 segments that stand before the group. */
  readonly acknowledgments?: readonly WrittenSegment[]
}

/** The bytes of a file that holds these documents; refused with all findings when one cannot be written. */
export const writeFile = <const T extends SetTable>(
  table: T,
  documents: readonly DocumentOf<T>[],
  envelope: Envelope,
  { layout = usualLayout, acknowledgments = [], setControl = 1 }: WrittenFile = {},
): Result<Uint8Array> => {
  const written = documents.map((document, d) =>
    writeSet(table, document, { control: String(setControl + d).padStart(4, '0') }),
  )
  const findings = written.flatMap((set) => (set.ok ? [] : set.findings))
  if (findings.length > 0) return refused(findings)
  const sets = written.flatMap((set) => (set.ok ? [set.value] : []))
  const groups = [{ functional: table.group, version: table.version, sets }]
  return writeInterchange({ envelope, groups, acknowledgments }, layout)
}
