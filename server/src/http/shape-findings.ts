// What a schema found wrong with a request, as findings: the place and what is expected there, never the value.
import { type Finding, field } from '@goldenthread/core/values/finding.ts'
import { type Issue, type Told, notEmpty } from './judge-shape.ts'

/** Names of fields are ours; anything else in a path was written by a person. */
const pathOf = (part: string, names: readonly string[]): string =>
  [part, ...names.map((each) => (/^[A-Za-z0-9-]{1,40}$/.test(each) ? each : '*'))].join('.')

const unknownField = ({ expected }: Issue): Told => ({
  says: 'There is a field here that is not known.',
  remedy:
    expected === '' ? 'Leave it out; none is known here.' : `Leave it out; known here are: ${expected}.`,
})

const toldOf = (issue: Issue): Told => {
  const { told, code, expected, missing } = issue
  if (told !== undefined) return told
  if (code === 'unrecognized_keys') return unknownField(issue)
  const remedy = `Send ${expected}.`
  if (missing) return { says: 'This is missing.', remedy }
  return { says: expected === notEmpty ? 'This is empty.' : `This is not ${expected}.`, remedy }
}

/** What is asked for in an address is no secret there: its names are told again, where they are words. */
const placesOf = ({ path, keys = [] }: Issue, part: string): readonly string[] =>
  part === 'query' && keys.length > 0
    ? keys.map((key) => pathOf(part, [...path, /^[A-Za-z]+$/.test(key) ? key : '*']))
    : [pathOf(part, path)]

/**
 * What was expected at each place; `part` is where in the request: 'body', 'query', 'params', 'headers'. They warn: of
 * the four weights it is the one under which nothing that is kept waits. The request itself was not taken, which its
 * status tells.
 */
export const shapeFindings = (issues: readonly Issue[], part: string): readonly Finding[] => {
  const findings = issues.slice(0, 50).flatMap((issue) =>
    placesOf(issue, part).map(
      (path): Finding => ({
        code: 'shape',
        severity: 'warns',
        whose: 'platform',
        place: field(path),
        ...toldOf(issue),
        source: '/openapi.json',
        evidence: { kind: issue.code },
      }),
    ),
  )
  // Two checks of one schema that expect the same are one finding.
  const same = (one: Finding, other: Finding): boolean =>
    JSON.stringify([one.place, one.says]) === JSON.stringify([other.place, other.says])
  return findings.filter((each, at) => findings.findIndex((other) => same(each, other)) === at)
}
