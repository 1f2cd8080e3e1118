// Checks of the catalogue of rules: each says whose it is, since when, by which source, and proves itself by cases.
import { dayOfService } from '@goldenthread/core/claim/day-of-service.ts'
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Case } from '@goldenthread/core/rules/case.ts'
import { judge } from '@goldenthread/core/rules/judge.ts'
import type { Rule, RuleCase, RuleCases } from '@goldenthread/core/rules/rule.ts'
import { addDays } from '@goldenthread/core/values/day.ts'
import type { TidyFault } from './fault.ts'
import { readFaults } from './rule-reads.ts'

/** A rule as it stands in its folder, `core/src/rules/<stage>/<id>`. */
export type RuleFolder = { readonly path: string; readonly rule: Rule; readonly cases: RuleCases }

/** What a rule is judged among: the whole catalogue and the facts shipped. */
export type Bench = { readonly catalogue: readonly Rule[]; readonly facts: Facts }

const firstDay = '2025-10-01'
const lastDay = '2026-09-30'

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The paths at which two values differ; a whole part that is there in one and not in the other is one difference. */
export const differences = (one: unknown, other: unknown, path = ''): string[] => {
  if (Object.is(one, other)) return []
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.flatMap((each, index) => differences(each, other[index], `${path}.${index}`))
  }
  if (isObject(one) && isObject(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])]
    return keys.flatMap((key) => differences(one[key], other[key], `${path}.${key}`))
  }
  return [path.slice(1)]
}

const wordFaults = ({ path, rule }: RuleFolder): string[] => {
  const words: Readonly<Record<string, string>> = {
    title: rule.title,
    source: rule.source,
    reason: rule.reason,
    whose: rule.whose,
    'write.what': rule.write.what,
    'write.good': rule.write.good,
    'write.bad': rule.write.bad,
  }
  const folder = path.split('/').at(-1)
  return [
    ...Object.entries(words)
      .filter(([, text]) => text.trim() === '')
      .map(([name]) => `${name} is empty`),
    ...(rule.id === folder ? [] : [`its id is ${rule.id} and its folder ${folder}`]),
    ...(rule.write.good === rule.write.bad ? ['its good example is its bad one'] : []),
    ...(rule.from !== null && rule.to !== null && rule.to < rule.from ? ['it ends before it begins'] : []),
    ...(rule.needs.length === 0 ? ['it needs no part of the case'] : []),
    ...(rule.reads.length === 0 ? ['it says of no path that it reads it'] : []),
  ]
}

const codesOf = (given: Case, { catalogue, facts }: Bench): string[] =>
  judge(given, facts, catalogue).map((finding) => finding.code)

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  [...new Set(one)].sort().join() === [...new Set(other)].sort().join()

const caseFaults = (each: RuleCase, bench: Bench): string[] => {
  const codes = codesOf(each.given, bench)
  return sameSet(codes, each.expect)
    ? []
    : [
        `"${each.name}" expects ${each.expect.join(', ') || 'nothing'} and yields ${codes.join(', ') || 'nothing'}`,
      ]
}

const pairFaults = ({ rule, cases: { passes, fails } }: RuleFolder, bench: Bench): string[] => {
  const differing = differences(passes.given, fails.given)
  const codes = codesOf(fails.given, bench)
  return [
    ...(differing.length === 1
      ? []
      : [`its passing and failing case differ in ${differing.length} fields: ${differing.join(', ')}`]),
    ...(passes.expect.length === 0 ? [] : ['its passing case expects a finding']),
    ...(codes.length === 1 && codes[0] === rule.id
      ? []
      : [`its failing case yields ${codes.join(', ') || 'nothing'}, not one finding of its own`]),
  ]
}

const dayFaults = ({ rule, cases }: RuleFolder, bench: Bench): string[] => {
  const outside = [cases.passes, cases.fails, ...cases.more]
    .filter(({ given }) => {
      const day = dayOfService(given)
      return day !== null && (day < firstDay || day > lastDay)
    })
    .map(({ name }) => `"${name}" lies outside ${firstDay} to ${lastDay}`)
  if (rule.from === null)
    return cases.dayBefore === null ? outside : [...outside, 'it has no beginning and a day before it']
  if (cases.dayBefore === null) return [...outside, 'it has a beginning and no case from the day before']
  const { given } = cases.dayBefore
  return [
    ...outside,
    ...(dayOfService(given) === addDays(rule.from, -1)
      ? []
      : ['its case from the day before is of another day']),
    ...(codesOf(given, bench).includes(rule.id) ? ['it is held on the day before it begins'] : []),
    ...(differences(cases.fails.given, given).length > 0
      ? []
      : ['its case from the day before is its failing case']),
  ]
}

/** Every fault of one rule's folder, each a sentence about it. */
export const checkRule = (folder: RuleFolder, bench: Bench): TidyFault[] => {
  const { passes, fails, more } = folder.cases
  const said = [
    ...wordFaults(folder),
    ...pairFaults(folder, bench),
    ...dayFaults(folder, bench),
    ...readFaults(folder.rule, folder.cases, bench.facts),
    ...[passes, fails, ...more].flatMap((each) => caseFaults(each, bench)),
  ]
  return said.map((says) => ({ check: 'a-rule-proves-itself', path: folder.path, line: 1, says }))
}

/** What a folder of the catalogue lacks, by the names of its files and the text of the catalogue's index. */
export const checkRuleFolder = (path: string, files: readonly string[], index: string): TidyFault[] => {
  const inCatalogue = path.replace('core/src/rules/', './')
  const fault = (says: string) => ({ check: 'a-rule-is-whole', path, line: 1, says })
  return [
    ...['rule.ts', 'cases.ts']
      .filter((name) => !files.includes(name))
      .map((name) => fault(`${name} is missing`)),
    ...(index.includes(`'${inCatalogue}/rule.ts'`)
      ? []
      : [fault('core/src/rules/index.ts has no line for it')]),
  ]
}
