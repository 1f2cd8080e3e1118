// Diagnoses of ICD-10-CM FY2026: the whole F chapter, and what notes carry beside it.
import { day } from '../../values/day.ts'
import type { DiagnosisFact } from '../facts.ts'
import { rows as beside } from './generated.diagnoses-beside.ts'
import { rows as chapterF } from './generated.diagnoses-f.ts'

/** Every row takes the span of its edition: a code that ended or became a header earlier is a header in it (docs/sources.md 5). */
export const diagnosisRows: readonly DiagnosisFact[] = [...chapterF, ...beside].map(
  ([code, kind, unspecified, label]) => ({
    code,
    label,
    billable: kind === 'billable',
    unspecified: unspecified === '' ? null : unspecified,
    from: day('2025-10-01'),
    to: day('2026-09-30'),
    source: 'ICD-10-CM FY2026 (NCHS, CMS)',
  }),
)
