// What coding says when session and note do not support a code.
import { type Finding, type Severity, field } from '../values/finding.ts'

interface Said {
  readonly code: string
  readonly path: string
  readonly says: string
  readonly remedy: string
  readonly source: string
  readonly severity?: Severity
  readonly whose?: Finding['whose']
  readonly evidence?: Readonly<Record<string, string>>
}

/** A finding of this stage: holds the claim, by the code set, unless it says otherwise. */
export const cannotCode = ({ path, ...said }: Said): Finding => ({
  severity: 'holds-claim',
  whose: 'code-set',
  evidence: {},
  ...said,
  place: field(path),
})
