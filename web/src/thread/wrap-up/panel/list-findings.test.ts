// The list of findings: numbers stay, what is met leaves, nothing moves under a pointer.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Finding, type Severity, field } from '@goldenthread/core/values/finding.ts'
import { inSight } from './in-sight.ts'
import { firstStop, listFindings, nextFinding } from './list-findings.ts'

const finding = (code: string, severity: Severity = 'warns', path = 'note.picks.risk.level'): Finding => ({
  code,
  severity,
  whose: 'platform',
  place: field(path),
  says: `${code} is amiss.`,
  remedy: 'Mend it.',
  source: 'a page',
  evidence: {},
})

const told = (list: ReturnType<typeof listFindings>) =>
  list.map(({ number, finding: { code } }) => [number, code])

const minutes = finding('note-minutes', 'holds-claim', 'note.recorded.stop')
const risk = finding('risk-addressed')
const status = finding('mental-status-count', 'warns', 'note.picks.mentalStatus')
const agree = finding('seven-fields', 'holds-claim', 'note.recorded.day')

describe('the first judgement', () => {
  test('is numbered from 1 by link, what stops before what is suggested', () => {
    expect(told(listFindings([], [agree, risk, minutes], false))).toEqual([
      [1, 'note-minutes'],
      [2, 'risk-addressed'],
      [3, 'seven-fields'],
    ])
  })
})

describe('the next judgement', () => {
  const before = listFindings([], [minutes, risk, status], false)

  test('leaves each its number when another is met', () => {
    expect(told(listFindings(before, [risk, status], false))).toEqual([
      [2, 'risk-addressed'],
      [3, 'mental-status-count'],
    ])
  })

  test('gives the new the next number', () => {
    expect(told(listFindings(before, [minutes, risk, status, agree], false)).at(-1)).toEqual([
      4,
      'seven-fields',
    ])
  })

  test('keeps a finding whose words changed', () => {
    const changed = { ...status, says: 'The note records 2 of the eleven categories.' }
    const after = listFindings(before, [minutes, risk, changed], false)
    expect(after.find(({ number }) => number === 3)?.finding.says).toBe(changed.says)
  })

  test('puts a stop before a suggestion, but not while a pointer is on the list', () => {
    const suggestions = listFindings([], [risk, status], false)
    const free = listFindings(suggestions, [minutes, risk, status], false)
    const held = listFindings(suggestions, [minutes, risk, status], true)
    expect(told(free).map(([number]) => number)).toEqual([3, 1, 2])
    expect(told(held).map(([number]) => number)).toEqual([1, 2, 3])
  })

  test('two findings of one rule at one place are two', () => {
    const twice = [risk, { ...risk, says: 'Another.' }]
    expect(told(listFindings([], twice, false))).toHaveLength(2)
    expect(listFindings(listFindings([], twice, false), [risk], false)).toHaveLength(1)
  })

  test('shows exactly what was found, whatever was there before, and no number twice', () => {
    const any = fc.subarray([minutes, risk, status, agree])
    fc.assert(
      fc.property(any, any, any, fc.boolean(), (one, two, three, held) => {
        const list = [one, two, three].reduce<ReturnType<typeof listFindings>>(
          (standing, found) => listFindings(standing, found, held),
          [],
        )
        expect(list.map(({ finding: { code } }) => code).toSorted()).toEqual(
          three.map(({ code }) => code).toSorted(),
        )
        expect(new Set(list.map(({ number }) => number)).size).toBe(list.length)
      }),
    )
  })
})

describe('what is listed at once', () => {
  const list = listFindings([], [minutes, risk, status, agree], false)
  const shown = (open: number | null) => inSight(list, open).map(({ number }) => number)
  test('is all where none is open and there is room', () => expect(shown(null)).toEqual([1, 2, 3, 4]))
  test('is what stops, the open one, and as many more as leave the links in sight', () => {
    // The example of risk is long, that of the mental status too: nothing but the stops stands beside them.
    expect(shown(2)).toEqual([1, 2, 4])
    expect(shown(1)).toEqual([1, 2, 3, 4])
  })
})

describe('going from one to the next', () => {
  const list = listFindings([], [minutes, risk, agree], false)
  test.each([
    [null, 1, 1],
    [1, 1, 2],
    [3, 1, 1],
    [1, -1, 3],
    [null, -1, 3],
  ] as const)('from %j by %i comes %i', (open, step, number) => {
    expect(nextFinding(list, open, step)?.number).toBe(number)
  })

  test('in an empty list there is none', () => expect(nextFinding([], null, 1)).toBeNull())
  test('the first stop is the first that keeps the claim', () => {
    expect(firstStop(list)?.finding.code).toBe('note-minutes')
    expect(firstStop(listFindings([], [risk], false))).toBeNull()
  })
})
