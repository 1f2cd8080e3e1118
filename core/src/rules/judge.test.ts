// Runs every rule's cases through the whole catalogue, and proves what the judge itself promises.
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { shippedFacts } from '../facts/shipped/shipped.ts'
import { day } from '../values/day.ts'
import type { Facts } from '../facts/facts.ts'
import { change, crisisCase, intakeCase, medicationCase, officeCase, telehealthCase } from './example-case.ts'
import { catalogue } from './index.ts'
import { judge } from './judge.ts'
import type { Case } from './case.ts'
import type { RuleCases } from './rule.ts'

/** The cases of every rule, by the folder it stands in: a new rule needs no line here. */
const casesOf: Readonly<Record<string, RuleCases>> = Object.fromEntries(
  await Promise.all(
    readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
      .filter((path) => basename(path) === 'cases.ts')
      .map(async (path) => {
        const { cases } = (await import(pathToFileURL(join(import.meta.dirname, path)).href)) as {
          cases: RuleCases
        }
        return [basename(dirname(path)), cases] as const
      }),
  ),
)

const codes = (given: Case): readonly string[] =>
  judge(given, shippedFacts, catalogue).map((finding) => finding.code)

test('every rule of the catalogue has its cases run here', () => {
  expect(Object.keys(casesOf).sort()).toEqual(catalogue.map((rule) => rule.id).sort())
})

describe.each(Object.entries(casesOf))('%s', (_id, { passes, fails, dayBefore, more }) => {
  const all = [passes, fails, ...(dayBefore ? [dayBefore] : []), ...more]
  test.each(all.map((each) => [each.name, each] as const))('%s', (_name, each) => {
    expect(codes(each.given)).toEqual(each.expect)
  })
})

describe('the example sessions', () => {
  const rows = [
    ['in the office', officeCase],
    ['by video', telehealthCase],
    ['with a physician', medicationCase],
    ['in a crisis', crisisCase],
    ['of an intake', intakeCase],
  ] as const
  test.each(rows)('%s: everything holds', (_name, given) => {
    expect(judge(given, shippedFacts, catalogue)).toEqual([])
  })
})

describe('the judge', () => {
  const profiled = (severities: Record<string, 'warns' | 'holds-claim' | 'blocks-signing'>): Facts => ({
    ...shippedFacts,
    payerProfile: (payerClass, on) => ({ ...shippedFacts.payerProfile(payerClass, on), severities }),
  })
  const few = change(officeCase, 'note.picks.mentalStatus', {})

  test('a payer profile raises a rule to hold the claim', () => {
    const found = judge(few, profiled({ 'mental-status-count': 'holds-claim' }), catalogue)
    expect(found.map((finding) => finding.severity)).toEqual(['holds-claim'])
  })

  test('no payer profile makes a rule block signing', () => {
    const found = judge(few, profiled({ 'mental-status-count': 'blocks-signing' }), catalogue)
    expect(found.map((finding) => finding.severity)).toEqual(['warns'])
  })

  test('no payer profile lowers what holds a claim', () => {
    const unbillable = change(officeCase, 'note.diagnoses.0.code', 'F33')
    const found = judge(unbillable, profiled({ 'billable-diagnosis': 'warns' }), catalogue)
    expect(found.map((finding) => [finding.code, finding.severity])).toContainEqual([
      'billable-diagnosis',
      'holds-claim',
    ])
  })

  test('no payer profile lowers what blocks signing', () => {
    const nameless = change(officeCase, 'note.identity.name', null)
    const found = judge(nameless, profiled({ 'note-identity': 'warns' }), catalogue)
    expect(found.map((finding) => finding.severity)).toEqual(['blocks-signing'])
  })

  test('a rule does not judge a session from the day before it began', () => {
    const begun = catalogue.map((rule) =>
      rule.id === 'mental-status-count' ? { ...rule, from: day('2026-03-11') } : rule,
    )
    expect(judge(few, shippedFacts, begun)).toEqual([])
  })

  test('a rule does not judge a session from the day after it ended', () => {
    const ended = catalogue.map((rule) =>
      rule.id === 'mental-status-count' ? { ...rule, to: day('2026-03-09') } : rule,
    )
    expect(judge(few, shippedFacts, ended)).toEqual([])
  })

  test('every finding says what to do and on whose word', () => {
    for (const { fails } of Object.values(casesOf)) {
      for (const finding of judge(fails.given, shippedFacts, catalogue)) {
        expect(finding.says).toMatch(/\.$/)
        expect(finding.remedy).toMatch(/\.$/)
        expect(finding.source.length).toBeGreaterThan(10)
      }
    }
  })
})
