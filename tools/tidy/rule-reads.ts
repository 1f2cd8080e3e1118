// Which paths of a case a rule's check reads, seen by handing it a case that writes down what is asked of it.
import type { Facts } from '@goldenthread/core/facts/facts.ts'
import type { Case } from '@goldenthread/core/rules/case.ts'
import { judgeReads } from '@goldenthread/core/rules/judge.ts'
import type { Rule, RuleCases } from '@goldenthread/core/rules/rule.ts'

export interface PathsRead {
  /** Every path that was asked for, those on the way to a deeper one among them. */
  readonly asked: Set<string>
  /** Paths of which the keys were listed: all below them counts. */
  readonly listed: Set<string>
}

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null

/** A case that behaves as the given one and writes down each path that is read. Equal paths are one object. */
export const recording = (given: Case, { asked, listed }: PathsRead): Case => {
  const made = new Map<string, object>()
  const wrap = (branch: object, path: string): object => {
    const before = made.get(path)
    if (before !== undefined) return before
    const at = (key: string): string => (path === '' ? key : `${path}.${key}`)
    const wrapped = new Proxy(branch, {
      get: (target, key, receiver) => {
        const value: unknown = Reflect.get(target, key, receiver)
        // A list's methods and its length are the list's, which was asked for already.
        if (typeof key === 'symbol' || typeof value === 'function') return value
        if (Array.isArray(target) && key === 'length') return value
        asked.add(at(key))
        return isBranch(value) ? wrap(value, at(key)) : value
      },
      ownKeys: (target) => {
        listed.add(path)
        return Reflect.ownKeys(target)
      },
    })
    made.set(path, wrapped)
    return wrapped
  }
  return wrap(given, '') as Case
}

const lies = (path: string, under: string): boolean => path === under || path.startsWith(`${under}.`)

/** What a rule reads on its own cases, held against what it says it reads: each sentence names a path. */
export const readFaults = (
  rule: Rule,
  { passes, fails, dayBefore, more }: RuleCases,
  facts: Facts,
): string[] => {
  const read: PathsRead = { asked: new Set(), listed: new Set() }
  for (const { given } of [passes, fails, ...(dayBefore === null ? [] : [dayBefore]), ...more]) {
    if (rule.needs.every((part) => given[part] !== null)) rule.check(recording(given, read), facts)
  }
  const said = [...rule.reads, ...judgeReads]
  const missing = [
    ...[...read.asked].filter((path) => !said.some((each) => lies(path, each) || lies(each, path))),
    ...[...read.listed].filter((path) => !said.some((each) => lies(path, each))),
  ]
  const unread = rule.reads.filter((each) => ![...read.asked].some((path) => lies(path, each)))
  return [
    ...[...new Set(missing)].sort().map((path) => `it reads ${path || 'the whole case'} and does not say so`),
    ...unread.map((path) => `it says that it reads ${path} and none of its cases shows it`),
  ]
}
