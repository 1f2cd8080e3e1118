// What a schema found wrong with a request, as findings: the place and the kind of fault, never the value.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'

/** Where a schema was not met, and in which way. */
export interface Issue {
  readonly path: readonly string[]
  readonly code: string
}

const saysOf: Readonly<Record<string, string>> = {
  invalid_type: 'This is missing or of the wrong kind.',
  too_big: 'This is too long or too large.',
  too_small: 'This is too short or too small.',
  invalid_format: 'This is not written in the form that is asked for.',
  not_multiple_of: 'This is not a whole number.',
  unrecognized_keys: 'There is a field here that is not known.',
  invalid_union: 'This fits none of the forms that are known here.',
  invalid_key: 'A name here is not written in the form that is asked for.',
  invalid_element: 'An entry here does not fit.',
  invalid_value: 'This is none of the values that are known here.',
  custom: 'This is not a value that can stand here.',
}

/** Names of fields are ours; anything else in a path was written by a person. */
const pathOf = (part: string, issue: Issue): string => {
  const names = issue.path.map((each) => (/^[A-Za-z0-9-]{1,40}$/.test(each) ? each : '*'))
  return [part, ...names].join('.')
}

/** One finding an issue; `part` is where in the request: 'body', 'query', 'params'. */
export const shapeFindings = (issues: readonly Issue[], part: string): readonly Finding[] =>
  issues.slice(0, 50).map((issue) => ({
    code: 'shape',
    severity: 'holds-claim',
    whose: 'platform',
    place: field(pathOf(part, issue)),
    says: saysOf[issue.code] ?? 'This does not fit.',
    remedy: 'Write it as the description of this address says.',
    source: '/openapi.json',
    evidence: { kind: issue.code },
  }))
