// Parses JSON from outside: malformed text is a finding with its line and column, and never echoes the text.
import { field } from '@goldenthread/core/values/finding.ts'
import { type Result, accepted, refused } from '@goldenthread/core/values/result.ts'

/** V8 names the place as `position 17` (with line and column in newer ones) or says that the text ended. */
const placeIn = (text: string, message: string): string => {
  const found = /position (\d+)/.exec(message)
  const at = found ? Number(found[1]) : text.length
  const before = text.slice(0, at)
  const line = before.split('\n').length
  return `line ${line}, column ${at - before.lastIndexOf('\n')}`
}

export const parseJson = (text: string): Result<unknown> => {
  try {
    return accepted(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    const place = placeIn(text, error instanceof Error ? error.message : '')
    return refused([
      {
        code: 'case:json',
        severity: 'holds-claim',
        whose: 'platform',
        place: field(place),
        says: `The file is not JSON: it breaks at ${place}.`,
        remedy: 'Mend that place; a missing comma, quote or bracket is the usual cause.',
        source: 'RFC 8259',
        evidence: {},
      },
    ])
  }
}
