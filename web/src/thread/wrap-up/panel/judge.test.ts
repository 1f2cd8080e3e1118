// The page judges as the server judges: the same case, with facts that travelled as rows, gives the same findings, codes and claim.
import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactRows } from '@goldenthread/core/facts/facts.ts'
import { factsFrom } from '@goldenthread/core/facts/rows/facts-from-rows.ts'
import { shippedFacts } from '@goldenthread/core/facts/shipped/shipped.ts'
import type { Case } from '@goldenthread/core/rules/case.ts'
import {
  change,
  crisisCase,
  draftCase,
  intakeCase,
  medicationCase,
  officeCase,
  telehealthCase,
} from '@goldenthread/core/rules/example-case.ts'
import type { RuleCases } from '@goldenthread/core/rules/rule.ts'
import { judgeThread } from '@goldenthread/core/thread/judge-thread.ts'
import type { ThreadCase } from '@goldenthread/core/thread/thread-case.ts'
import { holdsClaim } from '@goldenthread/core/values/finding.ts'
import { instant } from '@goldenthread/core/values/day.ts'
import { judgeDraft, judgeServed } from './judge-page.ts'

const rulesFolder = join(import.meta.dirname, '../../../../../core/src/rules')

const ruleCases: readonly (readonly [string, Case])[] = (
  await Promise.all(
    readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })
      .filter((path) => basename(path) === 'cases.ts')
      .map(async (path) => {
        const { cases } = (await import(pathToFileURL(join(rulesFolder, path)).href)) as { cases: RuleCases }
        const { passes, fails, dayBefore, more } = cases
        const all = [passes, fails, ...(dayBefore === null ? [] : [dayBefore]), ...more]
        return all.map(({ name, given }) => [`${basename(dirname(path))}: ${name}`, given] as const)
      }),
  )
).flat()

const envelope = {
  senderQualifier: 'ZZ',
  senderId: 'HARBOR',
  receiverQualifier: 'ZZ',
  receiverId: 'EVERGREEN',
  usage: 'T',
  interchangeControl: 0,
  groupControl: 0,
  setControl: 0,
  claimNumber: 'GT1001',
} as const

const threadOf = (given: Case): ThreadCase => {
  const { people, coverage, session, earlierSessions, note, coSignature = null, billed } = given
  return {
    people,
    coverage,
    session,
    earlierSessions,
    note,
    coSignature,
    billed,
    payContract: null,
    clientPayments: [],
    envelope,
  }
}

/** As it comes over HTTP. */
const travelled = <T>(given: T): T => JSON.parse(JSON.stringify(given)) as T

const factsOfPage = factsFrom(travelled<FactRows>(shippedFacts.rows))

const onServer = (given: ThreadCase, at: Case['at']) =>
  judgeThread(given, { facts: shippedFacts, sha256: () => 'not asked for', at })

const same = (given: Case): void => {
  const { at } = given
  const thread = threadOf(given)
  expect(travelled(judgeServed(travelled(thread), factsOfPage, at))).toEqual(travelled(onServer(thread, at)))
}

describe('what the page finds is what the server finds', () => {
  test.each(ruleCases)('%s', (_name, given) => same(given))

  test('in seven hundred sessions that differ in minutes, codes, place, payer, template and signature', () => {
    const examples = fc.constantFrom(
      officeCase,
      telehealthCase,
      medicationCase,
      crisisCase,
      intakeCase,
      draftCase,
    )
    const clock = fc
      .tuple(fc.integer({ min: 8, max: 20 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    const changed = fc.tuple(
      examples,
      fc.constantFrom('note.recorded.stop', 'session.stop', 'note.recorded.start'),
      clock,
      fc.constantFrom('commercial', 'medicare', 'medicaid', 'tricare', 'eap', 'self-pay'),
      fc.constantFrom(
        [],
        [{ code: 'F33.1' }],
        [{ code: 'F33' }],
        [{ code: 'E11.9' }, { code: 'F41.1' }],
        [{ code: 'zz' }],
      ),
      fc.constantFrom('soap', 'dap', 'birp', 'intake', 'crisis', 'family', 'em', 'em-with-therapy'),
      fc.boolean(),
      fc.constantFrom(
        {},
        { risk: { level: { notAssessed: 'left early' } } },
        { mentalStatus: { mood: 'low' } },
      ),
    )
    fc.assert(
      fc.property(changed, ([example, path, time, payer, diagnoses, template, isSigned, picks]) => {
        const unsigned = isSigned ? example : change(example, 'note.signature', null)
        const changes: readonly (readonly [string, unknown])[] = [
          [path, time],
          ['coverage.payer.class', payer],
          ['note.diagnoses', diagnoses],
          ['note.template', template],
          ['note.picks', picks],
        ]
        same(changes.reduce((given, [at, value]) => change(given, at, value), unsigned))
      }),
      { numRuns: 700 },
    )
  }, 60_000)

  test('a case is judged within a few milliseconds, so that it needs no worker', () => {
    const thread = threadOf(telehealthCase)
    judgeServed(thread, factsOfPage, telehealthCase.at)
    const started = performance.now()
    for (let count = 0; count < 50; count += 1) judgeServed(thread, factsOfPage, telehealthCase.at)
    expect((performance.now() - started) / 50).toBeLessThan(8)
  })
})

describe('a draft is judged as it would be filed if it were signed now', () => {
  const draft = threadOf(change(officeCase, 'note.signature', null))
  const sentence = 'I attest.'
  const judged = (given: ThreadCase, at: Case['at'] = officeCase.at) =>
    judgeDraft(given, factsOfPage, at, sentence)
  const statesOf = ({ links }: ReturnType<typeof judged>) => links.map(({ state }) => state)

  test('that it is not signed yet is nothing that stops it', () => {
    const { findings, links, documents } = judged(draft)
    expect(findings.filter(holdsClaim)).toEqual([])
    expect(documents.claim).not.toBeNull()
    expect(links.map(({ name, state }) => [name, state])).toEqual([
      ['session', 'holds'],
      ['note', 'holds'],
      ['code', 'holds'],
      ['claim', 'holds'],
      ['pay', 'not-yet'],
    ])
  })

  test('what stops its code leaves the claim waiting', () => {
    const given = threadOf(change(change(officeCase, 'note.signature', null), 'note.diagnoses', []))
    expect(statesOf(judged(given))).toEqual(['holds', 'holds', 'needs-you', 'not-yet', 'not-yet'])
  })

  test('a session that goes on still stops it, and says so before the end', () => {
    const { findings } = judged(draft, instant('2026-03-10T17:00:00Z'))
    expect(findings.filter(holdsClaim).map(({ code }) => code)).toContain('signature-before-claim')
  })

  test('a supervisor’s signature is waited for, and is nothing its author can mend', () => {
    const coSigned = ruleCases.find(
      ([, { note, coding }]) => note !== null && coding?.rendering.who === 'supervisor',
    )
    if (coSigned === undefined) throw new Error('the rule of co-signatures has its cases')
    const unsigned = change(coSigned[1], 'note.signature', null)
    const asGiven = judged({ ...threadOf(unsigned), coSignature: null }, unsigned.at)
    expect(asGiven.findings.map(({ code }) => code)).not.toContain('co-signature')
    const waits = asGiven.documents.findings.some(({ code }) => code === 'co-signature')
    expect(asGiven.waitsForCoSignature).toBe(waits)
  })
})
