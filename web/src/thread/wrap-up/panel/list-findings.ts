// The list of findings as one types: each keeps its number and its place while it stands; what is met leaves at once.
import { linkOf } from '@goldenthread/core/thread/links.ts'
import type { LinkName } from '@goldenthread/core/thread/outcome.ts'
import { type Finding, holdsClaim } from '@goldenthread/core/values/finding.ts'
import type { JudgedFinding } from './judgement.ts'
import { inSection, placeName } from './places.ts'

const links: readonly LinkName[] = ['session', 'note', 'code', 'claim', 'pay']

/** By link, in the order of the work; in a link what stops comes before what is suggested; else as they were found. */
const inOrder = (findings: readonly JudgedFinding[]): readonly JudgedFinding[] =>
  findings.toSorted(
    (one, other) =>
      links.indexOf(one.link) - links.indexOf(other.link) ||
      Number(holdsClaim(other.finding)) - Number(holdsClaim(one.finding)) ||
      one.number - other.number,
  )

/** A name for each finding of a judgement: of several of one rule at one place, the first, the second. */
const named = (findings: readonly Finding[]): readonly (readonly [string, Finding])[] => {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const base = `${finding.code} ${placeName(finding.place)}`
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    return [count === 1 ? base : `${base} ${count}`, finding] as const
  })
}

const judgedOf = (key: string, number: number, finding: Finding): JudgedFinding => ({
  key,
  number,
  severity: finding.severity,
  finding,
  link: linkOf(finding),
  ...inSection(finding.place),
})

/** The findings of a first judgement, numbered in the order they are read. */
const listedFirst = (findings: readonly Finding[]): readonly JudgedFinding[] =>
  inOrder(named(findings).map(([key, finding], at) => judgedOf(key, at, finding))).map((each, at) => ({
    ...each,
    number: at + 1,
  }))

/**
 * The list after another judgement. What stands keeps its number, what is met is gone, what is new gets the next
 * number. While somebody's pointer is on the list (`isHeld`) nothing in it changes places and the new comes last; else
 * it is put in order. An empty list begins anew at 1.
 */
export const listFindings = (
  before: readonly JudgedFinding[],
  findings: readonly Finding[],
  isHeld: boolean,
): readonly JudgedFinding[] => {
  if (before.length === 0) return listedFirst(findings)
  const now = new Map(named(findings))
  const standing = before.flatMap(({ key, number }) => {
    const finding = now.get(key)
    return finding === undefined ? [] : [judgedOf(key, number, finding)]
  })
  const known = new Set(before.map(({ key }) => key))
  const last = Math.max(...before.map(({ number }) => number))
  const added = [...now]
    .filter(([key]) => !known.has(key))
    .map(([key, finding], at) => judgedOf(key, last + at + 1, finding))
  const list = [...standing, ...added]
  return isHeld ? list : inOrder(list)
}

/** The one after or before the open one, around the end; the first or last where none is open. */
export const nextFinding = (
  findings: readonly JudgedFinding[],
  open: number | null,
  step: 1 | -1,
): JudgedFinding | null => {
  const at = findings.findIndex(({ number }) => number === open)
  const from = at === -1 && step === -1 ? 0 : at
  return findings[(from + step + findings.length) % Math.max(1, findings.length)] ?? null
}

/** The first that keeps the claim from leaving. */
export const firstStop = (findings: readonly JudgedFinding[]): JudgedFinding | null =>
  findings.find(({ finding }) => holdsClaim(finding)) ?? null
