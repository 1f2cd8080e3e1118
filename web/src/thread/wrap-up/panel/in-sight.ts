// Which findings of a link are listed at once: so many that the five links stay in sight beside the open one.
import { holdsClaim } from '@goldenthread/core/values/finding.ts'
import { exampleOf } from './example-of.ts'
import type { JudgedFinding } from './judgement.ts'

/** Beside an open one with a short example, with a long one, and where none is open. */
const beside = { short: 2, long: 0, none: 4 } as const

/** An example of more characters takes three lines. */
const longExample = 65

const roomOf = (open: JudgedFinding | undefined): number => {
  if (open === undefined) return beside.none
  return (exampleOf(open.finding) ?? '').length > longExample ? beside.long : beside.short
}

/** What stops is always listed, and so is the open one; suggestions as far as there is room, the first ones. */
export const inSight = (
  findings: readonly JudgedFinding[],
  openNumber: number | null,
): readonly JudgedFinding[] => {
  const open = findings.find(({ number }) => number === openNumber)
  const room = roomOf(open)
  let listed = 0
  return findings.filter((each) => {
    if (each === open) return true
    listed += 1
    return holdsClaim(each.finding) || listed <= room
  })
}
